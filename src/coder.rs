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
    rates: [i32; STEADY as usize + 1],
}

/// What is learned of a kind of number while it is passed, in contexts of one level or two, the coarse one first.
#[derive(Debug)]
pub struct Model {
    width: u32,
    /// Where the last level's chances begin.
    fine: usize,
    /// For each level, for each context and beginning of a number, how likely the next bit is set.
    chances: Vec<Chance>,
}

/// Where in a model the chances of a number begin: in its coarse context, where it has two, and in its fine one.
type Place = (Option<usize>, usize);

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
        let starts = |levels: &[usize]| levels.iter().sum::<usize>() << width;
        let fine = contexts.split_last().map_or(0, |(_, coarse)| starts(coarse));
        Self { width, fine, chances: vec![0; starts(contexts)] }
    }

    #[inline(always)]
    fn place(&self, contexts: &[usize]) -> Place {
        match *contexts {
            [coarse, fine] => (Some(coarse << self.width), self.fine + (fine << self.width)),
            _ => (None, contexts.first().map_or(0, |only| only << self.width)),
        }
    }
}

impl<B: Bits> Coder<B> {
    /// A coder of these bits.
    pub fn new(bits: B) -> Self {
        let rates = std::array::from_fn(|seen| (1 << 16) / (2 * seen as i32 + 3));
        Self { bits, rates }
    }

    /// The bits.
    pub fn into_bits(self) -> B {
        self.bits
    }

    /// Passes a number by what `model` has learned in these contexts, one of each level.
    #[inline(always)]
    pub fn number(&mut self, model: &mut Model, contexts: &[usize], value: u32) -> u32 {
        self.bits(model, model.place(contexts), value)
    }

    /// Passes a yes or no by what `model`, of width 0, has learned.
    #[inline(always)]
    pub fn flag(&mut self, model: &mut Model, contexts: &[usize], value: bool) -> bool {
        self.bit(model, model.place(contexts), value)
    }

    /// Passes a number below `limit`, which is 2 to the 16 at most, of which nothing more can be said.
    pub fn even(&mut self, limit: u32, value: u32) -> u32 {
        self.bits.even(limit, value)
    }

    /// A function of its own, as what follows, so that WebAssembly's engines, which optimize between calls, soon do.
    #[inline(never)]
    fn bits(&mut self, model: &mut Model, (coarse, fine): Place, value: u32) -> u32 {
        // The first bit says whether it is any, the others which.
        if !self.next(model, (coarse, fine), value != 0) {
            return 0;
        }
        let mut node = 1;
        for rest in (0..model.width).rev() {
            let place = (coarse.map(|coarse| coarse + node), fine + node);
            let bit = self.next(model, place, value.wrapping_sub(1) >> rest & 1 == 1);
            node = node << 1 | usize::from(bit);
        }
        node as u32 - (1 << model.width) + 1
    }

    #[inline(never)]
    fn bit(&mut self, model: &mut Model, place: Place, bit: bool) -> bool {
        self.next(model, place, bit)
    }

    #[inline(always)]
    fn next(&mut self, model: &mut Model, (coarse, fine): Place, bit: bool) -> bool {
        let chances = &mut model.chances[..];
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
    #[inline(always)]
    fn learned(&self, chance: Chance, bit: bool) -> Chance {
        let (share, seen) = ((chance >> 16 ^ 0x8000) as i32, chance & 0xFFFF);
        let wanted = if bit { 65_535 } else { 0 };
        let moved = share + (((wanted - share) * self.rates[(seen & STEADY) as usize]) >> 15);
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
        // No branch, as nobody can tell beforehand which way it would go.
        let unset = u32::from(bit).wrapping_sub(1);
        self.code -= part & unset;
        self.range = part ^ (part ^ (self.range - part)) & unset;
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
