//! [`Automaton`]: finds how far patterns reach, a step a byte.

use crate::coder::{Bits, Coder, Model};

/// States and what leads from each to the next, packed as `addresses.bin`.
#[derive(Debug, Default)]
pub struct Automaton {
    /// For each byte its class: bytes that lead to the same states.
    pub classes: Vec<u8>,
    /// For each state whether a pattern ends there. 0 is the state from which none is reached, 1 the first one.
    pub ends: Vec<bool>,
    /// For each state, for each class the next state.
    pub next: Vec<u16>,
}

/// A state's number has so many bits at most.
const WIDTH: u32 = 9;

impl Automaton {
    /// Passes everything: of each state whether a class leads where the one before does, by whether it did in the state
    /// before; else where, by where that led.
    pub fn pass<B: Bits>(&mut self, coder: &mut Coder<B>) {
        let mut classes = Model::new(8, &[257]);
        self.classes.resize(256, 0);
        let (mut last, mut count) = (0, 0);
        for class in &mut self.classes {
            *class = coder.number(&mut classes, &[last], (*class).into()) as u8;
            last = usize::from(*class);
            count = count.max(last + 1);
        }
        let states = coder.even(1 << WIDTH, self.ends.len() as u32) as usize;
        self.ends.resize(states, false);
        self.next.resize(states * count, 0);
        let mut ends = Model::new(0, &[1]);
        let mut goes_on = Model::new(0, &[2, 2 * 256]);
        let mut next = Model::new(WIDTH, &[1, 1 << WIDTH]);
        for (state, end) in self.ends.iter_mut().enumerate() {
            *end = coder.flag(&mut ends, &[0], *end);
            for class in 0..count {
                let at = state * count + class;
                let told = |back: usize| at.checked_sub(back).map_or(0, |at| self.next[at]);
                let (before, above) = (told(1), told(count));
                let alike = usize::from(above == told(count + 1));
                let as_before = self.next[at] == before;
                self.next[at] = if coder.flag(&mut goes_on, &[alike, 2 * class + alike], as_before) {
                    before
                } else {
                    coder.number(&mut next, &[0, above.into()], self.next[at].into()) as u16
                };
            }
        }
    }

    /// The length of the longest beginning of `text` that one of the patterns is.
    pub fn longest(&self, text: &[u8]) -> Option<usize> {
        let classes = self.next.len() / self.ends.len().max(1);
        let (mut state, mut longest) = (1, None);
        for (at, &byte) in text.iter().enumerate() {
            let class = usize::from(*self.classes.get(usize::from(byte))?);
            state = usize::from(*self.next.get(state * classes + class)?);
            if state == 0 {
                break;
            }
            if self.ends.get(state) == Some(&true) {
                longest = Some(at + 1);
            }
        }
        longest
    }
}
