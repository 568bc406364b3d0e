//! Words between which the blank is missing: `السيدكافانو` is `السيد` and `كافانو`.

use crate::segment::is_alphanumeric;

use super::{clitic, lexicon::Entry};

/// Whether a spelling is two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seam {
    /// It is one.
    None,
    /// It is two; the second one begins at this byte.
    At(usize),
    /// Nothing is known of it; [`seam_within`] may tell more.
    Unknown,
}

/// Whether a folded `word` is two; `source` is the word as it was written.
///
/// A teh marbuta or an alef maksura ends a word, and so does a change of script. Else the word must be unknown in all of
/// its readings, and both parts well known.
pub fn seam(word: &str, source: &str) -> Seam {
    let mut letters = [0; MOST];
    let Some(borders) = borders(word, &mut letters).filter(|borders| borders.len() >= 4) else {
        return Seam::None;
    };
    if let Some(at) = script_seam(word).or_else(|| final_seam(word, source, borders)) {
        return Seam::At(at);
    }
    if borders.len() < LONG + 2 || clitic::glances(word).any(|r| r.entry.known || r.listed) {
        return Seam::None;
    }
    best_seam(word, borders, |_| false).map_or(Seam::Unknown, Seam::At)
}

/// Where the second word begins in a word of which nothing is known, when one part is a word that `is_written` elsewhere in the
/// article, by its hash.
pub fn seam_within(word: &str, is_written: impl Fn(u64) -> bool) -> Option<usize> {
    best_seam(word, borders(word, &mut [0; MOST])?, is_written)
}

/// Where a word's letters begin; `None` where they are too many.
fn borders<'l>(word: &str, letters: &'l mut [u8; MOST]) -> Option<&'l [u8]> {
    let mut count = 0;
    for (at, _) in word.char_indices() {
        *letters.get_mut(count)? = at as u8;
        count += 1;
    }
    Some(&letters[..count])
}

/// Longer words are left alone, in letters.
const MOST: usize = 48;

fn script_seam(word: &str) -> Option<usize> {
    let mut last = None;
    word.char_indices().find_map(|(at, c)| {
        let latin = (matches!(c, 'ء'..='ي') || c.is_alphabetic()).then_some(c < '\u{250}');
        let changes = last.is_some() && latin.is_some() && last != latin;
        last = latin;
        changes.then_some(at)
    })
}

fn final_seam(word: &str, source: &str, borders: &[u8]) -> Option<usize> {
    let mut written = source.chars().filter(|c| is_alphanumeric(*c) && *c != 'ـ').peekable();
    for (number, &at) in borders.iter().enumerate() {
        let letter = written.next()?;
        if number >= 2 && matches!(letter, 'ة' | 'ى') {
            let next = borders.get(number + 1).copied().map(usize::from)?;
            let same = word[usize::from(at)..].starts_with(if letter == 'ة' { 'ه' } else { 'ي' });
            // A possessive ending may be written behind a teh marbuta by mistake.
            let rest = borders.len() - number - 1;
            return (same && rest > 2).then_some(next);
        }
    }
    None
}

fn best_seam(word: &str, borders: &[u8], is_written: impl Fn(u64) -> bool) -> Option<usize> {
    (borders.iter().enumerate().skip(LONG))
        .filter_map(|(before, &at)| {
            let at = usize::from(at);
            let (left, right) = word.split_at(at);
            let joined = JOINED.contains(&right);
            if !joined && borders.len() - before < LONG {
                return None;
            }
            let left = Some(strength(left, &is_written)).filter(|&left| left >= KNOWN)?;
            let right = if joined { COMMON } else { strength(right, &is_written) };
            (right >= KNOWN && left.max(right) >= COMMON).then_some((left + right, at))
        })
        .max()
        .map(|(_, at)| at)
}

/// Short words that are glued to the one before again and again.
const JOINED: [&str; 16] = [
    "في", "من", "علي", "الي", "مع", "عن", "قد", "قبل", "بعد", "حين", "منذ", "حيث", "كما", "هذا", "التي",
    "الذي",
];

/// How well both parts of a glued word must be known, as [`strength`] counts.
const KNOWN: u8 = 5;

/// How well one of them must be.
const COMMON: u8 = 6;

/// How many letters a part has at least that is not one of [`JOINED`].
const LONG: usize = 4;

/// How well known a part is: its frequency's step, a name a middling one, another word of the article a high one.
fn strength(part: &str, is_written: impl Fn(u64) -> bool) -> u8 {
    let of = |reading: clitic::Reading| {
        let Entry { known, frequency, names, .. } = reading.entry;
        let known = if known { frequency } else { 0 };
        let named = if names != 0 || reading.listed { KNOWN } else { 0 };
        let written = if is_written(reading.stem) { COMMON } else { 0 };
        let strength = known.max(named).max(written);
        if usize::from(reading.letters) < LONG { 0 } else { strength }
    };
    clitic::glances(part).map(of).max().unwrap_or(0)
}
