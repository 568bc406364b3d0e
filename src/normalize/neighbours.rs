//! The folds that look at a character's neighbours: hamza before alef, drawn-out letters.

use std::iter::successors;

use super::{Folded, Folds, OffsetMap, folded, table::Table};
use crate::{
    Span,
    bytes::{are, eight_at, find},
};

/// Whether some of `folds` look at neighbours.
pub(super) fn are_looked_at(folds: Folds) -> bool {
    folds.contains(Folds::HAMZA_ALEF) || folds.contains(Folds::REPEATS)
}

/// Folds `source` piece by piece: what lies between the folds stays small.
pub(super) fn fold(source: &str, table: &Table) -> Folded {
    let mut all = Folded { text: String::new(), map: OffsetMap::new(source) };
    let mut from = 0;
    loop {
        let end = piece_end(source, from, table);
        let piece = fold_piece(&source[from..end], table);
        if end - from == source.len() {
            return piece;
        }
        all.text.reserve_exact(source.len() - from);
        all.map.append(&piece.map, all.text.len(), from);
        all.text.push_str(&piece.text);
        from = end;
        if from == source.len() {
            return all;
        }
    }
}

fn fold_piece(source: &str, table: &Table) -> Folded {
    let mut folded = folded::fold(source, table);
    if table.folds().contains(Folds::HAMZA_ALEF) {
        folded = shorten(folded, next_hamza_alef);
    }
    if table.folds().contains(Folds::REPEATS) {
        folded = shorten(folded, next_repeat);
    }
    folded
}

/// The first character a piece's length behind `from` that becomes ASCII, or the text's end: no fold looks from one to what
/// stands before it.
fn piece_end(source: &str, from: usize, table: &Table) -> usize {
    const LENGTH: usize = 32 << 10;
    let becomes_ascii = |c| matches!(table.turn_alone(c), Some(Some(to)) if to.is_ascii());
    (from + LENGTH..source.len())
        .find(|&at| source.is_char_boundary(at))
        .and_then(|at| source[at..].find(becomes_ascii).map(|len| at + len))
        .unwrap_or(source.len())
}

/// Leaves the last character alone of each run that `next` finds from an offset on.
fn shorten(folded: Folded, next: fn(&str, usize) -> Option<Run>) -> Folded {
    let text = &folded.text;
    let runs: Vec<Run> = successors(next(text, 0), |run| next(text, run.0.end)).collect();
    if runs.is_empty() {
        return folded;
    }
    let mut short = String::with_capacity(text.len());
    let mut from = 0;
    for (run, last) in &runs {
        short.push_str(&text[from..run.start]);
        from = *last;
    }
    short.push_str(&text[from..]);
    Folded { text: short, map: folded.map.shortened(&runs) }
}

/// Characters that are folded into the last of them, whose offset comes with them.
type Run = (Span, usize);

/// One or more ء and the alef behind them.
fn next_hamza_alef(text: &str, from: usize) -> Option<Run> {
    let bytes = text.as_bytes();
    let [_, last] = HAMZA;
    let mut at = from;
    loop {
        let alef = 1 + find(bytes, at, |eight| are(eight, last))?;
        if bytes[..alef].ends_with(&HAMZA) && bytes[alef..].starts_with("ا".as_bytes()) {
            let start = from + text[from..alef].trim_end_matches('ء').len();
            return Some((Span::new(start, alef + 'ا'.len_utf8()), alef));
        }
        at = alef;
    }
}

/// ء in UTF-8.
const HAMZA: [u8; 2] = [0xD8, 0xA1];

/// Three or more of one letter.
fn next_repeat(text: &str, from: usize) -> Option<Run> {
    let bytes = text.as_bytes();
    let mut at = from;
    while at + 2 < bytes.len() {
        // Letters have two bytes: the third of a kind is reached where four bytes in a row are those two before.
        let equal = are(eight_at(bytes, at) ^ eight_at(bytes, at + 2), 0);
        let four = equal & equal >> 8 & equal >> 16 & equal >> 24;
        if four == 0 {
            at += 5;
            continue;
        }
        let start = at + four.trailing_zeros() as usize / 8;
        if let Some(letter) =
            text.get(start..).and_then(|rest| rest.chars().next()).filter(|&c| is_drawn_out(c))
        {
            let end = text[start..].find(|c| c != letter).map_or(text.len(), |len| start + len);
            return Some((Span::new(start, end), end - letter.len_utf8()));
        }
        at = start + 1;
    }
    None
}

/// Whether writers draw a word out by repeating `c`.
fn is_drawn_out(c: char) -> bool {
    matches!(c, 'ؠ'..='غ' | 'ف'..='ي' | 'ٮ' | 'ٯ' | 'ٱ'..='ۓ' | 'ە' | 'ۮ' | 'ۯ' | 'ۺ'..='ۼ' | 'ݐ'..='ݿ')
}
