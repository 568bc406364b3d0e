//! The different names of an article, each once.

use std::borrow::Cow;

use crate::{
    NameType, Span,
    name::{
        Named,
        gazetteer::{self, extend, gazetteer},
        lexicon::{Entry, lexicon},
        part::{carrying, parts},
        table::hash,
        words::{Interner, Words},
    },
    segment::TokenKind,
};

use super::spelling::Part;

/// A name as it is spelled, with all that bear it.
#[derive(Debug)]
pub(super) struct Variant {
    pub(super) kind: NameType,
    pub(super) parts: Vec<Part>,
    /// How many words it has.
    pub(super) length: usize,
    /// What is known of its first word.
    pub(super) head: Entry,
    /// Whether it is written in the Latin script or another that has letter case.
    pub(super) cased: bool,
    /// The caller's name that it is.
    pub(super) own: Option<usize>,
    /// Its place in the gazetteer, where that has it as a name of this kind.
    pub(super) listed: Option<usize>,
    /// Indices of the names, ascending.
    pub(super) names: Vec<usize>,
    /// For and against its type: a vote for each of the three.
    votes: [f32; 3],
}

/// The variants of `names`, by first occurrence, and for each name the variant that it is.
pub(super) fn variants(names: &[Named], words: &Words) -> (Vec<Variant>, Vec<usize>) {
    let mut variants: Vec<Variant> = Vec::new();
    let mut interned = Interner::with_capacity(names.len());
    let mut of_name = Vec::with_capacity(names.len());
    for (at, name) in names.iter().enumerate() {
        let texts = texts(name, words);
        let phrase = texts.iter().map(|word| hash(word.as_bytes())).reduce(extend).unwrap_or_default();
        let number = interned.get(phrase, variants.len() as u32) as usize;
        if number == variants.len() {
            variants.push(Variant::new(&texts, name));
        }
        let variant = &mut variants[number];
        variant.own = variant.own.or(name.own);
        variant.votes[name.found.kind as usize] +=
            if name.own.is_some() { f32::MAX } else { name.found.score };
        variant.names.push(at);
        of_name.push(number);
    }
    for variant in &mut variants {
        variant.kind = elected(variant.votes);
        variant.listed = variant.listed.filter(|&at| gazetteer().kinds(at) & kinds(variant.kind) != 0);
    }
    (variants, of_name)
}

impl Variant {
    fn new(texts: &[Cow<str>], name: &Named) -> Self {
        let written: Vec<&str> = texts.iter().map(Cow::as_ref).collect();
        let phrase = written.iter().map(|word| hash(word.as_bytes())).reduce(extend);
        let named = if name.found.kind == NameType::Person { carrying(&written) } else { written.clone() };
        Self {
            kind: name.found.kind,
            parts: parts(&named).iter().map(|part| Part::new(part)).collect(),
            length: written.len(),
            head: written.first().map(|word| lexicon().get(hash(word.as_bytes()))).unwrap_or_default(),
            cased: written.iter().any(|word| word.chars().any(|c| c.is_uppercase() || c.is_lowercase())),
            own: None,
            listed: phrase.and_then(|phrase| gazetteer().get(phrase)).map(|(_, at)| at),
            names: Vec::new(),
            votes: [0.0; 3],
        }
    }

    /// What the gazetteer knows it to be the same as.
    pub(super) fn group(&self) -> Option<u16> {
        gazetteer().group(self.listed?)
    }
}

/// The type with the most votes, of equal ones the first.
fn elected(votes: [f32; 3]) -> NameType {
    let kinds = [NameType::Person, NameType::Place, NameType::Organization];
    let mut best = 0;
    for at in 1..kinds.len() {
        if votes[at] > votes[best] {
            best = at;
        }
    }
    kinds[best]
}

fn kinds(kind: NameType) -> gazetteer::Kinds {
    match kind {
        NameType::Person => gazetteer::PEOPLE,
        NameType::Place => gazetteer::PLACES,
        NameType::Organization => gazetteer::ORGANIZATIONS,
    }
}

/// The folded words of a name, marks left out, the article put back that `لل` swallows.
fn texts<'d>(name: &Named, words: &Words<'d>) -> Vec<Cow<'d, str>> {
    let all = &words.words()[name.found.from..name.found.to];
    let spelled = all.iter().filter(|word| words.forms()[word.form as usize].kind != TokenKind::Mark);
    let mut texts: Vec<Cow<str>> = spelled
        .map(|word| Span::new(word.folded.start.max(name.folded.start), word.folded.end))
        .map(|folded| Cow::Borrowed(words.text(folded)))
        .collect();
    if let Some(first) = texts.first_mut().filter(|_| name.swallowed) {
        first.to_mut().insert_str(0, "ال");
    }
    texts
}
