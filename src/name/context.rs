//! What stands around each word of an article: lines, gazetteer matches, head nouns, brackets.

use std::ops::Range;

use crate::segment::TokenKind;

use super::{
    gazetteer::{self, Kinds, gazetteer},
    lexicon::Trigger,
    words::{Form, Words},
};

/// A gazetteer's name as one of its words sees it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Match {
    /// The lists on which the name stands; 0 where the word is part of none.
    pub kinds: Kinds,
    /// The word's place in the name, counted from 0.
    pub place: u8,
    /// Words of the name.
    pub length: u8,
}

impl Match {
    /// Place and length in one number.
    pub fn code(self) -> u64 {
        let end = if self.place + 1 == self.length { 2 } else { 0 };
        u64::from(self.place != 0) | end | u64::from(self.length.min(3)) << 2
    }
}

/// What stands around each word.
#[derive(Debug)]
pub struct Context {
    lines: Vec<u32>,
    matches: Vec<Match>,
    heads: Vec<Option<(u32, u8)>>,
    paired: Vec<u8>,
}

/// The farthest that a head noun is looked for.
const HEAD_REACH: u8 = 6;

impl Context {
    /// Reads the words once.
    pub fn new(words: &Words) -> Self {
        let count = words.words().len();
        let lines = (0..count).filter(|&at| words.words()[at].line || at == 0).map(|at| at as u32);
        let mut this = Self {
            lines: lines.collect(),
            matches: vec![Match::default(); count],
            heads: Vec::with_capacity(count),
            paired: Vec::with_capacity(count),
        };
        this.lines.push(count as u32);
        this.match_names(words);
        this.find_heads(words);
        this.find_pairs(words);
        this
    }

    /// All lines.
    pub fn lines(&self) -> impl Iterator<Item = Range<usize>> {
        self.lines.windows(2).map(|pair| pair[0] as usize..pair[1] as usize)
    }

    /// The gazetteer's name that word `at` is part of.
    pub fn matched(&self, at: usize) -> Match {
        self.matches[at]
    }

    /// The nearest head noun before word `at` in its phrase, and how many words before.
    pub fn head(&self, at: usize) -> Option<(usize, u64)> {
        self.heads[at].map(|(head, distance)| (head as usize, u64::from(distance)))
    }

    /// 0 outside of brackets and quotation marks; else which, and whether they opened just before.
    pub fn paired(&self, at: usize) -> u8 {
        self.paired[at]
    }

    /// The nearest word before, marks and numbers passed over.
    pub fn word_before(&self, words: &Words, line: &Range<usize>, at: usize) -> Option<usize> {
        let start = at.saturating_sub(4).max(line.start);
        (start..at).rev().find(|&other| words.form(other).kind == TokenKind::Word)
    }

    /// The nearest word behind, marks and numbers passed over.
    pub fn word_after(&self, words: &Words, line: &Range<usize>, at: usize) -> Option<usize> {
        let end = (at + 5).min(line.end);
        (at + 1..end).find(|&other| words.form(other).kind == TokenKind::Word)
    }

    /// The triggers of the nearest word before that has any, and how far it is, with nothing but adjectives between.
    pub fn trigger_left(&self, words: &Words, line: &Range<usize>, at: usize) -> Option<(u16, u64)> {
        let start = at.saturating_sub(4).max(line.start);
        for other in (start..at).rev() {
            let entry = words.form(other).reading.entry;
            if entry.triggers != 0 && !entry.is(Trigger::Junction) {
                return Some((entry.triggers, (at - other) as u64));
            }
            if !is_adjective(words.form(other)) {
                return None;
            }
        }
        None
    }

    fn match_names(&mut self, words: &Words) {
        for at in 0..words.words().len() {
            if let Some((length, kinds, _)) = longest(words, at) {
                let taken = self.matches[at];
                if taken.kinds != 0 && usize::from(taken.length - taken.place) >= length {
                    continue;
                }
                if taken.place != 0 && length == 1 {
                    continue;
                }
                for place in 0..length {
                    self.matches[at + place] = Match { kinds, place: place as u8, length: length as u8 };
                }
            }
        }
    }

    fn find_heads(&mut self, words: &Words) {
        let mut head: Option<(u32, u8)> = None;
        for at in 0..words.words().len() {
            let form = words.form(at);
            let entry = form.reading.entry;
            if words.words()[at].line || form.kind != TokenKind::Word {
                head = None;
            }
            head = head.and_then(|(head, far)| (far < HEAD_REACH).then_some((head, far + 1)));
            self.heads.push(head);
            if [Trigger::OrganizationIn, Trigger::PlaceIn, Trigger::OrganizationOut, Trigger::PlaceOut]
                .into_iter()
                .any(|trigger| entry.is(trigger))
            {
                head = Some((at as u32, 0));
            }
        }
    }

    fn find_pairs(&mut self, words: &Words) {
        let mut open = 0_u8;
        let mut since = 0_u8;
        for at in 0..words.words().len() {
            if words.words()[at].line {
                open = 0;
            }
            let form = words.form(at);
            let mark = if form.kind == TokenKind::Mark { words.text(form.folded) } else { "" };
            if matches!(mark, ")" | "»" | "”") || mark == "\"" && open == 3 {
                open = 0;
            }
            self.paired.push(if open == 0 { 0 } else { open << 2 | since.min(2) });
            since = since.saturating_add(1);
            let opened = match mark {
                "(" => 1,
                "«" | "“" => 2,
                "\"" if self.paired[at] == 0 => 3,
                _ => 0,
            };
            if opened != 0 {
                (open, since) = (opened, 0);
            }
        }
    }
}

fn is_adjective(form: &Form) -> bool {
    let entry = form.reading.entry;
    form.kind == TokenKind::Word && (entry.nationality || entry.is(Trigger::Junction) || form.reading.article)
}

/// The longest name of the gazetteer that begins at a word: how many words, on which lists, where in the table.
pub fn longest(words: &Words, at: usize) -> Option<(usize, Kinds, usize)> {
    let first = words.form(at);
    if first.kind != TokenKind::Word {
        return None;
    }
    let mut name = first.reading.stem;
    let mut best = gazetteer().get(name).map(|(kinds, place)| (1, kinds, place));
    for length in 2..=gazetteer::LONGEST {
        let Some(word) = words.words().get(at + length - 1) else { break };
        let form = &words.forms()[word.form as usize];
        if word.opens || form.kind != TokenKind::Word {
            break;
        }
        name = gazetteer::extend(name, form.hash);
        if let Some((kinds, place)) = gazetteer().get(name) {
            best = Some((length, kinds, place));
        }
    }
    best
}
