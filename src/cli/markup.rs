//! Annotations as properly nested markup, for whatever writes them into the text.

use hamish::{Annotations, NameType, QuoteKind, Span};

/// What stands around a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A mention, by its index.
    Name(NameType, usize),
    /// A segment of a quote, by the quote's index.
    Quote(QuoteKind, usize),
    /// A value, by its index.
    Value(usize),
}

/// A step through the text.
pub(super) enum Step<'t> {
    Open(Mark),
    Text(&'t str),
    Close(Mark),
}

/// The text with its names, values and quotes, opened and closed like brackets: where two cross, the later one is closed and
/// opened again.
pub(super) fn steps<'t>(text: &'t str, annotations: &Annotations, mut each: impl FnMut(Step<'t>)) {
    let mut open: Vec<(Span, Mark)> = Vec::new();
    let mut here = 0;
    let mut upcoming = marks(annotations).into_iter().peekable();
    loop {
        let opens = upcoming.peek().map(|(span, _)| span.start);
        let closes = open.iter().map(|(span, _)| span.end).min();
        let Some(next) = opens.into_iter().chain(closes).min() else { break };
        if here < next {
            each(Step::Text(&text[here..next]));
            here = next;
        }
        if closes == Some(next) {
            let first = open.iter().position(|(span, _)| span.end == next).unwrap_or(0);
            let closed = open.split_off(first);
            closed.iter().rev().for_each(|(_, mark)| each(Step::Close(*mark)));
            for (span, mark) in closed.into_iter().filter(|(span, _)| span.end > next) {
                each(Step::Open(mark));
                open.push((span, mark));
            }
        } else if let Some((span, mark)) = upcoming.next() {
            each(Step::Open(mark));
            open.push((span, mark));
        }
    }
    each(Step::Text(&text[here..]));
}

/// Every name, value and quote segment, outer before inner.
fn marks(annotations: &Annotations) -> Vec<(Span, Mark)> {
    let names = annotations.mentions.iter().enumerate().map(|(at, m)| (m.span, Mark::Name(m.kind, at)));
    let quotes = (annotations.quotes.iter().enumerate())
        .flat_map(|(at, q)| q.segments.iter().map(move |&span| (span, Mark::Quote(q.kind, at))));
    let values = annotations.values.iter().enumerate().map(|(at, v)| (v.span, Mark::Value(at)));
    let mut marks: Vec<_> = quotes.chain(names).chain(values).filter(|(span, _)| !span.is_empty()).collect();
    marks.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    marks
}
