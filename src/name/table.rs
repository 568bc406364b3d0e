//! [`HashIndex`]: a set of hashed keys in little more space than information theory asks for.
//!
//! A key is known by the top bits of its hash alone. The sorted hashes are stored as gaps, which follow a geometric
//! distribution: `log2(2^bits / n) + 1.44` bits a key once packed, 1.5 fewer than a minimal perfect hash with
//! fingerprints of the same false positive rate, `n / 2^bits`. Unpacked, the keys that begin alike are found at once.

use crate::coder::{Bits, Coder, Model};

/// Hash of a folded word: 8 bytes a step.
pub fn hash(bytes: &[u8]) -> u64 {
    let mut state = 0x9E37_79B9_7F4A_7C15 ^ bytes.len() as u64;
    let mut rest = bytes;
    while let Some((eight, behind)) = rest.split_first_chunk() {
        state = mix(state, u64::from_le_bytes(*eight));
        rest = behind;
    }
    let last = match bytes.last_chunk() {
        Some(_) if rest.is_empty() => 0,
        Some(eight) => u64::from_le_bytes(*eight) >> (64 - 8 * rest.len()),
        None => rest.iter().rev().fold(0, |last, &byte| last << 8 | u64::from(byte)),
    };
    mix(state, last)
}

/// Hash of something that has hash `first` and then `second`.
#[inline(always)]
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
        let random = mean.checked_ilog2().unwrap_or(0).min(16);
        let mut overruns = Model::new(0, &[OVERRUNS + 1]);
        let mut last = 0_u32;
        for key in &mut self.sorted {
            last = last.wrapping_add(gap(coder, &mut overruns, random, key.saturating_sub(last)));
            *key = last;
        }
    }
}

/// Passes a gap between keys of which `random` bits are random.
#[inline(never)]
fn gap<B: Bits>(coder: &mut Coder<B>, overruns: &mut Model, random: u32, gap: u32) -> u32 {
    let mut high = 0;
    while high < MOST && coder.flag(overruns, &[high.min(OVERRUNS)], gap >> random > high as u32) {
        high += 1;
    }
    (high as u32) << random | coder.even(1 << random, gap & ((1 << random) - 1))
}

/// From so many on overruns are alike.
const OVERRUNS: usize = 24;

/// No gap between keys of good hashes overruns its low bits more often.
const MOST: usize = 255;

/// Finds the number of a key by its hash.
///
/// An open-addressing table whose slots are in the order of keys. A slot holds the low 16 bits of a key and its number, plus
/// one; keys alike in these bits are never as near to each other as a search goes.
#[derive(Debug, Default)]
pub struct HashIndex {
    /// A bit for each beginning of keys, set where some begin so: most of what is not in the table is not looked for in the
    /// slots, which are too many for a processor's nearest memory.
    begun: Vec<u32>,
    /// The bits of a key that are not of its beginning.
    behind: u32,
    slots: Vec<u32>,
    len: usize,
    bits: u32,
    /// The bits of a key that do not say where it is looked for.
    rest: u32,
}

impl HashIndex {
    /// An index of sorted keys.
    pub fn new(keys: Keys) -> Self {
        let Keys { bits, sorted } = keys;
        let rest = bits.saturating_sub((4 * sorted.len()).max(2).ilog2());
        let places = 1_usize << (bits - rest);
        let behind = bits.saturating_sub((16 * sorted.len()).max(2).ilog2());
        let mut begun = vec![0; (1 << (bits - behind) >> 5) + 1];
        let mut slots = vec![0; places + sorted.len() + 1];
        let mut end = 0;
        for (number, &key) in sorted.iter().enumerate() {
            let slot = end.max((key >> rest) as usize);
            slots[slot] = key << 16 | (number as u32 + 1);
            end = slot + 1;
            begun[(key >> behind >> 5) as usize] |= 1 << (key >> behind & 31);
        }
        slots.truncate(end.max(places) + 1);
        Self { begun, behind, slots, len: sorted.len(), bits, rest }
    }

    /// The number of the key with this hash, counted in the order of hashes.
    #[inline(always)]
    pub fn find(&self, hash: u64) -> Option<usize> {
        self.number((hash >> 32) as u32 >> (32 - self.bits))
    }

    /// The number of a key.
    #[inline(always)]
    pub fn number(&self, key: u32) -> Option<usize> {
        let beginning = key >> self.behind;
        if self.begun.get((beginning >> 5) as usize)? >> (beginning & 31) & 1 == 0 {
            return None;
        }
        let slots = self.slots.get((key >> self.rest) as usize..)?;
        let found = slots.iter().find(|&&slot| slot == 0 || slot >> 16 == key & 0xFFFF)?;
        (*found as usize & 0xFFFF).checked_sub(1)
    }

    /// How many bits a key has.
    pub fn bits(&self) -> u32 {
        self.bits
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
}
