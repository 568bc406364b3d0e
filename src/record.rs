//! The analysis as it is handed out, in UTF-16 offsets: `annotations.schema.json`, the same from the command line, the
//! npm package and the page.

use serde::Serialize;

use crate::{Annotations, NameType, QuoteKind, Span, ValueKind, utf16::Utf16};

/// One analyzed article, ready to be serialized. Made by [`Record::new`].
#[derive(Serialize, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Record<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    offsets: &'static str,
    language: &'a str,
    reading_time: &'a crate::reading_time::ReadingTime,
    mentions: Vec<MentionRecord<'a>>,
    entities: Vec<EntityRecord<'a>>,
    quotes: Vec<QuoteRecord<'a>>,
    values: Vec<ValueRecord<'a>>,
}

#[derive(Serialize, Debug)]
struct Range {
    start: usize,
    end: usize,
}

#[derive(Serialize, Debug)]
struct Slice<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

// Each record has its slice's fields as its own: serde's `flatten` would make every name of a field a string anew.

#[derive(Serialize, Debug)]
struct MentionRecord<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    r#type: NameType,
    entity: usize,
    score: f32,
}

#[derive(Serialize, Debug)]
struct EntityRecord<'a> {
    r#type: NameType,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    mentions: &'a [usize],
}

#[derive(Serialize, Debug)]
struct QuoteRecord<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    kind: QuoteKind,
    segments: Vec<Range>,
    speaker: Option<SpeakerRecord<'a>>,
    cue: Option<Slice<'a>>,
}

#[derive(Serialize, Debug)]
struct SpeakerRecord<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    entity: Option<usize>,
}

#[derive(Serialize, Debug)]
struct ValueRecord<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    r#type: &'static str,
    value: Plain<'a>,
}

#[derive(Serialize, Debug)]
#[serde(untagged)]
enum Plain<'a> {
    Text(&'a str),
    Number(f64),
    Money { amount: f64, currency: &'a str },
    Quantity { amount: f64, unit: &'a str },
}

impl<'a> Record<'a> {
    /// The record of `annotations`, which were made from `source`.
    pub fn new(source: &'a str, annotations: &'a Annotations) -> Self {
        let units = Utf16::new(source);
        let slice = |span: Span| {
            let (start, end) = units.range(span);
            Slice { start, end, text: span.of(source) }
        };
        let range = |&span: &Span| {
            let (start, end) = units.range(span);
            Range { start, end }
        };
        Record {
            id: None,
            offsets: "utf16",
            language: annotations.language,
            reading_time: &annotations.reading_time,
            mentions: (annotations.mentions.iter())
                .map(|m| {
                    let Slice { start, end, text } = slice(m.span);
                    MentionRecord { start, end, text, r#type: m.kind, entity: m.entity, score: m.score }
                })
                .collect(),
            entities: (annotations.entities.iter())
                .map(|e| EntityRecord {
                    r#type: e.kind,
                    name: &e.name,
                    id: e.id.as_deref(),
                    mentions: &e.mentions,
                })
                .collect(),
            quotes: (annotations.quotes.iter())
                .map(|q| {
                    let Slice { start, end, text } = slice(q.span());
                    let segments = q.segments.iter().map(range).collect();
                    let speaker = q.speaker.map(|s| {
                        let Slice { start, end, text } = slice(s.span);
                        SpeakerRecord { start, end, text, entity: s.entity }
                    });
                    QuoteRecord { start, end, text, kind: q.kind, segments, speaker, cue: q.cue.map(slice) }
                })
                .collect(),
            values: (annotations.values.iter())
                .map(|v| {
                    let Slice { start, end, text } = slice(v.span);
                    ValueRecord { start, end, text, r#type: v.kind.name(), value: plain(&v.kind) }
                })
                .collect(),
        }
    }

    /// The same with the input's identifier.
    pub fn with_id(mut self, id: &'a str) -> Self {
        self.id = Some(id);
        self
    }
}

fn plain(kind: &ValueKind) -> Plain<'_> {
    match kind {
        ValueKind::Date(iso) | ValueKind::Time(iso) | ValueKind::Duration(iso) => Plain::Text(iso),
        ValueKind::Number(number) | ValueKind::Ordinal(number) | ValueKind::Percent(number) => {
            Plain::Number(*number)
        }
        ValueKind::Money { amount, currency } => Plain::Money { amount: *amount, currency },
        ValueKind::Quantity { amount, unit } => Plain::Quantity { amount: *amount, unit },
    }
}
