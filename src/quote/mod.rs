//! Stage 5: quotes, their cues and speakers.

mod cue;
mod indirect;
mod kind;
mod layout;
mod marks;
mod resolve;
mod speaker;
mod text;

use crate::{Mention, Quote, QuoteKind, Span, order, segment::Document};

use kind::{Named, Verdict};
use layout::Layout;
use resolve::Resolver;
use text::Text;

/// Quoted and reported speech in the text, by start.
pub fn find(document: &Document, mentions: &[Mention]) -> Vec<Quote> {
    let text = Text::new(document, mentions);
    let marked = marks::find(&text);
    let layout = Layout::new(&text, &marked);
    let mut reports = (0..text.words.len())
        .filter(|&at| text.words[at].cue.is_some())
        .filter_map(|cue| indirect::behind(&text, &layout, cue))
        .collect::<Vec<_>>();
    order::by_key(&mut reports, |report| (report.words.0 as u64, report.words.1 as u64));
    reports.dedup_by(|later, kept| later.words.0 < kept.words.1);
    let mut reports = reports.into_iter().peekable();
    let mut resolver = Resolver::new(&text, &layout, mentions);
    let mut quotes: Vec<Quote> = Vec::new();
    for (index, one) in marked.iter().enumerate() {
        while let Some(report) = reports.next_if(|report| report.words.0 <= one.open) {
            quotes.push(reported(&mut resolver, &text, &report));
        }
        let verdict = kind::judge(&text, &layout, &marked, index, resolver.last());
        let segments =
            one.pieces.iter().filter(|(from, to)| from < to).map(|&(from, to)| text.span(from, to));
        let segments: Vec<_> = segments.collect();
        if segments.is_empty() {
            continue;
        }
        let cue = verdict.cue.map(|at| resolver.cue_span(at));
        let broken = |last: &&mut Quote| {
            verdict.kind == QuoteKind::Direct
                && cue.is_some()
                && last.kind == QuoteKind::Direct
                && last.cue == cue
                && last.span().end <= segments[0].start
        };
        if let Some(last) = quotes.last_mut().filter(broken) {
            last.segments.extend(segments);
            continue;
        }
        let speaker = speaker_of(&mut resolver, verdict, one.open);
        quotes.push(Quote { kind: verdict.kind, segments, speaker, cue });
    }
    for report in reports {
        quotes.push(reported(&mut resolver, &text, &report));
    }
    order::by_key(&mut quotes, |quote| (quote.span().start as u64, 0));
    uncross(&mut quotes);
    quotes
}

/// Where two pieces would cross, the later one ends where the earlier one does.
fn uncross(quotes: &mut [Quote]) {
    let mut pieces: Vec<&mut Span> = quotes.iter_mut().flat_map(|quote| &mut quote.segments).collect();
    order::by_key(&mut pieces, |piece| (piece.start as u64, u64::MAX - piece.end as u64));
    let mut around: Vec<usize> = Vec::new();
    for piece in pieces {
        while around.last().is_some_and(|&end| end <= piece.start) {
            around.pop();
        }
        piece.end = piece.end.min(around.last().copied().unwrap_or(piece.end));
        around.push(piece.end);
    }
}

fn speaker_of(resolver: &mut Resolver, verdict: Verdict, open: usize) -> Option<crate::Speaker> {
    if verdict.kind == QuoteKind::Term {
        return None;
    }
    match (verdict.cue, verdict.named) {
        (Some(cue), _) => resolver.by_cue(cue, open),
        (None, Named::Words(from, to)) => resolver.by_words(from, to),
        (None, Named::Last) => resolver.again(),
        (None, Named::Nobody) => None,
    }
}

fn reported(resolver: &mut Resolver, text: &Text, report: &indirect::Report) -> Quote {
    Quote {
        kind: QuoteKind::Indirect,
        segments: vec![text.span(report.words.0, report.words.1)],
        speaker: resolver.by_cue(report.cue, report.words.0),
        cue: Some(resolver.cue_span(report.cue)),
    }
}
