//! [`Text`]: an article as this stage reads it, names of several words put together.

use std::cell::OnceCell;

use super::{
    calendar::Day,
    lexicon::{Entry, Meaning, Sense, bare, extend, lexicon},
    pieces::{PieceKind, pieces},
};
use crate::{
    Span,
    name::table::hash,
    segment::{Document, addresses},
};

/// A word or a name of several, digits, or a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    /// Its bytes in the folded text, proclitics left out; the article is one only behind `ل`.
    start: u32,
    end: u32,
    entry: Entry,
    kind: PieceKind,
    /// Bytes of the proclitics before it.
    skip: u8,
    flags: u8,
}

/// A conjunction stands before it.
const JOINED: u8 = 1;
/// A preposition stands before it.
const GOVERNED: u8 = 2;
/// `ل` does.
const TOWARD: u8 = 4;
/// It has the article.
const DEFINITE: u8 = 8;
/// No blank stands before it.
const GLUED: u8 = 16;
/// It has a letter or a digit that is part of no known word.
const OPAQUE: u8 = 32;

/// How much the words around must say before a word of two senses is taken for a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// Running text: enough.
    Running,
    /// A phrase that is nothing but a date or a figure: nothing.
    Phrase,
}

/// An article in items.
pub(super) struct Text<'d> {
    document: &'d Document<'d>,
    items: Vec<Item>,
    /// How words of two senses are read.
    pub reading: Reading,
    /// The day of publication.
    pub today: Option<Day>,
    /// How often the article speaks of each country that shares the name of its money.
    pub evidence: OnceCell<Vec<u32>>,
}

impl<'d> Text<'d> {
    /// Reads a document.
    pub(super) fn new(document: &'d Document<'d>, today: Option<Day>) -> Self {
        let mut text = Self {
            document,
            items: Vec::with_capacity(document.tokens().len() + document.paragraphs().len()),
            reading: Reading::Running,
            today,
            evidence: OnceCell::new(),
        };
        let mut skipped = addresses(document.source()).peekable();
        for paragraph in document.paragraphs() {
            for token in &document.tokens()[paragraph.clone()] {
                let span = token.span();
                while skipped.next_if(|address| address.end <= span.start).is_some() {}
                let inside = skipped.peek().is_some_and(|address| address.start <= span.start);
                text.push_pieces(document.folded(token), token.folded().start, inside);
            }
            let end = text.items.last().map_or(0, |item| item.end);
            let blank = Item {
                start: end,
                end,
                entry: Entry::default(),
                kind: PieceKind::Mark,
                skip: 0,
                flags: OPAQUE,
            };
            text.items.push(blank);
        }
        text.join_names();
        text
    }

    fn push_pieces(&mut self, folded: &str, offset: usize, inside_address: bool) {
        for piece in pieces(folded) {
            let start = offset + piece.at;
            let end = (start + piece.text.len()) as u32;
            let glued = self.items.last().is_some_and(|last| last.end as usize == start);
            let mut item = Item {
                start: start as u32,
                end,
                entry: Entry::default(),
                kind: piece.kind,
                skip: 0,
                flags: if glued { GLUED } else { 0 },
            };
            if inside_address {
                item.flags |= OPAQUE;
                item.kind = PieceKind::Mark;
            } else if piece.kind != PieceKind::Digits {
                self.read_word(&mut item, piece.text);
            } else if glued && let Some((flags, before)) = self.proclitics_before() {
                self.items.pop();
                item.flags = flags | before.flags & GLUED;
                item.skip = (before.end - before.start) as u8;
            }
            self.items.push(item);
        }
    }

    /// Reads a word; `وأحد` is a conjunction and a word, `واحد` one.
    fn read_word(&self, item: &mut Item, word: &str) {
        let folded = Span::new(item.start as usize, item.end as usize);
        let part = || self.document.to_source(folded).of(self.document.source()).contains('أ');
        let unread = *item;
        read_word(item, word, true);
        if item.entry.begins && item.skip == 0 && word.starts_with("واحد") && part() {
            *item = unread;
            read_word(item, word, false);
        }
    }

    /// The last item, if it is nothing but proclitics, and what they say: `بـ` of `بـ5`.
    fn proclitics_before(&self) -> Option<(u8, Item)> {
        let last = self.items.len().checked_sub(1)?;
        let letters = self.word(last);
        let said = proclitics(letters).chain([(0, 0)]).find_map(|(skip, flags)| match &letters[skip..] {
            "" if skip != 0 => Some(flags),
            "ال" => Some(flags | DEFINITE),
            "ل" if flags & TOWARD != 0 => Some(flags | DEFINITE),
            _ => None,
        });
        said.map(|flags| (flags, self.items[last]))
    }

    /// Puts together what the lexicon knows as one name.
    fn join_names(&mut self) {
        let (mut from, mut to) = (0, 0);
        while from < self.items.len() {
            let mut item = self.items[from];
            let mut next = from + 1;
            if self.says(from, Sense::Opens) {
                let mut state = hash(bare(self.word(from)).as_bytes());
                for at in from + 1..self.items.len() {
                    let part = self.items[at];
                    if part.start == part.end {
                        break;
                    }
                    let start = part.start as usize - usize::from(part.skip);
                    let whole = &self.document.folded_text()[start..part.end as usize];
                    state = extend(state, whole);
                    let Some(entry) = lexicon().get(state) else { break };
                    if lexicon().meanings(entry).iter().any(|meaning| meaning.sense != Sense::Opens) {
                        (item.entry, item.end, next) = (entry, part.end, at + 1);
                    }
                }
            }
            self.items[to] = item;
            to += 1;
            from = next;
        }
        self.items.truncate(to);
    }

    /// How many items there are.
    pub(super) fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether a value may begin at `at`.
    pub(super) fn begins(&self, at: usize) -> bool {
        let item = &self.items[at];
        match item.kind {
            PieceKind::Digits => true,
            PieceKind::Word => {
                item.entry.begins || self.reading == Reading::Phrase && self.says(at, Sense::From)
            }
            PieceKind::Mark => {
                item.entry.begins || self.digits(at + 1).is_some() && self.glued(at + 1) || self.is(at, "-")
            }
        }
    }

    /// The word, without proclitics.
    pub(super) fn word(&self, at: usize) -> &'d str {
        let item = &self.items[at];
        &self.document.folded_text()[item.start as usize..item.end as usize]
    }

    /// The same; nothing behind the text.
    pub(super) fn peek(&self, at: usize) -> &'d str {
        if at < self.len() { self.word(at) } else { "" }
    }

    /// Whether item `at` is the word `word`, or the mark.
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.peek(at) == word
    }

    /// The digits at `at`.
    pub(super) fn digits(&self, at: usize) -> Option<&'d str> {
        (self.items.get(at)?.kind == PieceKind::Digits).then(|| self.word(at))
    }

    /// All that item `at` can say.
    pub(super) fn meanings(&self, at: usize) -> &'static [Meaning] {
        self.items.get(at).map_or(&[], |item| lexicon().meanings(item.entry))
    }

    /// The first sense of item `at` that `pick` takes, and whether it is sure.
    pub(super) fn meaning<T>(&self, at: usize, pick: impl Fn(Sense) -> Option<T>) -> Option<(T, bool)> {
        let phrase = self.reading == Reading::Phrase;
        self.meanings(at)
            .iter()
            .filter_map(|meaning| Some((pick(meaning.sense)?, meaning.sure || phrase)))
            .next()
    }

    /// The first sense that `pick` takes, sure or not.
    pub(super) fn sense<T>(&self, at: usize, pick: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.meaning(at, pick).map(|(found, _)| found)
    }

    /// Whether item `at` can say `sense`.
    pub(super) fn says(&self, at: usize, sense: Sense) -> bool {
        self.meaning(at, |own| (own == sense).then_some(())).is_some()
    }

    /// Whether item `at` has none of the letters that stand before a word, so that it goes on with the one before.
    pub(super) fn bare(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| item.flags & (JOINED | GOVERNED) == 0)
    }

    /// Whether a preposition stands before the word at `at`, written onto it.
    pub(super) fn governed(&self, at: usize) -> bool {
        self.has(at, GOVERNED)
    }

    /// Whether `ل` does.
    pub(super) fn toward(&self, at: usize) -> bool {
        self.has(at, TOWARD)
    }

    /// Whether the word has the article.
    pub(super) fn definite(&self, at: usize) -> bool {
        self.has(at, DEFINITE) || self.has(at, OPAQUE) && self.word(at).starts_with("ال")
    }

    /// Whether no blank stands before it.
    pub(super) fn glued(&self, at: usize) -> bool {
        self.has(at, GLUED)
    }

    /// Whether it is a word or a number, and no mark or border.
    pub(super) fn wordy(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| item.kind != PieceKind::Mark)
    }

    /// The item that `و` joins to what ends before `at`: with it as one word, or behind it.
    pub(super) fn and(&self, at: usize) -> Option<usize> {
        if self.has(at, JOINED) {
            return (!self.governed(at)).then_some(at);
        }
        (self.is(at, "و") && self.bare(at + 1)).then_some(at + 1)
    }

    /// The source text of items `from` to `to`, `to` not included.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        let (start, end) = (self.items[from].start as usize, self.items[to - 1].end as usize);
        self.document.to_source(Span::new(start, end))
    }

    /// The source text of item `at`, harakat and all.
    pub(super) fn source(&self, at: usize) -> &'d str {
        self.span(at, at + 1).of(self.document.source())
    }

    fn has(&self, at: usize, flag: u8) -> bool {
        self.items.get(at).is_some_and(|item| item.flags & flag != 0)
    }
}

/// The ways to read what stands before a word: how many bytes of it, and what they say.
fn proclitics(word: &str) -> impl Iterator<Item = (usize, u8)> {
    let of = |letter: Option<char>| match letter {
        Some('و' | 'ف') => JOINED,
        Some('ب' | 'ك') => GOVERNED,
        Some('ل') => GOVERNED | TOWARD,
        _ => 0,
    };
    let mut letters = word.chars();
    let first = of(letters.next());
    let second = if first == JOINED { of(letters.next()) & !JOINED } else { 0 };
    [(2, first), (4, if second == 0 { 0 } else { first | second })]
        .into_iter()
        .filter(|&(_, flags)| flags != 0)
}

/// Reads a word: the longest part of it that the lexicon has, behind proclitics or, where it `may_be_whole`, behind none.
fn read_word(item: &mut Item, word: &str, may_be_whole: bool) {
    let whole = may_be_whole.then_some((0, 0));
    for (skip, flags) in whole.into_iter().chain(proclitics(word)) {
        let rest = &word[skip..];
        let mut take = |more: usize, entry: Entry, flags: u8| {
            item.entry = entry;
            item.skip = (skip + more) as u8;
            item.start += u32::from(item.skip);
            item.flags |= flags;
        };
        let stem = rest.strip_prefix("ال");
        if let Some(entry) = known(rest) {
            let article = rest.len() > 8 && stem.is_some_and(|stem| known(stem).is_some());
            return take(0, entry, flags | if article { DEFINITE } else { 0 });
        }
        if let Some(entry) = stem.and_then(known) {
            return take(0, entry, flags | DEFINITE);
        }
        if flags & TOWARD != 0
            && let Some(entry) = rest.strip_prefix('ل').and_then(known)
        {
            return take(2, entry, flags | DEFINITE);
        }
    }
    item.flags |= OPAQUE;
}

fn known(word: &str) -> Option<Entry> {
    if word.is_empty() { None } else { lexicon().get(hash(word.as_bytes())) }
}
