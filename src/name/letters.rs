//! How much a word's letters look like a name's: `ميلوشيفيتش` does, `يستخدمون` does not.

use super::table::{hash, mix};

/// How many weights the table has.
pub const WEIGHTS: usize = 1 << 13;

/// How many levels [`likeness`] tells apart.
pub const LEVELS: i32 = 8;

/// A level's width, in the weights' unit.
pub const STEP: i32 = 24;

static TABLE: &[u8; WEIGHTS] = include_bytes!("../tables/letters.bin");

/// 0 for a word that looks like no name at all, up to [`LEVELS`] - 1.
pub fn likeness(word: &str) -> u8 {
    let mut sum = 0;
    pieces(word, |piece| sum += i32::from(TABLE[piece] as i8));
    (sum.div_euclid(STEP) + LEVELS / 2).clamp(0, LEVELS - 1) as u8
}

/// The places in the table of a word's runs of two to four letters, its ends included as letters.
pub fn pieces(word: &str, mut each: impl FnMut(usize)) {
    let mut window = [1_u64; 4];
    for (at, letter) in word.chars().map(u64::from).chain([2]).enumerate().take(24) {
        window.rotate_left(1);
        window[3] = letter;
        let mut run = letter;
        for before in 1..window.len().min(at + 2) {
            run = mix(run, window[3 - before]);
            each((hash(&run.to_le_bytes()) >> 40) as usize % WEIGHTS);
        }
    }
}
