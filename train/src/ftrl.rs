//! FTRL-Proximal (McMahan et al. 2013): gradient steps with a rate for each weight and an L1 penalty that leaves most
//! weights at exactly zero.

use hamish::name::chain::{Row, TAGS};

/// How fast to learn and how hard to press weights to zero.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rates {
    pub(crate) alpha: f32,
    pub(crate) beta: f32,
    pub(crate) l1: f32,
    pub(crate) l2: f32,
}

/// Weights in rows of one for each tag.
pub(crate) struct Weights {
    rows: Vec<Row>,
    states: Vec<State>,
    rates: Rates,
    notes: usize,
}

/// A row's sums of gradients and of their squares, L1 penalties.
#[derive(Clone, Copy, Default)]
struct State {
    sums: Row,
    squares: Row,
    penalties: Row,
    /// Sums of the weights at each [`Weights::note`].
    noted: Row,
}

impl Weights {
    pub(crate) fn new(rows: usize, rates: Rates) -> Self {
        Self {
            rows: vec![Row::default(); rows],
            states: vec![State { penalties: [rates.l1; TAGS + 1], ..State::default() }; rows],
            rates,
            notes: 0,
        }
    }

    /// Untrained weights, of which only those that are not zero here can ever be anything else.
    pub(crate) fn selected(&self, rates: Rates) -> Self {
        let penalty = |weight: f32| if weight == 0.0 { f32::INFINITY } else { rates.l1 };
        let state = |old: &Row| State { penalties: old.map(penalty), ..State::default() };
        let states = self.rows.iter().map(state).collect();
        Self { rows: vec![Row::default(); self.rows.len()], states, rates, notes: 0 }
    }

    /// Notes the weights as they are now.
    pub(crate) fn note(&mut self) {
        self.notes += 1;
        for (weights, state) in self.rows.iter().zip(&mut self.states) {
            state.noted.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += *weight);
        }
    }

    /// Takes the mean of what was noted for the weights.
    pub(crate) fn settle(&mut self) {
        let share = 1.0 / self.notes.max(1) as f32;
        let means = self.states.iter().map(|state| state.noted.map(|sum| sum * share));
        self.rows.iter_mut().zip(means).for_each(|(row, mean)| *row = mean);
    }

    /// Moves the weights by a share of the way to others.
    pub(crate) fn approach(&mut self, other: &Self, share: f32) {
        for (row, other) in self.rows.iter_mut().zip(&other.rows) {
            row.iter_mut().zip(other).for_each(|(weight, to)| *weight += (to - *weight) * share);
        }
    }

    /// For each row whether it can ever be anything but zero.
    pub(crate) fn live(&self) -> Vec<bool> {
        self.states
            .iter()
            .map(|state| state.penalties[..TAGS].iter().any(|penalty| penalty.is_finite()))
            .collect()
    }

    pub(crate) fn row(&self, row: usize) -> &Row {
        &self.rows[row]
    }

    /// A step against `gradient` in one row.
    pub(crate) fn step(&mut self, row: usize, gradient: &Row) {
        let Rates { alpha, beta, l2, .. } = self.rates;
        let weights = &mut self.rows[row];
        let State { sums, squares, penalties, .. } = &mut self.states[row];
        for tag in 0..=TAGS {
            let g = gradient[tag];
            let before = squares[tag];
            let after = before + g * g;
            let root = after.sqrt();
            let sigma = (root - before.sqrt()) / alpha;
            let sum = sums[tag] + g - sigma * weights[tag];
            squares[tag] = after;
            sums[tag] = sum;
            let excess = sum.abs() - penalties[tag];
            let weight = -excess.copysign(sum) / ((beta + root) / alpha + l2);
            weights[tag] = if excess > 0.0 { weight } else { 0.0 };
        }
    }
}
