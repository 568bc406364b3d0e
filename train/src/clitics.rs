//! Weights of proclitics: which reading of a name's first word the articles take.

use std::{fs, path::Path};

use hamish::{
    NameType, Span,
    name::{
        clitic::{self, Cases, Reading},
        words::Words,
    },
    segment::{Document, TokenKind},
};

use crate::{
    corpus::{self, Article},
    data,
    model::Random,
    weights::steps,
};

const EPOCHS: usize = 30;
const RATE: f32 = 0.1;
const PENALTY: f32 = 1.0e-4;

/// Of how many parts each is left out once, to see how often a reading is wrong.
const PARTS: usize = 10;

/// The readings of one word by their traits, and which of them is right.
struct Choice {
    readings: Vec<Vec<usize>>,
    right: usize,
    /// Whether it is [`joined`] and stands in no article.
    made: bool,
}

pub(crate) fn train(shared: &Path) -> Result<(), String> {
    let mut articles = corpus::inline(&shared.join("data/gold/train")).map_err(|e| e.to_string())?;
    articles.extend(corpus::inline(&data("articles")).map_err(|e| e.to_string())?);
    let choices: Vec<Vec<Choice>> = articles.iter().map(choices).collect();
    let of = |wanted: &dyn Fn(usize) -> bool| -> Vec<&Choice> {
        let some = choices.iter().enumerate().filter(|(at, _)| wanted(at % PARTS));
        some.flat_map(|(_, choices)| choices).collect()
    };
    let written = |part: usize| -> Vec<&Choice> {
        of(&|other| other == part).into_iter().filter(|choice| !choice.made).collect()
    };
    let unseen = |part: usize| errors(&fit(of(&|other| other != part)), &written(part));
    let count: usize = (0..PARTS).map(|part| written(part).len()).sum();
    println!("left out: {} of {count} wrong", (0..PARTS).map(unseen).sum::<usize>());
    let lines: Vec<String> = fit(of(&|_| true)).into_iter().map(|weight| steps(weight).to_string()).collect();
    fs::write(data("names/clitics.weights"), lines.join("\n") + "\n").map_err(|e| e.to_string())
}

fn fit(mut choices: Vec<&Choice>) -> Vec<f32> {
    let mut weights = vec![0.0; clitic::TRAITS];
    let mut random = Random(11);
    for epoch in 0..EPOCHS {
        random.shuffle(&mut choices);
        for choice in &choices {
            step(&mut weights, choice, RATE / (1.0 + epoch as f32 / 4.0));
        }
    }
    weights
}

fn choices(article: &Article) -> Vec<Choice> {
    let document = Document::new(&article.text);
    let words = Words::new(&document);
    let mut choices = Vec::new();
    for (at, word) in words.words().iter().enumerate() {
        let form = words.form(at);
        let whole = document.to_source(word.folded);
        let name = article.names.iter().find(|(name, _)| name.start < whole.end && whole.start < name.end);
        let Some((name, kind)) = name.filter(|_| form.kind == TokenKind::Word) else { continue };
        // Inside of a name proclitics are part of it and proclitics all the same; people's names have none.
        if name.start < whole.start && *kind != NameType::Person {
            continue;
        }
        let readings: Vec<_> = words.readings(form).collect();
        let right = readings.iter().position(|(reading, _)| {
            let start = word.folded.start + usize::from(reading.skip);
            document.to_source(Span::new(start, word.folded.end)).start == name.start.max(whole.start)
        });
        let Some(right) = right else { continue };
        choices.extend(joined(words.text(word.folded), readings[right].0.skip));
        if readings.len() > 1 {
            let traits = |(reading, elsewhere): &(Reading, usize)| {
                clitic::traits(reading, &readings[0].0, *elsewhere, form.cases).collect()
            };
            let readings = readings.iter().map(traits).collect();
            choices.push(Choice { readings, right, made: false });
        }
    }
    choices
}

/// The word with و before it, for readings of two parts: articles have few. That it is و is beyond doubt here.
fn joined(word: &str, skip: u8) -> Option<Choice> {
    let joined = format!("و{word}");
    let whole = clitic::readings(&joined).next()?;
    let split: Vec<Reading> = clitic::readings(&joined).skip(1).collect();
    let right = split.iter().position(|reading| reading.skip == skip + 2)?;
    let traits = |reading| clitic::traits(reading, &whole, 0, Cases::default()).collect();
    (split.len() > 1).then(|| Choice { readings: split.iter().map(traits).collect(), right, made: true })
}

fn scores(weights: &[f32], choice: &Choice) -> Vec<f32> {
    choice.readings.iter().map(|traits| traits.iter().map(|&at| weights[at]).sum()).collect()
}

fn step(weights: &mut [f32], choice: &Choice, rate: f32) {
    let scores = scores(weights, choice);
    let top = scores.iter().copied().fold(f32::MIN, f32::max);
    let sum: f32 = scores.iter().map(|s| (s - top).exp()).sum();
    for (number, (traits, score)) in choice.readings.iter().zip(&scores).enumerate() {
        let error = (score - top).exp() / sum - if number == choice.right { 1.0 } else { 0.0 };
        for &at in traits {
            weights[at] -= rate * (error + PENALTY * weights[at]);
        }
    }
}

fn errors(weights: &[f32], choices: &[&Choice]) -> usize {
    let best = |choice: &Choice| {
        let scores = scores(weights, choice);
        (0..scores.len()).fold(0, |top, at| if scores[at] > scores[top] { at } else { top })
    };
    choices.iter().filter(|choice| best(choice) != choice.right).count()
}
