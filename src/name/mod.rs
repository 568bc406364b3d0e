//! Stage 3: people, places, organizations.

pub mod chain;
pub mod clitic;
pub mod context;
pub mod elsewhere;
pub mod entity;
pub mod features;
pub mod gazetteer;
pub mod glue;
pub mod lanes;
pub mod lead;
pub mod letters;
pub mod lexicon;
pub mod model;
pub mod own;
pub mod part;
pub mod sums;
pub mod surname;
pub mod table;
pub mod tagger;
pub mod words;

use crate::{
    Entity, Mention, NameType, Options, Span,
    normalize::as_tables_are,
    segment::{Document, TokenKind},
};

use own::OwnNames;
use words::Words;

/// Words `from` to `to`, `to` not included, as one name; the first word's proclitics are left out as its form is read.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// The first word.
    pub from: usize,
    /// Behind the last word.
    pub to: usize,
    /// What it names.
    pub kind: NameType,
    /// 0 to 1.
    pub score: f32,
}

/// A name in the text, before it is told whom it names.
#[derive(Clone, Copy, Debug)]
pub struct Named {
    /// The name's words.
    pub found: Found,
    /// Its bytes in the folded text.
    pub folded: Span,
    /// Whether a preposition has swallowed the alef of its article: `للأمم المتحدة`.
    pub swallowed: bool,
    /// The number of the caller's own name, where it is one.
    pub own: Option<usize>,
}

impl Named {
    fn new(found: Found, skip: usize, words: &Words) -> Self {
        let [first, last] = [found.from, found.to - 1].map(|at| words.words()[at].folded);
        let folded = Span::new(first.start + skip, last.end);
        let swallowed = words.text(Span::new(first.start, folded.start)).ends_with("لل");
        Self { found, folded, swallowed, own: None }
    }
}

/// Unpacks one of the tables that names are found by, counted from 0, the letters' first; whether there is another. What is not
/// unpacked is when it is needed.
pub fn unpack(table: usize) -> bool {
    let tables: [fn(); 4] = [
        || _ = as_tables_are(""),
        || _ = lexicon::lexicon(),
        || _ = gazetteer::gazetteer(),
        || _ = model::model(),
    ];
    tables.get(table).inspect(|unpack| unpack());
    table + 1 < tables.len()
}

/// Names in the text and whom they name. `own` is the index of the options' names.
pub fn find(document: &Document, options: &Options, own: &OwnNames) -> (Vec<Mention>, Vec<Entity>) {
    if document.tokens().iter().all(|token| token.kind() == TokenKind::Mark) {
        return Default::default();
    }
    let words = Words::new(document);
    let mut found = tagger::find(&words);
    surname::find(&words, &mut found);
    found.retain(|name| name.score >= options.threshold());
    let mut names = own.before(found, &words);
    // Two folded words may be one character of the source.
    names.dedup_by(|later, kept| document.to_source(later.folded).overlaps(document.to_source(kept.folded)));
    entity::group(document, &words, &names, options.names())
}
