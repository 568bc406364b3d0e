//! Stage 2: paragraphs, sentences, words, proclitics.

mod address;
mod document;

pub use address::addresses;
pub use document::{Document, Token, TokenKind};
