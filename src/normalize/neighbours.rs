//! The folds that look at a character's neighbours: hamza before alef, drawn-out letters.

use super::{Folded, Folds};
use crate::Span;

/// Folds what the folds of single characters left.
pub(super) fn fold(folded: Folded, folds: Folds) -> Folded {
    let mut folded = folded;
    if folds.contains(Folds::HAMZA_ALEF) {
        folded = shorten(
            folded,
            |before, c| before == 'ء' && matches!(c, 'ء' | 'ا'),
            |run| run.ends_with('ا') && run.starts_with('ء'),
        );
    }
    if folds.contains(Folds::REPEATS) {
        folded = shorten(
            folded,
            |before, c| before == c && is_arabic_letter(c),
            |run| run.chars().nth(2).is_some(),
        );
    }
    folded
}

/// Leaves the last character alone of each run of characters that go `together` and that `counts`.
fn shorten(folded: Folded, together: fn(char, char) -> bool, counts: fn(&str) -> bool) -> Folded {
    let text = &folded.text;
    let mut runs: Vec<(Span, usize)> = Vec::new();
    let mut run = 0;
    let mut before: Option<(usize, char)> = None;
    // The end of the text ends the last run, as any character does that goes with none.
    for (at, c) in text.char_indices().chain([(text.len(), '\0')]) {
        if let Some((last, last_char)) = before
            && !(at < text.len() && together(last_char, c))
        {
            if last > run && counts(&text[run..at]) {
                runs.push((Span::new(run, at), last));
            }
            run = at;
        }
        before = Some((at, c));
    }
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

fn is_arabic_letter(c: char) -> bool {
    matches!(c, 'ؠ'..='غ' | 'ف'..='ي' | 'ٮ' | 'ٯ' | 'ٱ'..='ۓ' | 'ە' | 'ۮ' | 'ۯ' | 'ۺ'..='ۼ' | 'ݐ'..='ݿ')
}
