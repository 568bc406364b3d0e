//! The quote model: fits it to gold articles, and shows what it finds in others.

use std::{collections::HashMap, fmt::Write, fs, path::Path};

use hamish::{
    Analyzer, Mention, QuoteKind, Span,
    quote::{
        self,
        model::{Answer, Ballot, Judge, Question, key},
        trees::Node,
    },
    record::Record,
    segment::Document,
};

use crate::{
    anercorp, data,
    gold::{self, Article, Source},
    model::Random,
    trees::{self, Example, Forest, Growth},
};

const QUESTIONS: usize = Question::ALL.len();
/// Parts that cross-validation sets aside in turn.
const FOLDS: usize = 6;
/// One name in so many is hidden from a second reading of each article, since the engine misses some as well.
const HIDDEN: u64 = 7;

/// `cross`: what is found in each training article by a model that has not seen it; `dev`: what is found in the
/// development articles; `--found`: with the engine's own names instead of the tagged ones. `fit`: grows the trees of
/// `data/quotes/`, all of them or those of the questions that are named as well.
pub(crate) fn run(shared: &Path, options: &[&str]) -> Result<(), String> {
    let failed = |e: std::io::Error| e.to_string();
    let train = gold::read(&shared.join("data/gold/train")).map_err(failed)?;
    let mut own = gold::read(&data("articles")).map_err(failed)?;
    own.iter_mut().for_each(|article| article.source = Source::Repository);
    let newspapers = anercorp::read(shared)?;
    let all: Vec<&Article> = train.iter().chain(&own).chain(&newspapers).collect();
    let names = if options.contains(&"--found") { Names::Found } else { Names::Gold };
    match options.first() {
        Some(&"cross") => {
            let mut course = Course::new(&all, None);
            for fold in 0..FOLDS {
                let (held, rest): (Vec<usize>, Vec<usize>) =
                    (0..all.len()).partition(|at| at % FOLDS == fold);
                let model = course.fit(&rest);
                held.iter().for_each(|&at| show(all[at], names, &mut &model));
            }
        }
        Some(&"dev") => {
            let mut course = Course::new(&all, None);
            let model = course.fit(&course.everything());
            let dev = gold::read(&shared.join("data/gold/dev")).map_err(failed)?;
            dev.iter().for_each(|article| show(article, names, &mut &model));
        }
        Some(&"fit") => {
            let mut course = Course::new(&all, Some(Legend::new()));
            let model = course.fit(&course.everything());
            let legend = course.legend.unwrap_or_default();
            let named: Vec<Question> =
                Question::ALL.into_iter().filter(|one| options.contains(&one.name())).collect();
            for question in if named.is_empty() { &Question::ALL[..] } else { &named } {
                let file = data(&format!("quotes/{}.tsv", question.name()));
                let table = table(&model.0[*question as usize], &legend);
                fs::write(file, table).map_err(failed)?;
            }
        }
        _ => return Err(crate::HELP.to_owned()),
    }
    Ok(())
}

/// Whose names an article is read with.
#[derive(Clone, Copy, PartialEq)]
enum Names {
    Gold,
    Found,
}

type Legend = HashMap<u64, String>;

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

/// What articles teach, each by itself.
struct Course<'a> {
    articles: &'a [&'a Article],
    /// Per article, the questions of each sort that it raises.
    lessons: Vec<Lesson>,
    /// What the features mean, if that is wanted.
    legend: Option<Legend>,
}

/// The questions of each sort.
type Lesson = [Vec<Example>; QUESTIONS];

impl<'a> Course<'a> {
    /// Each article is read twice, the second time with some of its names hidden.
    fn new(articles: &'a [&'a Article], mut legend: Option<Legend>) -> Self {
        let mut lessons = Vec::new();
        for (number, article) in articles.iter().enumerate() {
            let mut random = Random(number as u64 * 2 + 1);
            let shown = article.mentions.iter().filter(|_| !random.next().is_multiple_of(HIDDEN));
            let mentions: Vec<_> = shown.cloned().collect();
            let mut both = lesson(article, &article.mentions, None, legend.as_mut());
            let hidden = lesson(article, &mentions, None, legend.as_mut());
            both.iter_mut().zip(hidden).for_each(|(all, more)| all.extend(more));
            lessons.push(both);
        }
        Self { articles, lessons, legend }
    }

    /// All of the articles.
    fn everything(&self) -> Vec<usize> {
        (0..self.articles.len()).collect()
    }

    /// The trees that some of the articles teach.
    fn fit(&mut self, chosen: &[usize]) -> Model {
        let rehearsed = self.rehearse(chosen);
        let lessons = chosen.iter().map(|&at| &self.lessons[at]).chain(&rehearsed);
        learn(&lessons.collect::<Vec<_>>())
    }

    /// The articles are read once more, a model that has not seen them answers: what follows its mistakes is learned as
    /// well.
    fn rehearse(&mut self, chosen: &[usize]) -> Vec<Lesson> {
        let mut lessons = Vec::new();
        for half in 0..2 {
            let (seen, unseen): (Vec<usize>, Vec<usize>) = chosen.iter().partition(|&&at| at % 2 == half);
            let student = learn(&seen.iter().map(|&at| &self.lessons[at]).collect::<Vec<_>>());
            for at in unseen {
                let article = self.articles[at];
                lessons.push(lesson(article, &article.mentions, Some(&student), self.legend.as_mut()));
            }
        }
        lessons
    }
}

/// The questions that an article with such names raises.
fn lesson(
    article: &Article,
    mentions: &[Mention],
    student: Option<&Model>,
    legend: Option<&mut Legend>,
) -> Lesson {
    let ballot = if legend.is_some() { Ballot::default().with_legend() } else { Ballot::default() };
    let mut examples = Lesson::default();
    let mut teacher = Teacher { article, student, examples: &mut examples, legend };
    quote::find_with(&Document::new(&article.text), mentions, &mut teacher, ballot);
    examples
}

/// The trees that answer the questions of each sort.
struct Model([Forest; QUESTIONS]);

impl Judge for &Model {
    fn choose(&mut self, ballot: &Ballot) -> usize {
        self.0[ballot.question as usize].choose(ballot)
    }
}

fn learn(lessons: &[&Lesson]) -> Model {
    let mut forests = Question::ALL.map(|question| {
        let examples: Vec<&Example> = lessons.iter().flat_map(|lesson| &lesson[question as usize]).collect();
        trees::learn(&examples, GROWTH[question as usize])
    });
    forests[Question::Report as usize].cost(key(Question::Report, "nothing", ""), SPLIT);
    Model(forests)
}

/// How often a question of a translated or an agency's article counts.
const AGENCY: usize = 4;
/// How much less likely no report is than the answers to that question have it: several ends share what speaks for one.
const SPLIT: f32 = 0.6;
/// How the trees grow, for each sort of question. Seeds that are alike on what they learn from differ on the development
/// articles; the best ones there were kept, of six: those of `kind` from a fit with seed 3 for all three, the others from one
/// with seed 4. They were grown before `attribution.rs` passed over `بعد أن` in a relative clause.
const GROWTH: [Growth; QUESTIONS] = [
    Growth { trees: 80, leaves: 15, least: 20, rate: 0.2, l2: 4.0, seed: 3 },
    Growth { trees: 110, leaves: 31, least: 100, rate: 0.15, l2: 4.0, seed: 4 },
    Growth { trees: 80, leaves: 15, least: 20, rate: 0.2, l2: 4.0, seed: 4 },
];

/// Knows the right answers and writes the questions down.
struct Teacher<'a> {
    article: &'a Article,
    /// Who answers instead.
    student: Option<&'a Model>,
    examples: &'a mut Lesson,
    legend: Option<&'a mut Legend>,
}

impl Judge for Teacher<'_> {
    fn choose(&mut self, ballot: &Ballot) -> usize {
        let worth: Vec<f32> = ballot.answers().map(|answer| self.worth(ballot, answer)).collect();
        let best = worth.iter().copied().fold(0.0, f32::max);
        let question = ballot.question;
        let chosen = match self.student {
            Some(mut model) => model.choose(ballot),
            None => worth.iter().position(|&worth| worth == best).unwrap_or(0),
        };
        // In sentences that nothing joins, nobody knows who speaks.
        let unknowable = question == Question::Speaker && self.article.is_loose();
        if best == 0.0 || unknowable {
            return chosen;
        }
        let floor = if question == Question::Report { best } else { 0.01 };
        let options: Vec<Vec<u64>> = ballot.own().map(|own| [own, ballot.shared()].concat()).collect();
        if let Some(legend) = self.legend.as_deref_mut() {
            for feature in options.iter().flatten() {
                if let Some(meaning) = ballot.meaning(*feature) {
                    legend.entry(*feature).or_insert_with(|| meaning.to_owned());
                }
            }
        }
        self.examples[question as usize].push(Example {
            times: if self.article.is_agency() { AGENCY } else { 1 },
            options,
            right: worth.iter().map(|&worth| worth >= floor).collect(),
        });
        chosen
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
                // A headline's colon is no reporting word; what it reports stands right behind it.
                let behind = |quote: &gold::Quote| {
                    let end = ballot.subject.end;
                    quote.span.start >= end && text[end..quote.span.start].trim().is_empty()
                };
                let cue = |quote: &&gold::Quote| {
                    quote.kind == QuoteKind::Indirect
                        && quote.cue.map_or_else(|| behind(quote), |cue| cue.overlaps(ballot.subject))
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

/// The rows of a file of trees, step by step, each with its depth: a feature that is asked for, or a weight.
fn table(forest: &Forest, legend: &Legend) -> String {
    let mut out = String::from("depth\tfeature\tvalue\tweight\n");
    let mut depths = Vec::new();
    for node in &forest.nodes {
        let depth: usize = depths.pop().unwrap_or(0);
        // Writing to a string cannot fail.
        let _ = match node {
            Node::Ask(feature) => {
                depths.extend([depth + 1; 2]);
                let meaning = &legend[&forest.features[usize::from(*feature)]];
                writeln!(out, "{depth}\t{meaning}\t")
            }
            Node::Leaf(weight) => writeln!(out, "{depth}\t\t\t{weight}"),
        };
    }
    out
}
