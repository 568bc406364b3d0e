//! Eight bytes looked at in one go, for text that is mostly of no interest.

const LANES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = LANES * 0x80;
const LOW: u64 = LANES * 0x7F;

/// The first place at or after `from` where `marks` sets the highest bit of a byte; `marks` gets eight bytes, the first
/// one lowest, and leaves all other bits alone.
#[inline(always)]
pub(crate) fn find(text: &[u8], from: usize, marks: impl Fn(u64) -> u64) -> Option<usize> {
    let mut at = from;
    while at < text.len() {
        let found = marks(eight_at(text, at));
        if found != 0 {
            let found = at + found.trailing_zeros() as usize / 8;
            return (found < text.len()).then_some(found);
        }
        at += 8;
    }
    None
}

/// The bytes from `at` on, the first one lowest; zeros behind the last.
#[inline(always)]
pub(crate) fn eight_at(text: &[u8], at: usize) -> u64 {
    match text[at..].first_chunk() {
        Some(&eight) => u64::from_le_bytes(eight),
        None => text[at..].iter().rfold(0, |eight, &byte| eight << 8 | u64::from(byte)),
    }
}

/// Marks the bytes that are `byte`.
#[inline(always)]
pub(crate) fn are(eight: u64, byte: u8) -> u64 {
    let others = eight ^ (LANES * u64::from(byte));
    !(((others & LOW) + LOW) | others) & HIGH
}

/// Marks the bytes from `first` on that are ASCII where `first` is, and beyond ASCII where it is beyond.
#[inline(always)]
pub(crate) fn are_from(eight: u64, first: u8) -> u64 {
    let reach = (eight & LOW) + LANES * u64::from(0x80 - (first & 0x7F));
    let of_kind = if first < 0x80 { !eight } else { eight };
    reach & of_kind & HIGH
}

/// Marks the bytes beyond ASCII.
#[inline(always)]
pub(crate) fn are_beyond_ascii(eight: u64) -> u64 {
    eight & HIGH
}
