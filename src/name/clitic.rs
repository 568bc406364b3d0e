//! Where a word ends being a proclitic and begins being itself: `وبوتين` is و and بوتين, `واشنطن` is one.

use super::{
    gazetteer::gazetteer,
    lead::LEADS,
    letters,
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

/// How many there are without those of two parts.
const SINGLE: usize = 7;

impl Clitic {
    /// The first and the last of its parts, below [`SINGLE`].
    fn parts(self) -> (usize, usize) {
        match self {
            Self::WawBa => (Self::Waw as usize, Self::Ba as usize),
            Self::WawLam => (Self::Waw as usize, Self::Lam as usize),
            Self::WawLamLam => (Self::Waw as usize, Self::LamLam as usize),
            Self::WawKaf => (Self::Waw as usize, Self::Kaf as usize),
            single => (single as usize, single as usize),
        }
    }
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
    /// How much its letters look like a name's.
    pub likeness: u8,
    /// How many letters it has.
    pub letters: u8,
    /// Whether it has the article `ال`.
    pub article: bool,
    /// The place of its first letter in Unicode's block, counted from 1; 0 for what is no Arabic letter.
    pub initial: u8,
    /// The same of its second letter.
    pub second: u8,
}

/// What an article's cases of a spelling tell of how it is read.
#[derive(Clone, Copy, Debug)]
pub struct Cases {
    /// How many they are.
    pub count: u32,
    /// What stands before them, a bit for each [`Lead`](super::lead::Lead).
    pub leads: u16,
}

impl Default for Cases {
    /// One of which nothing is known.
    fn default() -> Self {
        Self { count: 1, leads: 0 }
    }
}

/// All readings of a folded word, the whole word first.
pub fn readings(word: &str) -> impl Iterator<Item = Reading> {
    glances(word).map(move |glance| Reading {
        likeness: with_stem(word, glance.clitic, usize::from(glance.skip), letters::likeness)
            .unwrap_or_default(),
        ..glance
    })
}

/// The same; what their letters look like is left out.
pub fn glances(word: &str) -> impl Iterator<Item = Reading> {
    let whole = std::iter::once(glance(Clitic::None, 0, word));
    let some = if word.starts_with(['و', 'ف', 'ب', 'ل', 'ك']) { &CLITICS[..] } else { &[] };
    let split = some.iter().filter_map(move |&(letters, clitic)| {
        word.starts_with(letters).then_some(())?;
        with_stem(word, clitic, letters.len(), |stem| glance(clitic, letters.len(), stem))
    });
    whole.chain(split)
}

/// What `look` makes of the word behind `skip` bytes; `None` where too little is left of it.
fn with_stem<T>(word: &str, clitic: Clitic, skip: usize, look: impl FnOnce(&str) -> T) -> Option<T> {
    let rest = word.get(skip..)?;
    match clitic {
        Clitic::None => Some(look(rest)),
        Clitic::LamLam | Clitic::WawLamLam => {
            // `لل` and the rest of a word with the article, put together again without a new allocation.
            let mut joined = [0; 64];
            let bytes = rest.as_bytes();
            if bytes.len() < 4 || bytes.len() + 4 > joined.len() {
                return None;
            }
            joined[..4].copy_from_slice("ال".as_bytes());
            joined[4..bytes.len() + 4].copy_from_slice(bytes);
            std::str::from_utf8(&joined[..bytes.len() + 4]).ok().map(look)
        }
        _ => rest.chars().nth(1).is_some().then(|| look(rest)),
    }
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

fn glance(clitic: Clitic, skip: usize, stem: &str) -> Reading {
    let hash = hash(stem.as_bytes());
    let letter = |at: usize| stem.chars().nth(at).map_or(0, place);
    Reading {
        clitic,
        skip: skip as u8,
        stem: hash,
        entry: lexicon().get(hash),
        listed: gazetteer().get(hash).is_some(),
        likeness: 0,
        letters: stem.chars().count().min(255) as u8,
        article: stem.strip_prefix("ال").is_some_and(|rest| rest.chars().nth(1).is_some()),
        initial: letter(0),
        second: letter(1),
    }
}

fn place(letter: char) -> u8 {
    if ('ء'..='ي').contains(&letter) { (letter as u32 - 'ء' as u32) as u8 + 1 } else { 0 }
}

/// How likely the reading is of a name's first word, in the weights' unit. `whole` is the word read as it is written;
/// `elsewhere`: how many other spellings of the article have the same stem.
pub fn likelihood(reading: &Reading, whole: &Reading, elsewhere: usize, cases: Cases) -> i32 {
    traits(reading, whole, elsewhere, cases).map(|at| i32::from(WEIGHTS[at] as i8)).sum()
}

/// How many values each trait has, in the order of [`traits`]; what stands before the word comes last.
const SIZES: [usize; 14] =
    [12 * SINGLE, 16, 8, 2 * SINGLE, 8, 16, 16, 256, 22, 24, 145, 10, SINGLE * LETTERS, SINGLE * LETTERS];

/// How many weights there are, one for each value of each trait.
pub const TRAITS: usize = {
    let (mut sum, mut at) = (SINGLE * LEADS, 0);
    while at < SIZES.len() {
        sum += SIZES[at];
        at += 1;
    }
    sum
};

/// How many values [`Reading::initial`] has.
const LETTERS: usize = 43;

static WEIGHTS: &[u8] = include_bytes!("../tables/clitics.bin");

/// What speaks for a reading or against it: places in the table of weights.
pub fn traits(
    reading: &Reading,
    whole: &Reading,
    elsewhere: usize,
    cases: Cases,
) -> impl Iterator<Item = usize> {
    let Reading { clitic, entry, listed, likeness, letters, article, initial, second, .. } = *reading;
    let (outer, inner) = clitic.parts();
    let split = usize::from(clitic != Clitic::None);
    let frequency = |entry: Entry| if entry.known { usize::from(entry.frequency.min(10)) + 1 } else { 0 };
    let (as_written, frequency) = (frequency(whole.entry), frequency(entry));
    let values = [
        12 * inner + frequency,
        usize::from(entry.given() + 4 * entry.family()),
        usize::from(entry.foreign()) + 4 * split,
        2 * inner + usize::from(listed),
        2 * elsewhere.min(3) + split,
        2 * usize::from(letters.min(7)) + split,
        2 * usize::from(likeness) + split,
        usize::from(entry.affinity),
        2 * clitic as usize + usize::from(article),
        2 * frequency + usize::from(entry.names != 0),
        split * (12 * as_written + frequency + 1),
        2 * cases.count.min(4) as usize + split,
        LETTERS * inner + usize::from(initial),
        LETTERS * inner + usize::from(second),
    ];
    let leads = (0..LEADS).filter(move |lead| cases.leads & 1 << lead != 0);
    let mut start = 0;
    let places = values.into_iter().zip(SIZES).map(move |(value, size)| {
        start += size;
        start - size + value
    });
    places.chain(leads.map(move |lead| TRAITS - SINGLE * LEADS + LEADS * outer + lead))
}
