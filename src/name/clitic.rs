//! Where a word ends being a proclitic and begins being itself: `وبوتين` is و and بوتين, `واشنطن` is one.

use super::{
    gazetteer::gazetteer,
    lexicon::{Entry, lexicon},
    table::hash,
};

/// The letters that stand before the word itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Clitic {
    #[default]
    None,
    Waw,
    Fa,
    Ba,
    Lam,
    Kaf,
    /// `لل`, which swallows the alef of `ال`.
    LamLam,
    /// A conjunction and a preposition.
    WawBa,
    WawLam,
    WawLamLam,
    WawKaf,
}

/// One way to read a written word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reading {
    /// What stands before.
    pub clitic: Clitic,
    /// Bytes of the folded word that do.
    pub skip: u8,
    /// Hash of the word itself; behind `لل` with its alef.
    pub stem: u64,
    /// What is known of it.
    pub entry: Entry,
    /// Whether the gazetteer has it, alone.
    pub listed: bool,
}

/// All readings of a folded word, the whole word first.
pub fn readings(word: &str) -> impl Iterator<Item = Reading> {
    let whole = std::iter::once(reading(Clitic::None, 0, word));
    let split = CLITICS.iter().filter_map(move |&(letters, clitic)| {
        let rest = word.strip_prefix(letters)?;
        if matches!(clitic, Clitic::LamLam | Clitic::WawLamLam) {
            // `لل` and the rest of a word with the article, put together again without a new allocation.
            let mut joined = [0; 64];
            let bytes = rest.as_bytes();
            if bytes.len() < 4 || bytes.len() + 4 > joined.len() {
                return None;
            }
            joined[..4].copy_from_slice("ال".as_bytes());
            joined[4..bytes.len() + 4].copy_from_slice(bytes);
            let joined = std::str::from_utf8(&joined[..bytes.len() + 4]).ok()?;
            return Some(reading(clitic, letters.len(), joined));
        }
        let long_enough = rest.chars().nth(1).is_some();
        long_enough.then(|| reading(clitic, letters.len(), rest))
    });
    whole.chain(split)
}

const CLITICS: [(&str, Clitic); 13] = [
    ("و", Clitic::Waw),
    ("ف", Clitic::Fa),
    ("ب", Clitic::Ba),
    ("ل", Clitic::Lam),
    ("ك", Clitic::Kaf),
    ("لل", Clitic::LamLam),
    ("وب", Clitic::WawBa),
    ("فب", Clitic::WawBa),
    ("ول", Clitic::WawLam),
    ("فل", Clitic::WawLam),
    ("ولل", Clitic::WawLamLam),
    ("فلل", Clitic::WawLamLam),
    ("وك", Clitic::WawKaf),
];

fn reading(clitic: Clitic, skip: usize, stem: &str) -> Reading {
    let stem = hash(stem.as_bytes());
    Reading {
        clitic,
        skip: skip as u8,
        stem,
        entry: lexicon().get(stem),
        listed: gazetteer().get(stem).is_some(),
    }
}

/// How likely the reading is, in steps of about a factor of two. `elsewhere`: how many other spellings of the article
/// have the same stem.
pub fn likelihood(reading: &Reading, elsewhere: usize) -> i32 {
    let Reading { clitic, entry, listed, .. } = reading;
    let known = if entry.known { 5 + i32::from(entry.frequency) } else { 0 };
    let named =
        i32::from((entry.given() + entry.family() + entry.foreign()).min(4)) + if *listed { 5 } else { 0 };
    let prior = match clitic {
        Clitic::None => 1,
        Clitic::Waw => 0,
        Clitic::Ba | Clitic::Lam | Clitic::LamLam => -1,
        Clitic::Fa | Clitic::WawBa | Clitic::WawLam | Clitic::WawLamLam => -4,
        Clitic::Kaf | Clitic::WawKaf => -7,
    };
    known.max(named).max((known + named) / 2 + 2 * i32::from(known > 0 && named > 0))
        + prior
        + 4 * elsewhere.min(2) as i32
}
