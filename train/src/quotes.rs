//! The quote model: fits it to gold articles, and shows what it finds in others.

use std::{collections::HashMap, fmt::Write, fs, path::Path};

use hamish::{
    Analyzer, QuoteKind, Span,
    quote::{
        self,
        model::{Answer, Ballot, Judge, Part, Question, key},
    },
    record::Record,
    segment::Document,
};

use crate::gold::{self, Article, Source};

/// Parts that cross-validation sets aside in turn.
const FOLDS: usize = 6;
/// Rounds through all examples.
const ROUNDS: usize = 12;
/// How much likelier a report is than its likeliest end alone: several share what speaks for it.
const SPLIT: f32 = 0.6;
/// The weights are the mean of what so many orders of the examples give.
const ORDERS: u64 = 3;
/// One name in so many is hidden from a second reading of each article, since the engine misses some as well.
const HIDDEN: u64 = 7;

/// `cross`: what is found in each training article by a model that has not seen it; `dev`: what is found in the
/// development articles; `fit`: writes `data/quotes/`, all of it or the part that is named as well.
pub(crate) fn run(shared: &Path, options: &[&str]) -> Result<(), String> {
    let failed = |e: std::io::Error| e.to_string();
    let train = gold::read(&shared.join("data/gold/train")).map_err(failed)?;
    let mut own = gold::read(Path::new("data/articles")).map_err(failed)?;
    own.iter_mut().for_each(|article| article.source = Source::Repository);
    let all: Vec<&Article> = train.iter().chain(&own).collect();
    let names = if options.contains(&"--found") { Names::Found } else { Names::Gold };
    match options.first() {
        Some(&"cross") => {
            for fold in 0..FOLDS {
                let (held, rest): (Vec<_>, Vec<_>) =
                    train.iter().enumerate().partition(|(at, _)| at % FOLDS == fold);
                let rest: Vec<&Article> = rest.into_iter().map(|(_, article)| article).chain(&own).collect();
                let (model, _) = fit(&rest);
                held.iter().for_each(|(_, article)| show(article, names, &mut Fitted { model: &model }));
            }
        }
        Some(&"dev") => {
            let (model, _) = fit(&all);
            let dev = gold::read(&shared.join("data/gold/dev")).map_err(failed)?;
            dev.iter().for_each(|article| show(article, names, &mut Fitted { model: &model }));
        }
        Some(&"fit") => {
            let (model, legend) = fit(&all);
            let named: Vec<Part> =
                Part::ALL.into_iter().filter(|part| options.contains(&part.name())).collect();
            for part in if named.is_empty() { &Part::ALL[..] } else { &named } {
                let file = format!("data/quotes/{}.tsv", part.name());
                fs::write(file, table(*part, &model, &legend)).map_err(failed)?;
            }
        }
        _ => return Err("train quotes SHARED cross|dev|fit [--found] [speech|speakers]".to_owned()),
    }
    Ok(())
}

/// Whose names an article is read with.
#[derive(Clone, Copy, PartialEq)]
enum Names {
    Gold,
    Found,
}

type Model = HashMap<u64, f32>;
type Legend = HashMap<u64, (Question, String)>;

fn show(article: &Article, names: Names, judge: &mut impl Judge) {
    let mut annotations = Analyzer::default().analyze(&article.text);
    if names == Names::Gold {
        annotations.mentions = article.mentions.clone();
        annotations.entities = article.entities.clone();
    }
    let document = Document::new(&article.text);
    annotations.quotes = quote::find_with(&document, &annotations.mentions, judge, Ballot::default());
    let record = Record::new(&article.text, &annotations).with_id(&article.id);
    println!("{}", serde_json::to_string(&record).unwrap_or_default());
}

/// One question with its right answers.
struct Example {
    /// How often it is shown in a round.
    times: usize,
    options: Vec<Vec<u64>>,
    right: Vec<bool>,
}

fn fit(articles: &[&Article]) -> (Model, Legend) {
    let mut examples: [Vec<Example>; 2] = Default::default();
    let mut legend = Legend::new();
    for (number, article) in articles.iter().enumerate() {
        let document = Document::new(&article.text);
        for pass in 0..2 {
            let mut random = Random(number as u64 * 2 + 1);
            let shown =
                article.mentions.iter().filter(|_| pass == 0 || !random.next().is_multiple_of(HIDDEN));
            let mentions: Vec<_> = shown.cloned().collect();
            let reports = article.source == Source::Gold;
            let mut teacher = Teacher { article, reports, examples: &mut examples, legend: &mut legend };
            quote::find_with(&document, &mentions, &mut teacher, Ballot::default().with_legend());
        }
    }
    let mut model: Model = examples.into_iter().flat_map(learn).collect();
    *model.entry(key(Question::Report, "none-bias", "")).or_default() -= SPLIT;
    (model, legend)
}

/// The weights that answer the examples of one part.
fn learn(mut examples: Vec<Example>) -> Model {
    let mut counts: HashMap<u64, u32> = HashMap::new();
    for feature in examples.iter().flat_map(|example| example.options.iter().flatten()) {
        *counts.entry(*feature).or_default() += 1;
    }
    for options in examples.iter_mut().flat_map(|example| &mut example.options) {
        options.retain(|feature| counts[feature] > 7);
    }
    let mut model = Model::new();
    for seed in 1..=ORDERS {
        for (feature, weight) in learn_once(&examples, seed) {
            *model.entry(feature).or_default() += weight / ORDERS as f32;
        }
    }
    model
}

/// The same, the examples in one order.
fn learn_once(examples: &[Example], seed: u64) -> Model {
    let mut weights = Ftrl::default();
    let mut random = Random(seed);
    let mut order: Vec<usize> =
        (0..examples.len()).flat_map(|at| std::iter::repeat_n(at, examples[at].times)).collect();
    for _ in 0..ROUNDS {
        for at in (1..order.len()).rev() {
            order.swap(at, (random.next() % (at as u64 + 1)) as usize);
        }
        for &at in &order {
            weights.learn(&examples[at]);
        }
    }
    let weights = weights.weights.into_iter().map(|(feature, cell)| (feature, cell.weight));
    weights.filter(|cell| cell.1 != 0.0).collect()
}

/// A linear congruential generator (Knuth's MMIX).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        self.0 >> 33
    }
}

/// Knows the right answers and writes the questions down.
struct Teacher<'a> {
    article: &'a Article,
    /// Whether all of the article's reports are tagged.
    reports: bool,
    examples: &'a mut [Vec<Example>; 2],
    legend: &'a mut Legend,
}

impl Judge for Teacher<'_> {
    fn choose(&mut self, ballot: &Ballot) -> usize {
        let worth: Vec<f32> = ballot.answers().map(|answer| self.worth(ballot, answer)).collect();
        let best = worth.iter().copied().fold(0.0, f32::max);
        if best == 0.0 {
            return 0;
        }
        // Articles that tag few reports teach none.
        if ballot.question == Question::Report && !self.reports {
            return worth.iter().position(|&worth| worth == best).unwrap_or(0);
        }
        let floor = if ballot.question == Question::Report { best } else { 0.01 };
        let options: Vec<Vec<u64>> = ballot.features().map(<[u64]>::to_vec).collect();
        for feature in options.iter().flatten() {
            if let Some(meaning) = ballot.meaning(*feature) {
                self.legend.entry(*feature).or_insert_with(|| (ballot.question, meaning.to_owned()));
            }
        }
        self.examples[ballot.question.part() as usize].push(Example {
            times: if self.article.is_agency() { 3 } else { 1 },
            options,
            right: worth.iter().map(|&worth| worth >= floor).collect(),
        });
        worth.iter().position(|&worth| worth == best).unwrap_or(0)
    }
}

impl Teacher<'_> {
    /// How right an answer is, 0 to 1.
    fn worth(&self, ballot: &Ballot, answer: Answer) -> f32 {
        let text = &self.article.text;
        match ballot.question {
            Question::Kind => {
                let same = |quote: &&gold::Quote| shared(text, quote.span, ballot.subject) > 0.8;
                let quotes = self.article.quotes.iter().filter(|quote| quote.kind != QuoteKind::Indirect);
                let kind = quotes.filter(same).map(|quote| quote.kind).next();
                f32::from(u8::from(answer == Answer::Kind(kind.unwrap_or(QuoteKind::Term))))
            }
            Question::Speaker => {
                let near = |quote: &&gold::Quote| {
                    quote.kind != QuoteKind::Term && quote.span.overlaps(ballot.subject)
                };
                let all = self.article.quotes.iter().filter(near);
                let best = all.max_by(|a, b| {
                    shared(text, a.span, ballot.subject).total_cmp(&shared(text, b.span, ballot.subject))
                });
                let Some(quote) = best.filter(|quote| shared(text, quote.span, ballot.subject) > 0.3) else {
                    return 0.0;
                };
                let below = |speaker: Span| {
                    let end = ballot.subject.end;
                    text[end..speaker.start.max(end)].contains('\n')
                };
                match (answer, quote.speaker) {
                    (Answer::Nothing, None) => 1.0,
                    // A headline's quote whose speaker the text below names.
                    (Answer::Nothing, Some(speaker)) if below(speaker) => 0.1,
                    (Answer::Words(words), Some(speaker)) => self.same(words, speaker),
                    _ => 0.0,
                }
            }
            Question::Report => {
                let cue = |quote: &&gold::Quote| {
                    quote.kind == QuoteKind::Indirect
                        && quote.cue.is_some_and(|cue| cue.overlaps(ballot.subject))
                };
                let wanted: Vec<_> = self.article.quotes.iter().filter(cue).map(|quote| quote.span).collect();
                let worth =
                    |words: Span| wanted.iter().map(|&span| shared(text, span, words)).fold(0.0, f32::max);
                match answer {
                    Answer::Words(words) => Some(worth(words)).filter(|&worth| worth >= 0.5).unwrap_or(0.0),
                    // Right where no other answer is.
                    _ => {
                        let all = ballot.answers().filter_map(|answer| match answer {
                            Answer::Words(words) => Some(worth(words)),
                            _ => None,
                        });
                        f32::from(u8::from(all.fold(0.0, f32::max) < 0.5))
                    }
                }
            }
        }
    }

    /// How well a phrase names the speaker.
    fn same(&self, words: Span, speaker: Span) -> f32 {
        if words.overlaps(speaker) {
            return 0.5 + shared(&self.article.text, words, speaker) / 2.0;
        }
        let names: Vec<Span> = (self.article.mentions.iter())
            .filter(|mention| mention.kind == hamish::NameType::Person && speaker.contains(mention.span))
            .map(|mention| mention.span)
            .collect();
        let wanted = if names.is_empty() { vec![speaker] } else { names };
        let found: Vec<&str> = words.of(&self.article.text).split_whitespace().collect();
        let same = wanted.iter().any(|name| {
            let mut words = name.of(&self.article.text).split_whitespace();
            words.any(|word| word.chars().count() > 2 && found.contains(&word))
        });
        f32::from(u8::from(same)) * 0.4
    }
}

/// Words in common of the longer one's words.
fn shared(text: &str, a: Span, b: Span) -> f32 {
    let words = |span: Span| {
        span.of(text).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count()
    };
    let common = Span::new(a.start.max(b.start), a.end.min(b.end).max(a.start.max(b.start)));
    words(common) as f32 / words(a).max(words(b)).max(1) as f32
}

/// Answers by fitted weights.
struct Fitted<'m> {
    model: &'m Model,
}

impl Judge for Fitted<'_> {
    fn choose(&mut self, ballot: &Ballot) -> usize {
        let scores =
            ballot.features().map(|features| features.iter().filter_map(|f| self.model.get(f)).sum::<f32>());
        let best = scores.enumerate().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        best.map_or(0, |(at, _)| at)
    }
}

/// FTRL-Proximal (McMahan et al. 2013).
#[derive(Default)]
struct Ftrl {
    weights: HashMap<u64, Cell>,
}

#[derive(Clone, Copy, Default)]
struct Cell {
    weight: f32,
    sum: f32,
    squares: f32,
}

const ALPHA: f32 = 0.15;
const BETA: f32 = 1.0;
const L1: f32 = 12.0;
const L2: f32 = 1.0;

impl Ftrl {
    fn learn(&mut self, example: &Example) {
        let scores: Vec<f32> = (example.options.iter())
            .map(|features| features.iter().filter_map(|f| self.weights.get(f)).map(|cell| cell.weight).sum())
            .collect();
        let all = softmax(&scores, |_| true);
        let right = softmax(&scores, |at| example.right[at]);
        for (at, features) in example.options.iter().enumerate() {
            let gradient = all[at] - right[at];
            if gradient.abs() > 1e-4 {
                features.iter().for_each(|&feature| self.weights.entry(feature).or_default().step(gradient));
            }
        }
    }
}

impl Cell {
    fn step(&mut self, gradient: f32) {
        let root = (self.squares + gradient * gradient).sqrt();
        self.sum += gradient - (root - self.squares.sqrt()) / ALPHA * self.weight;
        self.squares += gradient * gradient;
        let excess = self.sum.abs() - L1;
        self.weight =
            if excess > 0.0 { -excess.copysign(self.sum) / ((BETA + root) / ALPHA + L2) } else { 0.0 };
    }
}

fn softmax(scores: &[f32], open: impl Fn(usize) -> bool) -> Vec<f32> {
    let most = (0..scores.len()).filter(|&at| open(at)).map(|at| scores[at]).fold(f32::MIN, f32::max);
    let raw: Vec<f32> =
        scores.iter().enumerate().map(|(at, s)| if open(at) { (s - most).exp() } else { 0.0 }).collect();
    let sum: f32 = raw.iter().sum();
    raw.iter().map(|p| p / sum).collect()
}

fn table(part: Part, model: &Model, legend: &Legend) -> String {
    let known: Vec<_> = (model.iter())
        .filter_map(|(feature, weight)| legend.get(feature).map(|meaning| (meaning, *weight)))
        .filter(|((question, _), _)| question.part() == part)
        .collect();
    let largest = known.iter().fold(0.0_f32, |most, (_, weight)| most.max(weight.abs()));
    let scale = 127.0 / largest;
    let mut rows: Vec<String> = (known.iter())
        .filter_map(|((question, meaning), weight)| {
            let weight = (weight * scale).round();
            (weight != 0.0).then(|| format!("{}\t{meaning}\t{weight}", question.name()))
        })
        .collect();
    rows.sort();
    let mut out = String::from("question\tfeature\tvalue\tweight\n");
    for row in rows {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{row}");
    }
    out
}
