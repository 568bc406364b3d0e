//! Stage 2: paragraphs, sentences, words, proclitics.

mod address;
mod breaks;
mod bytes;
mod document;
pub(crate) mod paragraph;
pub(crate) mod quotation;
mod sentence;
mod sentence_bounds;
mod token;
mod word_bounds;

pub use address::{Addresses, addresses};
pub use document::{Document, Token, TokenKind};
pub use paragraph::paragraphs;
pub use sentence::{Sentences, sentences};
pub use sentence_bounds::{SentenceBounds, sentence_bounds};
pub(crate) use token::is_alphanumeric;
pub use token::{Tokens, tokens, words};
pub use word_bounds::{WordBounds, word_bounds};
