//! `quotes.bin`: what answers the quote model's questions.

use std::collections::BTreeSet;

use hamish::quote::{
    model::{Question, key, pass},
    trees::{Node, Packed},
};

use crate::{Bytes, names::keys, packer::pack, read};

/// Bits of a feature's number beyond those that tell as many apart as there are: of the unknown features fewer than
/// one in 512 is taken for a known one. A ballot has hundreds: with a bit less, reports are found where none are.
const MORE_BITS: u32 = 9;

/// `src/tables/quotes.bin`: for each question an index of features, then the trees that ask for them.
pub(crate) fn quotes() -> Bytes {
    let mut forests = <[Packed; Question::ALL.len()]>::default();
    for (forest, question) in forests.iter_mut().zip(Question::ALL) {
        *forest = trees(question)?;
    }
    Ok(pack(|coder| pass(&mut forests, coder)))
}

/// The trees of `data/quotes/`.
fn trees(question: Question) -> Result<Packed, Vec<String>> {
    let file = format!("data/quotes/{}.tsv", question.name());
    let text = read(&file)?;
    let mut rows = Vec::new();
    for (number, row) in text.lines().enumerate().skip(1) {
        let step = match row.split('\t').collect::<Vec<_>>()[..] {
            [_, name, value, ""] => Some(Err(key(question, name, value))),
            [_, "", "", weight] => weight.parse::<i8>().ok().map(Ok),
            _ => None,
        };
        let what = "not depth, feature and value, or depth and weight";
        rows.push(step.ok_or_else(|| vec![format!("{file}:{}: {what}", number + 1)])?);
    }
    let asked: BTreeSet<u64> = rows.iter().filter_map(|row| row.err()).collect();
    let (keys, asked) = keys(asked.into_iter().map(|feature| (feature, feature)).collect(), MORE_BITS);
    let nodes = rows.into_iter().map(|row| match row {
        Ok(weight) => Node::Leaf(weight),
        Err(feature) => Node::Ask(asked.partition_point(|&known| known < feature) as u16),
    });
    Ok(Packed { keys, nodes: nodes.collect() })
}
