//! The folds that look at a character's neighbours: hamza before alef, drawn-out letters.

use std::iter::successors;

use super::{Folded, Folds};
use crate::Span;

/// Folds what the folds of single characters left.
pub(super) fn fold(folded: Folded, folds: Folds) -> Folded {
    let mut folded = folded;
    if folds.contains(Folds::HAMZA_ALEF) {
        folded = shorten(folded, next_hamza_alef);
    }
    if folds.contains(Folds::REPEATS) {
        folded = shorten(folded, next_repeat);
    }
    folded
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
    let alef = from + text[from..].find("ءا")? + 'ء'.len_utf8();
    let start = from + text[from..alef].trim_end_matches('ء').len();
    Some((Span::new(start, alef + 'ا'.len_utf8()), alef))
}

/// Three or more of one letter.
fn next_repeat(text: &str, from: usize) -> Option<Run> {
    let bytes = text.as_bytes();
    let mut equal = 0;
    for at in from..bytes.len().saturating_sub(2) {
        // Letters have two bytes: the third of a kind is reached where four bytes in a row are those two before.
        equal = if bytes[at] == bytes[at + 2] { equal + 1 } else { 0 };
        if equal < 4 {
            continue;
        }
        let start = at - 3;
        if let Some(letter) =
            text.get(start..).and_then(|rest| rest.chars().next()).filter(|&c| is_arabic_letter(c))
        {
            let end = text[start..].find(|c| c != letter).map_or(text.len(), |len| start + len);
            return Some((Span::new(start, end), end - letter.len_utf8()));
        }
    }
    None
}

fn is_arabic_letter(c: char) -> bool {
    matches!(c, 'ؠ'..='غ' | 'ف'..='ي' | 'ٮ' | 'ٯ' | 'ٱ'..='ۓ' | 'ە' | 'ۮ' | 'ۯ' | 'ۺ'..='ۼ' | 'ݐ'..='ݿ')
}
