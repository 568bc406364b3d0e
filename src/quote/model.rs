//! What this stage asks, what may be answered, and what weighs the answers by their features.

use std::{collections::HashMap, sync::LazyLock};

use crate::{
    QuoteKind, Span,
    coder::{Bits, Coder, unpack},
    name::table::{hash, mix},
};

use super::trees::{Forest, Packed};

/// What is asked; each question has trees of its own, fitted apart from the others.
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

    /// The name of its file in `data/quotes/`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Speaker => "speaker",
            Self::Report => "report",
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
    /// The features of all answers, then of each.
    features: Vec<u64>,
    /// How many are of all.
    shared: usize,
    /// Each answer, and where its features end.
    options: Vec<(Answer, usize)>,
    legend: Option<HashMap<u64, String>>,
}

impl Default for Ballot {
    /// An empty one.
    fn default() -> Self {
        Self {
            question: Question::Kind,
            subject: Span::new(0, 0),
            features: Vec::new(),
            shared: 0,
            options: Vec::new(),
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
        self.shared = 0;
    }

    /// What was said before the first answer holds for all of them.
    pub(super) fn share(&mut self) {
        self.shared = self.features.len();
    }

    /// What was said before the first answer is weighed by each of these for itself.
    pub(super) fn options(&mut self, answers: &[(Answer, &str)]) {
        let said = std::mem::take(&mut self.features);
        for &(answer, name) in answers {
            let mark = hash(name.as_bytes());
            self.features.extend(said.iter().map(|&feature| mix(feature, mark)));
            self.option(answer);
            if let Some(legend) = self.legend() {
                for feature in &said {
                    let meaning = format!("{}{JOINT}{name}", legend[feature]);
                    legend.insert(mix(*feature, mark), meaning);
                }
            }
        }
    }

    /// Ends the features of one answer.
    pub(super) fn option(&mut self, answer: Answer) {
        self.options.push((answer, self.features.len()));
    }

    /// Says of a number which steps it is past.
    pub(super) fn count(&mut self, name: &str, number: usize) {
        let start = seed(self.question, name);
        for (_, value) in STEPS.iter().take_while(|step| number > step.0) {
            self.push(mix(start, hash(value.as_bytes())), name, value);
        }
    }

    /// Says that feature `name` is `value` for the answer that comes next.
    pub(super) fn say(&mut self, name: &str, value: &str) {
        self.push(mix(seed(self.question, name), hash(value.as_bytes())), name, value);
    }

    /// The same for several features.
    pub(super) fn say_all(&mut self, values: &[(&str, &str)]) {
        values.iter().for_each(|(name, value)| self.say(name, value));
    }

    /// The same for a number.
    pub(super) fn say_number(&mut self, name: &str, number: u16) {
        let digits: [u8; 5] =
            std::array::from_fn(|at| b'0' + (number / 10_u16.pow(4 - at as u32) % 10) as u8);
        self.say(name, str::from_utf8(&digits).unwrap_or_default());
    }

    /// The legend, where one is kept. Browsers have no use for it, and its code is not sent to them.
    fn legend(&mut self) -> Option<&mut HashMap<u64, String>> {
        if cfg!(target_arch = "wasm32") { None } else { self.legend.as_mut() }
    }

    fn push(&mut self, feature: u64, name: &str, value: &str) {
        self.features.push(feature);
        if let Some(legend) = self.legend() {
            legend.insert(feature, format!("{name}\t{value}"));
        }
    }

    /// The answers.
    pub fn answers(&self) -> impl Iterator<Item = Answer> {
        self.options.iter().map(|option| option.0)
    }

    /// The features that all answers have.
    pub fn shared(&self) -> &[u64] {
        &self.features[..self.shared]
    }

    /// Each answer's other features.
    pub fn own(&self) -> impl Iterator<Item = &[u64]> {
        let starts = std::iter::once(self.shared).chain(self.options.iter().map(|option| option.1));
        starts.zip(&self.options).map(|(start, option)| &self.features[start..option.1])
    }

    /// What a feature means: its name and its value, a tab between; known to the trainer alone.
    pub fn meaning(&self, feature: u64) -> Option<&str> {
        self.legend.as_ref()?.get(&feature).map(String::as_str)
    }
}

/// Joins a value and the answer that weighs it for itself.
const JOINT: &str = " + ";

/// The number of a feature of that name and value, as [`Ballot::meaning`] writes them.
pub fn key(question: Question, name: &str, value: &str) -> u64 {
    value.split(JOINT).map(|value| hash(value.as_bytes())).fold(seed(question, name), mix)
}

/// What the numbers of all features of that name begin with.
fn seed(question: Question, name: &str) -> u64 {
    mix(question as u64 + 1, hash(name.as_bytes()))
}

/// What answers, as fitted.
#[derive(Debug)]
pub struct Fitted([Forest; Question::ALL.len()]);

impl Fitted {
    /// What is built in.
    pub fn get() -> &'static Self {
        static FITTED: LazyLock<Fitted> =
            LazyLock::new(|| Fitted(unpack(include_bytes!("../tables/quotes.bin"), pass).map(Forest::new)));
        &FITTED
    }
}

/// The trees of all questions, one after the other.
pub fn pass<B: Bits>(forests: &mut [Packed; Question::ALL.len()], coder: &mut Coder<B>) {
    forests.iter_mut().for_each(|forest| forest.pass(coder));
}

impl Judge for &Fitted {
    fn choose(&mut self, ballot: &Ballot) -> usize {
        self.0[ballot.question as usize].choose(ballot)
    }
}

/// The steps of numbers, coarser the larger they are.
#[rustfmt::skip]
const STEPS: [(usize, &str); 11] = [
    (0, "0"), (1, "1"), (2, "2"), (3, "3"), (4, "4"), (6, "6"), (9, "9"), (14, "14"), (24, "24"), (49, "49"), (99, "99"),
];
