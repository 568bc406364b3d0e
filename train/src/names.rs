//! The name model: what it is trained on, how it is measured, where its weights go.

use std::{collections::BTreeMap, path::Path};

use crate::{
    corpus::{self, Article},
    ftrl::Rates,
    model::{Base, Model, Recipe},
    prepared::{Features, Prepared},
    score::Score,
};

pub(crate) fn run(shared: &Path, options: &[&str]) -> Result<(), String> {
    let say = |e: std::io::Error| e.to_string();
    let mut train = corpus::inline(&shared.join("data/gold/train")).map_err(say)?;
    let written = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/articles");
    train.extend(corpus::inline(&written).map_err(say)?);
    let dev = corpus::inline(&shared.join("data/gold/dev")).map_err(say)?;
    let aner = corpus::conll(&shared.join("data/ner/anercorp-train.txt")).map_err(say)?;
    let value = |name: &str, fallback: f32| {
        options.iter().find_map(|o| o.strip_prefix(name)?.strip_prefix('=')?.parse().ok()).unwrap_or(fallback)
    };
    let recipe = Recipe {
        epochs: value("epochs", 6.0) as usize,
        rates: Rates { alpha: value("alpha", 0.05), beta: 1.0, l1: value("l1", 24.0), l2: value("l2", 0.5) },
        own_weight: value("own", 2.0),
        drop_spelling: value("spelling", 0.2),
        drop_lists: value("lists", 0.1),
        seed: value("seed", 1.0) as u64,
        refit: Some(value("refit", 1.0)).filter(|l1| *l1 >= 0.0),
    };
    let mut features = Features::default();
    let mut prepare = |articles: &[Article]| -> Vec<Prepared> {
        articles.iter().map(|a| Prepared::new(a, &mut features)).collect()
    };
    let (mut train, mut aner, mut dev) = (prepare(&train), prepare(&aner), prepare(&dev));
    let without: Vec<&str> = options.iter().filter_map(|o| o.strip_prefix("without=")).collect();
    let rows =
        features.lay_out(value("least", 3.0) as u32, |t| !without.contains(&format!("{t:?}").as_str()));
    for article in train.iter_mut().chain(&mut aner).chain(&mut dev) {
        article.resolve(&features);
    }
    println!("{} features, {rows} rows", features.seen.len());
    oracle("train", &train);
    let second = Recipe {
        epochs: value("epochs2", 6.0) as usize,
        rates: Rates { alpha: value("alpha2", 0.05), beta: 1.0, l1: value("l12", 1.0), l2: 1.0 },
        own_weight: 1.0,
        drop_spelling: 0.0,
        drop_lists: 0.0,
        refit: None,
        ..recipe.clone()
    };
    let setting = Setting { rows, recipe: &recipe, second: &second };
    if options.contains(&"write") {
        let passes = setting.fit_both(&train.iter().chain(&aner).collect::<Vec<_>>());
        return crate::weights::write(&features, &passes).map_err(say);
    }
    let cut = |at: usize| at % 100 / 16 == 3;
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let kept = aner.iter().enumerate().filter(|(at, _)| !cut(*at)).map(|(_, a)| a);
            let left = aner.iter().enumerate().filter(|(at, _)| cut(*at)).map(|(_, a)| a);
            let passes = setting.fit_both(&train.iter().chain(kept).collect::<Vec<_>>());
            println!("dev      {}", setting.score(&passes, dev.iter()));
            println!("ANERcorp {}", setting.score(&passes, left));
        });
        if options.contains(&"cross") {
            scope.spawn(|| setting.cross(&train, &aner));
        }
    });
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
const JACKKNIFE: usize = 4;

impl Setting<'_> {
    fn fit_both(&self, articles: &[&Prepared]) -> Passes {
        let mut features = Features::default();
        let mut seconds: Vec<(Prepared, Base)> = Vec::new();
        let part = |at: usize| at / 8 % JACKKNIFE;
        for fold in 0..JACKKNIFE {
            let rest = articles.iter().enumerate().filter(|(at, _)| part(*at) != fold).map(|(_, a)| *a);
            let model = self.fit(rest);
            for (_, article) in articles.iter().enumerate().filter(|(at, _)| part(*at) == fold) {
                let tagged = model.tag(article, None);
                seconds.push((article.second(&tagged.marginals, &mut features), tagged.scores));
            }
        }
        let rows = features.lay_out(5, |_| true);
        let mut second = Model::new(rows, self.second.rates);
        seconds.iter_mut().for_each(|(article, _)| article.resolve(&features));
        let pairs: Vec<_> = seconds.iter().map(|(article, base)| (article, Some(base))).collect();
        second.train(&pairs, self.second);
        describe(&second, rows);
        Passes { first: self.fit(articles.iter().copied()), second, features }
    }

    fn fit<'p>(&self, articles: impl Iterator<Item = &'p Prepared>) -> Model {
        let mut model = Model::new(self.rows, self.recipe.rates);
        let articles: Vec<(&Prepared, Option<&Base>)> = articles.map(|article| (article, None)).collect();
        model.train(&articles, self.recipe);
        if let Some(l1) = self.recipe.refit {
            model = model.selected(Rates { l1, ..self.recipe.rates });
            model.train(&articles, self.recipe);
        }
        describe(&model, self.rows);
        model
    }

    fn score<'p>(&self, passes: &Passes, articles: impl Iterator<Item = &'p Prepared>) -> Both {
        let mut both = Both::default();
        let mut features = passes.features.clone();
        for article in articles {
            let tagged = passes.first.tag(article, None);
            both.0.add(&article.gold, &article.names(&tagged.tags));
            let mut second = article.second(&tagged.marginals, &mut features);
            second.resolve(&features);
            let tagged = passes.second.tag(&second, Some(&tagged.scores));
            let found = article.names(&tagged.tags);
            both.1.add(&article.gold, &found);
        }
        both
    }

    /// Each quarter of the gold articles by what the others teach, source by source.
    fn cross(&self, train: &[Prepared], aner: &[Prepared]) {
        let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
        for fold in 0..4 {
            let rest = train.iter().enumerate().filter(|(at, _)| at % 4 != fold).map(|(_, a)| a);
            let model = self.fit(rest.chain(aner));
            for article in train.iter().skip(fold).step_by(4) {
                let found = article.names(&model.tag(article, None).tags);
                for group in [article.id.split('.').next().unwrap_or_default(), "~all"] {
                    scores.entry(group).or_default().add(&article.gold, &found);
                }
            }
        }
        for (group, score) in scores {
            println!("cross {group:5} {score}");
        }
    }
}

/// Scores after the first and the second pass.
#[derive(Default)]
struct Both(Score, Score);

impl std::fmt::Display for Both {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}\n      2: {}", self.0, self.1)
    }
}

fn describe(model: &Model, rows: usize) {
    let used = (0..rows).map(|row| model.weights.row(row));
    let filled = used.clone().filter(|row| row.iter().any(|&w| w != 0.0)).count();
    println!("{} weights in {filled} rows", used.flatten().filter(|&&w| w != 0.0).count());
}

/// What perfect tags would score: borders that the words cannot say.
fn oracle(name: &str, articles: &[Prepared]) {
    let mut score = Score::default();
    for article in articles {
        let found = article.names(&article.tags);
        score.add(&article.gold, &found);
    }
    println!("oracle {name} {score}");
}
