//! The caller's own names: found in all spellings and with clitics, before everything else.

use std::cmp::Reverse;

use crate::{
    NameType, OwnName,
    normalize::lower,
    segment::{Document, TokenKind},
};

use super::{
    Found, Named,
    clitic::{self, Cases, Clitic, Reading},
    gazetteer::extend,
    lexicon::Entry,
    part::{apart, binds},
    table::hash,
    words::{Interner, Words},
};

/// The caller's names by the hashes of their words. Made once, for many articles.
#[derive(Debug, Default)]
pub struct OwnNames {
    kinds: Vec<NameType>,
    /// Every beginning of a name, up to the whole of it.
    beginnings: Interner,
    /// For each beginning the name that it is the whole of.
    whole: Vec<Option<usize>>,
}

/// Of how many places in a name, where it is written as one word or two, both are tried.
const MOST_BOUND: usize = 4;

/// A way to read a form as a name's first word.
#[derive(Clone, Copy)]
struct Opening {
    /// Bytes of proclitics before it.
    skip: usize,
    beginning: u64,
    /// Whether they swallow the alef of its article.
    swallowed: bool,
    /// Whether the form is likelier to be a word of its own than to have these proclitics.
    doubtful: bool,
}

impl OwnNames {
    /// The index of `names`; of two that are spelled alike the first counts.
    pub fn new(names: &[OwnName]) -> Self {
        let spelled: Vec<(usize, Vec<u64>)> = (names.iter().enumerate())
            .flat_map(|(number, own)| {
                let all = [&own.name].into_iter().chain(&own.aliases);
                all.flat_map(|name| spellings(name)).map(move |words| (number, words))
            })
            .collect();
        let mut index = Self {
            kinds: names.iter().map(|own| own.kind).collect(),
            beginnings: Interner::default(),
            whole: Vec::new(),
        };
        for (number, words) in spelled {
            let mut last = None;
            let mut beginning = 0;
            for (at, &word) in words.iter().enumerate() {
                beginning = if at == 0 { word } else { extend(beginning, word) };
                let next = index.whole.len();
                let found = index.beginnings.get(beginning, next as u32) as usize;
                if found == next {
                    index.whole.push(None);
                }
                last = index.whole.get_mut(found);
            }
            if let Some(whole) = last {
                whole.get_or_insert(number);
            }
        }
        index
    }

    /// The caller's names in the text and, of the others `found`, those that overlap none of them; by start.
    pub fn before(&self, found: Vec<Found>, words: &Words) -> Vec<Named> {
        let own = if self.kinds.is_empty() { Vec::new() } else { self.find(words) };
        let mut names: Vec<Named> = Vec::with_capacity(own.len() + found.len());
        let mut own = own.into_iter().peekable();
        for found in found {
            while let Some(name) = own.next_if(|name| name.found.from < found.to) {
                names.push(name);
            }
            if names.last().is_none_or(|last| last.found.to <= found.from) {
                let skip = usize::from(words.form(found.from).reading.skip);
                names.push(Named::new(found, skip, words));
            }
        }
        names.extend(own);
        names
    }

    fn find(&self, words: &Words) -> Vec<Named> {
        let keys: Vec<u64> = words.forms().iter().map(|form| key(words.text(form.folded))).collect();
        let openings: Vec<Vec<Opening>> = (words.forms().iter().zip(&keys))
            .map(|(form, &whole)| match form.kind {
                TokenKind::Word => self.openings(words.text(form.folded), whole),
                _ => self.opening(0, whole).into_iter().collect(),
            })
            .collect();
        let mut names = Vec::new();
        let mut at = 0;
        while at < words.words().len() {
            let longest = openings[words.words()[at].form as usize]
                .iter()
                .filter_map(|opening| self.longest(words, &keys, at, opening))
                .max_by_key(|name| (name.found.to, Reverse(name.folded.start)));
            at = longest.map_or(at + 1, |name| name.found.to);
            names.extend(longest);
        }
        names
    }

    /// The ways to read a word as the first one of a name.
    fn openings(&self, word: &str, whole: u64) -> Vec<Opening> {
        let mut openings: Vec<Opening> = self.opening(0, whole).into_iter().collect();
        let mut readings = clitic::readings(word);
        let Some(itself) = readings.next() else { return openings };
        let likely = |reading: &Reading| clitic::likelihood(reading, &itself, 0, Cases::default());
        for reading in readings {
            let skip = usize::from(reading.skip);
            let rest = &word[skip..];
            let swallowed = match reading.clitic {
                Clitic::LamLam | Clitic::WawLamLam => Some(reading.stem),
                // Before a lam of its own, the article's is not written a third time: للجنة is ل and اللجنة.
                Clitic::Lam | Clitic::WawLam if rest.starts_with('ل') => {
                    Some(hash(["ال", rest].concat().as_bytes()))
                }
                _ => None,
            };
            let Entry { known, frequency, .. } = itself.entry;
            let known = itself.listed || known && frequency >= reading.entry.frequency;
            let split = likely(&Reading { listed: true, ..reading });
            let doubtful = known && split < likely(&itself);
            let stems = [Some(key(rest)), swallowed].into_iter().flatten();
            openings
                .extend(stems.filter_map(|stem| self.opening(skip, stem)).map(|o| Opening { doubtful, ..o }));
        }
        openings
    }

    fn opening(&self, skip: usize, beginning: u64) -> Option<Opening> {
        self.beginnings.find(beginning).map(|_| Opening {
            skip,
            beginning,
            swallowed: false,
            doubtful: false,
        })
    }

    /// The longest name that begins so at a word.
    fn longest(&self, words: &Words, keys: &[u64], from: usize, opening: &Opening) -> Option<Named> {
        let mut longest = None;
        let mut beginning = opening.beginning;
        let mut to = from + 1;
        while let Some(number) = self.beginnings.find(beginning) {
            if let Some(own) = self.whole[number as usize]
                && !(opening.doubtful && to == from + 1)
            {
                longest = Some((to, own));
            }
            to += usize::from(joins(words, to));
            let Some(next) = words.words().get(to) else { break };
            let in_name = words.form(to - 1).kind == TokenKind::Mark;
            if next.opens && !in_name {
                break;
            }
            beginning = extend(beginning, keys[next.form as usize]);
            to += 1;
        }
        let (to, own) = longest?;
        let found = Found { from, to, kind: self.kinds[own], score: 1.0 };
        Some(Named { own: Some(own), swallowed: opening.swallowed, ..Named::new(found, opening.skip, words) })
    }
}

/// The ways to write a name, each as the keys of its words; none where it holds no word.
fn spellings(name: &str) -> Vec<Vec<u64>> {
    let document = Document::new(name);
    let words = Words::unread(&document);
    let bare = |at: &usize| {
        words.form(*at).kind != TokenKind::Mark || matches!(words.text(words.words()[*at].folded), "+" | "#")
    };
    let all = 0..words.words().len();
    let (Some(first), Some(last)) = (all.clone().find(bare), all.rev().find(bare)) else { return Vec::new() };
    let written: Vec<&str> = (first..=last)
        .filter(|&at| !joins(&words, at))
        .map(|at| words.text(words.words()[at].folded))
        .collect();
    let mut spellings = vec![written.iter().map(|word| key(word)).collect()];
    let apart = apart(&written);
    let bound: Vec<usize> =
        (1..apart.len()).filter(|&at| binds(apart[at - 1], apart[at])).take(MOST_BOUND).collect();
    for oblique in ["ابو", "ابي", "ابا"] {
        let declined = |&word| if word == "ابو" { oblique } else { word };
        for joined in 0..1_usize << bound.len() {
            let mut words: Vec<String> = Vec::with_capacity(apart.len());
            for (at, word) in apart.iter().map(declined).enumerate() {
                let joins = bound.iter().position(|&to| to == at).is_some_and(|bit| joined >> bit & 1 == 1);
                match words.last_mut().filter(|_| joins) {
                    Some(last) => last.push_str(word),
                    None => words.push(word.to_owned()),
                }
            }
            let spelling = words.iter().map(|word| key(word)).collect();
            if !spellings.contains(&spelling) {
                spellings.push(spelling);
            }
        }
    }
    spellings
}

/// Whether the word is a hyphen that makes one of its neighbours: `سان-جيرمان`.
fn joins(words: &Words, at: usize) -> bool {
    let glued = |at: usize| words.words().get(at).is_some_and(|word| word.glued);
    glued(at) && glued(at + 1) && matches!(words.text(words.words()[at].folded), "-" | "‐" | "‑" | "–")
}

/// A word's hash, letter case folded. Short acronyms keep theirs: `WHO` is not `who`.
fn key(word: &str) -> u64 {
    let acronym = || word.len() < 5 && word.chars().all(char::is_uppercase);
    if word.chars().any(char::is_uppercase) && !acronym() {
        return hash(word.chars().map(|c| lower(c).unwrap_or(c)).collect::<String>().as_bytes());
    }
    hash(word.as_bytes())
}
