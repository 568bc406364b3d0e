//! Weights of name-likeness: a logistic regression on runs of letters, names against common words.

use std::{collections::HashMap, fs};

use hamish::{
    name::letters::{WEIGHTS, pieces},
    normalize::{Folds, normalize},
};

use crate::{data, model::Random, weights::steps};

const EPOCHS: usize = 12;
const RATE: f32 = 0.05;
const PENALTY: f32 = 2.0e-5;

pub(crate) fn train() -> Result<(), String> {
    let folder = data("names");
    let read = |name: &str| fs::read_to_string(folder.join(name)).map_err(|e| format!("{name}: {e}"));
    let mut labels: HashMap<String, bool> = HashMap::new();
    let words = read("words.tsv")?;
    for row in words.lines().skip(1) {
        let word = row.split('\t').next().unwrap_or_default();
        labels.insert(normalize(word, Folds::TABLE).text, false);
    }
    let mut names: HashMap<String, u32> = HashMap::new();
    for row in read("name-words.tsv")?.lines().skip(1) {
        let fields: Vec<&str> = row.split('\t').collect();
        let count = fields[1..].iter().filter_map(|n| n.parse::<u32>().ok()).sum();
        names.insert(fields[0].to_owned(), count);
    }
    let frequency: HashMap<&str, u32> = (words.lines().skip(1))
        .filter_map(|row| {
            let fields: Vec<&str> = row.split('\t').collect();
            Some((fields[0], fields[1].parse().ok()?))
        })
        .collect();
    for (name, count) in names {
        if count > frequency.get(name.as_str()).copied().unwrap_or(0) / 100 {
            labels.insert(name, true);
        }
    }
    let mut examples: Vec<(String, bool)> = labels.into_iter().collect();
    examples.sort();
    let mut random = Random(7);
    let mut weights = vec![0.0_f32; WEIGHTS];
    for epoch in 0..EPOCHS {
        random.shuffle(&mut examples);
        let mut loss = 0.0;
        let held = examples.len() / 10;
        for (at, (word, is_name)) in examples.iter().enumerate() {
            let mut sum = 0.0;
            pieces(word, |piece| sum += weights[piece]);
            let likely = 1.0 / (1.0 + (-sum).exp());
            let error = likely - if *is_name { 1.0 } else { 0.0 };
            if at < held {
                loss += f64::from(error.abs());
            }
            let rate = RATE / (1.0 + epoch as f32);
            pieces(word, |piece| weights[piece] -= rate * (error + PENALTY * weights[piece]));
        }
        println!("epoch {epoch}: mean error {:.3}", loss / held as f64);
    }
    let lines: Vec<String> = weights.into_iter().map(|weight| steps(weight).to_string()).collect();
    fs::write(folder.join("letters.weights"), lines.join("\n") + "\n").map_err(|e| e.to_string())
}
