//! [`HashIndex`]: a set of hashed keys in little more space than information theory asks for.
//!
//! A key is known by the top bits of its hash alone. The sorted hashes are stored as gaps, which follow a geometric
//! distribution: `log2(2^bits / n) + 1.44` bits a key once compressed, 1.5 fewer than a minimal perfect hash with
//! fingerprints of the same false positive rate, `n / 2^bits`. Unpacked, the index is an open-addressing table.

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

/// Finds the number of a key by its hash.
#[derive(Debug, Default)]
pub struct HashIndex {
    /// (hash's top bits + 1, number); 0 marks a free slot.
    slots: Vec<(u32, u32)>,
    bits: u32,
    len: usize,
}

impl HashIndex {
    /// Reads the form that `cargo xtask tables` writes: bits, number of keys, the gaps' low bytes, then their high parts.
    pub fn read(bytes: &mut Reader<'_>) -> Self {
        let bits = u32::from(bytes.byte()).clamp(1, 31);
        let given = bytes.u32() as usize;
        let low = bytes.slice(given);
        let len = low.len();
        let mut slots = vec![(0, 0); (2 * len + 1).next_power_of_two()];
        let mut key = 0_u32;
        for (number, &low) in low.iter().enumerate() {
            let gap = bytes.escaped() * 256 + u32::from(low);
            key = key.wrapping_add(gap);
            let mut slot = slot_of(key, slots.len());
            while slots[slot].0 != 0 {
                slot = (slot + 1) % slots.len();
            }
            slots[slot] = (key + 1, number as u32);
        }
        Self { slots, bits, len }
    }

    /// The number of the key with this hash, counted in the order of hashes.
    pub fn find(&self, hash: u64) -> Option<usize> {
        if self.slots.is_empty() {
            return None;
        }
        let key = (hash >> (64 - self.bits)) as u32;
        let mut slot = slot_of(key, self.slots.len());
        loop {
            match self.slots[slot] {
                (0, _) => return None,
                (found, number) if found == key + 1 => return Some(number as usize),
                _ => slot = (slot + 1) & (self.slots.len() - 1),
            }
        }
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

fn slot_of(key: u32, slots: usize) -> usize {
    (key.wrapping_mul(0x9E37_79B1) >> 7) as usize & (slots - 1)
}

/// Reads a table's bytes from front to back; zeros behind the end.
#[derive(Debug)]
pub struct Reader<'b> {
    bytes: &'b [u8],
}

impl<'b> Reader<'b> {
    /// A reader of `bytes`.
    pub fn new(bytes: &'b [u8]) -> Self {
        Self { bytes }
    }

    /// The next byte.
    pub fn byte(&mut self) -> u8 {
        self.slice(1).first().copied().unwrap_or(0)
    }

    /// The next two bytes, the lower first.
    pub fn u16(&mut self) -> u16 {
        u16::from(self.byte()) | u16::from(self.byte()) << 8
    }

    /// The next four bytes, the lowest first.
    pub fn u32(&mut self) -> u32 {
        u32::from(self.u16()) | u32::from(self.u16()) << 16
    }

    /// A number in as many bytes as it has 255s, and one more.
    pub fn escaped(&mut self) -> u32 {
        let mut number = 0;
        loop {
            let byte = self.byte();
            number += u32::from(byte);
            if byte < 255 {
                return number;
            }
        }
    }

    /// The next `length` bytes, fewer at the end.
    pub fn slice(&mut self, length: usize) -> &'b [u8] {
        let (taken, rest) = self.bytes.split_at(length.min(self.bytes.len()));
        self.bytes = rest;
        taken
    }
}
