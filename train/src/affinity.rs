//! How often each word of a text is part of a name, as the engine with the model that it has finds them.

use std::{
    collections::HashMap,
    fs,
    io::{self, BufRead},
};

use hamish::{
    NameType,
    name::{tagger, words::Words},
    segment::{Document, TokenKind},
};

use crate::{data, stems::stem};

/// How often a word was seen: at all, in a person's, in a place's, first in an organization's, further on in one's.
type Counts = [f32; 5];

/// Shares from which on a word is a step more a part of names.
const STEPS: [f32; 3] = [0.02, 0.15, 0.5];

/// Rarer words are left out.
const SEEN: f32 = 3.0;

/// Cases without a name that every word is given besides its own, so that a few do not weigh too much.
const DOUBT: f32 = 0.7;

/// Reads standard input and writes `data/names/affinity.tsv`: words that are part of names now and then, a digit for
/// each of what is counted.
pub(crate) fn write() -> io::Result<()> {
    let mut words = HashMap::new();
    for line in io::stdin().lock().lines() {
        count(&line?, &mut words);
    }
    let steps = |[all, named @ ..]: Counts| -> String {
        let step = |count: f32| STEPS.iter().filter(|&&least| count / (all + DOUBT) >= least).count();
        named.into_iter().map(|count| step(count).to_string()).collect()
    };
    let mut rows: Vec<String> = (words.into_iter())
        .filter(|(_, counts)| counts[0] >= SEEN)
        .map(|(word, counts)| (word, steps(counts)))
        .filter(|(_, steps)| steps.contains(['1', '2', '3']))
        .map(|(word, steps)| format!("{word}\t{steps}\n"))
        .collect();
    rows.sort();
    fs::write(data("names/affinity.tsv"), ["word\tsteps\n".to_owned(), rows.concat()].concat())
}

fn count(line: &str, counts: &mut HashMap<String, Counts>) {
    let document = Document::new(line);
    let words = Words::new(&document);
    let mut seen: Vec<Counts> = vec![[1.0, 0.0, 0.0, 0.0, 0.0]; words.words().len()];
    for name in tagger::find(&words) {
        for (place, counts) in seen[name.from..name.to].iter_mut().enumerate() {
            let column = match name.kind {
                NameType::Person => 1,
                NameType::Place => 2,
                NameType::Organization => 3 + usize::from(place > 0),
            };
            counts[column] += name.score;
        }
    }
    for (at, seen) in seen.iter().enumerate().filter(|(at, _)| words.form(*at).kind == TokenKind::Word) {
        let of_word = counts.entry(stem(&words, words.form(at))).or_default();
        of_word.iter_mut().zip(seen).for_each(|(sum, one)| *sum += one);
    }
}
