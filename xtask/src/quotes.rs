//! `speech.bin` and `speakers.bin`: what answers the quote model's questions, by the features' numbers.

use std::collections::BTreeSet;

use hamish::quote::{
    model::{Packed, Question, key},
    trees::{self, Node},
};

use crate::{Bytes, names::keys, packer::pack, read};

/// Bits of a feature's number beyond those that tell as many apart as there are: of the unknown features fewer than
/// one in 512 is taken for a known one. A ballot has hundreds: with a bit less, reports are found where none are.
const MORE_BITS: u32 = 9;

/// The smallest weight, of 127, that is worth its place; the file keeps the others, for trainings to come.
const SMALLEST: u8 = 3;

/// `src/tables/speech.bin`: an index of features, then their weights.
pub(crate) fn speech() -> Bytes {
    let rows = rows(
        "data/quotes/speech.tsv",
        "question, feature, value and weight",
        |[question, name, value, weight]| {
            let question = Question::ALL.into_iter().find(|one| one.name() == question)?;
            Some((key(question, name, value), weight.parse::<i8>().ok()?))
        },
    )?;
    let kept = rows.into_iter().filter(|(_, weight)| weight.unsigned_abs() >= SMALLEST).collect();
    let (keys, weights) = keys(kept, MORE_BITS);
    let mut packed = Packed { keys, weights };
    Ok(pack(|coder| packed.pass(coder)))
}

/// `src/tables/speakers.bin`: an index of features, then the trees that ask for them.
pub(crate) fn speakers() -> Bytes {
    let rows = rows(
        "data/quotes/speakers.tsv",
        "depth, feature and value, or depth and weight",
        |[_, name, value, weight]| match weight {
            "" => Some(Err(key(Question::Speaker, name, value))),
            weight => weight.parse::<i8>().ok().map(Ok),
        },
    )?;
    let asked: BTreeSet<u64> = rows.iter().filter_map(|row| row.err()).collect();
    let (keys, asked) = keys(asked.into_iter().map(|feature| (feature, feature)).collect(), MORE_BITS);
    let nodes = rows.into_iter().map(|row| match row {
        Ok(weight) => Node::Leaf(weight),
        Err(feature) => Node::Ask(asked.partition_point(|&known| known < feature) as u16),
    });
    let mut packed = trees::Packed { keys, nodes: nodes.collect() };
    Ok(pack(|coder| packed.pass(coder)))
}

/// The rows of a file without its header, each as `read` reads its four columns.
fn rows<T>(file: &str, columns: &str, row: impl Fn([&str; 4]) -> Option<T>) -> Result<Vec<T>, Vec<String>> {
    let text = read(file)?;
    let rows = text.lines().enumerate().skip(1).map(|(number, line)| {
        let split: Vec<&str> = line.split('\t').collect();
        let read = <[&str; 4]>::try_from(split).ok().and_then(&row);
        read.ok_or_else(|| vec![format!("{file}:{}: not {columns}", number + 1)])
    });
    rows.collect()
}
