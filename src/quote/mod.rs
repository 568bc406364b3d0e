//! Stage 5: quotes, their cues and speakers.

use crate::{Mention, Quote, segment::Document};

/// Quoted and reported speech in the text.
pub fn find(_document: &Document, _mentions: &[Mention]) -> Vec<Quote> {
    Vec::new()
}
