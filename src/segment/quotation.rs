//! Which quotation marks of a line belong together.

use super::{is_alphanumeric, paragraph::ends_line};
use crate::bytes::{are, find};

/// Two quotation marks that belong together. Offsets are bytes of the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pair {
    /// Where the opening mark stands.
    pub(crate) opening: usize,
    /// Where the closing mark stands.
    pub(crate) closing: usize,
    /// How many pairs it stands in.
    pub(crate) depth: usize,
}

/// The pairs of a text in the order in which they close. A pair does not reach over a line's end.
pub(crate) fn pairs(text: &str) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut first_of_line = 0;
    let mut from = 0;
    while let Some(at) = next_mark(text.as_bytes(), from) {
        let mut rest = text[at..].chars();
        let mark = rest.next().unwrap_or('\n');
        from = at + mark.len_utf8();
        if ends_line(mark) {
            settle(&mut pairs[first_of_line..], &open);
            open.clear();
            first_of_line = pairs.len();
        } else if is_quotation_mark(mark) {
            let before = text[..at].chars().next_back().unwrap_or('\n');
            match Side::of(before, mark, rest.next().unwrap_or('\n'), !open.is_empty()) {
                Side::Opening => open.push(at),
                Side::Closing => {
                    let opening = open.pop();
                    pairs.extend(opening.map(|opening| Pair { opening, closing: at, depth: open.len() }));
                }
                Side::Neither => {}
            }
        }
    }
    settle(&mut pairs[first_of_line..], &open);
    pairs
}

/// Marks that never closed do not count as a level.
fn settle(pairs: &mut [Pair], unclosed: &[usize]) {
    for pair in pairs {
        pair.depth -= unclosed.partition_point(|&mark| mark < pair.opening);
    }
}

/// The next place where a quotation mark or a line's end may stand, by the first byte of each.
fn next_mark(text: &[u8], from: usize) -> Option<usize> {
    find(text, from, |eight| {
        let lines = are(eight, b'\n') | are(eight, b'\r');
        lines | are(eight, b'"') | are(eight, 0xC2) | are(eight, 0xE2)
    })
}

/// Whether `c` opens or closes what somebody says; single marks may be apostrophes and are left out.
pub(crate) fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '«' | '»' | '“' | '”' | '„' | '‟')
}

enum Side {
    Opening,
    Closing,
    Neither,
}

impl Side {
    /// By the neighbours first, as papers mix up the shapes; then by the shape.
    fn of(before: char, mark: char, next: char, is_inside: bool) -> Self {
        let apart_before = before.is_whitespace() || matches!(before, '(' | '[' | '{');
        let apart_next =
            !is_alphanumeric(next) && !is_quotation_mark(next) && !matches!(next, '(' | '[' | '{' | '…');
        match (apart_before, apart_next) {
            (true, false) => Side::Opening,
            (false, true) if is_inside => Side::Closing,
            (true, true) if !is_inside && mark == '"' => match next {
                '.' => Side::Opening,
                _ => Side::Neither,
            },
            _ if mark == '"' && before.is_ascii_digit() && !is_inside => Side::Neither,
            // Behind a proclitic, whatever its shape.
            (false, false) if !is_inside => Side::Opening,
            _ => match mark {
                '«' | '“' | '„' => Side::Opening,
                _ if is_inside => Side::Closing,
                _ => Side::Neither,
            },
        }
    }
}
