//! The second pass: what the first one made of the same word elsewhere in the article, and of its neighbours.

use std::ops::Range;

use super::{
    chain::{Row, TAGS},
    features::Template,
};

/// The first pass's marginals, of each word and of all words that are read as the same.
#[derive(Debug)]
pub struct Elsewhere<'a> {
    marginals: &'a [Row],
    stems: &'a [u32],
    sums: Vec<(Row, u32)>,
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
        Self { marginals, stems, sums }
    }

    /// Features of the word `at` of `line`.
    pub fn features(&self, at: usize, line: &Range<usize>, mut add: impl FnMut(Template, u64)) {
        use Template::*;
        let own = &self.marginals[at];
        let tag = best(own);
        let sure = level(own[tag]);
        add(FirstTag, (tag as u64) << 8 | sure);
        let near = |distance: isize| at.checked_add_signed(distance).filter(|other| line.contains(other));
        let first = |distance: isize| near(distance).map_or(9, |other| best(&self.marginals[other]) as u64);
        add(FirstTagsBefore, first(-1) << 16 | tag as u64);
        add(FirstTagsAfter, first(1) << 16 | tag as u64);
        add(FirstTagsAround, first(-1) << 32 | first(1) << 16 | tag as u64);
        for (template, distance) in [(ElsewhereBefore, -1), (ElsewhereAfter, 1)] {
            if let Some((others, _)) = near(distance).and_then(|other| self.others(other)) {
                add(template, (best(&others) as u64) << 16 | (tag as u64) << 8 | sure.min(3));
            }
        }
        let Some((others, times)) = self.others(at) else {
            add(Alone, tag as u64);
            return;
        };
        let other = best(&others);
        add(ElsewhereTag, (other as u64) << 8 | level(others[other]));
        add(ElsewhereTimes, (other as u64) << 8 | times.min(5) << 4 | u64::from(others[other] > 0.7));
        add(ElsewhereFirst, (other as u64) << 16 | (tag as u64) << 8 | sure);
        for kind in 0..3 {
            let of = |row: &Row| level(row[1 + 2 * kind] + row[2 + 2 * kind]);
            add(ElsewhereKind, (kind as u64) << 16 | of(&others) << 8 | of(own));
        }
    }

    /// The mean of the marginals of the other cases of a word, and how many these are.
    fn others(&self, at: usize) -> Option<(Row, u64)> {
        let (sum, times) = &self.sums[self.stems[at] as usize];
        let others = times.checked_sub(1).filter(|&others| others > 0)?;
        let own = &self.marginals[at];
        let share = |tag: usize| (sum[tag] - own[tag]).max(0.0) / others as f32;
        Some((std::array::from_fn(share), u64::from(others)))
    }
}

fn best(row: &Row) -> usize {
    (0..TAGS).fold(0, |top, tag| if row[tag] > row[top] { tag } else { top })
}

fn level(likely: f32) -> u64 {
    [0.03, 0.15, 0.35, 0.6, 0.85, 0.97].into_iter().filter(|&limit| likely > limit).count() as u64
}
