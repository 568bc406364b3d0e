//! What this stage asks, what may be answered, and the models that weigh the answers by their features.

use std::{collections::HashMap, sync::LazyLock};

use crate::{
    QuoteKind, Span,
    coder::{self, Bits, Coder, unpack},
    name::table::{HashIndex, Keys, hash, mix},
};

use super::trees::{self, Trees};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    /// How the words in marks are quoted.
    Kind,
    /// Who says the words.
    Speaker,
    /// What is reported by a reporting word.
    Report,
}

impl Question {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Kind, Self::Speaker, Self::Report];

    /// Its name in the files of weights.
    pub fn name(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Speaker => "speaker",
            Self::Report => "report",
        }
    }

    /// The file that answers it, fitted apart from the others.
    pub fn part(self) -> Part {
        match self {
            Self::Kind | Self::Report => Part::Speech,
            Self::Speaker => Part::Speakers,
        }
    }
}

/// Questions that are answered by one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What is said.
    Speech,
    /// Who says it.
    Speakers,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Speech, Self::Speakers];

    /// The name of its file in `data/quotes/`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Speech => "speech",
            Self::Speakers => "speakers",
        }
    }
}

/// What may be answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Answer {
    /// Nobody; no report.
    Nothing,
    /// Quoted so.
    Kind(QuoteKind),
    /// The speaker's words, or the reported ones, in the source.
    Words(Span),
}

/// Whoever answers: the fitted weights, or the trainer.
pub trait Judge {
    /// The index of the best option of a ballot that has one at least.
    fn choose(&mut self, ballot: &Ballot) -> usize;
}

/// A question, the answers that are open and what speaks for each.
#[derive(Debug)]
pub struct Ballot {
    /// What is asked.
    pub question: Question,
    /// The quoted words, or the reporting word, in the source.
    pub subject: Span,
    options: Vec<(Answer, usize)>,
    features: Vec<u64>,
    /// What holds for every answer that comes.
    shared: Vec<u64>,
    legend: Option<HashMap<u64, String>>,
}

impl Default for Ballot {
    /// An empty one.
    fn default() -> Self {
        Self {
            question: Question::Kind,
            subject: Span::new(0, 0),
            options: Vec::new(),
            features: Vec::new(),
            shared: Vec::new(),
            legend: None,
        }
    }
}

impl Ballot {
    /// The same; it writes down what its features mean.
    pub fn with_legend(mut self) -> Self {
        self.legend = Some(HashMap::new());
        self
    }

    /// Asks anew.
    pub(super) fn ask(&mut self, question: Question, subject: Span) {
        (self.question, self.subject) = (question, subject);
        self.options.clear();
        self.features.clear();
        self.shared.clear();
    }

    /// Ends the features of one answer.
    pub(super) fn option(&mut self, answer: Answer) {
        self.features.extend(&self.shared);
        self.options.push((answer, self.features.len()));
    }

    /// What was said holds for every answer that comes next.
    pub(super) fn share(&mut self) {
        let start = self.options.last().map_or(0, |option| option.1);
        self.shared = self.features.drain(start..).collect();
    }

    /// Says of a number which steps it is past.
    pub(super) fn count(&mut self, name: &str, number: usize) {
        let start = seed(self.question, name);
        for (_, value) in STEPS.iter().take_while(|step| number > step.0) {
            self.push(mix(start, hash(value.as_bytes())), name, &[value]);
        }
    }

    /// Says that feature `name` is `value` for the answer that comes next.
    pub(super) fn say(&mut self, name: &str, value: &str) {
        self.say_all(name, &[value]);
    }

    /// The same for a number.
    pub(super) fn say_number(&mut self, name: &str, number: u16) {
        let digits: [u8; 5] =
            std::array::from_fn(|at| b'0' + (number / 10_u16.pow(4 - at as u32) % 10) as u8);
        self.say(name, str::from_utf8(&digits).unwrap_or_default());
    }

    /// The same for what two things are together.
    pub(super) fn say_both(&mut self, name: &str, first: &str, second: &str) {
        self.say_all(name, &[first, second]);
    }

    /// The same for what several things are together.
    pub(super) fn say_all(&mut self, name: &str, values: &[&str]) {
        let start = seed(self.question, name);
        let feature = values.iter().fold(start, |sum, value| mix(sum, hash(value.as_bytes())));
        self.push(feature, name, values);
    }

    /// The legend, where one is kept. Browsers have no use for it, and its code is not sent to them.
    fn legend(&mut self) -> Option<&mut HashMap<u64, String>> {
        if cfg!(target_arch = "wasm32") { None } else { self.legend.as_mut() }
    }

    fn push(&mut self, feature: u64, name: &str, values: &[&str]) {
        self.features.push(feature);
        if let Some(legend) = self.legend() {
            legend.insert(feature, format!("{name}\t{}", values.join(JOINT)));
        }
    }

    /// Ends the features that several answers share; each weighs them for itself.
    pub(super) fn options(&mut self, answers: &[(Answer, &str)]) {
        let start = self.options.last().map_or(0, |option| option.1);
        let shared: Vec<u64> = self.features.drain(start..).collect();
        for &(answer, name) in answers {
            let suffix = hash(name.as_bytes());
            for &feature in &shared {
                self.features.push(mix(feature, suffix));
                if let Some(legend) = self.legend() {
                    let meaning = format!("{}{JOINT}{name}", legend[&feature]);
                    legend.insert(mix(feature, suffix), meaning);
                }
            }
            self.option(answer);
        }
    }

    /// The answers.
    pub fn answers(&self) -> impl Iterator<Item = Answer> {
        self.options.iter().map(|option| option.0)
    }

    /// Each answer's features.
    pub fn features(&self) -> impl Iterator<Item = &[u64]> {
        let starts = std::iter::once(0).chain(self.options.iter().map(|option| option.1));
        starts.zip(&self.options).map(|(start, option)| &self.features[start..option.1])
    }

    /// What a feature means: its name and its value, a tab between; known to the trainer alone.
    pub fn meaning(&self, feature: u64) -> Option<&str> {
        self.legend.as_ref()?.get(&feature).map(String::as_str)
    }
}

/// Joins values that go together.
const JOINT: &str = " + ";

/// The number of a feature of that name and value, as [`Ballot::meaning`] writes them.
pub fn key(question: Question, name: &str, value: &str) -> u64 {
    value.split(JOINT).map(|value| hash(value.as_bytes())).fold(seed(question, name), mix)
}

/// What the numbers of all features of that name begin with.
fn seed(question: Question, name: &str) -> u64 {
    mix(question as u64 + 1, hash(name.as_bytes()))
}

/// What the file of weights holds.
#[derive(Debug, Default)]
pub struct Packed {
    /// The features.
    pub keys: Keys,
    /// Each one's weight.
    pub weights: Vec<i8>,
}

impl Packed {
    /// Passes everything.
    pub fn pass<B: Bits>(&mut self, coder: &mut Coder<B>) {
        self.keys.pass(coder);
        self.weights.resize(self.keys.sorted.len(), 0);
        let mut model = coder::Model::new(8, &[1]);
        for weight in &mut self.weights {
            *weight = coder.number(&mut model, &[0], u32::from(*weight as u8)) as u8 as i8;
        }
    }
}

/// What answers, as fitted: a sum of weights says what is said, trees say who says it.
#[derive(Debug)]
pub struct Fitted {
    weighed: HashIndex,
    weights: Vec<i8>,
    asked: HashIndex,
    trees: Trees,
}

impl Fitted {
    /// What is built in.
    pub fn get() -> &'static Self {
        static FITTED: LazyLock<Fitted> = LazyLock::new(|| {
            let speech = unpack(include_bytes!("../tables/speech.bin"), Packed::pass);
            let speakers = unpack(include_bytes!("../tables/speakers.bin"), trees::Packed::pass);
            Fitted {
                weighed: HashIndex::new(speech.keys),
                weights: speech.weights,
                asked: HashIndex::new(speakers.keys),
                trees: Trees::new(speakers.nodes),
            }
        });
        &FITTED
    }

    fn score(&self, part: Part, features: &[u64]) -> i32 {
        match part {
            Part::Speech => {
                let weights = features.iter().filter_map(|&feature| self.weighed.find(feature));
                weights.map(|at| i32::from(self.weights[at])).sum()
            }
            Part::Speakers => {
                let mut has = vec![false; self.asked.len()];
                features.iter().filter_map(|&feature| self.asked.find(feature)).for_each(|at| has[at] = true);
                self.trees.score(&has)
            }
        }
    }
}

impl Judge for &Fitted {
    fn choose(&mut self, ballot: &Ballot) -> usize {
        let part = ballot.question.part();
        let scores = ballot.features().map(|features| self.score(part, features));
        let best = scores.enumerate().max_by_key(|&(at, score)| (score, usize::MAX - at));
        best.map_or(0, |(at, _)| at)
    }
}

/// The steps of numbers, coarser the larger they are.
#[rustfmt::skip]
const STEPS: [(usize, &str); 11] = [
    (0, "0"), (1, "1"), (2, "2"), (3, "3"), (4, "4"), (6, "6"), (9, "9"), (14, "14"), (24, "24"), (49, "49"), (99, "99"),
];

/// A number as a feature's value, coarser the larger it is.
pub(super) fn bucket(number: usize) -> &'static str {
    match number {
        0 => "0",
        1 => "1",
        2 => "2",
        3 => "3",
        4 => "4",
        5..=6 => "5",
        7..=9 => "7",
        10..=14 => "10",
        15..=24 => "15",
        25..=49 => "25",
        _ => "50",
    }
}
