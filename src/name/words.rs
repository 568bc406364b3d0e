//! The text as this stage reads it: words without inner punctuation, each with the form that it is a case of.

use crate::{
    Span,
    segment::{Document, Token, TokenKind},
};

use super::{
    clitic::{self, Reading},
    table::hash,
};

/// A word, a number or a mark.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Its bytes in the folded text.
    pub folded: Span,
    /// Which [`Form`] it is a case of.
    pub form: u32,
    /// Whether a sentence begins here.
    pub opens: bool,
    /// Whether nothing, not even a blank, stands between it and the word before.
    pub glued: bool,
}

/// A spelling, once for the whole article.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// Hash of the folded spelling.
    pub hash: u64,
    /// Its first case.
    pub folded: Span,
    /// How often it occurs.
    pub count: u32,
    /// How it is read.
    pub reading: Reading,
    /// Whether it is a word, a number or a mark.
    pub kind: TokenKind,
}

/// All words of an article.
#[derive(Debug)]
pub struct Words<'d> {
    document: &'d Document<'d>,
    words: Vec<Word>,
    forms: Vec<Form>,
}

impl<'d> Words<'d> {
    /// The words of a document.
    pub fn new(document: &'d Document<'d>) -> Self {
        let mut all =
            Self { document, words: Vec::with_capacity(document.tokens().len()), forms: Vec::new() };
        let mut interned = Interner::with_capacity(document.tokens().len());
        for sentence in document.sentences() {
            let mut opens = true;
            for token in &document.tokens()[sentence.clone()] {
                all.add(token, opens, &mut interned);
                opens = false;
            }
        }
        all.read();
        all
    }

    /// Words, numbers and marks in their order.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// All spellings.
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// The spelling of word `at`.
    pub fn form(&self, at: usize) -> &Form {
        &self.forms[self.words[at].form as usize]
    }

    /// Folded text.
    pub fn text(&self, folded: Span) -> &'d str {
        self.document.folded(&Token { span: folded, folded, kind: TokenKind::Word })
    }

    /// The source text's bytes of words `from` to `to`, `to` not included, without the first one's proclitics.
    pub fn span(&self, from: usize, to: usize) -> Span {
        let start = self.words[from].folded.start + usize::from(self.form(from).reading.skip);
        self.document.to_source(Span::new(start, self.words[to - 1].folded.end))
    }

    fn add(&mut self, token: &Token, mut opens: bool, interned: &mut Interner) {
        let text = self.document.folded(token);
        if token.kind != TokenKind::Word {
            self.push(token.folded, token.kind, opens, interned);
            return;
        }
        let mut start = 0;
        let inner = |c: char| !c.is_alphanumeric();
        for (at, c) in text.char_indices().filter(|&(_, c)| inner(c)).chain([(text.len(), '.')]) {
            if start < at {
                let folded = Span::new(token.folded.start + start, token.folded.start + at);
                self.push(folded, TokenKind::Word, opens, interned);
                opens = false;
            }
            start = at + c.len_utf8();
        }
    }

    fn push(&mut self, folded: Span, kind: TokenKind, opens: bool, interned: &mut Interner) {
        let hash = hash(self.text(folded).as_bytes());
        let form = interned.get(hash, self.forms.len() as u32);
        if form as usize == self.forms.len() {
            let reading = Reading::default();
            self.forms.push(Form { hash, folded, count: 0, reading, kind });
        }
        self.forms[form as usize].count += 1;
        let glued = self.words.last().is_some_and(|last| last.folded.end == folded.start);
        self.words.push(Word { folded, form, opens, glued });
    }

    /// Chooses how each form is read; a reading that other forms of the article share is likelier.
    fn read(&mut self) {
        let mut stems = Interner::with_capacity(4 * self.forms.len());
        let mut shared: Vec<u32> = Vec::with_capacity(4 * self.forms.len());
        for form in self.forms.iter().filter(|f| f.kind == TokenKind::Word) {
            for reading in clitic::readings(self.text(form.folded)) {
                let stem = stems.get(reading.stem, shared.len() as u32) as usize;
                if stem == shared.len() {
                    shared.push(0);
                }
                shared[stem] += 1;
            }
        }
        for at in 0..self.forms.len() {
            let form = self.forms[at];
            let best = clitic::readings(self.text(form.folded)).max_by_key(|reading| {
                let stem = stems.get(reading.stem, u32::MAX) as usize;
                let elsewhere = shared.get(stem).map_or(0, |&n| n as usize).saturating_sub(1);
                (clitic::likelihood(reading, elsewhere), u8::MAX - reading.skip)
            });
            self.forms[at].reading = best.unwrap_or_default();
        }
    }
}

/// Numbers hashes in the order in which they come.
#[derive(Debug, Default)]
pub(super) struct Interner {
    slots: Vec<(u64, u32)>,
    len: usize,
}

const FREE: u32 = u32::MAX;

impl Interner {
    pub(super) fn with_capacity(count: usize) -> Self {
        Self { slots: vec![(0, FREE); (2 * count + 1).next_power_of_two()], len: 0 }
    }

    /// The number of `hash`; `next` where it is new.
    pub(super) fn get(&mut self, hash: u64, next: u32) -> u32 {
        if 4 * (self.len + 1) > 3 * self.slots.len() {
            self.grow();
        }
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            match self.slots[slot] {
                (_, FREE) => {
                    if next != FREE {
                        self.slots[slot] = (hash, next);
                        self.len += 1;
                    }
                    return next;
                }
                (found, number) if found == hash => return number,
                _ => slot = (slot + 1) & mask,
            }
        }
    }

    /// The number that `hash` was given.
    pub(super) fn find(&self, hash: u64) -> Option<u32> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut slot = hash as usize & mask;
        loop {
            match self.slots[slot] {
                (_, FREE) => return None,
                (found, number) if found == hash => return Some(number),
                _ => slot = (slot + 1) & mask,
            }
        }
    }

    fn grow(&mut self) {
        let mut grown = Self { slots: vec![(0, FREE); (2 * self.slots.len()).max(4)], len: 0 };
        for &(hash, number) in self.slots.iter().filter(|slot| slot.1 != FREE) {
            grown.get(hash, number);
        }
        *self = grown;
    }
}
