//! Tags every word, twice, and reads the names off the tags.

use std::ops::Range;

use crate::NameType;

use super::{
    Found,
    chain::{self, Chain, Row, Steps, TAGS},
    context::Context,
    elsewhere::Elsewhere,
    features,
    model::{self, DISTANCES, HERE, Model, model},
    sums::{Sums, packed},
    words::Words,
};

/// Names in the order in which they stand.
pub fn find(words: &Words) -> Vec<Found> {
    let model = model();
    let context = Context::new(words);
    let edges: Vec<u8> = (0..words.words().len()).map(|at| features::edge(words, at) as u8).collect();
    let mut sums = first_sums(words, &context, model);
    let marginals = first_marginals(&context, &sums, &edges, &model.passes[0]);
    let (stems, count) = words.stems();
    let elsewhere = Elsewhere::new(&marginals, &stems, count);
    for line in context.lines() {
        for at in line.clone() {
            elsewhere.features(at, &line, |kind, value| model.add(kind, value, &mut sums[at]));
        }
    }
    names(&context, &sums, &edges, &model.passes[1])
}

/// For a word with tanwin: `ميتًا` is part of no name.
const NO_NAME: [i8; TAGS] = [0, -127, -127, -127, -127, -127, -127];

/// What speaks for each word's tags: its own spelling, its neighbours' and what stands around.
fn first_sums(words: &Words, context: &Context, model: &Model) -> Vec<Sums> {
    let spellings: Vec<[Sums; DISTANCES]> = (words.forms().iter())
        .map(|form| {
            let mut sums = [Sums::default(); DISTANCES];
            features::of_form(words, form, |kind, value| model.add_far(kind, value, &mut sums));
            sums
        })
        .collect();
    let mut all = Vec::with_capacity(words.words().len());
    for line in context.lines() {
        for at in line.clone() {
            let mut sums = Sums::default();
            features::of_context(words, context, &line, at, |kind, value| {
                model.add(kind, value, &mut sums);
            });
            if words.words()[at].tanwin {
                sums.weigh(packed(&NO_NAME));
            }
            let near = at.saturating_sub(HERE).max(line.start)..(at + HERE + 1).min(line.end);
            for other in near {
                let spelling = &spellings[words.words()[other].form as usize];
                sums.add(&spelling[other + HERE - at]);
            }
            all.push(sums);
        }
    }
    all
}

/// How likely each word has each tag, by the first pass.
fn first_marginals(context: &Context, sums: &[Sums], edges: &[u8], steps: &[Steps]) -> Vec<Row> {
    let mut chain = Chain::default();
    let mut marginals = Vec::with_capacity(sums.len());
    let mut scores = Vec::new();
    for line in context.lines() {
        model::scores(&sums[line.clone()], &mut scores);
        chain.sum(&scores, &edges[line], steps);
        marginals.extend_from_slice(&chain.marginals);
    }
    marginals
}

/// The names that the second pass finds.
fn names(context: &Context, sums: &[Sums], edges: &[u8], steps: &[Steps]) -> Vec<Found> {
    let mut chain = Chain::default();
    let mut names = Vec::new();
    let (mut scores, mut tags) = (Vec::new(), Vec::new());
    for line in context.lines() {
        let edges = &edges[line.clone()];
        model::scores(&sums[line.clone()], &mut scores);
        tags.clear();
        chain.decode(&scores, edges, steps, &mut tags);
        if tags.iter().all(|&tag| tag == 0) {
            continue;
        }
        chain.sum(&scores, edges, steps);
        each_name(&tags, |words, kind| {
            let score = score(words.clone(), &tags, &chain.marginals);
            names.push(Found { from: line.start + words.start, to: line.start + words.end, kind, score });
        });
    }
    names
}

/// Gives the words of each name that the tags of a line's words say, and what it names.
pub fn each_name(tags: &[u8], mut add: impl FnMut(Range<usize>, NameType)) {
    let mut at = 0;
    while at < tags.len() {
        let from = at;
        at += 1;
        let Some(kind) = chain::kind(tags[from].into()) else { continue };
        let inside = chain::first(kind) as u8 + 1;
        while at < tags.len() && tags[at] == inside {
            at += 1;
        }
        add(from..at, kind);
    }
}

/// How likely a name is, from 0 to 1: as the tag of its word that is least sure.
pub fn score(words: Range<usize>, tags: &[u8], marginals: &[Row]) -> f32 {
    words.map(|word| marginals[word][usize::from(tags[word])]).fold(1.0, f32::min)
}
