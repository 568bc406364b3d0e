//! Tokens: the word boundaries of UAX #29, tailored to Arabic news.

use super::{
    address::{Addresses, addresses},
    document::TokenKind,
    letter::{adorns, is_arabic_letter},
    word_bounds::piece,
};
use crate::Span;

/// The whole text in pieces: words, numbers, marks and runs of blanks, one behind the other. These are the word
/// boundaries of UAX #29 with two tailorings:
///
/// | tailoring | example |
/// | --- | --- |
/// | an address, as [`addresses`](super::addresses) has it, is one token | `https://example.com/a?b=1` |
/// | a full stop, colon or quotation mark between Arabic words parts them, but not a full stop beside a single letter | `انتهى.وقال:نعم` is five tokens, `ق.م` one |
///
/// ```
/// use hamish::segment::tokens;
///
/// let text = "انتهى.وقال 3.5%";
/// let pieces: Vec<_> = tokens(text).map(|token| token.of(text)).collect();
/// assert_eq!(pieces, ["انتهى", ".", "وقال", " ", "3.5", "%"]);
/// ```
pub fn tokens(text: &str) -> Tokens<'_> {
    let mut addresses = addresses(text);
    Tokens { text, at: 0, marked: 0, address: next_or_end(&mut addresses, text), addresses }
}

/// The tokens with a letter or a digit; tatweel alone is none.
///
/// ```
/// use hamish::segment::words;
///
/// let text = "«نعم»، قال 3 مرات!";
/// assert_eq!(words(text).map(|word| word.of(text)).collect::<Vec<_>>(), ["نعم", "قال", "3", "مرات"]);
/// ```
pub fn words(text: &str) -> impl Iterator<Item = Span> + '_ {
    tokens(text).filter(|token| TokenKind::of(text, *token) != TokenKind::Mark)
}

/// The iterator of [`tokens`].
#[derive(Clone, Debug)]
pub struct Tokens<'t> {
    text: &'t str,
    at: usize,
    /// Up to where UAX #29 sees one word, marks in it.
    marked: usize,
    addresses: Addresses<'t>,
    /// The next address; behind the last one, nothing at the text's end.
    address: Span,
}

impl Iterator for Tokens<'_> {
    type Item = Span;

    #[inline]
    fn next(&mut self) -> Option<Span> {
        let start = self.at;
        if start == self.text.len() {
            return None;
        }
        self.at = if start == self.address.start {
            let end = self.address.end;
            self.address = next_or_end(&mut self.addresses, self.text);
            end
        } else if start < self.marked && !self.text[start..].starts_with(MARKS) {
            self.parted(start)
        } else {
            let piece = piece(&self.text.as_bytes()[..self.address.start], start);
            if piece.may_hold_marks {
                self.marked = piece.end;
                self.parted(start)
            } else {
                piece.end
            }
        };
        Some(Span::new(start, self.at))
    }
}

impl Tokens<'_> {
    /// The end of the first Arabic word of the piece that goes on from `start`, or of the piece.
    fn parted(&self, start: usize) -> usize {
        let piece = &self.text[start..self.marked];
        let parts = |&(at, mark): &(usize, &str)| {
            let apart = if mark == "." { 2 } else { 1 };
            letters(piece[..at].chars().rev(), apart) && letters(piece[at + mark.len()..].chars(), apart)
        };
        piece.match_indices(MARKS).find(parts).map_or(self.marked, |(at, _)| start + at)
    }
}

fn next_or_end(addresses: &mut Addresses<'_>, text: &str) -> Span {
    addresses.next().unwrap_or(Span::new(text.len(), text.len()))
}

/// Marks that UAX #29 leaves inside of words.
const MARKS: [char; 5] = ['.', ':', '\'', '‘', '’'];

/// Whether at least `count` Arabic letters stand there in a row, marks on them aside.
fn letters(chars: impl Iterator<Item = char>, count: usize) -> bool {
    let of_letters = chars.filter(|&c| !adorns(c)).take(count);
    of_letters.filter(|&c| is_arabic_letter(c)).count() == count
}
