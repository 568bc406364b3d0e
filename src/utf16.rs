//! Byte offsets to UTF-16 offsets and back, and folding of UTF-16, for the boundary alone.

mod fold;

pub use fold::{FoldedUnits, Folder};

use crate::{Span, bytes::eight_at, normalize::Folded};

/// Converts offsets of one text. Each look-up reads at most one block of 64 bytes after a search for the block.
///
/// ```
/// let units = hamish::utf16::Utf16::new("a😀ب");
/// assert_eq!(units.of(5), 3); // behind the emoji: 1 + 2 units
/// assert_eq!(units.to_byte(3), 5);
/// ```
#[derive(Debug)]
pub struct Utf16<'t> {
    /// For each block of source bytes, the UTF-16 units before it.
    blocks: Vec<u32>,
    bytes: &'t [u8],
}

const BLOCK: usize = 64;

impl<'t> Utf16<'t> {
    /// A converter for `source`.
    pub fn new(source: &'t str) -> Self {
        let bytes = source.as_bytes();
        let mut units = 0;
        let mut blocks = Vec::with_capacity(bytes.len() / BLOCK + 1);
        for block in bytes.chunks(BLOCK) {
            blocks.push(units);
            units += block.iter().map(|&b| width(b)).sum::<u32>();
        }
        if bytes.len().is_multiple_of(BLOCK) {
            blocks.push(units);
        }
        Self { blocks, bytes }
    }

    /// UTF-16 code units before byte `offset`.
    pub fn of(&self, offset: usize) -> usize {
        let block = offset / BLOCK;
        let from = block * BLOCK;
        self.blocks[block] as usize
            + self.bytes[from..offset].iter().map(|&b| width(b) as usize).sum::<usize>()
    }

    /// The byte before which `units` UTF-16 code units stand; inside a surrogate pair, the character's start.
    pub fn to_byte(&self, units: usize) -> usize {
        let block = self.blocks.partition_point(|&before| before as usize <= units).saturating_sub(1);
        let mut here = self.blocks[block] as usize;
        let mut at = block * BLOCK;
        while at < self.bytes.len() {
            let next = here + width(self.bytes[at]) as usize;
            if next > units {
                break;
            }
            here = next;
            at += 1;
        }
        while at > 0 && at < self.bytes.len() && self.bytes[at] & 0xC0 == 0x80 {
            at -= 1;
        }
        at
    }

    /// A span of bytes as start and end in UTF-16 code units.
    pub fn range(&self, span: Span) -> (usize, usize) {
        (self.of(span.start), self.of(span.end))
    }
}

/// Counts along a text, for offsets that only grow: all of them together cost one reading of it.
///
/// ```
/// let mut units = hamish::utf16::Walk::new("a😀ب");
/// assert_eq!([1, 5, 7].map(|offset| units.of(offset)), [1, 3, 4]);
/// ```
#[derive(Clone, Debug)]
pub struct Walk<'t> {
    bytes: &'t [u8],
    at: usize,
    units: usize,
}

impl<'t> Walk<'t> {
    /// A walk from the beginning of `source`.
    pub fn new(source: &'t str) -> Self {
        Self { bytes: source.as_bytes(), at: 0, units: 0 }
    }

    /// UTF-16 code units before byte `offset`.
    ///
    /// # Panics
    /// Where `offset` is smaller than the one before.
    pub fn of(&mut self, offset: usize) -> usize {
        self.units += count(self.bytes, self.at, offset);
        self.at = offset;
        self.units
    }
}

/// An offset map in UTF-16 code units: a pair of numbers for each change of the distance between the texts, by folded
/// offset. The second holds the source offset and, in its lowest bit, whether what follows corresponds only as a whole.
pub fn pairs(source: &str, folded: &Folded) -> Vec<u32> {
    let (mut of_source, mut of_folded) = (Walk::new(source), Walk::new(&folded.text));
    let pairs = folded.map.changes().flat_map(|(folded, source, is_whole)| {
        let source = (of_source.of(source) as u32) << 1 | u32::from(is_whole);
        [of_folded.of(folded) as u32, source]
    });
    pairs.collect()
}

/// UTF-16 units between two offsets of characters; eight bytes in one go.
fn count(bytes: &[u8], from: usize, to: usize) -> usize {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    assert!(from <= to);
    let mut units = to - from;
    let mut at = from;
    while at < to {
        let behind = 8 - (to - at).min(8);
        let eight = eight_at(bytes, at) << (8 * behind) >> (8 * behind);
        let continuing = eight & !(eight << 1) & HIGH;
        let of_four = eight & eight << 1 & eight << 2 & eight << 3 & HIGH;
        units = units + of_four.count_ones() as usize - continuing.count_ones() as usize;
        at += 8;
    }
    units
}

/// UTF-16 units that a UTF-8 byte opens: none for a continuation byte, two for the first of four.
fn width(byte: u8) -> u32 {
    u32::from(byte & 0xC0 != 0x80) + u32::from(byte >= 0xF0)
}
