//! The name model: what it is trained on, how it is measured, where its weights go.

use std::{collections::HashMap, path::Path};

use crate::{
    corpus::{self, Article, Guide},
    data,
    ftrl::Rates,
    model::{Base, Model, Random, Recipe, Tagged},
    prepared::{Features, Prepared},
    renamed::{Lists, renamed},
    score::{Calibration, Scores},
};

pub(crate) fn run(shared: &Path, options: &[&str]) -> Result<(), String> {
    let say = |e: std::io::Error| e.to_string();
    let gold = corpus::inline(&shared.join("data/gold/train")).map_err(say)?;
    let written = corpus::inline(&data("articles")).map_err(say)?;
    let dev = corpus::inline(&shared.join("data/gold/dev")).map_err(say)?;
    let aner = corpus::conll(&shared.join("data/ner/anercorp-train.txt")).map_err(say)?;
    let value = |name: &str, fallback: f32| {
        options.iter().find_map(|o| o.strip_prefix(name)?.strip_prefix('=')?.parse().ok()).unwrap_or(fallback)
    };
    let recipe = Recipe {
        epochs: value("epochs", 6.0) as usize,
        settles: value("settles", 3.0) as usize,
        rates: Rates { alpha: value("alpha", 0.05), beta: 1.0, l1: value("l1", 42.0), l2: value("l2", 0.5) },
        drop_spelling: value("spelling", 0.2),
        drop_lists: value("lists", 0.1),
        seed: value("seed", 1.0) as u64,
        refit: Some(value("refit", 1.0)).filter(|l1| *l1 >= 0.0),
        orders: value("orders", 4.0) as u64,
        lean: 0.0,
    };
    let mut features = Features::default();
    let lists = Lists::read().map_err(say)?;
    let mut random = Random(recipe.seed);
    let copies = value("copies", 1.0) as usize;
    let of_copies = value("copy", 0.5);
    let mut prepare = |articles: &[Article], copies: usize, weight: f32| -> Vec<Prepared> {
        let prepared = articles.iter().map(|article| {
            let mut copy = || Prepared {
                weight: weight * of_copies,
                ..Prepared::new(&renamed(article, &lists, &mut random), &mut features)
            };
            let copies = (0..copies).map(|_| copy()).collect();
            Prepared { weight, copies, ..Prepared::new(article, &mut features) }
        });
        prepared.collect()
    };
    let mut train = prepare(&gold, copies, value("gold", 2.0));
    train.extend(prepare(&written, copies, value("written", 2.0)));
    train.extend(prepare(&aner, copies, value("aner", 1.75)));
    let mut dev = prepare(&dev, 0, 1.0);
    let without: Vec<&str> = options.iter().filter_map(|o| o.strip_prefix("without=")).collect();
    let rows =
        features.lay_out(value("least", 3.0) as u32, |t| !without.contains(&format!("{t:?}").as_str()));
    for article in train.iter_mut().chain(&mut dev) {
        article.resolve(&features);
    }
    println!("{} features, {rows} rows", features.seen.len());
    let epochs2 = value("epochs2", 6.0);
    let second = Recipe {
        epochs: epochs2 as usize,
        settles: value("settles2", epochs2) as usize,
        rates: Rates { alpha: value("alpha2", 0.05), beta: 1.0, l1: value("l12", 1.0), l2: 1.0 },
        drop_spelling: 0.0,
        drop_lists: 0.0,
        refit: None,
        lean: value("lean", 0.3125),
        ..recipe.clone()
    };
    let setting = Setting { rows, recipe: &recipe, second: &second };
    let train: Vec<&Prepared> = train.iter().collect();
    let writes = options.contains(&"write");
    let folds = if writes { PARTS } else { value("folds", 2.0) as usize };
    let (first, unseen) = std::thread::scope(|scope| {
        let first = writes.then(|| scope.spawn(|| setting.fit(train.iter().copied())));
        let unseen = setting.unseen(&train, &dev, folds);
        (first.and_then(|thread| thread.join().ok()), unseen)
    });
    if let Some(first) = first {
        crate::weights::write(&features, &setting.passes(first, &train, &unseen)).map_err(say)?;
    }
    setting.measure(&train, &dev, &unseen);
    Ok(())
}

struct Setting<'a> {
    rows: usize,
    recipe: &'a Recipe,
    second: &'a Recipe,
}

/// The models of both passes.
pub(crate) struct Passes {
    pub(crate) first: Model,
    pub(crate) second: Model,
    /// The second one's features.
    pub(crate) features: Features,
}

/// Into how many parts the articles are split for tags that the first pass gives without having seen them.
const PARTS: usize = 4;

/// The part in which each article is left out; what stands side by side in a source is of one kind and tells of the same.
fn parts(articles: &[&Prepared]) -> Vec<usize> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let mut part = |article: &&Prepared| {
        let count = counts.entry(source(article)).or_default();
        *count += 1;
        (*count - 1) / 8 % PARTS
    };
    articles.iter().map(&mut part).collect()
}

/// What the first pass makes of articles that it has not seen.
struct Unseen {
    /// By the articles' order.
    train: Vec<Tagged>,
    /// By each part's model.
    dev: Vec<Vec<Tagged>>,
}

impl Setting<'_> {
    fn passes(&self, first: Model, articles: &[&Prepared], unseen: &Unseen) -> Passes {
        let mut features = Features::default();
        let mut seconds = seconds(articles.iter().copied().zip(&unseen.train), &mut features);
        let rows = lay_out_second(&mut features, &mut seconds);
        let second = self.fit_second(rows, seconds.iter());
        Passes { first, second, features }
    }

    /// Tags each of the first `folds` parts of the articles with what the others teach.
    fn unseen(&self, articles: &[&Prepared], dev: &[Prepared], folds: usize) -> Unseen {
        let mut unseen = Unseen { train: Vec::new(), dev: Vec::new() };
        unseen.train.resize_with(articles.len(), Tagged::default);
        let parts = parts(articles);
        let parts = &parts;
        let run = |fold: usize| {
            let rest = articles.iter().enumerate().filter(|(at, _)| parts[*at] != fold).map(|(_, a)| *a);
            let model = self.fit(rest);
            let left = articles.iter().enumerate().filter(|(at, _)| parts[*at] == fold);
            let tagged: Vec<_> = left.map(|(at, article)| (at, model.tag(article, None))).collect();
            (tagged, dev.iter().map(|article| model.tag(article, None)).collect())
        };
        let found: Vec<_> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..folds).map(|fold| scope.spawn(move || run(fold))).collect();
            threads.into_iter().filter_map(|thread| thread.join().ok()).collect()
        });
        for (tagged, dev) in found {
            tagged.into_iter().for_each(|(at, tagged)| unseen.train[at] = tagged);
            unseen.dev.push(dev);
        }
        unseen
    }

    fn fit_second<'p>(&self, rows: usize, seconds: impl Iterator<Item = &'p (Prepared, Base)>) -> Model {
        let mut second = Model::new(rows, self.second.rates);
        let pairs: Vec<_> = seconds.map(|(article, base)| (article, Some(base))).collect();
        second.train(&pairs, self.second);
        describe(&second, rows);
        second
    }

    /// Both passes on articles that neither has seen, source by source; dev by each part's models. The second pass is
    /// left out where the first one has not tagged all parts.
    fn measure(&self, articles: &[&Prepared], dev: &[Prepared], unseen: &Unseen) {
        let mut scores = Scores::default();
        let tagged = articles.iter().zip(&unseen.train).filter(|(_, tagged)| !tagged.tags.is_empty());
        tagged.for_each(|(article, tagged)| scores.add(article, &groups(article), 1, &tagged.tags));
        for (article, tagged) in unseen.dev.iter().flat_map(|tagged| dev.iter().zip(tagged)) {
            scores.add(article, &["dev"], 1, &tagged.tags);
        }
        if unseen.dev.len() == PARTS {
            self.measure_second(articles, dev, unseen, &mut scores);
        }
        println!("{scores}");
    }

    fn measure_second(&self, articles: &[&Prepared], dev: &[Prepared], unseen: &Unseen, scores: &mut Scores) {
        let mut calibration = Calibration::default();
        let parts = parts(articles);
        let mut features = Features::default();
        let mut all = seconds(articles.iter().copied().zip(&unseen.train), &mut features);
        let rows = lay_out_second(&mut features, &mut all);
        for fold in 0..PARTS {
            let rest = all.iter().zip(&parts).filter(|(_, part)| **part != fold).map(|(second, _)| second);
            let model = self.fit_second(rows, rest);
            for (at, (second, base)) in all.iter().enumerate().filter(|(at, _)| parts[*at] == fold) {
                let tagged = model.tag(second, Some(base));
                calibration.add(articles[at], &tagged);
                scores.add(articles[at], &groups(articles[at]), 2, &tagged.tags);
            }
            let mut unseen_features = features.clone();
            let mut left = seconds(dev.iter().zip(&unseen.dev[fold]), &mut unseen_features);
            left.iter_mut().for_each(|(article, _)| article.resolve(&features));
            for (article, (second, base)) in dev.iter().zip(&left) {
                scores.add(article, &["dev"], 2, &model.tag(second, Some(base)).tags);
            }
        }
        println!("{calibration}");
    }

    fn fit<'p>(&self, articles: impl Iterator<Item = &'p Prepared>) -> Model {
        let mut model = Model::new(self.rows, self.recipe.rates);
        let told = articles.flat_map(|article| std::iter::once(article).chain(&article.copies));
        let articles: Vec<(&Prepared, Option<&Base>)> = told.map(|article| (article, None)).collect();
        model.train(&articles, self.recipe);
        if let Some(l1) = self.recipe.refit {
            let rates = Rates { l1, ..self.recipe.rates };
            let again = |order: u64| {
                let mut again = model.selected(rates);
                again.train(&articles, &Recipe { seed: self.recipe.seed + order, ..self.recipe.clone() });
                again
            };
            let mut mean = again(0);
            (1..self.recipe.orders).for_each(|order| mean.average(&again(order), order));
            model = mean;
        }
        describe(&model, self.rows);
        model
    }
}

/// The articles as the second pass reads them.
fn seconds<'p>(
    articles: impl Iterator<Item = (&'p Prepared, &'p Tagged)>,
    features: &mut Features,
) -> Vec<(Prepared, Base)> {
    articles
        .map(|(article, tagged)| (article.second(&tagged.marginals, features), tagged.scores.clone()))
        .collect()
}

fn lay_out_second(features: &mut Features, seconds: &mut [(Prepared, Base)]) -> usize {
    let rows = features.lay_out(5, |_| true);
    seconds.iter_mut().for_each(|(article, _)| article.resolve(features));
    rows
}

/// What an article's scores are counted in.
fn groups(article: &Prepared) -> [&'static str; 2] {
    [source(article), if article.guide == Guide::Own { "~gold" } else { "~aner" }]
}

/// The collection that an article is from; what comes in a few articles of its kind is `other`.
fn source(article: &Prepared) -> &'static str {
    let named = ["ntrex", "own", "wn14", "pud", "aner", "wire", "feature", "mashreq", "agency"];
    named.into_iter().find(|name| article.id.starts_with(name)).unwrap_or("other")
}

fn describe(model: &Model, rows: usize) {
    let used = (0..rows).map(|row| model.weights.row(row));
    let filled = used.clone().filter(|row| row.iter().any(|&w| w != 0.0)).count();
    println!("{} weights in {filled} rows", used.flatten().filter(|&&w| w != 0.0).count());
}
