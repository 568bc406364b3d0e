//! Words and all that stands between them, as UAX #29 has it.

use super::{
    breaks::{Classes, Which},
    letter::letter_at,
};
use crate::{Span, tables::breaks::WORD_NEAR};

static CLASSES: Classes = Classes::new(Which::Word, WORD_NEAR);

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
    /// As many as these are.
    pub(super) const COUNT: usize = 16;
    /// Added to the class of what is Extended_Pictographic.
    pub(super) const PICTURE: u8 = 32;
}

/// What the piece so far goes on with.
#[derive(Clone, Copy)]
#[repr(u8)]
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

impl State {
    const COUNT: usize = State::IfDigit as usize + 1;

    /// Behind the first character of a piece.
    fn behind(first: u8) -> Self {
        use class::*;
        match first {
            LETTER => State::Letter,
            BLANK => State::Blanks,
            HEBREW => State::Hebrew,
            DIGIT => State::Number,
            EXTENDER => State::Extender,
            KATAKANA => State::Katakana,
            REGION => State::Region,
            _ => State::Done,
        }
    }

    /// The rules WB4 to WB13 and WB16; none where the piece ends before the character.
    const fn next(self, class: u8) -> Option<Self> {
        use class::*;
        Some(match (self, class) {
            (State::Blanks, EXTEND | JOINER) => State::Done,
            (_, EXTEND | JOINER) => self,
            (State::Blanks, BLANK) => State::Blanks,
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

    /// Whether the last mark belongs to the piece only if the next character does.
    fn is_open(self) -> bool {
        matches!(self, State::IfLetter | State::IfHebrew | State::IfDigit)
    }
}

/// [`State::next`] of each state and class: no branch to guess.
static NEXT: [[Option<State>; class::COUNT]; State::COUNT] = {
    use State::*;
    let states = [
        Done, Blanks, Letter, Hebrew, Geresh, Number, Extender, Katakana, Region, IfLetter, IfHebrew, IfDigit,
    ];
    let mut next = [[None; class::COUNT]; State::COUNT];
    let mut at = 0;
    while at < State::COUNT {
        let mut class = 0;
        while class < class::COUNT {
            next[states[at] as usize][class] = states[at].next(class as u8);
            class += 1;
        }
        at += 1;
    }
    next
};

/// A piece of the text.
pub(super) struct Piece {
    pub(super) end: usize,
    /// False where no mark stands between its letters.
    pub(super) may_hold_marks: bool,
}

/// The piece that begins at `start`, inside of `text`.
#[inline(always)]
pub(super) fn piece(text: &[u8], start: usize) -> Piece {
    // What most pieces are: a blank or mark of ASCII before another or Arabic letters, or these before one.
    let first = text[start];
    if first < 0x80 {
        let is_alone = match text.get(start + 1) {
            Some(&next) if next < 0x80 => first != b' ' || next != b' ',
            _ => letter_at(text, start + 1),
        };
        if is_alone && STANDS[usize::from(first)] {
            return Piece { end: start + 1, may_hold_marks: false };
        }
        return any_piece(text, start, start);
    }
    let letters = letters_end(text, start);
    if letters > start && text.get(letters).is_some_and(|&next| ENDS.get(usize::from(next)) == Some(&true)) {
        return Piece { end: letters, may_hold_marks: false };
    }
    any_piece(text, start, letters)
}

/// The characters of ASCII that no other one of ASCII and no Arabic letter behind them belongs to, two blanks aside.
static STANDS: [bool; 0x80] = ascii_but(b"_\r");

/// The characters of ASCII that end a word of Arabic letters.
static ENDS: [bool; 0x80] = ascii_but(b"_\'.:");

/// All of ASCII but letters, digits and these.
const fn ascii_but(others: &[u8]) -> [bool; 0x80] {
    let mut is_in = [false; 0x80];
    let mut at = 0;
    while at < is_in.len() {
        is_in[at] = !(at as u8).is_ascii_alphanumeric();
        at += 1;
    }
    let mut at = 0;
    while at < others.len() {
        is_in[others[at] as usize] = false;
        at += 1;
    }
    is_in
}

/// The piece that begins at `start` with Arabic letters up to `letters`.
#[inline(never)]
fn any_piece(text: &[u8], start: usize, letters: usize) -> Piece {
    use class::*;
    let (mut at, mut state, mut joins) = if letters > start {
        (letters, State::Letter, false)
    } else {
        let (first, len) = CLASSES.at(text, start);
        if first == LINE_END {
            let len = if text[start..].starts_with(b"\r\n") { 2 } else { len };
            return Piece { end: start + len, may_hold_marks: false };
        }
        (start + len, State::behind(first % PICTURE), first == JOINER)
    };
    // Where the piece ends if the mark there does not belong to it; 0 before the first.
    let mut mark = 0;
    while at < text.len() {
        let (class, len) = CLASSES.at(text, at);
        let is_joined_picture = joins && class >= PICTURE;
        let class = class % PICTURE;
        let next =
            if is_joined_picture { Some(State::Done) } else { NEXT[state as usize][usize::from(class)] };
        let Some(next) = next else { break };
        joins = class == JOINER;
        if next.is_open() && !state.is_open() {
            mark = at;
        }
        state = next;
        at += len;
    }
    let end = if state.is_open() { mark } else { at };
    Piece { end, may_hold_marks: mark > 0 }
}

/// Where the run of Arabic letters ends that begins at `at`, or a place before with less than 16 bytes behind it. The
/// letters are those from U+0620 to U+064A, two bytes each; eight are looked at in one go, as most words have no more.
#[inline(always)]
fn letters_end(text: &[u8], at: usize) -> usize {
    let mut at = at;
    while let Some(&[first, second]) = text[at..].as_chunks().0.first_chunk() {
        let (first, second) = (letters_of_four(first), letters_of_four(second));
        let letters = first + second * (first / 4);
        at += 2 * letters;
        if letters < 8 {
            break;
        }
    }
    at
}

/// How many of four characters of two bytes are Arabic letters, up to the first that is none.
#[inline(always)]
fn letters_of_four(eight: [u8; 8]) -> usize {
    const LANES: u64 = 0x0001_0001_0001_0001;
    // The bits that vary among two-byte characters, then the code point of each; what is none comes out higher.
    let bits = u64::from_le_bytes(eight) ^ (LANES * 0x80C0);
    let codes = (bits & (LANES * 0xFF)) << 6 | bits >> 8 & (LANES * 0xFF);
    let from_first = codes + LANES * (0x8000 - 0x620);
    let to_last = LANES * (0x8000 + 0x64A) - codes;
    let others = !(from_first & to_last) & (LANES * 0x8000);
    others.trailing_zeros() as usize / 16
}
