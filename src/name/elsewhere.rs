//! The second pass: what the first one made of the same word elsewhere in the article, and of its neighbours.

use std::ops::Range;

use super::{
    chain::{Row, TAGS},
    features::Template,
};

/// What the first pass made of each word, and of the other cases of all words that are read as the same.
#[derive(Debug)]
pub struct Elsewhere<'a> {
    marginals: &'a [Row],
    stems: &'a [u32],
    /// For each stem the sum of its cases' marginals, and how many they are.
    sums: Vec<(Row, u32)>,
    /// Each word's likeliest tag.
    tags: Vec<u8>,
    /// What the other cases say.
    others: Vec<Option<Others>>,
}

/// What the other cases of a word say.
#[derive(Clone, Copy, Debug)]
struct Others {
    /// The mean of their marginals.
    mean: Row,
    /// How many they are.
    times: u32,
    /// The likeliest tag.
    tag: u8,
}

impl<'a> Elsewhere<'a> {
    /// `stems` gives for each word the number of what it is read as, below `count`.
    pub fn new(marginals: &'a [Row], stems: &'a [u32], count: usize) -> Self {
        let mut sums = vec![([0.0; TAGS + 1], 0); count];
        for (marginal, &stem) in marginals.iter().zip(stems) {
            let (sum, times) = &mut sums[stem as usize];
            sum.iter_mut().zip(marginal).for_each(|(sum, m)| *sum += m);
            *times += 1;
        }
        let tags = marginals.iter().map(best).collect();
        let mut this = Self { marginals, stems, sums, tags, others: Vec::new() };
        this.others = (0..marginals.len()).map(|at| this.others_of(at)).collect();
        this
    }

    fn others_of(&self, at: usize) -> Option<Others> {
        let (sum, cases) = &self.sums[self.stems[at] as usize];
        let times = cases - 1;
        if times == 0 {
            return None;
        }
        let mut mean = [0.0; TAGS + 1];
        for tag in 0..TAGS {
            let rest = sum[tag] - self.marginals[at][tag];
            if rest > 0.0 {
                mean[tag] = rest / times as f32;
            }
        }
        Some(Others { mean, times, tag: best(&mean) })
    }

    /// Features of the word `at` of `line`.
    pub fn features(&self, at: usize, line: &Range<usize>, mut add: impl FnMut(Template, u64)) {
        use Template::*;
        let own = &self.marginals[at];
        let tag = u64::from(self.tags[at]);
        let sure = level(own[tag as usize]);
        add(FirstTag, tag << 8 | sure);
        let near = |distance: isize| at.checked_add_signed(distance).filter(|other| line.contains(other));
        let first = |distance: isize| near(distance).map_or(9, |other| u64::from(self.tags[other]));
        add(FirstTagsBefore, first(-1) << 16 | tag);
        add(FirstTagsAfter, first(1) << 16 | tag);
        add(FirstTagsAround, first(-1) << 32 | first(1) << 16 | tag);
        for (template, distance) in [(ElsewhereBefore, -1), (ElsewhereAfter, 1)] {
            if let Some(others) = near(distance).and_then(|other| self.others[other]) {
                add(template, u64::from(others.tag) << 16 | tag << 8 | sure.min(3));
            }
        }
        let Some(others) = &self.others[at] else {
            add(Alone, tag);
            return;
        };
        let likely = others.mean[usize::from(others.tag)];
        let other = u64::from(others.tag);
        add(ElsewhereTag, other << 8 | level(likely));
        add(ElsewhereTimes, other << 8 | u64::from(others.times.min(5)) << 4 | u64::from(likely > 0.7));
        add(ElsewhereFirst, other << 16 | tag << 8 | sure);
        for kind in 0..3 {
            let of = |row: &Row| level(row[1 + 2 * kind] + row[2 + 2 * kind]);
            add(ElsewhereKind, (kind as u64) << 16 | of(&others.mean) << 8 | of(own));
        }
    }
}

fn best(row: &Row) -> u8 {
    (0..TAGS).fold(0, |top, tag| if row[tag] > row[top] { tag } else { top }) as u8
}

fn level(likely: f32) -> u64 {
    let mut level = 0;
    for limit in [0.03, 0.15, 0.35, 0.6, 0.85, 0.97] {
        level += u64::from(likely > limit);
    }
    level
}
