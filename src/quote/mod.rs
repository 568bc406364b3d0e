//! Stage 5: quotes, their cues and speakers.
//!
//! Rules read the marks and collect what may be said, by whom and through which reporting word; [`model`] chooses.

mod aside;
mod attribution;
mod begin;
mod candidates;
mod clause;
mod cue;
mod echo;
mod end;
mod extent;
mod headline;
mod kind;
mod layout;
mod lists;
mod mark;
mod marks;
mod memory;
pub mod model;
mod named;
mod office;
mod phrase;
mod report;
mod role;
mod sayers;
mod setting;
mod sort;
mod speaker;
mod text;
pub mod trees;
mod verb;
mod voice;
mod words;

use crate::{Mention, NameType, Quote, QuoteKind, Span, Speaker, order, segment::Document};

use attribution::Attribution;
use kind::Earlier;
use layout::Layout;
use marks::Marked;
use memory::Memory;
use model::{Answer, Ballot, Fitted, Judge};
use report::Report;
use sayers::Sayers;
use speaker::Said;
use text::Text;

/// Quoted and reported speech in the text, by start.
pub fn find(document: &Document, mentions: &[Mention]) -> Vec<Quote> {
    find_with(document, mentions, &mut Fitted::get(), Ballot::default())
}

/// The same, each question answered by `judge` and explained on `ballot`.
pub fn find_with(
    document: &Document,
    mentions: &[Mention],
    judge: &mut impl Judge,
    mut ballot: Ballot,
) -> Vec<Quote> {
    let text = Text::new(document, mentions);
    let marked = marks::find(&text);
    let layout = Layout::new(&text, &marked);
    let reports = reports(&text, &layout, judge, &mut ballot);
    let scene = Scene::new(&text, &layout, &marked, &reports);
    let mut finder = Finder {
        scene: &scene,
        mentions,
        judge,
        ballot,
        memory: Memory::default(),
        earlier: Earlier::default(),
        spoken: None,
        quotes: Vec::new(),
    };
    let mut upcoming = reports.iter().peekable();
    for (index, one) in marked.iter().enumerate() {
        while let Some(report) = upcoming.next_if(|report| report.words.0 <= one.open) {
            finder.report(report);
        }
        finder.marked(index);
    }
    upcoming.for_each(|report| finder.report(report));
    let mut quotes = finder.quotes;
    echo::speakers(document, &mut quotes);
    order::by_key(&mut quotes, |quote| (quote.span().start as u64, 0));
    uncross(&mut quotes);
    quotes
}

/// What every question is asked about.
struct Scene<'s> {
    text: &'s Text<'s>,
    sayers: Sayers,
    layout: &'s Layout,
    marked: &'s [Marked],
    reports: &'s [Report],
    /// Per word, the report that it is in, plus one.
    reported: Vec<usize>,
    /// Per marked span, where else its words stand.
    echoes: Vec<&'static str>,
}

impl<'s> Scene<'s> {
    fn new(text: &'s Text<'s>, layout: &'s Layout, marked: &'s [Marked], reports: &'s [Report]) -> Self {
        let mut reported = vec![0; text.words.len()];
        for (index, report) in reports.iter().enumerate() {
            reported[report.words.0..report.words.1].fill(index + 1);
        }
        let (sayers, echoes) = (Sayers::new(text, layout), echo::all(text, layout, marked));
        Self { text, sayers, layout, marked, reports, reported, echoes }
    }

    /// Whether other marks stand around the marked words of `index`.
    fn nested(&self, index: usize) -> bool {
        self.layout.within(self.marked[index].open).is_some_and(|outer| outer != index)
    }

    /// The report around a word.
    fn report_around(&self, at: usize) -> Option<&Report> {
        self.reports.get(self.reported[at].wrapping_sub(1))
    }
}

/// Every report that the judge believes in, by start; no two overlap.
fn reports(text: &Text, layout: &Layout, judge: &mut impl Judge, ballot: &mut Ballot) -> Vec<Report> {
    let mut reports: Vec<Report> = Vec::new();
    let mut choose = |options: Vec<Report>, ballot: &Ballot, reports: &mut Vec<Report>| {
        if !options.is_empty() {
            reports.extend(judge.choose(ballot).checked_sub(1).and_then(|chosen| options.get(chosen)));
        }
    };
    for cue in (0..text.words.len()).rev().filter(|&at| text.words[at].cue.is_some()) {
        let next = reports.last().copied();
        choose(report::ask(text, layout, cue, next, ballot), ballot, &mut reports);
    }
    choose(headline::ask(text, layout, ballot), ballot, &mut reports);
    order::by_key(&mut reports, |report| (report.words.0 as u64, report.words.1 as u64));
    reports.dedup_by(|later, kept| later.words.0 < kept.words.1);
    reports
}

/// Goes through the text and remembers who speaks.
struct Finder<'s, J> {
    scene: &'s Scene<'s>,
    mentions: &'s [Mention],
    judge: &'s mut J,
    ballot: Ballot,
    memory: Memory,
    earlier: Earlier,
    /// Behind the last words that somebody said.
    spoken: Option<usize>,
    quotes: Vec<Quote>,
}

impl<J: Judge> Finder<'_, J> {
    fn marked(&mut self, index: usize) {
        let one = &self.scene.marked[index];
        let attribution = attribution::of(self.scene, index);
        kind::ask(self.scene, index, &attribution, &self.earlier, &mut self.ballot);
        let chosen = self.judge.choose(&self.ballot);
        let Some(Answer::Kind(kind)) = self.ballot.answers().nth(chosen) else { return };
        self.earlier.last = Some((kind, one.end));
        let count = if kind == QuoteKind::Term { &mut self.earlier.terms } else { &mut self.earlier.said };
        *count += 1;
        let segments = one.pieces.iter().map(|&(from, to)| self.scene.text.span(from, to)).collect();
        if kind == QuoteKind::Term {
            self.quotes.push(Quote { kind, segments, speaker: None, cue: None });
            return;
        }
        let name = if kind == QuoteKind::Direct { "direct" } else { "partial" };
        let said = Said {
            open: one.open,
            end: one.end,
            kind: name,
            attribution,
            spoken: self.spoken,
            nested: self.scene.nested(index),
        };
        let speaker = self.speaker(&said);
        let cue = said.attribution.cue.map(|at| self.cue_span(at));
        let broken = |last: &&mut Quote| {
            kind == QuoteKind::Direct
                && cue.is_some()
                && last.kind == QuoteKind::Direct
                && last.cue == cue
                && last.span().end <= self.scene.text.span(one.open, one.end).start
        };
        if let Some(last) = self.quotes.last_mut().filter(broken) {
            last.segments.extend::<Vec<Span>>(segments);
            return;
        }
        self.quotes.push(Quote { kind, segments, speaker, cue });
    }

    fn report(&mut self, report: &Report) {
        let attribution = Attribution { cue: report.cue, side: "report" };
        let said = Said {
            open: report.words.0,
            end: report.words.1,
            kind: "indirect",
            attribution,
            spoken: self.spoken,
            nested: false,
        };
        let speaker = self.speaker(&said);
        self.quotes.push(Quote {
            kind: QuoteKind::Indirect,
            segments: vec![self.scene.text.span(report.words.0, report.words.1)],
            speaker,
            cue: report.cue.map(|at| self.cue_span(at)),
        });
    }

    fn speaker(&mut self, said: &Said) -> Option<Speaker> {
        let candidates = candidates::all(self.scene, &self.memory, said);
        speaker::ask(self.scene, &self.memory, said, &candidates, &mut self.ballot);
        self.spoken = Some(said.end);
        let chosen = candidates.get(self.judge.choose(&self.ballot).checked_sub(1)?)?;
        let reading = said.attribution.cue.and_then(|cue| self.scene.text.words[cue].cue);
        let feminine = reading.filter(cue::Reading::tells_gender).map(|cue| cue.feminine);
        self.memory.speaks(chosen, said, feminine);
        Some(self.phrase(chosen.named(said.open)))
    }

    /// The reporting word in the source, its conjunction left out.
    fn cue_span(&self, at: usize) -> Span {
        let text = self.scene.text;
        if at >= 2 && text.words[at - 1].text == "حد" && text.words[at - 2].text.ends_with("علي") {
            let skip = text.words[at - 2].text.len() - "علي".len();
            return Span::new(text.behind(at - 2, skip).start, text.words[at].span.end);
        }
        text.behind(at, text.words[at].cue.map_or(0, |cue| cue.skip))
    }

    fn phrase(&self, (from, to): (usize, usize)) -> Speaker {
        let words = &self.scene.text.words;
        let whole = self.scene.text.span(from, to);
        let start = match words[from] {
            word if word.mention != 0 => {
                let name = self.mentions[word.mention as usize - 1].span;
                if name.start < word.span.end { name.start.max(whole.start) } else { whole.start }
            }
            _ => self.scene.text.behind(from, phrase::proclitic(self.scene.text, from)).start,
        };
        let span = Span::new(start, whole.end);
        let named = words[from..to].iter().filter(|word| word.mention != 0);
        let mut mentions = named.map(|word| &self.mentions[word.mention as usize - 1]);
        let body = mentions.find(|mention| mention.kind == NameType::Organization);
        let person = self.scene.text.person(from, to);
        Speaker { span, entity: person.or(body.map(|mention| mention.entity)) }
    }
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
