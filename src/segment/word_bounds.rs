//! Words and all that stands between them, as UAX #29 has it.

use super::breaks::Classes;
use crate::{
    Span,
    tables::breaks::{WORD_FAR, WORD_NEAR},
};

static CLASSES: Classes = Classes::new(WORD_NEAR, WORD_FAR);

/// The whole text in pieces: words, runs of blanks, marks. Exactly the word boundaries of UAX #29, in linear time;
/// [`tokens`](super::tokens) knows Arabic news better.
///
/// ```
/// use hamish::segment::word_bounds;
///
/// let text = "قال: 3.5 مليون.";
/// let pieces: Vec<_> = word_bounds(text).map(|piece| piece.of(text)).collect();
/// assert_eq!(pieces, ["قال", ":", " ", "3.5", " ", "مليون", "."]);
/// ```
pub fn word_bounds(text: &str) -> WordBounds<'_> {
    WordBounds { text, at: 0 }
}

/// The iterator of [`word_bounds`].
#[derive(Clone, Debug)]
pub struct WordBounds<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for WordBounds<'_> {
    type Item = Span;

    #[inline]
    fn next(&mut self) -> Option<Span> {
        let start = self.at;
        if start == self.text.len() {
            return None;
        }
        self.at = piece(self.text.as_bytes(), start).end;
        Some(Span::new(start, self.at))
    }
}

/// The classes of the generated table, by their numbers there.
mod class {
    pub(super) const LINE_END: u8 = 1;
    pub(super) const EXTEND: u8 = 2;
    pub(super) const JOINER: u8 = 3;
    pub(super) const BLANK: u8 = 4;
    pub(super) const LETTER: u8 = 5;
    pub(super) const HEBREW: u8 = 6;
    pub(super) const DIGIT: u8 = 7;
    pub(super) const EXTENDER: u8 = 8;
    pub(super) const KATAKANA: u8 = 9;
    pub(super) const REGION: u8 = 10;
    pub(super) const MID_LETTER: u8 = 11;
    pub(super) const MID_NUMBER: u8 = 12;
    pub(super) const MID_EITHER: u8 = 13;
    pub(super) const SINGLE_QUOTE: u8 = 14;
    pub(super) const DOUBLE_QUOTE: u8 = 15;
    /// Added to the class of what is Extended_Pictographic.
    pub(super) const PICTURE: u8 = 32;
}

/// What the piece so far goes on with.
#[derive(Clone, Copy)]
enum State {
    /// Nothing.
    Done,
    Blanks,
    Letter,
    Hebrew,
    /// A Hebrew letter and a geresh.
    Geresh,
    Number,
    Extender,
    Katakana,
    Region,
    /// A mark that belongs to the word if a letter follows.
    IfLetter,
    IfHebrew,
    IfDigit,
}

/// A piece of the text.
pub(super) struct Piece {
    pub(super) end: usize,
    /// False where no mark stands between its letters.
    pub(super) may_hold_marks: bool,
}

/// The piece that begins at `start`, inside of `text`.
#[inline]
pub(super) fn piece(text: &[u8], start: usize) -> Piece {
    use class::*;
    let (first, len) = CLASSES.at(text, start);
    let mut at = start + len;
    let mut state = match first & !PICTURE {
        LETTER => State::Letter,
        BLANK => State::Blanks,
        LINE_END => {
            let end = if text[start..].starts_with(b"\r\n") { start + 2 } else { at };
            return Piece { end, may_hold_marks: false };
        }
        HEBREW => State::Hebrew,
        DIGIT => State::Number,
        EXTENDER => State::Extender,
        KATAKANA => State::Katakana,
        REGION => State::Region,
        _ => State::Done,
    };
    let mut joins = first == JOINER;
    // Where the piece ends if the mark there does not belong to it; 0 before the first.
    let mut mark = 0;
    while at < text.len() {
        let (class, len) = CLASSES.at(text, at);
        state = match (state, class) {
            (State::Letter, LETTER) => State::Letter,
            (State::Blanks, BLANK) => State::Blanks,
            (_, EXTEND | JOINER) => {
                joins = class == JOINER;
                at += len;
                state = if let State::Blanks = state { State::Done } else { state };
                continue;
            }
            (_, PICTURE..) if joins => State::Done,
            _ => {
                let class = class & !PICTURE;
                if let (State::Letter | State::Hebrew, MID_LETTER | MID_EITHER | SINGLE_QUOTE)
                | (State::Hebrew, DOUBLE_QUOTE)
                | (State::Number, MID_NUMBER | MID_EITHER | SINGLE_QUOTE) = (state, class)
                {
                    mark = at;
                }
                match next(state, class) {
                    Some(next) => next,
                    None => break,
                }
            }
        };
        joins = false;
        at += len;
    }
    let end = if let State::IfLetter | State::IfHebrew | State::IfDigit = state { mark } else { at };
    Piece { end, may_hold_marks: mark > 0 }
}

/// The rules WB5 to WB13 and WB16; none where the piece ends before the character.
fn next(state: State, class: u8) -> Option<State> {
    use class::*;
    Some(match (state, class) {
        (State::Letter | State::Hebrew | State::Number | State::Extender, LETTER) => State::Letter,
        (State::Letter | State::Hebrew | State::Number | State::Extender, HEBREW) => State::Hebrew,
        (State::Letter | State::Hebrew | State::Number | State::Extender, DIGIT) => State::Number,
        (State::Geresh | State::IfLetter, LETTER) => State::Letter,
        (State::Geresh | State::IfLetter | State::IfHebrew, HEBREW) => State::Hebrew,
        (State::IfDigit, DIGIT) => State::Number,
        (State::Hebrew, SINGLE_QUOTE) => State::Geresh,
        (State::Hebrew, DOUBLE_QUOTE) => State::IfHebrew,
        (State::Letter | State::Hebrew, MID_LETTER | MID_EITHER | SINGLE_QUOTE) => State::IfLetter,
        (State::Number, MID_NUMBER | MID_EITHER | SINGLE_QUOTE) => State::IfDigit,
        (State::Letter | State::Hebrew | State::Number | State::Extender | State::Katakana, EXTENDER) => {
            State::Extender
        }
        (State::Extender | State::Katakana, KATAKANA) => State::Katakana,
        (State::Region, REGION) => State::Done,
        _ => return None,
    })
}
