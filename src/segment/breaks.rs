//! What UAX #29 needs to know of a character, one look-up in its UTF-8 bytes.

use std::sync::LazyLock;

use crate::coder::{Bits, Coder, Model, unpack};

/// Classes of all characters: those that news is written with by place, the others by search.
pub(super) struct Classes {
    near: &'static [u8; NEAR],
    which: Which,
}

/// What breaks are looked for.
#[derive(Clone, Copy)]
pub(super) enum Which {
    Word,
    Sentence,
}

/// Below U+0800, and U+2000 to U+207F.
const NEAR: usize = 0x880;

impl Classes {
    pub(super) const fn new(which: Which, near: &'static [u8]) -> Self {
        match near.first_chunk() {
            Some(near) => Self { near, which },
            None => panic!("the table is shorter than its blocks"),
        }
    }

    /// The class of the character that begins at `at`, and its length in bytes. `text` is UTF-8, `at` inside.
    #[inline(always)]
    pub(super) fn at(&self, text: &[u8], at: usize) -> (u8, usize) {
        match text[at] {
            first @ ..0x80 => (self.near[usize::from(first)], 1),
            first @ ..0xE0 => (self.near[usize::from(first & 0x1F) << 6 | continuation(text, at + 1)], 2),
            first => self.far(text, at, first),
        }
    }

    #[inline(never)]
    fn far(&self, text: &[u8], at: usize, first: u8) -> (u8, usize) {
        let (start, len) = if first < 0xF0 { (first & 0x0F, 3) } else { (first & 0x07, 4) };
        let code = (1..len).fold(usize::from(start), |code, nth| code << 6 | continuation(text, at + nth));
        if let 0x2000..0x2080 = code {
            return (self.near[0x800 + (code & 0x7F)], len);
        }
        let behind = FAR.partition_point(|change| change.from as usize <= code);
        (FAR[behind.saturating_sub(1)].classes[self.which as usize], len)
    }
}

fn continuation(text: &[u8], at: usize) -> usize {
    usize::from(text[at] & 0x3F)
}

static FAR: LazyLock<Vec<Change>> =
    LazyLock::new(|| unpack(include_bytes!("../tables/breaks.bin"), Packed::pass).changes);

/// What `breaks.bin` holds: where from U+0800 on classes change.
#[derive(Debug, Default)]
pub struct Packed {
    /// The changes in the order of code points.
    pub changes: Vec<Change>,
}

/// Classes of the characters from a code point to the next change.
#[derive(Clone, Copy, Debug, Default)]
pub struct Change {
    /// The first code point.
    pub from: u32,
    /// The class for words, and the one for sentences.
    pub classes: [u8; 2],
}

/// Classes for words are fewer, those for sentences fewer still.
const WORD: usize = 64;
const SENTENCE: usize = 16;

impl Packed {
    /// Passes everything: of each change its distance from the last one, as a power of two and its lower bits, and the
    /// classes, by those of the last two.
    pub fn pass<B: Bits>(&mut self, coder: &mut Coder<B>) {
        let count = coder.even(1 << 16, self.changes.len() as u32);
        self.changes.resize(count as usize, Change::default());
        let mut powers = Model::new(5, &[32, WORD * SENTENCE]);
        let mut bits = Model::new(0, &[32 * 32, 32 * 32 * WORD]);
        let mut words = Model::new(6, &[WORD * SENTENCE, WORD * WORD]);
        let mut sentences = Model::new(4, &[WORD * WORD, WORD * SENTENCE]);
        let (mut word, mut sentence, mut word_before) = (0, 0, 0);
        let (mut from, mut power) = (0x7FF_u32, 0);
        for change in &mut self.changes {
            let distance = change.from.saturating_sub(from).max(1);
            let both = word * SENTENCE + sentence;
            power = coder.number(&mut powers, &[power, both], distance.ilog2()).min(20) as usize;
            let mut step = 1;
            for at in (0..power).rev() {
                let place = power * 32 + at;
                let bit = coder.flag(&mut bits, &[place, place * WORD + word], distance >> at & 1 == 1);
                step = step << 1 | u32::from(bit);
            }
            from += step;
            let [next_word, next_sentence] = change.classes.map(u32::from);
            let contexts = [both, word * WORD + word_before];
            let next_word = coder.number(&mut words, &contexts, next_word) as usize % WORD;
            let contexts = [next_word * WORD + word, next_word * SENTENCE + sentence];
            let next_sentence = coder.number(&mut sentences, &contexts, next_sentence) as usize % SENTENCE;
            (word_before, word, sentence) = (word, next_word, next_sentence);
            *change = Change { from, classes: [word as u8, sentence as u8] };
        }
    }
}
