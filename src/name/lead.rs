//! What stands before a word, as far as it tells whether the word's first letter is a proclitic: `في واشنطن`.

use crate::segment::TokenKind;

use super::lexicon::{Entry, Trigger};

/// What stands right before a word in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Lead {
    /// Nothing.
    Nothing,
    OpeningMark,
    Dash,
    /// Another mark or a number.
    Mark,
    Preposition,
    /// A title or a kinship.
    Title,
    /// A word that people are named with.
    Name,
    /// A word with the article.
    Definite,
    /// Another word that announces names.
    Trigger,
    Word,
}

/// How many there are.
pub const LEADS: usize = 10;

/// Prepositions that are written as words of their own, spelling folded.
#[rustfmt::skip]
pub const PREPOSITIONS: &[&str] = &[
    "في", "من", "الي", "علي", "عن", "بين", "مع", "ضد", "حول", "عبر", "لدي", "منذ", "خلال", "نحو", "قرب",
];

impl Lead {
    /// What a folded spelling is to the word behind it.
    pub fn of(text: &str, kind: TokenKind, entry: Entry) -> Self {
        match text.chars().next() {
            _ if kind == TokenKind::Word => Self::of_word(text, entry),
            Some('(' | '"' | '«' | '[' | '“' | '‘') => Self::OpeningMark,
            Some('-' | '–' | '/') => Self::Dash,
            _ => Self::Mark,
        }
    }

    fn of_word(text: &str, entry: Entry) -> Self {
        match text {
            _ if PREPOSITIONS.contains(&text) => Self::Preposition,
            _ if entry.is(Trigger::Title) || entry.is(Trigger::Kin) => Self::Title,
            _ if entry.names != 0 => Self::Name,
            _ if text.starts_with("ال") => Self::Definite,
            _ if entry.triggers != 0 => Self::Trigger,
            _ => Self::Word,
        }
    }
}
