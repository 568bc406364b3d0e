//! Sentences, as UAX #29 has them.

use super::breaks::Classes;
use crate::{
    Span,
    tables::breaks::{SENTENCE_FAR, SENTENCE_NEAR},
};

static CLASSES: Classes = Classes::new(SENTENCE_NEAR, SENTENCE_FAR);

/// The whole text in pieces. Exactly the sentence boundaries of UAX #29, in linear time; [`sentences`](super::sentences)
/// knows Arabic news better.
///
/// ```
/// use hamish::segment::sentence_bounds;
///
/// let text = "وصل أمس. هل يعود؟ لا.";
/// let pieces: Vec<_> = sentence_bounds(text).map(|piece| piece.of(text)).collect();
/// assert_eq!(pieces, ["وصل أمس. ", "هل يعود؟ ", "لا."]);
/// ```
pub fn sentence_bounds(text: &str) -> SentenceBounds<'_> {
    SentenceBounds { text, at: 0, suspends: false }
}

/// The iterator of [`sentence_bounds`].
#[derive(Clone, Debug)]
pub struct SentenceBounds<'t> {
    text: &'t str,
    at: usize,
    /// Whether … is taken for three full stops.
    suspends: bool,
}

impl<'t> SentenceBounds<'t> {
    /// Takes … for three full stops, which UAX #29 does not.
    pub(super) fn with_suspension(text: &'t str) -> Self {
        Self { text, at: 0, suspends: true }
    }
}

impl Iterator for SentenceBounds<'_> {
    type Item = Span;

    #[inline]
    fn next(&mut self) -> Option<Span> {
        let start = self.at;
        if start == self.text.len() {
            return None;
        }
        self.at = self.end(start);
        Some(Span::new(start, self.at))
    }
}

/// The classes of the generated table, by their numbers there.
mod class {
    pub(super) const LINE_END: u8 = 1;
    pub(super) const EXTEND: u8 = 2;
    pub(super) const BLANK: u8 = 3;
    pub(super) const LOWER: u8 = 4;
    pub(super) const UPPER: u8 = 5;
    pub(super) const LETTER: u8 = 6;
    pub(super) const DIGIT: u8 = 7;
    pub(super) const CONTINUE: u8 = 8;
    pub(super) const FULL_STOP: u8 = 9;
    pub(super) const STOP: u8 = 10;
    pub(super) const CLOSE: u8 = 11;
}
use class::*;

impl SentenceBounds<'_> {
    /// The end of the piece that begins at `start`.
    fn end(&self, start: usize) -> usize {
        let text = self.text.as_bytes();
        let mut at = start;
        let mut before = 0;
        while at < text.len() {
            let (class, len) = self.class(at);
            match class {
                LINE_END => return self.line_end(at, len),
                FULL_STOP | STOP => {
                    let cased = class == FULL_STOP && matches!(before, UPPER | LOWER);
                    match self.behind_stop(at + len, class, cased) {
                        Behind::Ends(end) => return end,
                        Behind::GoesOn(from) => at = from,
                    }
                    before = class;
                }
                EXTEND => at += len,
                _ => {
                    before = class;
                    at += len;
                }
            }
        }
        at
    }

    /// The rules SB6 to SB11 for a stop that ends at `at`, written behind a letter with case or not.
    fn behind_stop(&self, at: usize, stop: u8, cased: bool) -> Behind {
        let text = self.text.as_bytes();
        let mut at = at;
        let mut farthest = stop;
        let mut is_first = true;
        while at < text.len() {
            let (class, len) = self.class(at);
            if class == EXTEND {
                at += len;
                continue;
            }
            if is_first && stop == FULL_STOP {
                let goes_on = class == DIGIT || class == UPPER && cased || self.small_letter_follows(at);
                if goes_on {
                    return Behind::GoesOn(at);
                }
            }
            is_first = false;
            match class {
                LINE_END => return Behind::Ends(self.line_end(at, len)),
                CONTINUE | FULL_STOP | STOP => return Behind::GoesOn(at),
                CLOSE if farthest != BLANK => farthest = CLOSE,
                BLANK => farthest = BLANK,
                _ => return Behind::Ends(at),
            }
            at += len;
        }
        Behind::Ends(at)
    }

    /// SB8: whether the next letter, line's end or stop is a small letter.
    fn small_letter_follows(&self, at: usize) -> bool {
        let mut at = at;
        while at < self.text.len() {
            match self.class(at) {
                (LOWER, _) => return true,
                (LETTER | UPPER | LINE_END | FULL_STOP | STOP, _) => return false,
                (_, len) => at += len,
            }
        }
        false
    }

    #[inline(always)]
    fn class(&self, at: usize) -> (u8, usize) {
        let (class, len) = CLASSES.at(self.text.as_bytes(), at);
        if self.suspends && len == 3 && self.text.as_bytes()[at..].starts_with("…".as_bytes()) {
            return (FULL_STOP, len);
        }
        (class, len)
    }

    fn line_end(&self, at: usize, len: usize) -> usize {
        at + if self.text[at..].starts_with("\r\n") { 2 } else { len }
    }
}

/// What follows a stop.
enum Behind {
    /// The sentence ends there.
    Ends(usize),
    /// It goes on with what stands there.
    GoesOn(usize),
}
