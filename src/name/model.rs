//! The trained weights: for each feature a few, by tag and by the distance from which the feature is looked at.

use std::sync::LazyLock;

use crate::coder::{self, Bits, Coder, unpack};

use super::{
    chain::{NEVER, Row, Steps, TAGS, follows},
    features::{EDGES, Template},
    sums::{self, Sums},
    table::{HashIndex, Keys},
};

/// Distances from which a spelling's features are looked at: two words before to two words behind.
pub const DISTANCES: usize = 5;

/// The distance of the word itself.
pub const HERE: usize = DISTANCES / 2;

/// Steps of weight to one natural logarithm.
pub const UNIT: f32 = 16.0;

/// Each word's scores of its tags, in place of those before.
pub fn scores(sums: &[Sums], scores: &mut Vec<Row>) {
    scores.clear();
    scores.extend(sums.iter().map(|sums| sums.scores(UNIT)));
}

/// The weights of both passes; their features differ.
#[derive(Debug)]
pub struct Model {
    templates: Vec<Table>,
    /// What leads from tag to tag, for each pass and class of word.
    pub passes: [Vec<Steps>; 2],
}

/// What `model.bin` holds.
#[derive(Debug, Default)]
pub struct Packed {
    /// For both passes, for each class of word, from each tag to each tag.
    pub links: Vec<i8>,
    /// The features' weights, for each [`Template`].
    pub features: Vec<Features>,
}

/// The features of one template.
#[derive(Debug, Default)]
pub struct Features {
    /// Their values, as [`key`] has them.
    pub keys: Keys,
    /// Whether the keys are hashes.
    pub hashed: bool,
    /// For each feature a row of weights for each distance in its reach.
    pub rows: Vec<[i8; TAGS]>,
}

#[derive(Debug)]
struct Table {
    index: HashIndex,
    hashed: bool,
    reach: usize,
    rows: Vec<sums::Weights>,
}

/// The key of a value among the features of a template, of `bits` bits; `None` where values are small and this is not.
#[inline(always)]
pub fn key(template: Template, value: u64, hashed: bool, bits: u32) -> Option<u32> {
    if hashed {
        Some((template.with(value) >> (64 - bits)) as u32)
    } else {
        u32::try_from(value).ok().filter(|value| value >> bits == 0)
    }
}

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::read(include_bytes!("../tables/model.bin")));

/// The engine's model.
pub fn model() -> &'static Model {
    &MODEL
}

impl Model {
    fn read(bytes: &[u8]) -> Self {
        let packed = unpack(bytes, Packed::pass);
        let (first, second) = packed.links.split_at(EDGES * TAGS * TAGS);
        let passes = [steps(first), steps(second)];
        let table = |(features, template): (Features, &Template)| Table {
            index: HashIndex::new(features.keys),
            hashed: features.hashed,
            reach: template.reach().rows(),
            rows: features.rows.iter().map(sums::packed).collect(),
        };
        Self { templates: packed.features.into_iter().zip(Template::ALL).map(table).collect(), passes }
    }

    /// Adds a feature's weights for the word itself.
    pub fn add(&self, template: Template, value: u64, sums: &mut Sums) {
        if let Some([row]) = self.rows(template, value) {
            sums.weigh(*row);
        }
    }

    /// Adds a feature's weights for each distance.
    pub fn add_far(&self, template: Template, value: u64, sums: &mut [Sums; DISTANCES]) {
        let Some(rows) = self.rows(template, value) else { return };
        let nearest = (DISTANCES - rows.len()) / 2;
        for (row, sums) in rows.iter().zip(&mut sums[nearest..]) {
            sums.weigh(*row);
        }
    }

    #[inline(always)]
    fn rows(&self, template: Template, value: u64) -> Option<&[sums::Weights]> {
        let table = self.templates.get(template as usize)?;
        let at = table.index.number(key(template, value, table.hashed, table.index.bits())?)?;
        table.rows.get(at * table.reach..(at + 1) * table.reach)
    }
}

impl Packed {
    /// Passes everything.
    pub fn pass<B: Bits>(&mut self, coder: &mut Coder<B>) {
        let mut link = Weights::new(1, TAGS * TAGS, EDGES * TAGS * TAGS);
        self.links.resize(2 * EDGES * TAGS * TAGS, 0);
        for (at, weight) in self.links.iter_mut().enumerate() {
            *weight = link.pass(coder, 0, at % (TAGS * TAGS), at % (EDGES * TAGS * TAGS), *weight);
        }
        let mut weights = Weights::new(Template::ALL.len(), SHAPES, Template::ALL.len() * SHAPES);
        self.features.resize_with(Template::ALL.len(), Features::default);
        for (template, features) in self.features.iter_mut().enumerate() {
            features.hashed = coder.even(2, features.hashed.into()) == 1;
            features.keys.pass(coder);
            let reach = Template::ALL[template].reach().rows();
            features.rows.resize(features.keys.sorted.len() * reach, [0; TAGS]);
            for rows in features.rows.chunks_exact_mut(reach) {
                weights.pass_rows(coder, template, rows);
            }
        }
    }
}

/// 0 below zero, 2 above.
fn sign(weight: i8) -> usize {
    (weight.signum() + 1) as usize
}

/// The sign of no weight.
const NONE: usize = 1;

/// What can stand around a weight, and where.
const SHAPES: usize = DISTANCES * TAGS * 3 * 3 * 3;

/// What is learned of weights while they are passed, by what stands around them and by their place.
struct Weights {
    filled: coder::Model,
    negative: coder::Model,
    size: coder::Model,
}

impl Weights {
    fn new(kinds: usize, shapes: usize, places: usize) -> Self {
        let contexts = [shapes, places];
        Self {
            filled: coder::Model::new(0, &contexts),
            negative: coder::Model::new(0, &contexts),
            size: coder::Model::new(7, &[1, kinds]),
        }
    }

    /// Passes the weights of one feature of a template, a row for each distance.
    #[inline(never)]
    fn pass_rows<B: Bits>(&mut self, coder: &mut Coder<B>, template: usize, rows: &mut [[i8; TAGS]]) {
        let mut before = [NONE; TAGS];
        for (distance, row) in rows.iter_mut().enumerate() {
            let (mut filled, mut last) = (0, NONE);
            for (tag, weight) in row.iter_mut().enumerate() {
                let place = distance * TAGS + tag;
                let shape = ((place * 3 + before[tag]) * 3 + filled) * 3 + last;
                *weight = self.pass(coder, template, shape, template * SHAPES + shape, *weight);
                before[tag] = sign(*weight);
                if *weight != 0 {
                    (filled, last) = ((filled + 1).min(2), before[tag]);
                }
            }
        }
    }

    fn pass<B: Bits>(
        &mut self,
        coder: &mut Coder<B>,
        kind: usize,
        shape: usize,
        place: usize,
        weight: i8,
    ) -> i8 {
        let contexts = [shape, place];
        if !coder.flag(&mut self.filled, &contexts, weight != 0) {
            return 0;
        }
        let negative = coder.flag(&mut self.negative, &contexts, weight < 0);
        let size = u32::from(weight.unsigned_abs()).saturating_sub(1);
        let size = coder.number(&mut self.size, &[0, kind], size).min(126) as i8 + 1;
        if negative { -size } else { size }
    }
}

/// What leads from tag to tag by these weights, for each class of word.
fn steps(weights: &[i8]) -> Vec<Steps> {
    let of_class = |class: &[i8]| {
        let mut transitions = [[NEVER; TAGS + 1]; TAGS];
        for (at, &weight) in class.iter().enumerate() {
            let (tag, next) = (at / TAGS, at % TAGS);
            if follows(tag, next) {
                transitions[tag][next] = f32::from(weight) / UNIT;
            }
        }
        Steps::new(&transitions)
    };
    weights.chunks_exact(TAGS * TAGS).map(of_class).collect()
}
