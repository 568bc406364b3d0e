//! The text as this stage reads it: words without inner punctuation, each with the form that it is a case of.

use crate::{
    Span,
    segment::{Document, Token, TokenKind, is_alphanumeric, leading_letters},
};

use super::{
    clitic::{self, Cases, Reading},
    glue::{self, Seam},
    lead::Lead,
    lexicon::Entry,
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
    /// Whether a line begins here.
    pub line: bool,
    /// Whether nothing, not even a blank, stands between it and the word before.
    pub glued: bool,
    /// Whether the source writes it with tanwin, which folding takes away: `ميتًا`.
    pub tanwin: bool,
}

/// `ً`, `ٌ` and `ٍ`.
const TANWIN: [char; 3] = ['\u{64B}', '\u{64C}', '\u{64D}'];

/// A spelling, once for the whole article.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// Hash of the folded spelling.
    pub hash: u64,
    /// Its first case.
    pub folded: Span,
    /// How often it occurs, and behind what.
    pub cases: Cases,
    /// How it is read.
    pub reading: Reading,
    /// Whether it is a word, a number or a mark.
    pub kind: TokenKind,
    /// How many other spellings of the article can be read as the same word.
    pub spellings: u8,
    /// Where a second word begins that is glued on, in bytes; 0 where there is none. Such a spelling has no cases.
    pub seam: u8,
}

impl Form {
    /// Hash of the word itself, of a number's or mark's spelling.
    #[inline(always)]
    pub fn known_as(&self) -> u64 {
        if self.kind == TokenKind::Word { self.reading.stem } else { self.hash }
    }
}

/// All words of an article.
#[derive(Debug)]
pub struct Words<'d> {
    document: &'d Document<'d>,
    words: Vec<Word>,
    forms: Vec<Form>,
    /// Numbers all words that a spelling can be read as.
    stems: Interner,
    /// How many spellings can be read as each.
    shared: Vec<u32>,
    /// Forms of which nothing is known as long as words are told apart.
    unknown: Vec<u32>,
}

impl<'d> Words<'d> {
    /// The words of a document.
    pub fn new(document: &'d Document<'d>) -> Self {
        let mut all = Self::unread(document);
        all.read();
        all
    }

    /// The words of a document, each form read as it is written.
    pub fn unread(document: &'d Document<'d>) -> Self {
        let count = document.tokens().len();
        let mut all = Self {
            document,
            words: Vec::with_capacity(count),
            forms: Vec::new(),
            stems: Interner::default(),
            shared: Vec::new(),
            unknown: Vec::new(),
        };
        let mut interned = Interner::default();
        let mut lines = document.paragraphs().iter().map(|line| line.start).peekable();
        for sentence in document.sentences() {
            let line = lines.next_if_eq(&sentence.start).is_some();
            let mut place = Place { opens: true, line, tanwin: false };
            for token in &document.tokens()[sentence.clone()] {
                all.add(token, place, &mut interned);
                place = Place::default();
            }
        }
        all.part_glued(&mut interned);
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
    #[inline(always)]
    pub fn form(&self, at: usize) -> &Form {
        &self.forms[self.words[at].form as usize]
    }

    /// Folded text.
    pub fn text(&self, folded: Span) -> &'d str {
        folded.of(self.document.folded_text())
    }

    /// The source text's bytes of words `from` to `to`, `to` not included, without the first one's proclitics.
    pub fn span(&self, from: usize, to: usize) -> Span {
        let start = self.words[from].folded.start + usize::from(self.form(from).reading.skip);
        self.document.to_source(Span::new(start, self.words[to - 1].folded.end))
    }

    fn add(&mut self, token: &Token, mut place: Place, interned: &mut Interner) {
        let text = self.document.folded(token);
        let whole = token.folded();
        if token.kind() != TokenKind::Word || leading_letters(text) == text.len() {
            let source = token.span();
            place.tanwin = source.len() != whole.len() && source.of(self.document.source()).contains(TANWIN);
            self.push(whole, token.kind(), place, interned);
            return;
        }
        let mut start = 0;
        for (at, c) in text.char_indices().filter(|&(_, c)| !is_alphanumeric(c)).chain([(text.len(), '.')]) {
            if start < at {
                let folded = Span::new(whole.start + start, whole.start + at);
                self.push(folded, TokenKind::Word, place, interned);
                place = Place::default();
            }
            start = at + c.len_utf8();
        }
    }

    fn push(&mut self, folded: Span, kind: TokenKind, place: Place, interned: &mut Interner) {
        let hash = hash(self.text(folded).as_bytes());
        let form = interned.get(hash, self.forms.len() as u32);
        if form as usize == self.forms.len() {
            let seam = match self.seam(kind, folded) {
                Seam::None => 0,
                Seam::At(at) => at as u8,
                Seam::Unknown => {
                    self.unknown.push(form);
                    0
                }
            };
            let reading = Reading::default();
            let cases = Cases { count: 0, leads: 0 };
            self.forms.push(Form { hash, folded, cases, reading, kind, spellings: 0, seam });
        }
        let form_of = &mut self.forms[form as usize];
        if form_of.seam != 0 {
            let seam = folded.start + usize::from(form_of.seam);
            let Place { tanwin, .. } = place;
            self.push(Span::new(folded.start, seam), kind, Place { tanwin: false, ..place }, interned);
            self.push(Span::new(seam, folded.end), kind, Place { tanwin, ..Place::default() }, interned);
            return;
        }
        form_of.cases.count += 1;
        let glued = self.words.last().is_some_and(|last| last.folded.end == folded.start);
        let Place { opens, line, tanwin } = place;
        self.words.push(Word { folded, form, opens, line, glued, tanwin });
    }

    fn seam(&self, kind: TokenKind, folded: Span) -> Seam {
        if kind != TokenKind::Word {
            return Seam::None;
        }
        let source = self.document.to_source(folded).of(self.document.source());
        glue::seam(self.text(folded), source)
    }

    /// Parts words of which nothing is known but that one part is a word of the article too.
    fn part_glued(&mut self, interned: &mut Interner) {
        let mut parted = false;
        for form in std::mem::take(&mut self.unknown) {
            let text = self.text(self.forms[form as usize].folded);
            let seam = glue::seam_within(text, |word| interned.find(word).is_some());
            self.forms[form as usize].seam = seam.map_or(0, |at| at as u8);
            parted |= seam.is_some();
        }
        if !parted {
            return;
        }
        self.forms.iter_mut().for_each(|form| form.cases.count = 0);
        for word in std::mem::take(&mut self.words) {
            let kind = self.forms[word.form as usize].kind;
            let Word { opens, line, tanwin, .. } = word;
            self.push(word.folded, kind, Place { opens, line, tanwin }, interned);
        }
    }

    /// The ways to read a spelling, each with how many other spellings of the article can be read as the same word.
    pub fn readings(&self, form: &Form) -> impl Iterator<Item = (Reading, usize)> {
        clitic::readings(self.text(form.folded)).map(|reading| {
            let stem = self.stems.find(reading.stem).unwrap_or(u32::MAX) as usize;
            (reading, self.shared.get(stem).map_or(0, |&n| n as usize).saturating_sub(1))
        })
    }

    /// For each word the number of what it is read as, and how many such numbers there are.
    pub fn stems(&self) -> (Vec<u32>, usize) {
        let mut numbers = Interner::default();
        let mut count = 0;
        let of_forms: Vec<u32> = (self.forms.iter())
            .map(|form| {
                let number = numbers.get(form.known_as(), count);
                count += u32::from(number == count);
                number
            })
            .collect();
        (self.words.iter().map(|word| of_forms[word.form as usize]).collect(), count as usize)
    }

    /// Chooses how each form is read; a reading that other forms of the article share is likelier.
    fn read(&mut self) {
        let mut ways: Vec<(Reading, u32)> = Vec::with_capacity(2 * self.forms.len());
        let mut ends = Vec::with_capacity(self.forms.len());
        for form in &self.forms {
            if form.kind == TokenKind::Word {
                for reading in clitic::readings(self.text(form.folded)) {
                    let stem = self.stems.get(reading.stem, self.shared.len() as u32);
                    if stem as usize == self.shared.len() {
                        self.shared.push(0);
                    }
                    self.shared[stem as usize] += 1;
                    ways.push((reading, stem));
                }
            }
            ends.push(ways.len());
        }
        self.look_before(&ways, &ends);
        let mut start = 0;
        for (form, end) in self.forms.iter_mut().zip(ends) {
            let elsewhere = |stem: u32| self.shared[stem as usize] as usize - 1;
            let best = (ways[start..end].iter())
                .map(|&(reading, stem)| (reading, elsewhere(stem)))
                .max_by_key(|(reading, elsewhere)| {
                    let likely = clitic::likelihood(reading, &ways[start].0, *elsewhere, form.cases);
                    (likely, u8::MAX - reading.skip)
                });
            if let Some((reading, elsewhere)) = best {
                form.reading = reading;
                form.spellings = elsewhere.min(255) as u8;
            }
            start = end;
        }
    }

    /// Notes what stands before the cases of each form; those of form `at` are read as `ways` up to `ends[at]`, the whole
    /// word first.
    fn look_before(&mut self, ways: &[(Reading, u32)], ends: &[usize]) {
        let starts = std::iter::once(&0).chain(ends);
        let leads: Vec<Lead> = (self.forms.iter().zip(starts))
            .map(|(form, &start)| {
                let whole = ways.get(start).filter(|_| form.kind == TokenKind::Word);
                let entry = whole.map_or_else(Entry::default, |(reading, _)| reading.entry);
                Lead::of(self.text(form.folded), form.kind, entry)
            })
            .collect();
        let mut before = Lead::Nothing;
        for word in &self.words {
            let lead = if word.opens { Lead::Nothing } else { before };
            self.forms[word.form as usize].cases.leads |= 1 << lead as u16;
            before = leads[word.form as usize];
        }
    }
}

/// What begins at a word, and whether it ends in tanwin.
#[derive(Clone, Copy, Default)]
struct Place {
    opens: bool,
    line: bool,
    tanwin: bool,
}

/// Numbers hashes in the order in which they come.
#[derive(Debug, Default)]
pub(super) struct Interner {
    slots: Vec<(u64, u32)>,
    len: usize,
}

const FREE: u32 = u32::MAX;

impl Interner {
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
                    self.slots[slot] = (hash, next);
                    self.len += 1;
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
        let mut grown = Self { slots: vec![(0, FREE); (2 * self.slots.len()).max(64)], len: 0 };
        for &(hash, number) in self.slots.iter().filter(|slot| slot.1 != FREE) {
            grown.get(hash, number);
        }
        *self = grown;
    }
}
