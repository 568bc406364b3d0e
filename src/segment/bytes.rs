//! Eight bytes looked at in one go, for text that is mostly of no interest.

const LANES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = LANES * 0x80;
const LOW: u64 = LANES * 0x7F;

/// The first place at or after `from` where `marks` sets the highest bit of a byte; `marks` gets eight bytes, the first
/// one lowest, and leaves all other bits alone.
#[inline]
pub(super) fn find(text: &[u8], from: usize, marks: impl Fn(u64) -> u64) -> Option<usize> {
    let mut at = from;
    while let Some(&eight) = text[at..].first_chunk() {
        let found = marks(u64::from_le_bytes(eight));
        if found != 0 {
            return Some(at + found.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    let mut last = [b'a'; 8];
    let rest = &text[at..];
    last[..rest.len()].copy_from_slice(rest);
    let found = marks(u64::from_le_bytes(last)).trailing_zeros() as usize / 8;
    (found < rest.len()).then_some(at + found)
}

/// Marks the bytes that are `byte`.
#[inline(always)]
pub(super) fn are(eight: u64, byte: u8) -> u64 {
    let others = eight ^ (LANES * u64::from(byte));
    !(((others & LOW) + LOW) | others) & HIGH
}

/// Marks the bytes from `first` on that are ASCII where `first` is, and beyond ASCII where it is beyond.
#[inline(always)]
pub(super) fn are_from(eight: u64, first: u8) -> u64 {
    let reach = (eight & LOW) + LANES * u64::from(0x80 - (first & 0x7F));
    let of_kind = if first < 0x80 { !eight } else { eight };
    reach & of_kind & HIGH
}

/// Marks the bytes beyond ASCII.
#[inline(always)]
pub(super) fn are_beyond_ascii(eight: u64) -> u64 {
    eight & HIGH
}
