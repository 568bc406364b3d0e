//! What this stage asks, what may be answered, and the linear model that weighs the answers by their features.

use std::{collections::HashMap, sync::LazyLock};

use crate::{
    QuoteKind, Span,
    coder::{self, Bits, Coder, unpack},
    name::table::{HashIndex, Keys, hash, mix},
};

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

    /// The file of weights that answer it, fitted apart from the others.
    pub fn part(self) -> Part {
        match self {
            Self::Kind | Self::Report => Part::Speech,
            Self::Speaker => Part::Speakers,
        }
    }
}

/// Questions that are answered by one file of weights.
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
    }

    /// Ends the features of one answer.
    pub(super) fn option(&mut self, answer: Answer) {
        self.options.push((answer, self.features.len()));
    }

    /// Says that feature `name` is `value` for the answer that comes next.
    pub(super) fn say(&mut self, name: &str, value: &str) {
        let feature = mix(seed(self.question, name), hash(value.as_bytes()));
        self.features.push(feature);
        if let Some(legend) = &mut self.legend {
            legend.insert(feature, format!("{name}\t{value}"));
        }
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
        self.features.push(feature);
        if let Some(legend) = &mut self.legend {
            legend.insert(feature, format!("{name}\t{}", values.join(JOINT)));
        }
    }

    /// Says nothing twice for the answer that comes next.
    pub(super) fn once(&mut self) {
        let start = self.options.last().map_or(0, |option| option.1);
        self.features[start..].sort_unstable();
        let mut kept = start;
        for at in start..self.features.len() {
            if at == start || self.features[at] != self.features[kept - 1] {
                self.features[kept] = self.features[at];
                kept += 1;
            }
        }
        self.features.truncate(kept);
    }

    /// Ends the features that several answers share; each weighs them for itself.
    pub(super) fn options(&mut self, answers: &[(Answer, &str)]) {
        let start = self.options.last().map_or(0, |option| option.1);
        let shared: Vec<u64> = self.features.drain(start..).collect();
        for &(answer, name) in answers {
            let suffix = hash(name.as_bytes());
            for &feature in &shared {
                self.features.push(mix(feature, suffix));
                if let Some(legend) = &mut self.legend {
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

/// What the file of one part holds.
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

/// The fitted weights, part by part.
#[derive(Debug)]
pub struct Weights([Fitted; 2]);

impl Weights {
    /// Those that are built in.
    pub fn get() -> &'static Self {
        static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
            Weights([
                Fitted::read(include_bytes!("../tables/speech.bin")),
                Fitted::read(include_bytes!("../tables/speakers.bin")),
            ])
        });
        &WEIGHTS
    }
}

/// The weights of one part.
#[derive(Debug)]
struct Fitted {
    index: HashIndex,
    weights: Vec<i8>,
}

impl Fitted {
    fn read(bytes: &[u8]) -> Self {
        let Packed { keys, weights } = unpack(bytes, Packed::pass);
        Self { index: HashIndex::new(keys), weights }
    }

    fn of(&self, feature: u64) -> i32 {
        self.index.find(feature).map_or(0, |at| self.weights[at].into())
    }
}

impl Judge for &Weights {
    fn choose(&mut self, ballot: &Ballot) -> usize {
        let part = &self.0[ballot.question.part() as usize];
        let scores = ballot.features().map(|features| features.iter().map(|&f| part.of(f)).sum::<i32>());
        let best = scores.enumerate().max_by_key(|&(at, score)| (score, usize::MAX - at));
        best.map_or(0, |(at, _)| at)
    }
}

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
