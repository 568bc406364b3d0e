//! Words, digits and marks as this stage takes them apart: `50%` is two pieces, `1,234.5` one.

use crate::segment::{is_alphanumeric, leading_letters};

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PieceKind {
    /// Begins with a letter.
    Word,
    /// Digits with separators between them.
    Digits,
    /// One character that is neither.
    Mark,
}

/// A piece of folded text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'t> {
    pub text: &'t str,
    pub at: usize,
    pub kind: PieceKind,
}

/// The pieces of folded text, blanks left out.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text[at..].trim_start();
        at = text.len() - rest.len();
        let first = rest.chars().next()?;
        let (kind, len) = if first.is_ascii_digit() {
            (PieceKind::Digits, digits(rest.as_bytes()))
        } else if is_inner(first) {
            // `H2` is one word, `من900` lacks a blank.
            let latin = first.is_ascii();
            let inner = |c: char| is_inner(c) && (latin || !c.is_ascii_digit());
            let letters = leading_letters(rest);
            (PieceKind::Word, rest[letters..].find(|c| !inner(c)).map_or(rest.len(), |more| letters + more))
        } else {
            (PieceKind::Mark, first.len_utf8())
        };
        let piece = Piece { text: &rest[..len], at, kind };
        at += len;
        Some(piece)
    })
}

/// Whether the character is part of a word.
fn is_inner(c: char) -> bool {
    c == '_' || is_alphanumeric(c)
}

/// The length of digits with single separators between them.
fn digits(bytes: &[u8]) -> usize {
    let mut end = 0;
    loop {
        end += bytes[end..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let separator = match bytes[end..] {
            [b'.' | b',' | b'\'', ..] => 1,
            // ٫ ٬ ،
            [0xD9, 0xAB | 0xAC, ..] | [0xD8, 0x8C, ..] => 2,
            _ => return end,
        };
        if !bytes.get(end + separator).is_some_and(u8::is_ascii_digit) {
            return end;
        }
        end += separator;
    }
}
