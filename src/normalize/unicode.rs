//! What canonical composition, presentation forms and letter case need of the Unicode Character Database, unpacked when first asked for.

use std::sync::LazyLock;

use crate::coder::{Bits, Coder, Model, unpack};

/// Which characters may compose or change places with the one before: what `classes.bin` holds.
#[derive(Debug, Default)]
pub struct Classes {
    /// Where the class changes, in the order of code points.
    pub from: Vec<u32>,
    /// The class from there on.
    pub class: Vec<u32>,
    /// Characters of the first plane that compose with the one before, sorted.
    pub seconds: Vec<u32>,
}

/// How characters are composed and taken apart: what `unicode.bin` holds.
#[derive(Debug, Default)]
pub struct Unicode {
    /// Where the rows of each of the classes' `seconds` start in `firsts` and `composites`, and where the last ones end.
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

/// Rows of letters of two cases, one character each: what `cases.bin` holds.
#[derive(Debug, Default)]
pub struct Cases {
    /// The first capital letter of each row, sorted.
    pub firsts: Vec<u32>,
    /// The last one.
    pub lasts: Vec<u32>,
    /// How far it is from one capital letter to the next.
    pub strides: Vec<u32>,
    /// The small letter of the first one; from there on it is as far.
    pub smalls: Vec<u32>,
}

static CASES: LazyLock<Cases> = LazyLock::new(|| unpack(include_bytes!("../tables/cases.bin"), Cases::pass));

static CLASSES: LazyLock<Classes> =
    LazyLock::new(|| unpack(include_bytes!("../tables/classes.bin"), Classes::pass));

static UNICODE: LazyLock<Unicode> =
    LazyLock::new(|| unpack(include_bytes!("../tables/unicode.bin"), Unicode::pass));

/// Letters of two cases.
pub(super) fn cases() -> &'static Cases {
    &CASES
}

/// What may compose or change places.
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
        let mut steps = Steps::new();
        let lists = [&mut self.firsts, &mut self.lasts, &mut self.strides, &mut self.smalls];
        lists.into_iter().for_each(|list| steps.pass(coder, list));
    }
}

impl Classes {
    /// Passes everything.
    pub fn pass<B: Bits>(&mut self, coder: &mut Coder<B>) {
        let mut steps = Steps::new();
        [&mut self.from, &mut self.class, &mut self.seconds]
            .into_iter()
            .for_each(|list| steps.pass(coder, list));
    }
}

impl Unicode {
    /// Passes everything.
    pub fn pass<B: Bits>(&mut self, coder: &mut Coder<B>) {
        let pairs = [&mut self.starts, &mut self.firsts, &mut self.composites];
        let singles = [&mut self.doubles, &mut self.originals, &mut self.ideographs];
        let forms = [&mut self.form_starts, &mut self.form_lengths];
        let all =
            pairs.into_iter().chain(&mut self.far).chain(&mut self.only_apart).chain(singles).chain(forms);
        let mut steps = Steps::new();
        all.for_each(|list| steps.pass(coder, list));
    }
}

/// Sizes of steps: none, then two for each power of two, one down and one up.
const SIZES: usize = 44;

/// What is learned of the steps from number to number while lists are passed.
struct Steps {
    sizes: Model,
    bits: Model,
}

impl Steps {
    fn new() -> Self {
        Self {
            sizes: Model::new(6, &[SIZES, SIZES * SIZES]),
            bits: Model::new(0, &[SIZES * SIZES, SIZES * SIZES * 4]),
        }
    }

    /// Passes a list as steps from each number to the next, each by the sizes of the last two.
    fn pass<B: Bits>(&mut self, coder: &mut Coder<B>, list: &mut Vec<u32>) {
        let count = coder.even(1 << 16, list.len() as u32);
        list.resize(count as usize, 0);
        let (mut last, mut size, mut before) = (0, 0, 0);
        for number in list {
            let (next, step) = self.step(coder, size, before, *number as i32 - last);
            (before, size) = (size, next);
            last += step;
            *number = last as u32;
        }
    }

    /// Passes a step behind those of two sizes, with its own size.
    #[inline(never)]
    fn step<B: Bits>(&mut self, coder: &mut Coder<B>, size: usize, before: usize, step: i32) -> (usize, i32) {
        let told = if step == 0 { 0 } else { 2 * step.unsigned_abs().ilog2() + 1 + u32::from(step > 0) };
        let told = coder.number(&mut self.sizes, &[size, size * SIZES + before], told);
        let size = (told as usize).min(SIZES - 1);
        let mut length = i32::from(size != 0);
        let mut high = 0;
        for at in (0..size.saturating_sub(1) / 2).rev() {
            let place = size * SIZES + at;
            let bit = step.unsigned_abs() >> at & 1 == 1;
            let bit = coder.flag(&mut self.bits, &[place, place * 4 + high], bit);
            high = (high << 1 | usize::from(bit)) & 3;
            length = length << 1 | i32::from(bit);
        }
        (size, if size.is_multiple_of(2) { length } else { -length })
    }
}
