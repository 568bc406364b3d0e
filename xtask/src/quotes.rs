//! `quotes.bin`: the weights of `data/quotes.tsv` by their features' numbers.

use hamish::quote::model::{Question, key};

use crate::{names::write_index, read};

/// An index of features, then their weights.
pub(crate) fn weights() -> Result<Vec<u8>, Vec<String>> {
    let mut keyed: Vec<(u64, i8)> = Vec::new();
    for (number, line) in read("data/quotes.tsv")?.lines().enumerate().skip(1) {
        let bad = || vec![format!("data/quotes.tsv:{}: not question, feature, value and weight", number + 1)];
        let columns: Vec<&str> = line.split('\t').collect();
        let [question, name, value, weight] = columns[..] else { return Err(bad()) };
        let question = Question::ALL.into_iter().find(|one| one.name() == question).ok_or_else(bad)?;
        keyed.push((key(question, name, value), weight.parse().map_err(|_| bad())?));
    }
    let mut bytes = Vec::new();
    write_index(&mut keyed, 8, &mut bytes);
    bytes.extend(keyed.iter().map(|(_, weight)| *weight as u8));
    Ok(bytes)
}
