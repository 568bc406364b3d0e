//! Who has spoken so far.

use super::{candidates::Candidate, speaker::Said};

/// Speakers by the time of their last words.
#[derive(Debug, Default)]
pub(super) struct Memory {
    past: Vec<Past>,
}

/// One who has spoken.
#[derive(Clone, Copy, Debug)]
pub(super) struct Past {
    /// The phrase.
    pub words: (usize, usize),
    /// Whether the reporting word says that a woman, or a body with a feminine name, speaks.
    pub feminine: Option<bool>,
    /// The reporting word of the last words.
    pub cue: Option<usize>,
    times: usize,
}

/// How many are remembered.
const MOST: usize = 12;

impl Memory {
    /// The last one first.
    pub(super) fn recent(&self) -> impl Iterator<Item = &Past> {
        self.past.iter().rev()
    }

    /// How often the phrase that holds the word at `at` has spoken.
    pub(super) fn times(&self, at: usize) -> Option<usize> {
        self.past.iter().find(|past| (past.words.0..past.words.1).contains(&at)).map(|past| past.times)
    }

    /// Somebody says this. Where that is in the words of the one who spoke last, he goes on.
    pub(super) fn speaks(&mut self, speaker: &Candidate, said: &Said, feminine: Option<bool>) {
        let same = |past: &Past| speaker.places.iter().any(|place| place.words == past.words);
        let known = self.past.iter().position(same).map(|at| self.past.remove(at));
        let words = speaker.named(said.open);
        let times = known.map_or(0, |past| past.times) + 1;
        let feminine = feminine.or(known.and_then(|past| past.feminine));
        if self.past.len() == MOST {
            self.past.remove(0);
        }
        let place = self.past.len().saturating_sub(usize::from(said.nested));
        self.past.insert(place, Past { words, feminine, cue: said.attribution.cue, times });
    }
}
