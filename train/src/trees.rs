//! Grows trees that choose among options: each moves the options' scores along the gradient of how likely the right ones
//! are (gradient boosting, Friedman 2001), and is split next where that gains most.

use std::{
    collections::{BTreeSet, BinaryHeap, HashMap},
    thread,
};

use hamish::quote::{
    model::Ballot,
    trees::{Node, Trees},
};

use crate::model::Random;

/// One question with its right answers.
pub(crate) struct Example {
    /// How much it counts.
    pub(crate) times: usize,
    /// The features of each answer.
    pub(crate) options: Vec<Vec<u64>>,
    /// Which answers are right.
    pub(crate) right: Vec<bool>,
}

/// How trees grow.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Growth {
    pub(crate) trees: usize,
    /// Of each tree.
    pub(crate) leaves: usize,
    /// Features that fewer options have are left out, and nothing is split so that fewer are on one side.
    pub(crate) least: u32,
    /// How much of what a leaf gains is taken.
    pub(crate) rate: f64,
    pub(crate) l2: f64,
    /// Which features each tree sees follows from it.
    pub(crate) seed: u64,
}

/// A weight of one, in the whole numbers that the trees hold: few, for each takes room.
const UNIT: f64 = 10.0;
/// No option is taken to be surer than this.
const FLAT: f32 = 1e-3;
/// Options whose likelihood is as near to right are passed over for a tree.
const SETTLED: f64 = 2e-3;
/// Fewer options are counted in one thread.
const FEW: usize = 4_000;
/// What a feature that no tree asks for yet must gain beside the others: each more has to be stored.
const NEW: f64 = 0.85;

/// Trees and the features that they ask for.
#[derive(Debug)]
pub(crate) struct Forest {
    pub(crate) features: Vec<u64>,
    pub(crate) nodes: Vec<Node>,
    trees: Trees,
}

impl Forest {
    /// Takes from the score of answers with a feature.
    pub(crate) fn cost(&mut self, feature: u64, cost: f32) {
        let Ok(at) = self.features.binary_search(&feature) else { return };
        let weight = (-f64::from(cost) * UNIT).round() as i8;
        self.nodes.extend([Node::Ask(at as u16), Node::Leaf(weight), Node::Leaf(0)]);
        self.trees = Trees::new(self.nodes.clone());
    }

    /// The index of the answer that scores most.
    pub(crate) fn choose(&self, ballot: &Ballot) -> usize {
        self.trees.choose(ballot, self.features.len(), |feature| self.features.binary_search(&feature).ok())
    }
}

/// The trees that tell the right options of these examples.
pub(crate) fn learn(examples: &[&Example], growth: Growth) -> Forest {
    let table = Table::new(examples, growth.least);
    let mut scores = vec![0.0_f32; table.len()];
    let mut random = Random(growth.seed.wrapping_mul(0x9E37_79B9));
    let mut nodes = Vec::new();
    let mut asked = vec![false; table.features.len()];
    for _ in 0..growth.trees {
        let slopes = table.slopes(examples, &scores);
        // Each tree sees half of the features.
        let seen = table.features.iter().map(|_| random.next() >> 63 == 1).collect();
        let tree = Tree::grow(&Lesson { table: &table, slopes: &slopes, seen, asked: &asked, growth });
        for (feature, ..) in tree.0.iter().filter_map(|branch| branch.split) {
            asked[feature as usize] = true;
        }
        for (row, score) in scores.iter_mut().enumerate() {
            *score += tree.score(&table, row);
        }
        tree.write(0, &mut nodes);
    }
    Forest { features: table.features, trees: Trees::new(nodes.clone()), nodes }
}

/// All options, each a row with its features' numbers.
struct Table {
    features: Vec<u64>,
    starts: Vec<usize>,
    numbers: Vec<u16>,
}

impl Table {
    fn new(examples: &[&Example], least: u32) -> Self {
        let options = || examples.iter().flat_map(|example| &example.options);
        let mut counts: HashMap<u64, u32> = HashMap::new();
        options().flatten().for_each(|&feature| *counts.entry(feature).or_default() += 1);
        let mut features: Vec<u64> =
            counts.into_iter().filter(|(_, count)| *count >= least).map(|(feature, _)| feature).collect();
        features.sort_unstable();
        let (mut starts, mut numbers) = (vec![0], Vec::new());
        for option in options() {
            let known = option.iter().filter_map(|f| features.binary_search(f).ok()).map(|at| at as u16);
            // What is said twice of an answer counts once.
            numbers.extend(known.collect::<BTreeSet<_>>());
            starts.push(numbers.len());
        }
        Self { features, starts, numbers }
    }

    fn len(&self) -> usize {
        self.starts.len() - 1
    }

    fn row(&self, row: usize) -> &[u16] {
        &self.numbers[self.starts[row]..self.starts[row + 1]]
    }

    fn has(&self, row: usize, feature: u16) -> bool {
        self.row(row).binary_search(&feature).is_ok()
    }

    /// How the likelihood of the right options changes with each option's score.
    fn slopes(&self, examples: &[&Example], scores: &[f32]) -> Vec<Slope> {
        let mut slopes = Vec::with_capacity(self.len());
        for example in examples {
            let scores = &scores[slopes.len()..slopes.len() + example.options.len()];
            let all = softmax(scores, |_| true);
            let wanted = softmax(scores, |at| example.right[at]);
            let times = example.times as f64;
            slopes.extend(all.iter().zip(&wanted).map(|(all, wanted)| Slope {
                first: f64::from(all - wanted) * times,
                second: f64::from((all * (1.0 - all)).max(FLAT)) * times,
                rows: 1,
            }));
        }
        slopes
    }
}

/// How likely each option is of those that are open.
fn softmax(scores: &[f32], open: impl Fn(usize) -> bool) -> Vec<f32> {
    let most = (0..scores.len()).filter(|&at| open(at)).map(|at| scores[at]).fold(f32::MIN, f32::max);
    let raw: Vec<f32> =
        scores.iter().enumerate().map(|(at, s)| if open(at) { (s - most).exp() } else { 0.0 }).collect();
    let sum: f32 = raw.iter().sum();
    raw.iter().map(|p| p / sum).collect()
}

/// The first and second derivative of the loss, for so many rows.
#[derive(Clone, Copy, Default)]
struct Slope {
    first: f64,
    second: f64,
    rows: u32,
}

impl Slope {
    fn add(&mut self, other: Self) {
        self.first += other.first;
        self.second += other.second;
        self.rows += other.rows;
    }

    fn without(self, other: Self) -> Self {
        let (first, second) = (self.first - other.first, self.second - other.second);
        Self { first, second, rows: self.rows - other.rows }
    }

    /// How much the loss falls where these rows get a score of their own.
    fn gain(self, l2: f64) -> f64 {
        self.first * self.first / (self.second + l2)
    }
}

/// What one tree learns from.
struct Lesson<'a> {
    table: &'a Table,
    slopes: &'a [Slope],
    /// The features that may be asked for.
    seen: Vec<bool>,
    /// The features that earlier trees ask for.
    asked: &'a [bool],
    growth: Growth,
}

impl Lesson<'_> {
    /// The sums of the rows' slopes, for each feature that they have.
    fn sums(&self, rows: &[u32]) -> Vec<Slope> {
        let part = |rows: &[u32]| {
            let mut sums = vec![Slope::default(); self.table.features.len()];
            for &row in rows {
                let slope = self.slopes[row as usize];
                self.table.row(row as usize).iter().for_each(|&feature| sums[feature as usize].add(slope));
            }
            sums
        };
        if rows.len() < FEW {
            return part(rows);
        }
        let (left, right) = rows.split_at(rows.len() / 2);
        thread::scope(|scope| {
            let other = scope.spawn(|| part(right));
            let mut sums = part(left);
            sums.iter_mut().zip(other.join().unwrap_or_default()).for_each(|(sum, more)| sum.add(more));
            sums
        })
    }
}

/// A tree while it grows; the first branch is all of it.
struct Tree(Vec<Branch>);

struct Branch {
    rows: Vec<u32>,
    sums: Vec<Slope>,
    /// The best feature to ask for next, and what that gains.
    best: Option<(f64, u16)>,
    /// The feature that is asked for, the branch of those that have it and that of the others.
    split: Option<(u16, usize, usize)>,
    weight: i8,
}

impl Tree {
    fn grow(lesson: &Lesson) -> Self {
        let rows: Vec<u32> = (0..lesson.table.len() as u32)
            .filter(|&row| lesson.slopes[row as usize].first.abs() > SETTLED)
            .collect();
        let sums = lesson.sums(&rows);
        let mut tree = Self(Vec::new());
        let mut open = BinaryHeap::new();
        tree.push(Branch::new(lesson, rows, sums), &mut open);
        for _ in 1..lesson.growth.leaves {
            let Some((_, at)) = open.pop() else { break };
            let Some((_, feature)) = tree.0[at].best else { break };
            let (rows, sums) = (std::mem::take(&mut tree.0[at].rows), std::mem::take(&mut tree.0[at].sums));
            let (with, without): (Vec<u32>, Vec<u32>) =
                rows.into_iter().partition(|&row| lesson.table.has(row as usize, feature));
            // The smaller branch is summed up, the other one is the rest.
            let few = lesson.sums(if with.len() < without.len() { &with } else { &without });
            let rest = sums.iter().zip(&few).map(|(all, few)| all.without(*few)).collect();
            let (yes, no) = if with.len() < without.len() { (few, rest) } else { (rest, few) };
            let yes = tree.push(Branch::new(lesson, with, yes), &mut open);
            let no = tree.push(Branch::new(lesson, without, no), &mut open);
            tree.0[at].split = Some((feature, yes, no));
        }
        tree
    }

    /// Adds a branch; the one of those that are `open` whose split gains most is the next.
    fn push(&mut self, branch: Branch, open: &mut BinaryHeap<(u64, usize)>) -> usize {
        let at = self.0.len();
        open.push((branch.best.map_or(0, |(gain, _)| (gain * 1e6) as u64), at));
        self.0.push(branch);
        at
    }

    fn score(&self, table: &Table, row: usize) -> f32 {
        let mut at = 0;
        while let Some((feature, yes, no)) = self.0[at].split {
            at = if table.has(row, feature) { yes } else { no };
        }
        f32::from(self.0[at].weight) / UNIT as f32
    }

    fn write(&self, at: usize, nodes: &mut Vec<Node>) {
        match self.0[at].split {
            Some((feature, yes, no)) => {
                nodes.push(Node::Ask(feature));
                self.write(yes, nodes);
                self.write(no, nodes);
            }
            None => nodes.push(Node::Leaf(self.0[at].weight)),
        }
    }
}

impl Branch {
    fn new(lesson: &Lesson, rows: Vec<u32>, sums: Vec<Slope>) -> Self {
        let Growth { least, rate, l2, .. } = lesson.growth;
        let mut all = Slope::default();
        rows.iter().for_each(|&row| all.add(lesson.slopes[row as usize]));
        let gain = |(feature, with): (usize, &Slope)| {
            let without = all.without(*with);
            let enough = lesson.seen[feature] && with.rows >= least && without.rows >= least;
            let gain = with.gain(l2) + without.gain(l2) - all.gain(l2);
            let gain = if lesson.asked[feature] { gain } else { gain * NEW };
            (enough && gain > 0.0).then_some((gain, feature as u16))
        };
        let best = sums.iter().enumerate().filter_map(gain).max_by(|a, b| a.0.total_cmp(&b.0));
        let weight = (-all.first / (all.second + l2) * rate * UNIT).round().clamp(-127.0, 127.0) as i8;
        Self { rows, sums, best, split: None, weight }
    }
}
