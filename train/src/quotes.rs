//! The quote model: fits it to gold articles, and shows what it finds in others.

use std::{collections::HashMap, fmt::Write, fs, path::Path};

use hamish::{
    Analyzer, Mention, QuoteKind, Span,
    quote::{
        self,
        model::{Answer, Ballot, Judge, Part, Question, key},
    },
    record::Record,
    segment::Document,
};

use crate::{
    choice::{self, Example, Model, Rates},
    data,
    gold::{self, Article, Source},
    model::Random,
};

/// Parts that cross-validation sets aside in turn.
const FOLDS: usize = 6;
/// How much likelier a report is than its likeliest end alone: several share what speaks for it.
const SPLIT: f32 = 0.6;
/// One name in so many is hidden from a second reading of each article, since the engine misses some as well.
const HIDDEN: u64 = 7;

/// `cross`: what is found in each training article by a model that has not seen it; `dev`: what is found in the
/// development articles; `--found`: with the engine's own names instead of the tagged ones. `fit`: writes `data/quotes/`,
/// all of it or the part that is named as well.
pub(crate) fn run(shared: &Path, options: &[&str]) -> Result<(), String> {
    let failed = |e: std::io::Error| e.to_string();
    let train = gold::read(&shared.join("data/gold/train")).map_err(failed)?;
    let mut own = gold::read(&data("articles")).map_err(failed)?;
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
                let file = data(&format!("quotes/{}.tsv", part.name()));
                fs::write(file, table(*part, &model, &legend)).map_err(failed)?;
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

fn fit(articles: &[&Article]) -> (Model, Legend) {
    let mut lesson = Lesson::new(articles, true);
    lesson.rehearse(articles);
    let parts = lesson.examples.iter().zip(RATES);
    let mut model: Model = parts.flat_map(|(examples, rates)| choice::learn(examples, rates)).collect();
    *model.entry(key(Question::Report, "none-bias", "")).or_default() -= SPLIT;
    (model, lesson.legend)
}

/// The questions of each part that articles raise, with what their features mean if that is wanted.
struct Lesson {
    examples: [Vec<Example>; 2],
    legend: Legend,
    explained: bool,
}

impl Lesson {
    /// Each article is read twice, the second time with some of its names hidden.
    fn new(articles: &[&Article], explained: bool) -> Self {
        let mut lesson = Self { examples: Default::default(), legend: Legend::new(), explained };
        for (number, article) in articles.iter().enumerate() {
            let mut random = Random(number as u64 * 2 + 1);
            let shown = article.mentions.iter().filter(|_| !random.next().is_multiple_of(HIDDEN));
            let mentions: Vec<_> = shown.cloned().collect();
            lesson.read(article, &article.mentions, None);
            lesson.read(article, &mentions, None);
        }
        lesson
    }

    /// The articles are read once more, a model that has not seen them says who speaks: what follows its mistakes is
    /// learned as well.
    fn rehearse(&mut self, articles: &[&Article]) {
        for half in 0..2 {
            let (seen, unseen): (Vec<_>, Vec<_>) =
                articles.iter().enumerate().partition(|(at, _)| at % 2 == half);
            let seen: Vec<&Article> = seen.into_iter().map(|(_, article)| *article).collect();
            let student = choice::learn(&Self::new(&seen, false).examples[1], RATES[1]);
            for (_, article) in unseen {
                self.read(article, &article.mentions, Some(&student));
            }
        }
    }

    fn read(&mut self, article: &Article, mentions: &[Mention], student: Option<&Model>) {
        let Self { examples, legend, explained } = self;
        let ballot = if *explained { Ballot::default().with_legend() } else { Ballot::default() };
        let mut teacher = Teacher { article, student, examples, legend };
        quote::find_with(&Document::new(&article.text), mentions, &mut teacher, ballot);
    }
}

/// How each part is learned.
const RATES: [Rates; 2] = [
    Rates { orders: 3, rounds: 12, least: 8, alpha: 0.15, l1: 12.0, l2: 1.0 },
    Rates { orders: 1, rounds: 12, least: 8, alpha: 0.15, l1: 40.0, l2: 60.0 },
];

/// Knows the right answers and writes the questions down.
struct Teacher<'a> {
    article: &'a Article,
    /// Who says who speaks instead; only that is learned then.
    student: Option<&'a Model>,
    examples: &'a mut [Vec<Example>; 2],
    legend: &'a mut Legend,
}

impl Judge for Teacher<'_> {
    fn choose(&mut self, ballot: &Ballot) -> usize {
        let worth: Vec<f32> = ballot.answers().map(|answer| self.worth(ballot, answer)).collect();
        let best = worth.iter().copied().fold(0.0, f32::max);
        let part = ballot.question.part();
        let student = self.student.filter(|_| part == Part::Speakers);
        let chosen = match student {
            Some(model) => Fitted { model }.choose(ballot),
            None => worth.iter().position(|&worth| worth == best).unwrap_or(0),
        };
        // Articles that tag few reports teach none.
        let teaches = ballot.question != Question::Report || self.article.source == Source::Gold;
        if best == 0.0 || !teaches || self.student.is_some() && part == Part::Speech {
            return chosen;
        }
        let floor = if ballot.question == Question::Report { best } else { 0.01 };
        let options: Vec<Vec<u64>> = ballot.features().map(<[u64]>::to_vec).collect();
        for feature in options.iter().flatten() {
            if let Some(meaning) = ballot.meaning(*feature) {
                self.legend.entry(*feature).or_insert_with(|| (ballot.question, meaning.to_owned()));
            }
        }
        self.examples[part as usize].push(Example {
            times: if part == Part::Speech && self.article.is_agency() { 3 } else { 1 },
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
