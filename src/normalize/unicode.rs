//! What canonical composition, presentation forms and letter case need of the Unicode Character Database, unpacked when first asked for.

use std::sync::LazyLock;

use crate::coder::{Bits, Coder, Model, unpack};

/// Canonical combining classes: what `classes.bin` holds.
#[derive(Debug, Default)]
pub struct Classes {
    /// Where the class changes, in the order of code points.
    pub from: Vec<u32>,
    /// The class from there on.
    pub class: Vec<u32>,
}

/// How characters are composed and taken apart: what `unicode.bin` holds.
#[derive(Debug, Default)]
pub struct Unicode {
    /// Characters that compose with the one before, sorted.
    pub seconds: Vec<u32>,
    /// Where the rows of each of `seconds` start in `firsts` and `composites`, and where the last ones end.
    pub starts: Vec<u32>,
    /// What stands before, sorted within its second.
    pub firsts: Vec<u32>,
    /// What the two compose to.
    pub composites: Vec<u32>,
    /// Seconds, firsts and composites beyond the first plane.
    pub far: [Vec<u32>; 3],
    /// Seconds, firsts and the composites that are taken apart and never composed.
    pub only_apart: [Vec<u32>; 3],
    /// Characters that stand for one other, sorted.
    pub doubles: Vec<u32>,
    /// What each of `doubles` stands for.
    pub originals: Vec<u32>,
    /// What each ideograph from U+2F800 on stands for.
    pub ideographs: Vec<u32>,
    /// Where each presentation form from U+FB50 and U+FE70 on starts in the text of all forms.
    pub form_starts: Vec<u32>,
    /// How many bytes of that text are its; none for what is no form.
    pub form_lengths: Vec<u32>,
}

/// Letters of two cases, one character each: what `cases.bin` holds.
#[derive(Debug, Default)]
pub struct Cases {
    /// Capital letters, sorted.
    pub capitals: Vec<u32>,
    /// The small one of each.
    pub smalls: Vec<u32>,
}

static CASES: LazyLock<Cases> =
    LazyLock::new(|| unpack(include_bytes!("../tables/cases.bin"), Cases::pass));

static CLASSES: LazyLock<Classes> =
    LazyLock::new(|| unpack(include_bytes!("../tables/classes.bin"), Classes::pass));

static UNICODE: LazyLock<Unicode> =
    LazyLock::new(|| unpack(include_bytes!("../tables/unicode.bin"), Unicode::pass));

/// Letters of two cases.
pub(super) fn cases() -> &'static Cases {
    &CASES
}

/// The canonical combining classes.
pub(super) fn classes() -> &'static Classes {
    &CLASSES
}

/// How characters are composed and taken apart.
pub(super) fn unicode() -> &'static Unicode {
    &UNICODE
}

impl Cases {
    /// Passes everything.
    pub fn pass<B: Bits>(&mut self, coder: &mut Coder<B>) {
        [&mut self.capitals, &mut self.smalls].into_iter().for_each(|list| pass(coder, list));
    }
}

impl Classes {
    /// Passes everything.
    pub fn pass<B: Bits>(&mut self, coder: &mut Coder<B>) {
        [&mut self.from, &mut self.class].into_iter().for_each(|list| pass(coder, list));
    }
}

impl Unicode {
    /// Passes everything.
    pub fn pass<B: Bits>(&mut self, coder: &mut Coder<B>) {
        let pairs = [&mut self.seconds, &mut self.starts, &mut self.firsts, &mut self.composites];
        let singles = [&mut self.doubles, &mut self.originals, &mut self.ideographs];
        let forms = [&mut self.form_starts, &mut self.form_lengths];
        let all =
            pairs.into_iter().chain(&mut self.far).chain(&mut self.only_apart).chain(singles).chain(forms);
        all.for_each(|list| pass(coder, list));
    }
}

/// Sizes of steps: none, then two for each power of two, one down and one up.
const SIZES: usize = 44;

/// Passes a list as steps from each number to the next, each by the sizes of the last two.
fn pass<B: Bits>(coder: &mut Coder<B>, list: &mut Vec<u32>) {
    let count = coder.even(1 << 16, list.len() as u32);
    list.resize(count as usize, 0);
    let mut sizes = Model::new(6, &[SIZES, SIZES * SIZES]);
    let mut bits = Model::new(0, &[SIZES * SIZES, SIZES * SIZES * 4]);
    let (mut last, mut size, mut before) = (0_i32, 0, 0);
    for number in list {
        let step = *number as i32 - last;
        let told = if step == 0 { 0 } else { 2 * step.unsigned_abs().ilog2() + 1 + u32::from(step > 0) };
        let next = (coder.number(&mut sizes, &[size, size * SIZES + before], told) as usize).min(SIZES - 1);
        (before, size) = (size, next);
        let mut length = i32::from(size != 0);
        let mut high = 0;
        for at in (0..size.saturating_sub(1) / 2).rev() {
            let place = size * SIZES + at;
            let bit = coder.flag(&mut bits, &[place, place * 4 + high], step.unsigned_abs() >> at & 1 == 1);
            high = (high << 1 | usize::from(bit)) & 3;
            length = length << 1 | i32::from(bit);
        }
        last += if size % 2 == 0 { length } else { -length };
        *number = last as u32;
    }
}
