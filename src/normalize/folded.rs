//! [`Folded`]: folded text as it is written, runs without change copied whole.

use super::{
    OffsetMap, compose,
    table::{DROP, MEETS, Table, Turn, decode},
};

/// Folded text and the way back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// Between folded and source offsets.
    pub map: OffsetMap,
}

/// Folds each character for itself, and composes.
pub(super) fn fold(source: &str, table: &Table) -> Folded {
    let mut writer = Writer::new(source);
    let bytes = source.as_bytes();
    let mut at = 0;
    while let Some(&first) = bytes.get(at) {
        let (entry, own, len) = match first {
            ..0x80 => (table.two[usize::from(first)], u16::from(first), 1),
            0x80..0xE0 => {
                let second = bytes[at + 1];
                let code = usize::from(first & 0x1F) << 6 | usize::from(second & 0x3F);
                (table.two[code], u16::from_le_bytes([first, second]), 2)
            }
            _ => {
                at = fold_far(&mut writer, table, at);
                continue;
            }
        };
        if entry == own {
            at += len;
        } else if entry & MEETS != 0 {
            at = compose::fold_cluster(&mut writer, table, at);
        } else if entry == DROP {
            writer.drop(at, at + len);
            at += len;
        } else {
            writer.turn(at, at + len, decode(entry));
            at += len;
        }
    }
    writer.finish()
}

/// Folds the character at `at`, three or four bytes long; returns where to go on.
fn fold_far(writer: &mut Writer, table: &Table, at: usize) -> usize {
    let source = writer.source;
    let Some(c) = source[at..].chars().next() else { return source.len() };
    let end = at + c.len_utf8();
    if table.composes() && compose::meets(table, c) {
        return compose::fold_cluster(writer, table, at);
    }
    match table.turn(source[..at].chars().next_back(), c) {
        Turn::Keep => {}
        Turn::Drop => writer.drop(at, end),
        Turn::To(to) => writer.turn(at, end, to),
        Turn::Form(form) => {
            let mut letters = String::new();
            turn_form(table, form, |letter| letters.push(letter));
            writer.replace(at, end, &letters);
        }
    }
    end
}

/// What the letters of a presentation form become.
pub(super) fn turn_form(table: &Table, form: &str, mut each: impl FnMut(char)) {
    for letter in form.chars() {
        match table.turn(None, letter) {
            Turn::Keep | Turn::Form(_) => each(letter),
            Turn::To(to) => each(to),
            Turn::Drop => {}
        }
    }
}

/// Folded text in the making.
pub(super) struct Writer<'s> {
    pub(super) source: &'s str,
    text: String,
    map: OffsetMap,
    /// Where the source begins that is not copied yet and, so far, needs no change.
    from: usize,
}

impl<'s> Writer<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self { source, text: String::with_capacity(source.len()), map: OffsetMap::new(source), from: 0 }
    }

    fn copy_to(&mut self, at: usize) {
        self.text.push_str(&self.source[self.from..at]);
        self.from = at;
    }

    /// Leaves out `at..end` of the source.
    pub(super) fn drop(&mut self, at: usize, end: usize) {
        self.copy_to(at);
        self.map.align(self.text.len(), end);
        self.from = end;
    }

    /// Writes `to` for the one character at `at..end`.
    pub(super) fn turn(&mut self, at: usize, end: usize, to: char) {
        self.copy_to(at);
        let len = end - at;
        if to.len_utf8() > len {
            self.map.align_whole(self.text.len(), at);
        }
        self.text.push(to);
        if to.len_utf8() != len {
            self.map.align(self.text.len(), end);
        }
        self.from = end;
    }

    /// Writes `folded` for `at..end` as a whole.
    pub(super) fn replace(&mut self, at: usize, end: usize, folded: &str) {
        self.copy_to(at);
        self.map.align_whole(self.text.len(), at);
        self.text.push_str(folded);
        self.map.align(self.text.len(), end);
        self.from = end;
    }

    /// Takes back what was written for the source from `at` on, a kept character's start.
    pub(super) fn rewind(&mut self, at: usize) {
        if at < self.from {
            let folded = self.map.to_folded(at);
            self.text.truncate(folded);
            self.map.truncate(folded);
            self.map.align(folded, at);
            self.from = at;
        }
    }

    pub(super) fn finish(mut self) -> Folded {
        self.copy_to(self.source.len());
        Folded { text: self.text, map: self.map }
    }
}
