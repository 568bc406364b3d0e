//! The article as text for a terminal, with a summary below.

use std::fmt::Write;

use hamish::{Annotations, NameType, QuoteKind};

use super::markup::{Mark, Step, steps};

/// The article with names, values and quotes in colour, and a summary.
pub(super) fn coloured(text: &str, annotations: &Annotations) -> String {
    let mut out = String::with_capacity(2 * text.len());
    let mut open: Vec<Mark> = Vec::new();
    steps(text, annotations, |step| match step {
        Step::Text(text) => out.push_str(text),
        Step::Open(mark) => {
            open.push(mark);
            out.push_str(style(mark));
        }
        Step::Close(_) => {
            open.pop();
            out.push_str("\x1b[0m");
            open.iter().for_each(|&mark| out.push_str(style(mark)));
        }
    });
    out + &summary(annotations, text)
}

/// The article as it is, and a summary.
pub(super) fn plain(text: &str, annotations: &Annotations) -> String {
    text.to_owned() + &summary(annotations, text)
}

fn style(mark: Mark) -> &'static str {
    match mark {
        Mark::Name(NameType::Person, _) => "\x1b[1;36m",
        Mark::Name(NameType::Place, _) => "\x1b[1;32m",
        Mark::Name(NameType::Organization, _) => "\x1b[1;35m",
        Mark::Value(_) => "\x1b[34m",
        Mark::Quote(QuoteKind::Term, _) => "\x1b[3m",
        Mark::Quote(QuoteKind::Indirect, _) => "\x1b[4;2m",
        Mark::Quote(_, _) => "\x1b[4;33m",
    }
}

fn summary(annotations: &Annotations, text: &str) -> String {
    let mut out = String::from(if text.ends_with('\n') { "\n" } else { "\n\n" });
    let time = &annotations.reading_time;
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "Reading time: {} ({} words, {} a minute)",
        time.label, time.words, time.words_per_minute
    );
    for (title, kind) in
        [("People", NameType::Person), ("Places", NameType::Place), ("Organizations", NameType::Organization)]
    {
        let names: Vec<String> = (annotations.entities.iter().filter(|entity| entity.kind == kind))
            .map(|entity| format!("{} ×{}", entity.name, entity.mentions.len()))
            .collect();
        if !names.is_empty() {
            let _ = writeln!(out, "{title}: {}", names.join("، "));
        }
    }
    let values: Vec<String> =
        annotations.values.iter().map(|value| format!("{} = {}", value.span.of(text), value.kind)).collect();
    if !values.is_empty() {
        let _ = writeln!(out, "Dates and figures: {}", values.join("، "));
    }
    for quote in annotations.quotes.iter().filter(|quote| quote.kind != QuoteKind::Term) {
        let speaker = quote.speaker.map_or("?", |speaker| speaker.span.of(text));
        let words: Vec<&str> = quote.segments.iter().map(|segment| segment.of(text)).collect();
        let cue = quote.cue.map_or(String::new(), |cue| format!(" ({})", cue.of(text)));
        let _ = writeln!(out, "{}: {speaker}{cue}: {}", title(quote.kind), words.join(" … "));
    }
    out
}

fn title(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "Quote",
        QuoteKind::Partial => "Fragment",
        QuoteKind::Indirect => "Report",
        QuoteKind::Term => "Term",
    }
}
