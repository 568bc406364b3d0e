//! Ordinals, from `الأول` to `التاسع والتسعون` and `المئة`.

use super::{
    lexicon::Sense,
    text::{Reading, Text},
};

impl Text<'_> {
    /// The ordinal at `at` and what it ends before, whatever stands around it.
    pub(super) fn ordinal(&self, at: usize) -> Option<(u16, usize)> {
        let (value, end) = self.below_hundredth(at)?;
        // `السابعة عشرة بعد المئة`
        let hundred = self.is(end, "بعد") && self.definite(end + 1) && self.cardinal(end + 1) == Some(100);
        Some(if hundred { (value + 100, end + 2) } else { (value, end) })
    }

    fn below_hundredth(&self, at: usize) -> Option<(u16, usize)> {
        let one = self.sense(at, |sense| if let Sense::Ordinal(value) = sense { Some(value) } else { None });
        let unit = one.filter(|&one| one < 10).or_else(|| {
            // `الواحد والعشرون`, `الاثني عشر`: only as parts of an ordinal.
            self.cardinal(at).filter(|&unit| (1..10).contains(&unit) && self.definite(at))
        });
        if let Some(unit) = unit {
            if self.bare(at + 1) && self.says(at + 1, Sense::Teen) {
                return Some((unit + 10, at + 2));
            }
            let tens = self.and(at + 1).filter(|&next| self.definite(next));
            if let Some((next, tens)) = tens.and_then(|next| Some((next, self.tens(next)?))) {
                return Some((unit + tens, next + 1));
            }
        }
        one.map(|one| (one, at + 1)).or_else(|| Some((self.tens(at).filter(|_| self.definite(at))?, at + 1)))
    }

    /// The same, where the words around leave no doubt.
    pub(super) fn sure_ordinal(&self, at: usize) -> Option<(u16, usize)> {
        let (value, end) = self.ordinal(at)?;
        let sure = self.reading == Reading::Phrase || end > at + 1 || self.is_ordinal_here(at, value);
        sure.then_some((value, end))
    }

    fn is_ordinal_here(&self, at: usize, value: u16) -> bool {
        // `الأولى` is the first, `الأولي` preliminary.
        if self.word(at).ends_with("اولي") && !self.source(at).trim_end_matches(is_mark).ends_with('ى') {
            return false;
        }
        if self.definite(at) {
            return value < 20 || at > 0 && ORDERED.contains(&self.word(at - 1));
        }
        let next = self.wordy(at + 1) && self.bare(at + 1);
        next && !self.word(at).ends_with('ه') && !ALONE.contains(&self.word(at + 1))
    }

    fn tens(&self, at: usize) -> Option<u16> {
        self.cardinal(at).filter(|tens| matches!(tens, 20 | 30 | 40 | 50 | 60 | 70 | 80 | 90 | 100))
    }
}

/// What is counted in tens: `القرن العشرين`; elsewhere `العشرين` are twenty.
const ORDERED: [&str; 10] =
    ["قرن", "القرن", "الذكري", "الدوره", "المركز", "المرتبه", "الماده", "اليوم", "السنه", "العيد"];
/// Behind `أول` they do not say what is first.
const ALONE: [&str; 8] = ["من", "في", "ما", "الي", "علي", "عن", "ان", "او"];

fn is_mark(c: char) -> bool {
    ('\u{64B}'..='\u{65F}').contains(&c)
}
