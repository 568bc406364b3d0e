//! How the tables are packed: every number bit by bit, each bit in as much space as it surprises.
//!
//! Adaptive binary arithmetic coding in coarse and fine contexts: a fine one that is new begins with what the coarse one has
//! learned, and once it knows enough the coarse one learns no more from it, as in prediction by partial matching (Cleary and
//! Witten 1984; Moffat 1990). What a table holds and in which order is said once, for reading and writing: numbers pass through
//! [`Coder`], which gives them back as they are or as they were written. Integers alone, so that all machines agree.

/// Where bits come from or go to. What reads returns what was written, whatever it is given.
pub trait Bits {
    /// Passes a bit that is set with a likelihood of `share` / 65536.
    fn pass(&mut self, share: u32, bit: bool) -> bool;

    /// Passes a number below `limit`, which is 2 to the 16 at most, all being alike.
    fn even(&mut self, limit: u32, value: u32) -> u32;
}

/// Passes numbers.
#[derive(Debug)]
pub struct Coder<B> {
    bits: B,
    /// For each count how much the next bit is worth.
    rates: Vec<i32>,
}

/// What is learned of a kind of number while it is passed, in contexts of up to [`LEVELS`] levels, the coarsest first.
#[derive(Debug)]
pub struct Model {
    width: u32,
    levels: usize,
    /// Where each level's chances begin.
    starts: [usize; LEVELS],
    /// For each level, for each context and beginning of a number, how likely the next bit is set.
    chances: Vec<Chance>,
}

/// How many levels of context a number has at most.
pub const LEVELS: usize = 2;

/// How likely a bit is set, as its distance from even in the high half, and how often it was seen; 0 is a fresh one.
type Chance = u32;

/// From here on a chance changes at the same pace.
const STEADY: u32 = 511;

/// What the coarser context says counts as much as so many bits.
const INHERITED: u32 = 2;

/// A context that has seen more bits than these is left to itself.
const KNOWN: u32 = 4;

impl Model {
    /// A model of numbers from 0 to 2 to the `width`, for each level of context with how many of them there are.
    pub fn new(width: u32, contexts: &[usize]) -> Self {
        let (mut starts, mut count) = ([0; LEVELS], 0);
        for (start, contexts) in starts.iter_mut().zip(contexts) {
            *start = count;
            count += contexts << width;
        }
        Self { width, levels: contexts.len(), starts, chances: vec![0; count] }
    }
}

impl<B: Bits> Coder<B> {
    /// A coder of these bits.
    pub fn new(bits: B) -> Self {
        let rates = (0..=STEADY).map(|seen| (1 << 16) / (2 * seen as i32 + 3)).collect();
        Self { bits, rates }
    }

    /// The bits.
    pub fn into_bits(self) -> B {
        self.bits
    }

    /// Passes a number by what `model` has learned in these contexts, one of each level.
    pub fn number(&mut self, model: &mut Model, contexts: &[usize], value: u32) -> u32 {
        let mut places = model.starts;
        for (place, context) in places.iter_mut().zip(contexts) {
            *place += context << model.width;
        }
        let (mut node, mut rest) = (0, model.width);
        loop {
            // The first bit says whether it is any, the others which.
            let bit = if node == 0 { value != 0 } else { value.wrapping_sub(1) >> rest & 1 == 1 };
            let coarse = (model.levels > 1).then_some(places[0] + node);
            let bit = self.bit(&mut model.chances, coarse, places[model.levels - 1] + node, bit);
            node = match node {
                0 if !bit => return 0,
                0 => 1,
                _ => node << 1 | usize::from(bit),
            };
            if rest == 0 {
                return node as u32 - (1 << model.width) + 1;
            }
            rest -= 1;
        }
    }

    /// Passes a yes or no by what `model`, of width 0, has learned.
    pub fn flag(&mut self, model: &mut Model, contexts: &[usize], value: bool) -> bool {
        self.number(model, contexts, value.into()) != 0
    }

    /// Passes a number below `limit`, which is 2 to the 16 at most, of which nothing more can be said.
    pub fn even(&mut self, limit: u32, value: u32) -> u32 {
        self.bits.even(limit, value)
    }

    #[inline(always)]
    fn bit(&mut self, chances: &mut [Chance], coarse: Option<usize>, fine: usize, bit: bool) -> bool {
        let mut chance = chances[fine];
        if let Some(coarse) = coarse
            && chance == 0
        {
            chance = chances[coarse] & !0xFFFF | INHERITED;
        }
        let bit = self.bits.pass(chance >> 16 ^ 0x8000, bit);
        chances[fine] = self.learned(chance, bit);
        if let Some(coarse) = coarse
            && chance & 0xFFFF <= KNOWN
        {
            chances[coarse] = self.learned(chances[coarse], bit);
        }
        bit
    }

    /// A chance behind a bit.
    fn learned(&self, chance: Chance, bit: bool) -> Chance {
        let (share, seen) = ((chance >> 16 ^ 0x8000) as i32, chance & 0xFFFF);
        let wanted = if bit { 65_535 } else { 0 };
        let moved = share + (((wanted - share) * self.rates[seen as usize]) >> 15);
        (moved.clamp(16, 65_520) as u32 ^ 0x8000) << 16 | (seen + 1).min(STEADY)
    }
}

/// What was packed in these bytes, by the same `pass` that packed it.
pub fn unpack<'b, T: Default>(bytes: &'b [u8], pass: impl FnOnce(&mut T, &mut Coder<Unpacker<'b>>)) -> T {
    let mut unpacked = T::default();
    pass(&mut unpacked, &mut Coder::new(Unpacker::new(bytes)));
    unpacked
}

/// Reads what was packed; zeros behind the end.
#[derive(Debug)]
pub struct Unpacker<'b> {
    bytes: std::slice::Iter<'b, u8>,
    range: u32,
    code: u32,
}

impl<'b> Unpacker<'b> {
    /// Reads these bytes.
    pub fn new(bytes: &'b [u8]) -> Self {
        let mut this = Self { bytes: bytes.iter(), range: u32::MAX, code: 0 };
        (0..4).for_each(|_| this.next());
        this
    }

    fn settle(&mut self) {
        while self.range < SETTLED {
            self.range <<= 8;
            self.next();
        }
    }

    fn next(&mut self) {
        self.code = self.code << 8 | u32::from(self.bytes.next().copied().unwrap_or(0));
    }
}

impl Bits for Unpacker<'_> {
    #[inline(always)]
    fn pass(&mut self, share: u32, _: bool) -> bool {
        let part = (self.range >> 16) * share;
        let bit = self.code < part;
        if bit {
            self.range = part;
        } else {
            self.code -= part;
            self.range -= part;
        }
        self.settle();
        bit
    }

    fn even(&mut self, limit: u32, _: u32) -> u32 {
        let part = self.range / limit.max(1);
        let value = (self.code / part).min(limit.saturating_sub(1));
        self.code -= part * value;
        self.range = part;
        self.settle();
        value
    }
}

/// Where the range of what may still be meant becomes so small that a byte is told.
pub const SETTLED: u32 = 1 << 24;
