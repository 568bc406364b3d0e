//! Writes trained weights as `cargo xtask tables` reads them.

use std::{fs, io};

use hamish::name::{
    chain::{TAGS, follows},
    model::UNIT,
};

use crate::{
    data,
    model::Model,
    names::Passes,
    prepared::{Features, NO_ROW, far},
};

/// Writes `data/names/model.weights`; `features` are those of the first pass.
pub(crate) fn write(features: &Features, passes: &Passes) -> io::Result<()> {
    let mut lines = Vec::new();
    for model in [&passes.first, &passes.second] {
        for rows in model.all_transitions() {
            for (tag, row) in rows.iter().enumerate() {
                let steps = (0..TAGS).map(|next| if follows(tag, next) { steps(row[next]) as i8 } else { 0 });
                lines.push(format!("transitions\t{}", join(steps)));
            }
        }
    }
    let mut weights = 0;
    let mut feature_lines = Vec::new();
    for (features, model) in [(features, &passes.first), (&passes.features, &passes.second)] {
        for (number, &(value, template, _)) in features.seen.iter().enumerate() {
            let pairs = pairs(features.rows[number], far(template), model);
            if says_enough(&pairs) {
                weights += pairs.len();
                feature_lines.push(format!(
                    "{template:?}\t{value:x}\t{}",
                    join(pairs.iter().map(|(c, w)| format!("{c}:{w}")))
                ));
            }
        }
    }
    println!("{weights} weights of {} features", feature_lines.len());
    feature_lines.sort();
    lines.extend(feature_lines);
    fs::write(data("names/model.weights"), lines.join("\n") + "\n")
}

/// Whether a feature is worth its place: all its weights together are more than three steps, and half a step for each.
fn says_enough(pairs: &[(usize, i8)]) -> bool {
    let steps: usize = pairs.iter().map(|(_, weight)| usize::from(weight.unsigned_abs())).sum();
    steps > 3 + pairs.len().div_ceil(2)
}

/// A feature's columns and weights that do not round to zero.
fn pairs(row: u32, far: usize, model: &Model) -> Vec<(usize, i8)> {
    if row == NO_ROW {
        return Vec::new();
    }
    (0..=2 * far)
        .flat_map(|place| {
            // Seen from a word, the feature's word stands `place - far` away.
            let weights = model.weights.row(row as usize + place);
            (0..TAGS).map(move |tag| (place * TAGS + tag, steps(weights[tag]) as i8))
        })
        .filter(|(_, weight)| *weight != 0)
        .collect()
}

/// A weight in whole steps of the tables' unit, no more than a byte holds.
pub(crate) fn steps(weight: f32) -> f32 {
    (weight * UNIT).round().clamp(-127.0, 127.0)
}

fn join(items: impl Iterator<Item = impl ToString>) -> String {
    items.map(|item| item.to_string()).collect::<Vec<_>>().join(" ")
}
