//! Stage 4: dates, numbers, money, quantities.

use crate::{Options, Value, segment::Document};

/// Dates and figures in the text.
pub fn find(_document: &Document, _options: &Options) -> Vec<Value> {
    Vec::new()
}
