//! Fits the weights of a linear model that chooses among options (multinomial logit) by FTRL-Proximal (McMahan et al.
//! 2013), whose L1 penalty leaves most weights at exactly zero.

use std::collections::HashMap;

use crate::model::Random;

/// Weights by feature.
pub(crate) type Model = HashMap<u64, f32>;

/// One question with its right answers.
#[derive(Clone)]
pub(crate) struct Example {
    /// How often it is shown in a round.
    pub(crate) times: usize,
    /// The features of each answer.
    pub(crate) options: Vec<Vec<u64>>,
    /// Which answers are right.
    pub(crate) right: Vec<bool>,
}

/// How to learn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rates {
    /// The weights are the mean of what so many orders of the examples give.
    pub(crate) orders: u64,
    /// Rounds through all examples.
    pub(crate) rounds: usize,
    /// Features that are seen less often are left out.
    pub(crate) least: u32,
    pub(crate) alpha: f32,
    pub(crate) l1: f32,
    pub(crate) l2: f32,
}

const BETA: f32 = 1.0;

/// The weights that are not zero.
pub(crate) fn learn(examples: &[&Example], rates: Rates) -> Model {
    let mut counts: HashMap<u64, u32> = HashMap::new();
    for &feature in examples.iter().flat_map(|example| example.options.iter().flatten()) {
        *counts.entry(feature).or_default() += 1;
    }
    counts.retain(|_, count| *count >= rates.least);
    let numbers: HashMap<u64, u32> = counts.into_keys().zip(0..).collect();
    let options: Vec<Vec<Vec<u32>>> = (examples.iter())
        .map(|example| {
            let kept =
                |features: &Vec<u64>| features.iter().filter_map(|f| numbers.get(f).copied()).collect();
            example.options.iter().map(kept).collect()
        })
        .collect();
    let mut weights = vec![0.0; numbers.len()];
    for seed in 1..=rates.orders {
        let cells = learn_once(examples, &options, numbers.len(), rates, seed);
        weights.iter_mut().zip(cells).for_each(|(sum, cell)| *sum += cell.weight / rates.orders as f32);
    }
    let weights = numbers.into_iter().map(|(feature, number)| (feature, weights[number as usize]));
    weights.filter(|(_, weight)| *weight != 0.0).collect()
}

/// What the examples give in one order.
fn learn_once(
    examples: &[&Example],
    options: &[Vec<Vec<u32>>],
    features: usize,
    rates: Rates,
    seed: u64,
) -> Vec<Cell> {
    let mut cells = vec![Cell::default(); features];
    let mut random = Random(seed);
    let mut order: Vec<usize> =
        (0..examples.len()).flat_map(|at| std::iter::repeat_n(at, examples[at].times)).collect();
    for _ in 0..rates.rounds {
        random.shuffle(&mut order);
        for &at in &order {
            step(&mut cells, &options[at], &examples[at].right, rates);
        }
    }
    cells
}

fn step(cells: &mut [Cell], options: &[Vec<u32>], right: &[bool], rates: Rates) {
    let scores: Vec<f32> = (options.iter())
        .map(|features| features.iter().map(|&feature| cells[feature as usize].weight).sum())
        .collect();
    let all = softmax(&scores, |_| true);
    let wanted = softmax(&scores, |at| right[at]);
    for (at, features) in options.iter().enumerate() {
        let gradient = all[at] - wanted[at];
        if gradient.abs() > 1e-4 {
            features.iter().for_each(|&feature| cells[feature as usize].step(gradient, rates));
        }
    }
}

#[derive(Clone, Copy, Default)]
struct Cell {
    weight: f32,
    sum: f32,
    squares: f32,
}

impl Cell {
    fn step(&mut self, gradient: f32, Rates { alpha, l1, l2, .. }: Rates) {
        let root = (self.squares + gradient * gradient).sqrt();
        self.sum += gradient - (root - self.squares.sqrt()) / alpha * self.weight;
        self.squares += gradient * gradient;
        let excess = self.sum.abs() - l1;
        self.weight =
            if excess > 0.0 { -excess.copysign(self.sum) / ((BETA + root) / alpha + l2) } else { 0.0 };
    }
}

/// How likely each option is of those that are open.
pub(crate) fn softmax(scores: &[f32], open: impl Fn(usize) -> bool) -> Vec<f32> {
    let most = (0..scores.len()).filter(|&at| open(at)).map(|at| scores[at]).fold(f32::MIN, f32::max);
    let raw: Vec<f32> =
        scores.iter().enumerate().map(|(at, s)| if open(at) { (s - most).exp() } else { 0.0 }).collect();
    let sum: f32 = raw.iter().sum();
    raw.iter().map(|p| p / sum).collect()
}
