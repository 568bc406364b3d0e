//! Writes what `hamish::coder` reads.

use hamish::coder::{Bits, Coder, SETTLED};

/// The bytes of what passes everything that a table holds.
pub(crate) fn pack(pass: impl FnOnce(&mut Coder<Packer>)) -> Vec<u8> {
    let mut coder = Coder::new(Packer { bytes: Vec::new(), low: 0, range: u32::MAX });
    pass(&mut coder);
    let Packer { mut bytes, low, .. } = coder.into_bits();
    bytes.extend(low.to_be_bytes());
    while bytes.last() == Some(&0) {
        bytes.pop();
    }
    bytes
}

/// Packs bits; those that surprise take more space.
#[derive(Debug)]
pub(crate) struct Packer {
    bytes: Vec<u8>,
    low: u32,
    range: u32,
}

impl Packer {
    /// Goes on with a part of the range that begins `skip` behind its start.
    fn take(&mut self, skip: u32, part: u32) {
        let (low, over) = self.low.overflowing_add(skip);
        (self.low, self.range) = (low, part);
        if over {
            let last = self.bytes.iter().rposition(|&byte| byte < 255);
            let last = last.expect("a sum that goes over has something before it");
            self.bytes[last] += 1;
            self.bytes[last + 1..].fill(0);
        }
        while self.range < SETTLED {
            self.bytes.push((self.low >> 24) as u8);
            self.low <<= 8;
            self.range <<= 8;
        }
    }
}

impl Bits for Packer {
    fn pass(&mut self, share: u32, bit: bool) -> bool {
        let part = (self.range >> 16) * share;
        let (skip, part) = if bit { (0, part) } else { (part, self.range - part) };
        self.take(skip, part);
        bit
    }

    fn even(&mut self, limit: u32, value: u32) -> u32 {
        let part = self.range / limit.max(1);
        self.take(part * value, part);
        value
    }
}

#[cfg(test)]
mod tests {
    use hamish::coder::{Model, Unpacker};

    use super::*;

    /// Passes numbers of all sorts, the packed table's contents.
    fn pass<B: Bits>(coder: &mut Coder<B>, numbers: &mut [u32]) {
        let mut alone = Model::new(5, &[1]);
        let mut mixed = Model::new(5, &[33, 2]);
        let mut even = Model::new(0, &[33]);
        let mut last = 0;
        for number in numbers {
            *number = match last % 3 {
                0 => coder.number(&mut alone, &[0], *number),
                1 => coder.number(&mut mixed, &[last as usize, last as usize & 1], *number),
                _ => coder.even(33, *number),
            };
            coder.flag(&mut even, &[last as usize], number.is_multiple_of(2));
            last = *number;
        }
    }

    #[test]
    fn what_was_packed_is_read() {
        let mut seed = 1_u32;
        for shift in [27, 28, 29, 30, 31] {
            let random = std::iter::repeat_with(|| {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                seed >> shift
            });
            let mut numbers: Vec<u32> = random.take(5000).chain([32; 5000]).collect();
            let bytes = pack(|coder| pass(coder, &mut numbers));
            let mut read = vec![0; numbers.len()];
            pass(&mut Coder::new(Unpacker::new(&bytes)), &mut read);
            assert_eq!(read, numbers);
        }
    }

    #[test]
    fn what_does_not_surprise_takes_no_space() {
        let bytes = pack(|coder| pass(coder, &mut [30; 10_000]));
        assert!(bytes.len() < 200, "{} bytes", bytes.len());
    }
}
