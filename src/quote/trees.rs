//! Trees that weigh an answer by what is said of it: each asks for one feature after another and ends in a weight.

use crate::{
    coder::{Bits, Coder, Model},
    name::table::{HashIndex, Keys},
};

use super::model::Ballot;

/// A step of a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Node {
    /// Asks for the feature of this number. The steps for answers that have it come next, those for the others behind.
    Ask(u16),
    /// A weight.
    Leaf(i8),
}

/// What the file of trees holds.
#[derive(Debug, Default)]
pub struct Packed {
    /// The features that are asked for.
    pub keys: Keys,
    /// The steps of all trees.
    pub nodes: Vec<Node>,
}

/// From here on it is as likely at every depth that a tree ends.
const DEEP: usize = 15;

impl Packed {
    /// Passes everything.
    pub fn pass<B: Bits>(&mut self, coder: &mut Coder<B>) {
        self.keys.pass(coder);
        let count = coder.even(1 << 16, self.nodes.len() as u32);
        self.nodes.resize(count as usize, Node::Leaf(0));
        let width = self.keys.sorted.len().max(2).ilog2() + 1;
        let mut leaves = Model::new(0, &[DEEP + 1]);
        let mut features = Model::new(width, &[1, 3]);
        let mut weights = Model::new(8, &[1]);
        // How deep the branches stand that are still to come.
        let mut depths = Vec::new();
        for node in &mut self.nodes {
            let depth: usize = depths.pop().unwrap_or(0);
            let (feature, weight) = match *node {
                Node::Ask(feature) => (Some(feature), 0),
                Node::Leaf(weight) => (None, weight),
            };
            *node = if coder.flag(&mut leaves, &[depth], feature.is_none()) {
                Node::Leaf(coder.number(&mut weights, &[0], u32::from(weight as u8)) as u8 as i8)
            } else {
                depths.extend([(depth + 1).min(DEEP); 2]);
                let feature = u32::from(feature.unwrap_or(0));
                Node::Ask(coder.number(&mut features, &[0, depth.min(2)], feature) as u16)
            };
        }
    }
}

/// Trees that are ready to be asked, by the features' numbers.
#[derive(Debug)]
pub(super) struct Forest {
    asked: HashIndex,
    trees: Trees,
}

impl Forest {
    pub(super) fn new(packed: Packed) -> Self {
        Self { asked: HashIndex::new(packed.keys), trees: Trees::new(packed.nodes) }
    }

    /// The index of the answer that scores most.
    pub(super) fn choose(&self, ballot: &Ballot) -> usize {
        self.trees.choose(ballot, self.asked.len(), |feature| self.asked.find(feature))
    }
}

/// Trees that are ready to be asked.
#[derive(Debug)]
pub struct Trees {
    nodes: Vec<Node>,
    /// Where each tree begins.
    roots: Vec<usize>,
    /// For each step that asks, where the branch for answers without the feature begins.
    without: Vec<u16>,
}

impl Trees {
    /// Trees of these steps, 65,536 at most.
    pub fn new(nodes: Vec<Node>) -> Self {
        let mut roots = Vec::new();
        let mut without = vec![0; nodes.len()];
        // The steps whose second branch is still to come.
        let mut open = Vec::new();
        let mut ended = true;
        for (at, node) in nodes.iter().enumerate() {
            if ended {
                match open.pop() {
                    Some(asked) => without[asked as usize] = at as u16,
                    None => roots.push(at),
                }
            }
            ended = matches!(node, Node::Leaf(_));
            if !ended {
                open.push(at as u16);
            }
        }
        Self { nodes, roots, without }
    }

    /// The index of the answer that scores most, the first of several; `number` tells which of so many features one is.
    pub fn choose(&self, ballot: &Ballot, features: usize, number: impl Fn(u64) -> Option<usize>) -> usize {
        let note = |has: &mut [bool], features: &[u64]| {
            features.iter().filter_map(|&feature| number(feature)).for_each(|at| has[at] = true);
        };
        let mut shared = vec![false; features];
        note(&mut shared, ballot.shared());
        let mut has = shared.clone();
        let scores = ballot.own().map(|own| {
            has.copy_from_slice(&shared);
            note(&mut has, own);
            self.score(&has)
        });
        scores.enumerate().max_by_key(|&(at, score)| (score, usize::MAX - at)).map_or(0, |(at, _)| at)
    }

    /// What an answer scores of which is known which features it has.
    fn score(&self, has: &[bool]) -> i32 {
        let tree = |&root: &usize| {
            let mut at = root;
            loop {
                match self.nodes.get(at) {
                    Some(Node::Ask(feature)) => {
                        let yes = has.get(usize::from(*feature)) == Some(&true);
                        at = if yes { at + 1 } else { usize::from(self.without[at]).max(at + 1) };
                    }
                    Some(Node::Leaf(weight)) => return i32::from(*weight),
                    None => return 0,
                }
            }
        };
        self.roots.iter().map(tree).sum()
    }
}
