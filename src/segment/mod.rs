//! Stage 2: paragraphs, sentences, words, proclitics.

mod address;
pub mod automaton;
pub mod breaks;
mod document;
mod letter;
pub(crate) mod paragraph;
pub(crate) mod quotation;
mod sentence;
mod sentence_bounds;
mod token;
mod word_bounds;

pub use address::{Addresses, addresses};
pub use document::{Document, Token, TokenKind};
pub(crate) use letter::{is_alphabetic, is_alphanumeric, is_arabic_letter, leading_letters};
pub use paragraph::paragraphs;
pub use sentence::{Sentences, sentences};
pub use sentence_bounds::{SentenceBounds, sentence_bounds};
pub use token::{Tokens, tokens, words};
pub use word_bounds::{WordBounds, word_bounds};
