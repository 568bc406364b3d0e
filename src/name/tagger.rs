//! Tags every word, twice, and reads the names off the tags.

use std::ops::Range;

use crate::NameType;

use super::{
    Found,
    chain::{self, Chain, Row, TAGS},
    context::Context,
    elsewhere::Elsewhere,
    features,
    model::{DISTANCES, HERE, Links, Model, Sums, model},
    words::Words,
};

/// Names in the order in which they stand.
pub fn find(words: &Words) -> Vec<Found> {
    let model = model();
    let context = Context::new(words);
    let edges: Vec<u8> = (0..words.words().len()).map(|at| features::edge(words, at) as u8).collect();
    let mut tagged = Tagged::default();
    let mut scores = first_scores(words, &context, model);
    tagged.run(&context, &scores, &edges, &model.passes[0]);
    let (stems, count) = words.stems();
    let elsewhere = Elsewhere::new(&tagged.marginals, &stems, count);
    for line in context.lines() {
        for at in line.clone() {
            let mut sums = Sums::default();
            elsewhere.features(at, &line, |kind, value| model.add(kind, value, &mut sums));
            sums.gather(&mut scores[at]);
        }
    }
    let mut tagged = Tagged::default();
    tagged.run(&context, &scores, &edges, &model.passes[1]);
    tagged.names(&context)
}

/// Each word's scores by its own spelling, its neighbours' and what stands around.
fn first_scores(words: &Words, context: &Context, model: &Model) -> Vec<Row> {
    let spellings: Vec<[Sums; DISTANCES]> = (words.forms().iter())
        .map(|form| {
            let mut sums = [Sums::default(); DISTANCES];
            features::of_form(words, form, |kind, value| model.add_far(kind, value, &mut sums));
            sums
        })
        .collect();
    let mut scores = Vec::with_capacity(words.words().len());
    for line in context.lines() {
        for at in line.clone() {
            let mut sums = Sums::default();
            features::of_context(words, context, &line, at, |kind, value| {
                model.add(kind, value, &mut sums);
            });
            let mut row = [0.0; TAGS + 1];
            sums.gather(&mut row);
            let near = at.saturating_sub(HERE).max(line.start)..(at + HERE + 1).min(line.end);
            for other in near {
                let spelling = &spellings[words.words()[other].form as usize];
                spelling[other + HERE - at].gather(&mut row);
            }
            scores.push(row);
        }
    }
    scores
}

/// Each word's tag, and how likely it is to have each.
#[derive(Default)]
struct Tagged {
    tags: Vec<u8>,
    marginals: Vec<Row>,
}

impl Tagged {
    fn run(&mut self, context: &Context, scores: &[Row], edges: &[u8], links: &Links) {
        let mut chain = Chain::default();
        for line in context.lines() {
            let (scores, edges) = (&scores[line.clone()], &edges[line]);
            chain.decode(scores, edges, &links.logarithms, &mut self.tags);
            chain.sum(scores, edges, &links.factors);
            self.marginals.extend_from_slice(&chain.marginals);
        }
    }

    fn names(&self, context: &Context) -> Vec<Found> {
        let mut names = Vec::new();
        each_name(context.lines(), &self.tags, |words, kind| {
            let score = score(words.clone(), &self.tags, &self.marginals);
            names.push(Found { from: words.start, to: words.end, kind, score });
        });
        names
    }
}

/// Gives the words of each name that the words' tags say, and what it names; no name goes from one line to the next.
pub fn each_name(
    lines: impl Iterator<Item = Range<usize>>,
    tags: &[u8],
    mut add: impl FnMut(Range<usize>, NameType),
) {
    for line in lines {
        let mut at = line.start;
        while at < line.end {
            let from = at;
            at += 1;
            let Some(kind) = chain::kind(tags[from].into()) else { continue };
            let inside = chain::first(kind) as u8 + 1;
            while at < line.end && tags[at] == inside {
                at += 1;
            }
            add(from..at, kind);
        }
    }
}

/// How likely a name is, from 0 to 1: as the tag of its word that is least sure.
pub fn score(words: Range<usize>, tags: &[u8], marginals: &[Row]) -> f32 {
    words.map(|word| marginals[word][usize::from(tags[word])]).fold(1.0, f32::min)
}
