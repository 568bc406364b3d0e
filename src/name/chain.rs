//! Tags of a line of words that go together best: a linear chain, decoded and summed over.

use crate::NameType;

use super::lanes::Lanes;

/// Tags: outside of names, then the first and any other word of each type.
pub const TAGS: usize = 7;

/// What each tag has, and one number to spare.
pub type Row = [f32; TAGS + 1];

/// From each tag to each tag, in the logarithm.
pub type Transitions = [Row; TAGS];

/// What no tag may have.
pub const NEVER: f32 = -1.0e4;

/// The tag of a name's first word.
pub const fn first(kind: NameType) -> usize {
    1 + 2 * kind as usize
}

/// The type that a tag belongs to.
pub const fn kind(tag: usize) -> Option<NameType> {
    match tag {
        1 | 2 => Some(NameType::Person),
        3 | 4 => Some(NameType::Place),
        5 | 6 => Some(NameType::Organization),
        _ => None,
    }
}

/// Whether a tag stands for a name's second or later word.
pub const fn inside(tag: usize) -> bool {
    tag != 0 && tag.is_multiple_of(2)
}

/// Whether `next` may follow `tag`: a name goes on only where it began.
pub const fn follows(tag: usize, next: usize) -> bool {
    !inside(next) || tag == next || tag + 1 == next
}

/// Transitions, made ready for [`Chain`].
#[derive(Clone, Debug)]
pub struct Steps {
    /// From each tag to all, in the logarithm.
    logarithms: [Lanes; TAGS],
    /// The same as factors.
    onward: [Lanes; TAGS],
    /// To each tag from all, as factors.
    back: [Lanes; TAGS],
}

impl Steps {
    /// Transitions made ready.
    pub fn new(transitions: &Transitions) -> Self {
        let logarithms = transitions.map(Lanes::from);
        let onward = logarithms.map(Lanes::exp);
        let factors = onward.map(Row::from);
        let mut back = [[0.0; TAGS + 1]; TAGS];
        for (tag, row) in factors.iter().enumerate() {
            for next in 0..TAGS {
                back[next][tag] = row[next];
            }
        }
        Self { logarithms, onward, back: back.map(Lanes::from) }
    }
}

/// A chain's working memory, kept from line to line.
#[derive(Debug, Default)]
pub struct Chain {
    /// For each word and tag how likely the tag is, from 0 to 1; filled by [`Chain::sum`].
    pub marginals: Vec<Row>,
    came_from: Vec<Lanes>,
    emitted: Vec<Lanes>,
    forward: Vec<Lanes>,
    backward: Vec<Lanes>,
}

impl Chain {
    /// The best tags of a line, put behind `tags`. `edges` says by which of `steps` each word is reached.
    pub fn decode(&mut self, emissions: &[Row], edges: &[u8], steps: &[Steps], tags: &mut Vec<u8>) {
        let begin = tags.len();
        self.came_from.clear();
        let mut best = at_start();
        for (at, (&emission, &edge)) in emissions.iter().zip(edges).enumerate() {
            let mut from = Lanes::splat(0.0);
            if at > 0 {
                let rows = &steps[usize::from(edge)].logarithms;
                let last = Row::from(best);
                best = rows[0].plus(Lanes::splat(last[0]));
                for tag in 1..TAGS {
                    let through = rows[tag].plus(Lanes::splat(last[tag]));
                    from = best.where_less(through, Lanes::splat(tag as f32), from);
                    best = best.max(through);
                }
            }
            best = best.plus(Lanes::from(emission));
            self.came_from.push(from);
        }
        let best = Row::from(best);
        let mut tag = (0..TAGS).fold(0, |top, tag| if best[tag] > best[top] { tag } else { top });
        tags.resize(begin + emissions.len(), 0);
        for (at, &from) in self.came_from.iter().enumerate().rev() {
            tags[begin + at] = tag as u8;
            tag = Row::from(from)[tag] as usize;
        }
    }

    /// How likely each tag is at each word.
    pub fn sum(&mut self, emissions: &[Row], edges: &[u8], steps: &[Steps]) {
        self.emitted.clear();
        self.forward.clear();
        let mut now = at_start().exp();
        for (at, (&emission, &edge)) in emissions.iter().zip(edges).enumerate() {
            if at > 0 {
                now = reached(&steps[usize::from(edge)].onward, now);
            }
            let emission = Lanes::from(emission).plus(Lanes::from(SPARE));
            let factors = emission.plus(Lanes::splat(-emission.top())).exp();
            now = now.times(factors).shares();
            self.emitted.push(factors);
            self.forward.push(now);
        }
        self.backward.clear();
        self.marginals.clear();
        let mut behind = Lanes::splat(1.0);
        for at in (0..emissions.len()).rev() {
            if let Some(&edge) = edges.get(at + 1) {
                behind = reached(&steps[usize::from(edge)].back, behind.times(self.emitted[at + 1])).shares();
            }
            self.backward.push(behind);
            self.marginals.push(self.forward[at].times(behind).shares().into());
        }
        self.backward.reverse();
        self.marginals.reverse();
    }

    /// Adds to `counts` how often each tag is expected to follow each other, by the last [`Chain::sum`].
    pub fn expect(&self, edges: &[u8], steps: &[Steps], counts: &mut [Transitions]) {
        for (at, &edge) in edges.iter().enumerate().skip(1) {
            let edge = usize::from(edge);
            let last = Row::from(self.forward[at - 1]);
            let behind = self.emitted[at].times(self.backward[at]);
            let pairs: [Lanes; TAGS] = std::array::from_fn(|tag| {
                steps[edge].onward[tag].times(behind).times(Lanes::splat(last[tag]))
            });
            let sum = pairs.iter().map(|pair| pair.sum()).sum::<f32>().max(1.0e-30);
            for (counts, pair) in counts[edge].iter_mut().zip(pairs) {
                counts.iter_mut().zip(Row::from(pair)).for_each(|(count, pair)| *count += pair / sum);
            }
        }
    }
}

/// What speaks against each tag where a line begins, in the logarithm.
fn at_start() -> Lanes {
    let row: Row = std::array::from_fn(|tag| if tag == TAGS || inside(tag) { NEVER } else { 0.0 });
    row.into()
}

/// What the number to spare has in the logarithm, so that it counts for nothing.
const SPARE: Row = [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, NEVER];

/// What is reached from all tags together.
#[inline(always)]
fn reached(rows: &[Lanes; TAGS], from: Lanes) -> Lanes {
    let from = Row::from(from);
    let mut sum = Lanes::splat(0.0);
    for tag in 0..TAGS {
        sum = sum.plus(rows[tag].times(Lanes::splat(from[tag])));
    }
    sum
}
