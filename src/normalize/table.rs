//! [`Table`]: a set of folds made ready, one look-up a character.

use super::{
    Folds, compose,
    folds::{FOLDS, case, digits, zero_width},
    unicode::unicode,
};
use crate::{order, tables::forms::FORMS};

/// What becomes of each character. Folds of single characters are chained beforehand, so that one look-up does them all.
#[derive(Debug)]
pub(super) struct Table {
    folds: Folds,
    /// By code point, everything that UTF-8 writes in one or two bytes.
    pub(super) two: [Entry; 0x800],
    /// U+2000 to U+207F: blanks, bidi controls, dashes and quotation marks.
    pub(super) general: [Entry; 0x80],
    /// First, last and entry of ranges beyond.
    far: Vec<(char, char, Entry)>,
}

/// A character below U+0800 as its UTF-8 bytes, the first one lowest; or one of the constants.
pub(super) type Entry = u16;

/// The character is dropped.
pub(super) const DROP: Entry = 0x2002;
/// The character stays; below U+0800 its own bytes say so.
pub(super) const KEEP: Entry = 0x2000;
/// The zero-width joiner, dropped unless it joins emoji.
pub(super) const JOINER: Entry = 0x2001;
/// Set where the character may compose or change places with the ones before it. No two bytes of UTF-8 set it.
pub(super) const MEETS: Entry = 0x4000;

/// What becomes of one character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    Keep,
    Drop,
    To(char),
    /// A presentation form; its letters are still to be turned.
    Form(&'static str),
}

impl Table {
    pub(super) fn new(folds: Folds) -> Self {
        let mut two = [DROP; 0x800];
        for (code, entry) in two.iter_mut().enumerate() {
            let code = code as Entry;
            *entry = if code < 0x80 { code } else { 0x80C0 | code >> 6 | (code & 0x3F) << 8 };
        }
        let mut table = Self { folds, two, general: [KEEP; 0x80], far: Vec::new() };
        // From the last fold to the first: what a fold makes of a character is already what later ones make of that.
        for (bit, fold) in FOLDS.iter().enumerate().rev() {
            if !folds.contains(Folds(1 << bit)) {
                continue;
            }
            for &(from, to) in fold.turns {
                table.set(from, from, table.two[to as usize]);
            }
            for &(first, last) in fold.drops {
                table.set(first, last, DROP);
            }
            match Folds(1 << bit) {
                Folds::CASE => table.set_case(),
                Folds::DIGITS => table.set_digits(),
                Folds::ZERO_WIDTH => table.general[0x0D] = JOINER,
                _ => {}
            }
        }
        order::by_key(&mut table.far, |&(first, last, _)| (first.into(), last.into()));
        if table.composes() {
            table.set_meetings();
        }
        table
    }

    fn set(&mut self, first: char, last: char, entry: Entry) {
        match first as usize {
            code @ ..0x800 => self.two[code..=last as usize].fill(entry),
            code @ 0x2000..0x2080 => self.general[code - 0x2000..=last as usize - 0x2000].fill(entry),
            _ => self.far.push((first, last, entry)),
        }
    }

    fn set_case(&mut self) {
        for c in ('A'..='Z').chain('\u{C0}'..'\u{588}') {
            if let Some(small @ ..'\u{800}') = case::lower(c) {
                self.two[c as usize] = self.two[small as usize];
            }
        }
    }

    fn set_digits(&mut self) {
        for &zero in digits::ZEROS.iter().take_while(|&&zero| zero < 0x800) {
            for digit in 0..10 {
                self.two[zero as usize + digit] = Entry::from(b'0') + digit as Entry;
            }
        }
    }

    fn set_meetings(&mut self) {
        for (first, last) in compose::meeting_ranges().take_while(|(first, _)| *first < 0x800) {
            for code in first..last.min(0x800) {
                let entry = &mut self.two[code as usize];
                // A dropped mark that composes with nothing is dropped like any other character.
                if *entry != DROP || compose::is_second(code) {
                    *entry |= MEETS;
                }
            }
        }
        // En quad and em quad are doubles of en space and em space.
        self.general[..2].iter_mut().filter(|entry| **entry == KEEP).for_each(|entry| *entry |= MEETS);
    }

    pub(super) fn folds(&self) -> Folds {
        self.folds
    }

    pub(super) fn composes(&self) -> bool {
        self.folds.contains(Folds::COMPOSE)
    }

    /// What becomes of `c` behind `before`, composing aside.
    pub(super) fn turn(&self, before: Option<char>, c: char) -> Turn {
        let code = c as usize;
        let entry = match code {
            ..0x800 => self.two[code] & !MEETS,
            0x2000..0x2080 => self.general[code - 0x2000] & !MEETS,
            _ => return self.turn_far(c),
        };
        match entry {
            DROP => Turn::Drop,
            KEEP => Turn::Keep,
            JOINER if zero_width::joins_emoji(before) => Turn::Keep,
            JOINER => Turn::Drop,
            _ => match decode(entry) {
                to if to == c => Turn::Keep,
                to => Turn::To(to),
            },
        }
    }

    /// What becomes of `c` whatever stands beside it, or nothing; none where that matters or the character is looked up
    /// in no table.
    pub(super) fn turn_alone(&self, c: char) -> Option<Option<char>> {
        let entry = match c as usize {
            code @ ..0x800 => self.two[code],
            code @ 0x2000..0x2080 => self.general[code - 0x2000],
            _ => return None,
        };
        match entry {
            DROP => Some(None),
            KEEP => Some(Some(c)),
            JOINER => None,
            _ => (entry & MEETS == 0).then(|| Some(decode(entry))),
        }
    }

    /// What becomes of a character from U+0800 on, U+2000 to U+207F aside.
    pub(super) fn turn_far(&self, c: char) -> Turn {
        if let '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' = c
            && let Some(form) = self.form(c)
        {
            return Turn::Form(form);
        }
        let after = self.far.partition_point(|range| range.0 <= c);
        if let Some(&(_, last, entry)) = after.checked_sub(1).map(|at| &self.far[at])
            && c <= last
        {
            return if entry == DROP { Turn::Drop } else { Turn::To(decode(entry)) };
        }
        let digit = if self.folds.contains(Folds::DIGITS) { digits::ascii(c) } else { None };
        let small = || if self.folds.contains(Folds::CASE) { case::lower(c) } else { None };
        digit.or_else(small).map_or(Turn::Keep, Turn::To)
    }

    fn form(&self, c: char) -> Option<&'static str> {
        let fold = match c {
            '\u{FC5E}'..='\u{FC63}' | '\u{FCF2}'..='\u{FCF4}' | '\u{FE70}'..='\u{FE7F}' => {
                Folds::ISOLATED_MARKS
            }
            '\u{FDFA}'..='\u{FDFC}' => Folds::PHRASES,
            _ => Folds::PRESENTATION,
        };
        let at = c as usize - if c < '\u{FE00}' { 0xFB50 } else { 0xFE70 - 0x2B0 };
        let start = unicode().form_starts[at] as usize;
        let form = &FORMS[start..start + unicode().form_lengths[at] as usize];
        (self.folds.contains(fold) && !form.is_empty()).then_some(form)
    }
}

/// The character whose bytes an entry holds.
pub(super) fn decode(entry: Entry) -> char {
    let [first, second] = entry.to_le_bytes();
    let code =
        if first < 0x80 { first.into() } else { u32::from(first & 0x1F) << 6 | u32::from(second & 0x3F) };
    char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
}
