//! How the tables are packed: every number bit by bit, each bit in as much space as it surprises.
//!
//! Adaptive binary arithmetic coding with several contexts mixed, as in Mahoney's PAQ ("Adaptive Weighing of Context
//! Models for Lossless Data Compression", 2005). What a table holds and in which order is said once, for reading and
//! writing: numbers pass through [`Coder`], which gives them back as they are or as they were written. Integers alone,
//! so that all machines agree.

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
    /// For a likelihood's first 12 bits its logit.
    stretch: Vec<i16>,
    /// For each count how much the next bit is worth.
    rates: Vec<u16>,
}

/// What is learned of a kind of number while it is passed, in each context of up to [`SORTS`] sorts of context.
#[derive(Debug)]
pub struct Model {
    width: u32,
    sorts: usize,
    /// Where each sort's chances begin.
    starts: Places,
    /// For each sort, for each context and beginning of a number, how likely the next bit is set.
    chances: Vec<Chance>,
    /// For each bit how far each sort is trusted.
    trust: Vec<[i32; SORTS]>,
}

/// For each sort where the chances of one context begin.
type Places = [usize; SORTS];

/// How many sorts of context a number has at most.
pub const SORTS: usize = 4;

#[derive(Clone, Copy, Debug)]
struct Chance {
    share: u16,
    seen: u16,
}

/// From here on a chance changes at the same pace.
const STEADY: u16 = 511;

/// How far all sorts together are trusted to begin with.
const TRUST: i32 = 80_000;

/// How fast trust changes.
const PACE: i32 = 3;

impl Model {
    /// A model of numbers from 0 to 2 to the `width`, for each sort of context with how many of them there are.
    pub fn new(width: u32, contexts: &[usize]) -> Self {
        let (mut starts, mut count) = ([0; SORTS], 0);
        for (start, contexts) in starts.iter_mut().zip(contexts) {
            *start = count;
            count += contexts << width;
        }
        let sorts = contexts.len().min(SORTS);
        Self {
            width,
            sorts,
            starts,
            chances: vec![Chance { share: 1 << 15, seen: 0 }; count],
            trust: vec![[TRUST / sorts.max(1) as i32; SORTS]; width as usize + 1],
        }
    }

    #[inline(always)]
    fn places(&self, contexts: &[usize]) -> Places {
        let mut places = self.starts;
        for (place, context) in places.iter_mut().zip(contexts) {
            *place += context << self.width;
        }
        places
    }
}

impl<B: Bits> Coder<B> {
    /// A coder of these bits.
    pub fn new(bits: B) -> Self {
        let mut stretch = vec![2047; 1 << 12];
        let mut from = 0;
        for logit in -2047..2048 {
            let to = squash(logit) as usize;
            stretch[from.min(to)..to + 1].fill(logit as i16);
            from = to + 1;
        }
        let rates = (0..=u32::from(STEADY)).map(|seen| ((1 << 16) / (2 * seen + 3)) as u16).collect();
        Self { bits, stretch, rates }
    }

    /// The bits.
    pub fn into_bits(self) -> B {
        self.bits
    }

    /// Passes a number by what `model` has learned in these contexts, one of each sort.
    pub fn number(&mut self, model: &mut Model, contexts: &[usize], value: u32) -> u32 {
        let places = model.places(contexts);
        if !self.bit(model, &places, 0, 0, value != 0) {
            return 0;
        }
        let value = value.wrapping_sub(1);
        let mut node = 1;
        for at in (0..model.width).rev() {
            let bit = self.bit(model, &places, node, at as usize + 1, value >> at & 1 == 1);
            node = node << 1 | usize::from(bit);
        }
        node as u32 - (1 << model.width) + 1
    }

    /// Passes a yes or no by what `model`, of width 0, has learned.
    pub fn flag(&mut self, model: &mut Model, contexts: &[usize], value: bool) -> bool {
        let places = model.places(contexts);
        self.bit(model, &places, 0, 0, value)
    }

    /// Passes a number below `limit`, which is 2 to the 16 at most, of which nothing more can be said.
    pub fn even(&mut self, limit: u32, value: u32) -> u32 {
        self.bits.even(limit, value)
    }

    fn bit(&mut self, model: &mut Model, places: &Places, node: usize, depth: usize, bit: bool) -> bool {
        let Model { sorts, chances, trust, .. } = model;
        if *sorts == 1 {
            let chance = &mut chances[places[0] + node];
            let bit = self.bits.pass(chance.share.into(), bit);
            chance.learn(bit, &self.rates);
            return bit;
        }
        let trust = &mut trust[depth];
        let (mut logits, mut logit) = ([0; SORTS], 0);
        for sort in 0..*sorts {
            let share = chances[places[sort] + node].share;
            logits[sort] = i32::from(self.stretch[usize::from(share >> 4)]);
            logit += logits[sort] * (trust[sort] >> 4);
        }
        let share = squash((logit >> 12).clamp(-2047, 2047));
        let bit = self.bits.pass((share as u32) << 4, bit);
        let error = (i32::from(bit) << 12) - share;
        for sort in 0..*sorts {
            trust[sort] += (logits[sort] * error * PACE) >> 12;
            chances[places[sort] + node].learn(bit, &self.rates);
        }
        bit
    }
}

impl Chance {
    #[inline(always)]
    fn learn(&mut self, bit: bool, rates: &[u16]) {
        let wanted = if bit { 65_535 } else { 0 };
        let share = i32::from(self.share);
        let moved = share + (((wanted - share) * i32::from(rates[usize::from(self.seen)])) >> 15);
        self.share = moved.clamp(16, 65_520) as u16;
        self.seen = (self.seen + 1).min(STEADY);
    }
}

/// The likelihood, of 4096, that a logit stands for.
#[inline(always)]
fn squash(logit: i32) -> i32 {
    // 4096 / (1 + e^-x) for x from -8 to 8.
    const CURVE: [i32; 33] = [
        1, 2, 4, 6, 10, 16, 27, 45, 74, 120, 194, 311, 488, 747, 1101, 1546, 2048, 2550, 2995, 3349, 3608,
        3785, 3902, 3976, 4022, 4051, 4069, 4080, 4086, 4090, 4092, 4094, 4095,
    ];
    let place = logit + 2048;
    let (step, rest) = ((place >> 7) as usize, place & 127);
    (CURVE[step] * (128 - rest) + CURVE[step + 1] * rest + 64) >> 7
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
