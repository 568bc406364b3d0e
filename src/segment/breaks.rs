//! What UAX #29 needs to know of a character, one look-up in its UTF-8 bytes.

/// Classes of all characters: those that news is written with by place, the others by search.
pub(super) struct Classes {
    near: &'static [u8; NEAR],
    far: &'static [u32],
}

/// Below U+0800, and U+2000 to U+207F.
const NEAR: usize = 0x880;

impl Classes {
    pub(super) const fn new(near: &'static [u8], far: &'static [u32]) -> Self {
        match near.first_chunk() {
            Some(near) => Self { near, far },
            None => panic!("the table is shorter than its blocks"),
        }
    }

    /// The class of the character that begins at `at`, and its length in bytes. `text` is UTF-8, `at` inside.
    #[inline(always)]
    pub(super) fn at(&self, text: &[u8], at: usize) -> (u8, usize) {
        match text[at] {
            first @ ..0x80 => (self.near[usize::from(first)], 1),
            first @ ..0xE0 => (self.near[usize::from(first & 0x1F) << 6 | continuation(text, at + 1)], 2),
            first => self.far(text, at, first),
        }
    }

    #[inline(never)]
    fn far(&self, text: &[u8], at: usize, first: u8) -> (u8, usize) {
        let (start, len) = if first < 0xF0 { (first & 0x0F, 3) } else { (first & 0x07, 4) };
        let code = (1..len).fold(usize::from(start), |code, nth| code << 6 | continuation(text, at + nth));
        if let 0x2000..0x2080 = code {
            return (self.near[0x800 + (code & 0x7F)], len);
        }
        let behind = self.far.partition_point(|change| (change >> 8) as usize <= code);
        (self.far[behind.saturating_sub(1)] as u8, len)
    }
}

fn continuation(text: &[u8], at: usize) -> usize {
    usize::from(text[at] & 0x3F)
}
