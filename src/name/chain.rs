//! Tags of a line of words that go together best: a linear chain, decoded and summed over.

use crate::NameType;

/// Tags: outside of names, then the first and any other word of each type.
pub const TAGS: usize = 7;

/// What each tag has; one place more than there are tags, for the width of a vector register.
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

/// A chain's working memory, kept from line to line.
#[derive(Debug, Default)]
pub struct Chain {
    /// For each word and tag how likely the tag is, from 0 to 1; filled by [`Chain::sum`].
    pub marginals: Vec<Row>,
    back: Vec<[u8; TAGS]>,
    forward: Vec<Row>,
    emitted: Vec<Row>,
    backward: Vec<Row>,
}

impl Chain {
    /// The best tags of a line. `edges` says by which of `transitions` each word is reached.
    pub fn decode(
        &mut self,
        emissions: &[Row],
        edges: &[u8],
        transitions: &[Transitions],
        tags: &mut Vec<u8>,
    ) {
        let begin = tags.len();
        self.back.clear();
        let mut best = [NEVER; TAGS];
        for (at, (emission, &edge)) in emissions.iter().zip(edges).enumerate() {
            let mut next = [f32::MIN; TAGS];
            let mut back = [0; TAGS];
            for tag in 0..TAGS {
                if at == 0 {
                    next[tag] = emission[tag] + if inside(tag) { NEVER } else { 0.0 };
                    continue;
                }
                for (last, row) in transitions[usize::from(edge)].iter().enumerate() {
                    let score = best[last] + row[tag];
                    if score > next[tag] {
                        next[tag] = score;
                        back[tag] = last as u8;
                    }
                }
                next[tag] += emission[tag];
            }
            best = next;
            self.back.push(back);
        }
        let mut tag = (0..TAGS).fold(0, |top, tag| if best[tag] > best[top] { tag } else { top });
        tags.resize(begin + emissions.len(), 0);
        for at in (0..emissions.len()).rev() {
            tags[begin + at] = tag as u8;
            tag = usize::from(self.back[at][tag]);
        }
    }

    /// How likely each tag is at each word. `transitions` are the factors themselves here, not their logarithms.
    pub fn sum(&mut self, emissions: &[Row], edges: &[u8], transitions: &[Transitions]) {
        let count = emissions.len();
        self.emitted.clear();
        self.forward.clear();
        let mut last: Row = [0.0; TAGS + 1];
        for (at, (emission, &edge)) in emissions.iter().zip(edges).enumerate() {
            let top = emission[..TAGS].iter().copied().fold(f32::MIN, f32::max);
            let mut factors: Row = [0.0; TAGS + 1];
            for tag in 0..TAGS {
                factors[tag] = exp(emission[tag] - top);
            }
            let mut now: Row = [0.0; TAGS + 1];
            if at == 0 {
                for tag in (0..TAGS).filter(|&tag| !inside(tag)) {
                    now[tag] = factors[tag];
                }
            } else {
                for (&weight, row) in last.iter().zip(&transitions[usize::from(edge)]) {
                    for tag in 0..=TAGS {
                        now[tag] += weight * row[tag];
                    }
                }
                for tag in 0..=TAGS {
                    now[tag] *= factors[tag];
                }
            }
            let sum = now.iter().sum::<f32>().max(1.0e-30);
            now.iter_mut().for_each(|n| *n /= sum);
            self.emitted.push(factors);
            self.forward.push(now);
            last = now;
        }
        self.backward.clear();
        self.backward.resize(count, [1.0; TAGS + 1]);
        self.marginals.clear();
        self.marginals.resize(count, [0.0; TAGS + 1]);
        for at in (0..count).rev() {
            if at + 1 < count {
                let behind = product(&self.emitted[at + 1], &self.backward[at + 1]);
                let rows = &transitions[usize::from(edges[at + 1])];
                for (tag, row) in rows.iter().enumerate() {
                    self.backward[at][tag] = (0..=TAGS).map(|next| row[next] * behind[next]).sum();
                }
                let sum = self.backward[at][..TAGS].iter().sum::<f32>().max(1.0e-30);
                self.backward[at].iter_mut().for_each(|n| *n /= sum);
            }
            let mut marginal = product(&self.forward[at], &self.backward[at]);
            let sum = marginal.iter().sum::<f32>().max(1.0e-30);
            marginal.iter_mut().for_each(|n| *n /= sum);
            self.marginals[at] = marginal;
        }
    }

    /// Adds to `counts` how often each tag is expected to follow each other, by the last [`Chain::sum`].
    pub fn expect(&self, edges: &[u8], transitions: &[Transitions], counts: &mut [Transitions]) {
        for (at, &edge) in edges.iter().enumerate().skip(1) {
            let edge = usize::from(edge);
            let mut pairs = [[0.0; TAGS + 1]; TAGS];
            let mut sum = 0.0;
            for tag in 0..TAGS {
                for next in 0..TAGS {
                    let pair = self.forward[at - 1][tag]
                        * transitions[edge][tag][next]
                        * self.emitted[at][next]
                        * self.backward[at][next];
                    pairs[tag][next] = pair;
                    sum += pair;
                }
            }
            for tag in 0..TAGS {
                for next in 0..TAGS {
                    counts[edge][tag][next] += pairs[tag][next] / sum.max(1.0e-30);
                }
            }
        }
    }
}

/// e to the power of `x`, to seven digits, of a logarithm as weights have it; 0 below -80.
pub fn exp(x: f32) -> f32 {
    if x < -80.0 {
        return 0.0;
    }
    let twos = x * std::f32::consts::LOG2_E;
    let whole = (twos + 128.0) as i32 - 128;
    let rest = twos - whole as f32;
    // The best polynomial of this degree between 0 and 1.
    let factor = [0.001_877_577, 0.008_989_34, 0.055_826_32, 0.240_153_6, 0.693_153_1, 0.999_999_94]
        .into_iter()
        .fold(0.0, |sum, factor: f32| sum * rest + factor);
    factor * f32::from_bits(((whole + 127) << 23) as u32)
}

fn product(left: &Row, right: &Row) -> Row {
    std::array::from_fn(|tag| left[tag] * right[tag])
}
