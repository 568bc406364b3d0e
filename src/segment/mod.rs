//! Stage 2: paragraphs, sentences, words, proclitics.

mod document;

pub use document::{Document, Token, TokenKind};
