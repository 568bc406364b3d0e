//! The chain model while it is trained.

use std::ops::Range;

use hamish::name::{
    chain::{self, Chain, NEVER, Row, Steps, TAGS, Transitions},
    features::{EDGES, Template},
};

use crate::{
    corpus::Guide,
    ftrl::{Rates, Weights},
    prepared::Prepared,
};

/// How to train.
#[derive(Clone, Debug)]
pub(crate) struct Recipe {
    pub(crate) epochs: usize,
    /// From which epoch on, counted from 0, the weights are averaged; they are left as they are where it is past the last.
    pub(crate) settles: usize,
    pub(crate) rates: Rates,
    /// The share of lines that are read without what the spelling itself says.
    pub(crate) drop_spelling: f32,
    /// The share of lines that are read without the gazetteer.
    pub(crate) drop_lists: f32,
    pub(crate) seed: u64,
    /// The L1 penalty with which the weights that the first training leaves are trained again.
    pub(crate) refit: Option<f32>,
    /// How often that is done, the lines in another order each time, for the mean of it all.
    pub(crate) orders: u64,
    /// How much likelier than learned a word stands in no name, as a logarithm. On texts of other writers than those learned
    /// from precision falls more than recall; this evens it.
    pub(crate) lean: f32,
}

/// Weights by feature; ANERcorp's articles have transitions of their own besides.
pub(crate) struct Model {
    pub(crate) weights: Weights,
    pub(crate) transitions: Weights,
    aner_transitions: Weights,
    lean: f32,
    /// For each row of `weights` whether it is learned at all.
    live: Vec<bool>,
}

/// What a first pass adds to each word's scores.
pub(crate) type Base = Vec<Row>;

impl Model {
    pub(crate) fn new(rows: usize, rates: Rates) -> Self {
        let edge_rates = Rates { l1: 0.0, l2: 0.5, ..rates };
        Self {
            weights: Weights::new(rows, rates),
            transitions: Weights::new(EDGES * TAGS, edge_rates),
            aner_transitions: Weights::new(EDGES * TAGS, edge_rates),
            lean: 0.0,
            live: vec![true; rows],
        }
    }

    /// An untrained model that can use no more than the weights that are not zero here.
    pub(crate) fn selected(&self, rates: Rates) -> Self {
        let mut model = Self::new(0, rates);
        model.weights = self.weights.selected(rates);
        model.live = model.weights.live();
        model
    }

    pub(crate) fn train(&mut self, articles: &[(&Prepared, Option<&Base>)], recipe: &Recipe) {
        let mut lines: Vec<(usize, usize)> = articles
            .iter()
            .enumerate()
            .flat_map(|(number, (article, _))| (0..article.lines.len()).map(move |line| (number, line)))
            .collect();
        self.lean = recipe.lean;
        let mut random = Random(recipe.seed);
        let mut worker = Worker::default();
        for epoch in 0..recipe.epochs {
            random.shuffle(&mut lines);
            for &(number, line) in &lines {
                let (article, base) = articles[number];
                let mut dropped = 0;
                if random.share() < recipe.drop_spelling {
                    dropped |= SPELLING;
                }
                if random.share() < recipe.drop_lists {
                    dropped |= LISTS;
                }
                self.learn(article, base, line, dropped, &mut worker);
            }
            if epoch >= recipe.settles {
                self.all_weights().for_each(Weights::note);
            }
        }
        if recipe.epochs > recipe.settles {
            self.all_weights().for_each(Weights::settle);
        }
    }

    /// Takes another model into the mean of `count` that this one is.
    pub(crate) fn average(&mut self, other: &Self, count: u64) {
        let share = 1.0 / (count + 1) as f32;
        self.weights.approach(&other.weights, share);
        self.transitions.approach(&other.transitions, share);
        self.aner_transitions.approach(&other.aner_transitions, share);
    }

    fn all_weights(&mut self) -> impl Iterator<Item = &mut Weights> {
        [&mut self.weights, &mut self.transitions, &mut self.aner_transitions].into_iter()
    }

    fn learn(
        &mut self,
        article: &Prepared,
        base: Option<&Base>,
        line: usize,
        dropped: u8,
        worker: &mut Worker,
    ) {
        let range = article.lines[line].clone();
        let aner = article.guide == Guide::AnerCorp;
        let edges = &article.edges[range.clone()];
        self.emit(article, base, line, dropped, worker);
        for (edge, rows) in worker.steps.iter_mut().enumerate() {
            if edges.iter().any(|&e| usize::from(e) == edge) {
                *rows = Steps::new(&self.transitions_of(edge, aner));
            }
        }
        worker.chain.sum(&worker.emissions, edges, &worker.steps);
        for rows in &mut worker.expected {
            *rows = [[0.0; TAGS + 1]; TAGS];
        }
        worker.chain.expect(edges, &worker.steps, &mut worker.expected);
        for (at, word) in range.clone().enumerate() {
            let tag = usize::from(article.tags[word]);
            let mut gradient = worker.chain.marginals[at];
            gradient[tag] -= 1.0;
            if gradient.iter().all(|g| g.abs() < 1.0e-3) {
                continue;
            }
            gradient.iter_mut().for_each(|g| *g *= article.weight);
            for_rows(article, word, &range, dropped, |row| {
                if self.live[row] {
                    self.weights.step(row, &gradient);
                }
            });
        }
        for (tags, &edge) in article.tags[range].windows(2).zip(&edges[1..]) {
            worker.expected[usize::from(edge)][usize::from(tags[0])][usize::from(tags[1])] -= 1.0;
        }
        for (edge, rows) in worker.expected.iter_mut().enumerate() {
            for (tag, row) in rows.iter_mut().enumerate().filter(|(_, row)| row.iter().any(|&g| g != 0.0)) {
                row.iter_mut().for_each(|g| *g *= article.weight);
                self.transitions.step(edge * TAGS + tag, row);
                if aner {
                    self.aner_transitions.step(edge * TAGS + tag, row);
                }
            }
        }
    }

    fn transitions_of(&self, edge: usize, aner: bool) -> Transitions {
        std::array::from_fn(|tag| {
            let row = edge * TAGS + tag;
            std::array::from_fn(|next| {
                if next == TAGS || !chain::follows(tag, next) {
                    return NEVER;
                }
                let own = self.transitions.row(row)[next];
                if aner { own + self.aner_transitions.row(row)[next] } else { own }
            })
        })
    }

    /// The transitions as the engine takes them.
    pub(crate) fn all_transitions(&self) -> Vec<Transitions> {
        let mut all: Vec<_> = (0..EDGES).map(|edge| self.transitions_of(edge, false)).collect();
        all.iter_mut().flatten().for_each(|row| row[0] += self.lean);
        all
    }

    fn emit(&self, article: &Prepared, base: Option<&Base>, line: usize, dropped: u8, worker: &mut Worker) {
        let range = article.lines[line].clone();
        worker.emissions.clear();
        for word in range.clone() {
            let mut sum = base.map_or([0.0; TAGS + 1], |base| base[word]);
            for_rows(article, word, &range, dropped, |row| {
                if !self.live[row] {
                    return;
                }
                for (sum, weight) in sum.iter_mut().zip(self.weights.row(row)) {
                    *sum += weight;
                }
            });
            worker.emissions.push(sum);
        }
    }

    /// The best tags of an article, and each word's scores and marginals. Without ANERcorp's own weights.
    pub(crate) fn tag(&self, article: &Prepared, base: Option<&Base>) -> Tagged {
        let steps: Vec<Steps> = self.all_transitions().iter().map(Steps::new).collect();
        let mut worker = Worker::default();
        let mut tagged = Tagged::default();
        for (line, range) in article.lines.iter().enumerate() {
            self.emit(article, base, line, 0, &mut worker);
            let edges = &article.edges[range.clone()];
            worker.chain.decode(&worker.emissions, edges, &steps, &mut tagged.tags);
            worker.chain.sum(&worker.emissions, edges, &steps);
            tagged.scores.extend_from_slice(&worker.emissions);
            tagged.marginals.extend_from_slice(&worker.chain.marginals);
        }
        tagged
    }
}

/// An article's tags.
#[derive(Default)]
pub(crate) struct Tagged {
    pub(crate) tags: Vec<u8>,
    pub(crate) scores: Base,
    pub(crate) marginals: Vec<Row>,
}

struct Worker {
    chain: Chain,
    emissions: Vec<Row>,
    steps: Vec<Steps>,
    expected: Vec<Transitions>,
}

impl Default for Worker {
    fn default() -> Self {
        let none = vec![[[0.0; TAGS + 1]; TAGS]; EDGES];
        let steps = none.iter().map(Steps::new).collect();
        Self { chain: Chain::default(), emissions: Vec::new(), steps, expected: none }
    }
}

const SPELLING: u8 = 1;
const LISTS: u8 = 2;

/// What a kind of feature reads that may be left out now and then.
pub(crate) fn flags(template: Template) -> u8 {
    use Template::*;
    match template {
        Word | Stem | Prefix | Suffix | StemPair | StemPairAfter => SPELLING,
        Listed | Match | MatchKinds | MatchBefore | MatchAfter | MatchTrigger => LISTS,
        _ => 0,
    }
}

fn for_rows(article: &Prepared, word: usize, line: &Range<usize>, dropped: u8, mut each: impl FnMut(usize)) {
    for distance in -2..=2_isize {
        let Some(other) = word.checked_add_signed(distance).filter(|other| line.contains(other)) else {
            continue;
        };
        for rows in &article.form_rows[article.words[other] as usize] {
            if distance.unsigned_abs() <= usize::from(rows.far) && rows.flags & dropped == 0 {
                each((rows.own as isize + distance) as usize);
            }
        }
    }
    for rows in &article.context_rows[word] {
        if rows.flags & dropped == 0 {
            each(rows.own as usize);
        }
    }
}

/// A small generator of random numbers, xorshift64*.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn share(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1 << 24) as f32
    }

    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            let other = (self.next() % (at as u64 + 1)) as usize;
            items.swap(at, other);
        }
    }
}
