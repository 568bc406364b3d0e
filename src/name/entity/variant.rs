//! The different names of an article, each once.

use std::borrow::Cow;

use crate::{
    NameType, Span,
    name::{
        Named,
        gazetteer::{self, extend, gazetteer},
        lexicon::{Entry, entry},
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
}

/// A variant in the making: its words and, for each of the three types, what speaks for it.
struct Draft<'d> {
    texts: Vec<Cow<'d, str>>,
    votes: [f32; 3],
    own: Option<usize>,
    names: Vec<usize>,
}

/// The variants of `names`, by first occurrence, and for each name the variant that it is.
pub(super) fn variants(names: &[Named], words: &Words) -> (Vec<Variant>, Vec<usize>) {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut interned = Interner::default();
    let mut of_name = Vec::with_capacity(names.len());
    for (at, name) in names.iter().enumerate() {
        let texts = texts(name, words);
        let number = interned.get(phrase(&texts), drafts.len() as u32) as usize;
        if number == drafts.len() {
            drafts.push(Draft { texts, votes: [0.0; 3], own: None, names: Vec::new() });
        }
        let draft = &mut drafts[number];
        draft.own = draft.own.or(name.own);
        draft.votes[name.found.kind as usize] += if name.own.is_some() { f32::MAX } else { name.found.score };
        draft.names.push(at);
        of_name.push(number);
    }
    let families = families(&drafts);
    let variants = drafts.into_iter().map(|draft| {
        let kind = if draft.is_family_name(&families) { NameType::Person } else { elected(draft.votes) };
        Variant { own: draft.own, names: draft.names, ..Variant::new(kind, &draft.texts) }
    });
    (variants.collect(), of_name)
}

/// The mean score below which a name is taken for the family name of somebody whom the article names in full.
const DOUBTFUL: f32 = 0.6;

/// The last words of people's names.
fn families(drafts: &[Draft]) -> Interner {
    let mut families = Interner::default();
    let full = |draft: &&Draft| draft.texts.len() > 1 && elected(draft.votes) == NameType::Person;
    for last in drafts.iter().filter(full).filter_map(|draft| draft.texts.last()) {
        families.get(hash(last.as_bytes()), 0);
    }
    families
}

impl Draft<'_> {
    /// Whether it is one word, of doubtful type, with which a person's name ends.
    fn is_family_name(&self, families: &Interner) -> bool {
        let sure = self.votes.iter().copied().fold(0.0, f32::max) / self.names.len() as f32;
        let [word] = &self.texts[..] else { return false };
        sure < DOUBTFUL && families.find(hash(word.as_bytes())).is_some()
    }
}

impl Variant {
    /// The variant of these folded words.
    pub(super) fn new(kind: NameType, texts: &[Cow<str>]) -> Self {
        let written: Vec<&str> = texts.iter().map(Cow::as_ref).collect();
        let named = if kind == NameType::Person { carrying(&written) } else { written.clone() };
        let listed = gazetteer().get(phrase(texts)).filter(|(lists, _)| lists & kinds(kind) != 0);
        Self {
            kind,
            parts: parts(&named).iter().map(|part| Part::new(part)).collect(),
            length: written.len(),
            head: written.first().map(|word| entry(word)).unwrap_or_default(),
            cased: written.iter().any(|word| word.chars().any(is_cased)),
            own: None,
            listed: listed.map(|(_, at)| at),
            names: Vec::new(),
        }
    }

    /// The number of what the gazetteer knows it to name.
    pub(super) fn thing(&self) -> Option<u16> {
        gazetteer().thing(self.listed?, self.kind)
    }
}

fn is_cased(c: char) -> bool {
    !matches!(c, 'ء'..='ي') && (c.is_uppercase() || c.is_lowercase())
}

fn phrase(texts: &[Cow<str>]) -> u64 {
    texts.iter().map(|word| hash(word.as_bytes())).reduce(extend).unwrap_or_default()
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
