//! Words between which the blank is missing: `السيدكافانو` is `السيد` and `كافانو`.

use crate::segment::is_alphanumeric;

use super::{clitic, lexicon::Entry};

/// Where the second word begins in a folded `word` that is two, in bytes; `source` is the word as it was written.
///
/// A teh marbuta or an alef maksura ends a word, and so does a change of script. Else the word must be unknown in all of
/// its readings, and both parts well known.
pub fn seam(word: &str, source: &str) -> Option<usize> {
    let mut letters = [0_u8; MOST];
    let mut count = 0;
    for (at, _) in word.char_indices() {
        *letters.get_mut(count)? = at as u8;
        count += 1;
    }
    if count < 4 {
        return None;
    }
    let borders = &letters[..count];
    script_seam(word).or_else(|| final_seam(word, source, borders)).or_else(|| known_seam(word, borders))
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

fn known_seam(word: &str, borders: &[u8]) -> Option<usize> {
    if borders.len() < 6 || clitic::glances(word).any(|r| r.entry.known || r.listed) {
        return None;
    }
    (borders.iter().enumerate().skip(4))
        .filter_map(|(before, &at)| {
            let at = usize::from(at);
            let (left, right) = word.split_at(at);
            let joined = JOINED.contains(&right);
            if !joined && borders.len() - before < LONG {
                return None;
            }
            let left = Some(strength(left)).filter(|&left| left >= KNOWN)?;
            let right = if joined { COMMON } else { strength(right) };
            (right >= KNOWN && left.max(right) >= COMMON).then_some((left + right, at))
        })
        .max()
        .map(|(_, at)| at)
}

/// Short words that are glued to the one before again and again.
const JOINED: [&str; 7] = ["في", "من", "علي", "الي", "مع", "عن", "قد"];

/// How well both parts of a glued word must be known, as [`strength`] counts.
const KNOWN: u8 = 5;

/// How well one of them must be.
const COMMON: u8 = 6;

/// How many letters a part has at least that is not one of [`JOINED`].
const LONG: usize = 4;

/// How well known a part is: its frequency's step, a name a middling one.
fn strength(part: &str) -> u8 {
    let of = |reading: clitic::Reading| {
        let Entry { known, frequency, names, .. } = reading.entry;
        let known = if known { frequency } else { 0 };
        let named = if names != 0 || reading.listed { KNOWN } else { 0 };
        let strength = known.max(named);
        if usize::from(reading.letters) < LONG { 0 } else { strength }
    };
    clitic::glances(part).map(of).max().unwrap_or(0)
}
