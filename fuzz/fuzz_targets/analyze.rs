//! `never_panics`, and what every analysis promises of its spans.
#![no_main]

use hamish::{Analyzer, Span};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let found = Analyzer::default().analyze(text);
    in_order(text, found.mentions.iter().map(|mention| mention.span));
    in_order(text, found.values.iter().map(|value| value.span));
    for quote in &found.quotes {
        in_order(text, quote.segments.iter().copied());
        assert!(quote.cue.is_none_or(|cue| !cue.of(text).is_empty()));
        assert!(quote.speaker.is_none_or(|speaker| !speaker.span.of(text).is_empty()));
    }
    for (at, entity) in found.entities.iter().enumerate() {
        assert!(entity.mentions.iter().all(|&mention| found.mentions[mention].entity == at));
    }
});

/// Spans lie in the text on character borders, hold something, and come one after the other.
fn in_order(text: &str, spans: impl Iterator<Item = Span>) {
    let mut here = 0;
    for span in spans {
        assert!(here <= span.start && span.start < span.end);
        assert!(text.get(span.start..span.end).is_some());
        here = span.end;
    }
}
