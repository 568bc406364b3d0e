//! [`OffsetMap`]: from folded text back to the source text.

use crate::Span;

/// Maps byte offsets of folded text to the source text. Monotone and exact.
#[derive(Clone, Debug, Default)]
pub struct OffsetMap {
    starts: Vec<(usize, usize)>,
}

impl OffsetMap {
    pub(super) fn push(&mut self, folded: usize, source: usize) {
        self.starts.push((folded, source));
    }

    /// The source text that a span of folded text was made from. Dropped characters belong to the kept one before.
    pub fn to_source(&self, folded: Span) -> Span {
        let at = |offset| match self.starts.binary_search_by_key(&offset, |pair| pair.0) {
            Ok(found) => self.starts[found].1,
            Err(next) => self.starts[next.saturating_sub(1)].1,
        };
        Span::new(at(folded.start), at(folded.end))
    }

    /// The first folded offset that stands for `source` or for what comes behind it.
    pub fn to_folded(&self, source: usize) -> usize {
        let next = self.starts.partition_point(|pair| pair.1 < source);
        self.starts.get(next).map_or(0, |pair| pair.0)
    }
}
