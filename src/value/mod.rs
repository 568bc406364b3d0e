//! Stage 4: dates, times, durations, numbers, ordinals, percents, money, quantities, each normalized.
//!
//! ```
//! use hamish::{Analyzer, ValueKind};
//!
//! let text = "بلغت الكلفة 3.5 مليون دولار في 12 تشرين الأول/أكتوبر 2022.";
//! let values = Analyzer::default().analyze(text).values;
//! assert_eq!(values[0].span.of(text), "3.5 مليون دولار");
//! assert_eq!(values[0].kind, ValueKind::Money { amount: 3.5e6, currency: "USD".into() });
//! assert_eq!(values[1].kind, ValueKind::Date("2022-10-12".into()));
//! ```
//!
//! A word of two senses is a figure only where its neighbours say so: `مارس` is a month in `في مارس`, `ست` is six in
//! `ست مباريات`, `الأحد` is a day. In a text that is nothing but a date or a figure it always is one.

pub(crate) mod calendar;
mod clock;
mod date;
mod digits;
mod duration;
mod figure;
mod hijri;
mod lexicon;
mod measure;
mod money;
mod number;
mod ordinal;
mod percent;
mod pieces;
mod quantity;
mod range;
mod relative;
mod text;
mod weekday;
mod when;

use crate::{Options, Value, ValueKind, segment::Document};

use calendar::Day;
use lexicon::Sense;
use text::{Reading, Text};

/// Dates and figures in the text, by start; no two overlap.
pub fn find(document: &Document, options: &Options) -> Vec<Value> {
    let mut text = Text::new(document, options.published().and_then(Day::parse));
    if text.len() <= LONGEST_PHRASE {
        text.reading = Reading::Phrase;
        let values = read(&text);
        if covers(&text, &values) {
            return spans(&text, values);
        }
        text.reading = Reading::Running;
    }
    let values = read(&text);
    spans(&text, values)
}

/// Items of a text that may be nothing but a date or a figure.
const LONGEST_PHRASE: usize = 16;

/// A value and the items that say it.
struct Found {
    from: usize,
    to: usize,
    kind: ValueKind,
}

fn read(text: &Text) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let Some(value) = value_at(text, at) else {
            at += 1;
            continue;
        };
        at = value.to;
        found.push(value);
    }
    found
}

/// The longest value that begins at `at`.
fn value_at(text: &Text, at: usize) -> Option<Found> {
    if !text.begins(at) {
        return None;
    }
    let found = |kind, to| Found { from: at, to, kind };
    let date = text.date(at).map(|dated| found(ValueKind::Date(dated.when.iso()), dated.end));
    let clock = text.clock(at).map(|clock| found(ValueKind::Time(clock.iso()), clock.end));
    let plain = text.figure(at).map(|measured| found(measured.kind, measured.end));
    longer(longer(plain, date), clock)
}

/// The longer of two readings; of two as long the second.
fn longer(one: Option<Found>, other: Option<Found>) -> Option<Found> {
    match (&one, &other) {
        (Some(first), Some(second)) if second.to < first.to => one,
        (_, None) => one,
        _ => other,
    }
}

/// Whether the values are all that the text says: what is left are prepositions and marks.
fn covers(text: &Text, values: &[Found]) -> bool {
    let mut at = 0;
    let mut values = values.iter().peekable();
    while at < text.len() {
        if let Some(value) = values.next_if(|value| value.from == at) {
            at = value.to;
        } else if text.wordy(at) && !leads(text, at) {
            return false;
        } else {
            at += 1;
        }
    }
    true
}

/// Whether the word at `at` only leads to a value.
fn leads(text: &Text, at: usize) -> bool {
    text.says(at, Sense::From)
        || text.says(at, Sense::To)
        || text.says(at, Sense::Such)
        || text.says(at, Sense::Leads)
        || text.says(at, Sense::Ago)
}

fn spans(text: &Text, values: Vec<Found>) -> Vec<Value> {
    values
        .into_iter()
        .map(|found| Value { span: text.span(found.from, found.to), kind: found.kind })
        .collect()
}
