//! Words in marks that stand elsewhere in the article as well: a headline's quote is said in full below it.

use std::collections::HashMap;

use crate::{
    Quote, QuoteKind, Span,
    name::table::{hash, mix},
    segment::Document,
};

use super::{layout::Layout, marks::Marked, text::Text};

/// So many marked spans at the top are looked for in the text below.
const FIRST: usize = 4;

/// Per marked span: `quoted` where its words are part of longer ones in marks, `again` where they stand in marks a second
/// time, `told` where they stand outside of marks, `once` otherwise. Only the first spans are looked for in other ones.
pub(super) fn all(text: &Text, layout: &Layout, marked: &[Marked]) -> Vec<&'static str> {
    let keys: Vec<u64> = marked.iter().map(|one| key(text, one.pieces[0])).collect();
    let mut counts: HashMap<u64, usize> = HashMap::new();
    keys.iter().for_each(|&key| *counts.entry(key).or_default() += 1);
    let mut echoes: Vec<_> = keys.iter().map(|key| if counts[key] > 1 { "again" } else { "once" }).collect();
    for (index, one) in marked.iter().enumerate().take(FIRST) {
        let (from, to) = one.pieces[0];
        if text.count(from, to) < 2 || one.pieces.len() > 1 {
            continue;
        }
        let wanted: Vec<&str> =
            text.words[from..to].iter().filter(|word| !word.mark).map(|word| word.text).collect();
        let here = |at: usize| {
            let words = text.words[at..].iter().filter(|word| !word.mark).map(|word| word.text);
            words.take(wanted.len()).eq(wanted.iter().copied())
        };
        let found = (one.end..text.words.len()).find(|&at| text.words[at].text == wanted[0] && here(at));
        if let Some(at) = found {
            echoes[index] = match layout.within(at) {
                None => "told",
                Some(other) if keys[other] == keys[index] => "again",
                Some(_) => "quoted",
            };
        }
    }
    echoes
}

fn key(text: &Text, (from, to): (usize, usize)) -> u64 {
    let words = text.words[from..to].iter().filter(|word| !word.mark);
    words.fold(0, |sum, word| mix(sum, hash(word.text.as_bytes())))
}

/// Gives a quote in the headline that names nobody the speaker of the same words in the text, where they have one.
pub(super) fn speakers(document: &Document, quotes: &mut [Quote]) {
    let first = document.paragraphs().first().map_or(0, |range| range.end);
    let Some(end) = first.checked_sub(1).map(|at| document.tokens()[at].span().end) else { return };
    for at in 0..quotes.len().min(FIRST) {
        let quote = &quotes[at];
        if quote.span().end > end
            || quote.speaker.is_some()
            || !matches!(quote.kind, QuoteKind::Direct | QuoteKind::Partial)
        {
            continue;
        }
        let words = letters(document, quote.segments[0]);
        if words.len() < 12 {
            continue;
        }
        let later =
            quotes[at + 1..].iter().filter(|later| later.span().start > end && later.speaker.is_some());
        let same = later
            .take(60)
            .find(|later| later.segments.iter().any(|&segment| letters(document, segment).contains(&words)));
        if let Some(speaker) = same.and_then(|later| later.speaker) {
            quotes[at].speaker = Some(speaker);
        }
    }
}

/// The folded words, blanks and marks left out.
fn letters(document: &Document, span: Span) -> String {
    let start = document.tokens().partition_point(|token| token.span().end <= span.start);
    let tokens = document.tokens()[start..].iter().take_while(|token| token.span().start < span.end);
    tokens.flat_map(|token| document.folded(token).chars()).filter(|c| c.is_alphanumeric()).collect()
}
