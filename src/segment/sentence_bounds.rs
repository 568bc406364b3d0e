//! Sentences, as UAX #29 has them.

use super::breaks::{Classes, Which};
use crate::{
    Span,
    bytes::{are, are_beyond_ascii, are_from, find},
    tables::breaks::SENTENCE_NEAR,
};

static CLASSES: Classes = Classes::new(Which::Sentence, SENTENCE_NEAR);

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
        while let Some(found) = find(text, at, may_end) {
            // A continuation byte is the last one of two.
            at = if text[found] & 0xC0 == 0x80 { found - 1 } else { found };
            let (class, len) = self.class(at);
            match class {
                LINE_END => return self.line_end(at, len),
                FULL_STOP | STOP => match self.behind_stop(start, at, class) {
                    Behind::Ends(end) => return end,
                    Behind::GoesOn(from) => at = from,
                },
                _ => at += len,
            }
        }
        text.len()
    }

    /// The rules SB6 to SB11 for the stop at `at` of the sentence that begins at `start`.
    fn behind_stop(&self, start: usize, at: usize, stop: u8) -> Behind {
        let text = self.text.as_bytes();
        let stopped = at;
        let mut at = at + self.class(at).1;
        let mut farthest = stop;
        let mut is_first = true;
        while at < text.len() {
            let (class, len) = self.class(at);
            if class == EXTEND {
                at += len;
                continue;
            }
            if is_first && stop == FULL_STOP {
                let goes_on = class == DIGIT
                    || class == UPPER && self.is_behind_case(start, stopped)
                    || self.small_letter_follows(at);
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

    /// SB7: whether a letter with case stands before `at`.
    fn is_behind_case(&self, start: usize, at: usize) -> bool {
        let before =
            self.text[start..at].char_indices().rev().map(|(before, _)| self.class(start + before).0);
        before.into_iter().find(|&class| class != EXTEND).is_some_and(|class| matches!(class, UPPER | LOWER))
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

/// Marks the bytes that may belong to a stop or a line's end: all ASCII below digits but blanks, `?`, the last bytes of ؝ ؞
/// ؟, and the first bytes of what lies beyond Arabic letters.
#[inline(always)]
fn may_end(eight: u64) -> u64 {
    let ascii =
        !are_beyond_ascii(eight) & !are_from(eight, b'0') & !are(eight, b' ') & are_beyond_ascii(u64::MAX);
    let question = are(eight, b'?');
    let arabic = are_from(eight, 0x9D) & !are_from(eight, 0xA0);
    let first = are(eight, 0xC2) | are(eight, 0xD6) | are_from(eight, 0xDB);
    ascii | question | arabic | first
}

/// What follows a stop.
enum Behind {
    /// The sentence ends there.
    Ends(usize),
    /// It goes on with what stands there.
    GoesOn(usize),
}
