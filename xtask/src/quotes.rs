//! `speech.bin` and `speakers.bin`: the quote model's weights by their features' numbers.

use hamish::quote::model::{Packed, Part, Question, key};

use crate::{Bytes, names::keys, packer::pack, read};

/// Bits of a feature's number beyond those that tell as many apart as there are: of the unknown features fewer than
/// one in 512 is taken for a known one. A ballot has hundreds: with a bit less, reports are found where none are.
const MORE_BITS: u32 = 9;

/// The smallest weight, of 127, that is worth its place in each part's table; the files keep the others, for trainings to
/// come.
const SMALLEST: [u8; 2] = [3, 8];

/// `src/tables/speech.bin`.
pub(crate) fn speech() -> Bytes {
    weights(Part::Speech)
}

/// `src/tables/speakers.bin`.
pub(crate) fn speakers() -> Bytes {
    weights(Part::Speakers)
}

/// An index of features, then their weights.
fn weights(part: Part) -> Bytes {
    let file = format!("data/quotes/{}.tsv", part.name());
    let mut keyed: Vec<(u64, i8)> = Vec::new();
    for (number, line) in read(&file)?.lines().enumerate().skip(1) {
        let bad = || vec![format!("{file}:{}: not question, feature, value and weight", number + 1)];
        let columns: Vec<&str> = line.split('\t').collect();
        let [question, name, value, weight] = columns[..] else { return Err(bad()) };
        let question = Question::ALL.into_iter().find(|one| one.name() == question).ok_or_else(bad)?;
        keyed.push((key(question, name, value), weight.parse().map_err(|_| bad())?));
    }
    keyed.retain(|(_, weight)| weight.unsigned_abs() >= SMALLEST[part as usize]);
    let (keys, weights) = keys(keyed, MORE_BITS);
    let mut packed = Packed { keys, weights };
    Ok(pack(|coder| packed.pass(coder)))
}
