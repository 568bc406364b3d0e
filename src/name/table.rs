//! [`HashIndex`]: a set of hashed keys in little more space than information theory asks for.
//!
//! A key is known by the top bits of its hash alone. The sorted hashes are stored as gaps, which follow a geometric
//! distribution: `log2(2^bits / n) + 1.44` bits a key once packed, 1.5 fewer than a minimal perfect hash with
//! fingerprints of the same false positive rate, `n / 2^bits`. Unpacked, the keys that begin alike are found at once.

use super::coder::{Bits, Coder, Model};

/// Hash of a folded word: 8 bytes a step.
pub fn hash(bytes: &[u8]) -> u64 {
    let mut state = 0x9E37_79B9_7F4A_7C15 ^ bytes.len() as u64;
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        let mut word = [0; 8];
        word.copy_from_slice(chunk);
        state = mix(state, u64::from_le_bytes(word));
    }
    let mut word = [0; 8];
    word[..chunks.remainder().len()].copy_from_slice(chunks.remainder());
    mix(state, u64::from_le_bytes(word))
}

/// Hash of something that has hash `first` and then `second`.
pub fn mix(first: u64, second: u64) -> u64 {
    let mixed = (first.rotate_left(23) ^ second).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    (mixed ^ (mixed >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93)
}

/// Hashes' top bits in their order, as the tables hold them.
#[derive(Debug, Default)]
pub struct Keys {
    /// How many bits.
    pub bits: u32,
    /// The bits, each once.
    pub sorted: Vec<u32>,
}

impl Keys {
    /// Passes all keys: of each gap its low bits, which are random, and how often these were overrun.
    pub fn pass<B: Bits>(&mut self, coder: &mut Coder<B>) {
        self.bits = coder.even(32, self.bits).max(1);
        let count = coder.even(1 << 16, self.sorted.len() as u32);
        self.sorted.resize(count as usize, 0);
        let mean = (1_u64 << self.bits) / u64::from(count.max(1));
        let random = (mean / 4).checked_ilog2().unwrap_or(0).min(16);
        let mut overruns = Model::new(0, [OVERRUNS + 1]);
        let mut last = 0_u32;
        for key in &mut self.sorted {
            let gap = key.saturating_sub(last);
            let mut high = 0;
            while high < MOST && coder.flag(&mut overruns, [high.min(OVERRUNS)], gap >> random > high as u32)
            {
                high += 1;
            }
            let low = coder.even(1 << random, gap & ((1 << random) - 1));
            last = last.wrapping_add((high as u32) << random | low);
            *key = last;
        }
    }
}

/// From so many on overruns are alike.
const OVERRUNS: usize = 24;

/// No gap between keys of good hashes overruns its low bits more often.
const MOST: usize = 255;

/// Finds the number of a key by its hash.
#[derive(Debug, Default)]
pub struct HashIndex {
    keys: Vec<u32>,
    /// For each beginning of a key where those keys begin.
    starts: Vec<u32>,
    bits: u32,
    /// The bits of a key that are not part of its beginning.
    rest: u32,
}

impl HashIndex {
    /// An index of sorted keys.
    pub fn new(keys: Keys) -> Self {
        let Keys { bits, sorted: keys } = keys;
        let rest = bits.saturating_sub(keys.len().max(1).ilog2());
        let mut starts = Vec::with_capacity((1 << (bits - rest)) + 1);
        for (number, &key) in keys.iter().enumerate() {
            let beginning = (key >> rest) as usize;
            starts.resize(starts.len().max(beginning + 1), number as u32);
        }
        starts.resize((1 << (bits - rest)) + 1, keys.len() as u32);
        Self { keys, starts, bits, rest }
    }

    /// The number of the key with this hash, counted in the order of hashes.
    pub fn find(&self, hash: u64) -> Option<usize> {
        self.number((hash >> 32) as u32 >> (32 - self.bits))
    }

    /// The number of a key.
    pub fn number(&self, key: u32) -> Option<usize> {
        let beginning = (key >> self.rest) as usize;
        let range = *self.starts.get(beginning)? as usize..*self.starts.get(beginning + 1)? as usize;
        let start = range.start;
        self.keys.get(range)?.iter().position(|&found| found == key).map(|at| start + at)
    }

    /// How many bits a key has.
    pub fn bits(&self) -> u32 {
        self.bits
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }
}
