//! The trained weights: for each feature a few, by tag and by the distance from which the feature is looked at.

use std::sync::LazyLock;

use super::{
    chain::{NEVER, Row, TAGS, Transitions, follows},
    features::EDGES,
    table::{HashIndex, Reader},
};

/// Distances from which a spelling's features are looked at: two words before to two words behind.
pub const DISTANCES: usize = 5;

/// The distance of the word itself.
pub const HERE: usize = DISTANCES / 2;

/// Steps of weight to one natural logarithm.
pub const UNIT: f32 = 16.0;

/// Sums of weights for each tag.
pub type Sums = [i16; TAGS + 1];

/// The weights of both passes; their features differ.
#[derive(Debug)]
pub struct Model {
    index: HashIndex,
    /// For each feature where its weights begin.
    starts: Vec<u32>,
    /// For each weight its distance times the width of a row, and its tag.
    columns: &'static [u8],
    weights: &'static [u8],
    /// What leads from tag to tag, for each pass and class of word.
    pub passes: [Links; 2],
}

/// Weights from tag to tag.
#[derive(Debug)]
pub struct Links {
    /// In the logarithm.
    pub logarithms: Vec<Transitions>,
    /// As factors.
    pub factors: Vec<Transitions>,
}

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::read(include_bytes!("../tables/model.bin")));

/// The engine's model.
pub fn model() -> &'static Model {
    &MODEL
}

impl Model {
    fn read(bytes: &'static [u8]) -> Self {
        let mut bytes = Reader::new(bytes);
        let passes = std::array::from_fn(|_| Links::read(bytes.slice(EDGES * TAGS * TAGS)));
        let index = HashIndex::read(&mut bytes);
        let mut starts = Vec::with_capacity(index.len() + 1);
        let mut total = 0;
        for &count in bytes.slice(index.len()) {
            starts.push(total);
            total += u32::from(count);
        }
        starts.push(total);
        let columns = bytes.slice(total as usize);
        let weights = bytes.slice(total as usize);
        Self { index, starts, columns, weights, passes }
    }

    /// Adds a feature's weights for the word itself.
    pub fn add(&self, feature: u64, sums: &mut Sums) {
        self.each(feature, |column, weight| {
            let tag = column % (TAGS + 1);
            sums[tag] = sums[tag].saturating_add(weight);
        });
    }

    /// Adds a feature's weights for each distance.
    pub fn add_far(&self, feature: u64, sums: &mut [Sums; DISTANCES]) {
        self.each(feature, |column, weight| {
            if let Some(sums) = sums.get_mut(column / (TAGS + 1)) {
                let tag = column % (TAGS + 1);
                sums[tag] = sums[tag].saturating_add(weight);
            }
        });
    }

    fn each(&self, feature: u64, mut add: impl FnMut(usize, i16)) {
        let Some(at) = self.index.find(feature) else { return };
        let range = self.starts[at] as usize..self.starts[at + 1] as usize;
        let (Some(columns), Some(weights)) = (self.columns.get(range.clone()), self.weights.get(range))
        else {
            return;
        };
        for (&column, &weight) in columns.iter().zip(weights) {
            add(usize::from(column), i16::from(weight as i8));
        }
    }
}

impl Links {
    fn read(bytes: &[u8]) -> Self {
        let mut logarithms = vec![[[NEVER; TAGS + 1]; TAGS]; EDGES];
        for (at, &weight) in bytes.iter().enumerate() {
            let (edge, tag, next) = (at / TAGS / TAGS, at / TAGS % TAGS, at % TAGS);
            if follows(tag, next) {
                logarithms[edge][tag][next] = f32::from(weight as i8) / UNIT;
            }
        }
        let mut factors = logarithms.clone();
        factors.iter_mut().flatten().flatten().for_each(|weight| *weight = weight.exp());
        Self { logarithms, factors }
    }
}

/// Adds sums of weights to a word's scores.
pub fn gather(row: &mut Row, sums: &Sums) {
    row.iter_mut().zip(sums).for_each(|(score, &sum)| *score += f32::from(sum) / UNIT);
}
