//! What an analysis returns: mentions and the entities that they name, quotes, values, reading time.

use std::fmt;

use crate::{Span, reading_time::ReadingTime};

/// The notes on one article. Spans are bytes of the source text; indices point into the lists beside.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Annotations {
    /// BCP 47 tag of the language of most of the text, `und` where there is none.
    pub language: &'static str,
    /// How long the text takes to read.
    pub reading_time: ReadingTime,
    /// Names in the text, by start; no two overlap.
    pub mentions: Vec<Mention>,
    /// Who or what the mentions name, once each, by first mention.
    pub entities: Vec<Entity>,
    /// Quoted and reported speech, by start.
    pub quotes: Vec<Quote>,
    /// Dates, amounts and other figures, by start; no two overlap.
    pub values: Vec<Value>,
}

/// What kind of thing a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NameType {
    /// People, real or fictional.
    Person,
    /// Countries, cities, regions, waters, streets, buildings that are places.
    Place,
    /// Bodies of government, parties, companies, clubs, media, armed groups.
    Organization,
}

/// The words in the text that name somebody or something: without title, without the letters that Arabic writes onto
/// them.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The name's words.
    pub span: Span,
    /// What it names.
    pub kind: NameType,
    /// Index into [`Annotations::entities`].
    pub entity: usize,
    /// The engine's confidence, 0 to 1.
    pub score: f32,
}

/// Who or what is named.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// What it is, voted over the article.
    pub kind: NameType,
    /// The fullest name that the article gives it.
    pub name: String,
    /// A stable identifier, where one is known: the caller's own, or of a place `iso3166:RU` (a country), `unm49:015` (a
    /// region of the world) or `geonames:524901`.
    pub id: Option<String>,
    /// Indices into [`Annotations::mentions`], ascending.
    pub mentions: Vec<usize>,
}

/// How words are quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuoteKind {
    /// A clause or more in quotation marks that somebody said or wrote.
    Direct,
    /// A fragment in quotation marks, woven into the reporter's sentence.
    Partial,
    /// Words in quotation marks that nobody is quoted with: titles, names, so-called, irony.
    Term,
    /// Reported speech without marks.
    Indirect,
}

/// Quoted or reported words.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// How they are quoted.
    pub kind: QuoteKind,
    /// The words, marks left out: one span, or several where the attribution or a paragraph breaks them. Never empty.
    pub segments: Vec<Span>,
    /// Who says it, where the text tells.
    pub speaker: Option<Speaker>,
    /// The reporting word.
    pub cue: Option<Span>,
}

impl Quote {
    /// From the first segment's start to the last one's end.
    pub fn span(&self) -> Span {
        self.segments.iter().copied().reduce(Span::to).unwrap_or(Span::new(0, 0))
    }
}

/// The noun phrase that says who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The phrase, title included.
    pub span: Span,
    /// Index into [`Annotations::entities`], where the speaker is one.
    pub entity: Option<usize>,
}

/// A date, an amount or another figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// The words or digits.
    pub span: Span,
    /// What they say.
    pub kind: ValueKind,
}

/// What a value says, normalized.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ValueKind {
    /// ISO 8601, as exact as the text: `2024`, `--12-27`, `2022-10`; weekdays `W-1` (Monday) to `W-7`.
    Date(String),
    /// ISO 8601 time.
    Time(String),
    /// ISO 8601 duration.
    Duration(String),
    /// A cardinal number.
    Number(f64),
    /// A place in an order.
    Ordinal(f64),
    /// Per hundred.
    Percent(f64),
    /// An amount of money.
    Money {
        /// In units of the currency.
        amount: f64,
        /// ISO 4217.
        currency: String,
    },
    /// An amount of anything else.
    Quantity {
        /// In the unit's measure.
        amount: f64,
        /// CLDR's unit identifier, such as `kilometer`.
        unit: String,
    },
}

impl ValueKind {
    /// What kind it is, as the schema names it: `date`, `money`.
    pub fn name(&self) -> &'static str {
        match self {
            ValueKind::Date(_) => "date",
            ValueKind::Time(_) => "time",
            ValueKind::Duration(_) => "duration",
            ValueKind::Number(_) => "number",
            ValueKind::Ordinal(_) => "ordinal",
            ValueKind::Percent(_) => "percent",
            ValueKind::Money { .. } => "money",
            ValueKind::Quantity { .. } => "quantity",
        }
    }
}

/// The normalized value: `2024-05-01`, `3000000 USD`, `12 kilometer`.
impl fmt::Display for ValueKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ValueKind::Date(iso) | ValueKind::Time(iso) | ValueKind::Duration(iso) => f.write_str(iso),
            ValueKind::Number(number) | ValueKind::Ordinal(number) => write!(f, "{number}"),
            ValueKind::Percent(number) => write!(f, "{number}%"),
            ValueKind::Money { amount, currency } => write!(f, "{amount} {currency}"),
            ValueKind::Quantity { amount, unit } => write!(f, "{amount} {unit}"),
        }
    }
}
