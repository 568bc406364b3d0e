//! Articles as the trainer reads them: features numbered, tags known.

use std::{collections::HashMap, ops::Range};

use hamish::{
    NameType, Span,
    name::{
        chain::{self, Row},
        context::Context,
        elsewhere::Elsewhere,
        features::{self, Template},
        tagger,
        words::Words,
    },
    segment::Document,
};

use crate::{
    corpus::{Article, Guide},
    model::flags,
};

/// All features that were seen, numbered.
#[derive(Clone, Default)]
pub(crate) struct Features {
    numbers: HashMap<u64, u32>,
    /// For each feature its value, its kind and how often it was seen.
    pub(crate) seen: Vec<(u64, Template, u32)>,
    /// For each feature its first row of weights, [`NO_ROW`] where it is too rare to have any.
    pub(crate) rows: Vec<u32>,
}

/// Marks a feature without weights.
pub(crate) const NO_ROW: u32 = u32::MAX;

impl Features {
    fn number(&mut self, template: Template, value: u64) -> u32 {
        let hash = template.with(value);
        let number = *self.numbers.entry(hash).or_insert_with(|| {
            self.seen.push((value, template, 0));
            self.seen.len() as u32 - 1
        });
        self.seen[number as usize].2 += 1;
        number
    }

    fn rows_of(&self, number: u32) -> Option<Rows> {
        let row = self.rows.get(number as usize).copied().filter(|&row| row != NO_ROW)?;
        let (_, template, _) = self.seen[number as usize];
        let far = far(template) as u8;
        Some(Rows { own: row + u32::from(far), far, flags: flags(template) })
    }

    /// Gives rows to all features seen `least` times or more; returns how many rows there are.
    pub(crate) fn lay_out(&mut self, least: u32, keep: impl Fn(Template) -> bool) -> usize {
        let mut row = 0;
        self.rows.clear();
        for &(_, template, count) in &self.seen {
            if count < least || !keep(template) {
                self.rows.push(NO_ROW);
                continue;
            }
            self.rows.push(row);
            row += template.reach().rows() as u32;
        }
        row as usize
    }
}

/// The farthest distance of a kind of feature.
pub(crate) fn far(template: Template) -> usize {
    template.reach().rows() / 2
}

/// A feature's rows of weights.
#[derive(Clone, Copy)]
pub(crate) struct Rows {
    /// The row for the word itself.
    pub(crate) own: u32,
    /// How many words away it has rows for as well.
    pub(crate) far: u8,
    /// What [`crate::model::flags`] says of its kind.
    pub(crate) flags: u8,
}

/// An article ready for training or tagging.
#[derive(Clone)]
pub(crate) struct Prepared {
    pub(crate) id: String,
    pub(crate) guide: Guide,
    /// How much a step on it counts while a model is trained.
    pub(crate) weight: f32,
    /// The article with other names in it, for training alone.
    pub(crate) copies: Vec<Prepared>,
    /// For each spelling the numbers of its features.
    pub(crate) forms: Vec<Vec<u32>>,
    /// For each word its spelling.
    pub(crate) words: Vec<u32>,
    /// For each word the number of what it is read as, and how many such numbers there are.
    pub(crate) stems: (Vec<u32>, usize),
    /// For each word the numbers of its features by context.
    pub(crate) contexts: Vec<Vec<u32>>,
    pub(crate) edges: Vec<u8>,
    pub(crate) tags: Vec<u8>,
    pub(crate) lines: Vec<Range<usize>>,
    pub(crate) gold: Vec<(Span, NameType)>,
    pub(crate) text: String,
    /// What `forms` and `contexts` come to once the features have rows.
    pub(crate) form_rows: Vec<Vec<Rows>>,
    pub(crate) context_rows: Vec<Vec<Rows>>,
    /// For each word its source bytes: from behind its proclitics, from its start, to its end.
    pub(crate) places: Vec<(usize, usize, usize)>,
}

impl Prepared {
    pub(crate) fn new(article: &Article, all: &mut Features) -> Self {
        let document = Document::new(&article.text);
        let words = Words::new(&document);
        let context = Context::new(&words);
        let forms = (words.forms().iter())
            .map(|form| {
                let mut numbers = Vec::new();
                features::of_form(&words, form, |template, value| numbers.push(all.number(template, value)));
                numbers
            })
            .collect();
        let mut contexts = Vec::with_capacity(words.words().len());
        for line in context.lines() {
            for at in line.clone() {
                let mut numbers = Vec::new();
                features::of_context(&words, &context, &line, at, |template, value| {
                    numbers.push(all.number(template, value));
                });
                contexts.push(numbers);
            }
        }
        let places: Vec<_> = (words.words().iter().enumerate())
            .map(|(at, word)| {
                let whole = document.to_source(word.folded);
                (words.span(at, at + 1).start, whole.start, whole.end)
            })
            .collect();
        Self {
            id: article.id.clone(),
            guide: article.guide,
            weight: 1.0,
            copies: Vec::new(),
            forms,
            words: words.words().iter().map(|word| word.form).collect(),
            stems: words.stems(),
            contexts,
            edges: (0..words.words().len()).map(|at| features::edge(&words, at) as u8).collect(),
            tags: tags(&article.names, &places),
            lines: context.lines().collect(),
            gold: article.names.clone(),
            text: article.text.clone(),
            form_rows: Vec::new(),
            context_rows: Vec::new(),
            places,
        }
    }

    /// Looks up the features' rows.
    pub(crate) fn resolve(&mut self, all: &Features) {
        let resolved = |lists: &[Vec<u32>]| -> Vec<Vec<Rows>> {
            lists.iter().map(|numbers| numbers.iter().filter_map(|&n| all.rows_of(n)).collect()).collect()
        };
        (self.form_rows, self.context_rows) = (resolved(&self.forms), resolved(&self.contexts));
        self.copies.iter_mut().for_each(|copy| copy.resolve(all));
    }

    /// The article as the second pass reads it: features by what the first pass, in `marginals`, made of it.
    pub(crate) fn second(&self, marginals: &[Row], all: &mut Features) -> Self {
        let elsewhere = Elsewhere::new(marginals, &self.stems.0, self.stems.1);
        let mut contexts = Vec::with_capacity(self.words.len());
        for line in &self.lines {
            for at in line.clone() {
                let mut numbers = Vec::new();
                elsewhere.features(at, line, |template, value| numbers.push(all.number(template, value)));
                contexts.push(numbers);
            }
        }
        Self {
            id: self.id.clone(),
            guide: self.guide,
            weight: 1.0,
            copies: Vec::new(),
            forms: vec![Vec::new(); self.forms.len()],
            words: self.words.clone(),
            stems: self.stems.clone(),
            contexts,
            edges: self.edges.clone(),
            tags: self.tags.clone(),
            lines: self.lines.clone(),
            gold: self.gold.clone(),
            text: self.text.clone(),
            form_rows: Vec::new(),
            context_rows: Vec::new(),
            places: self.places.clone(),
        }
    }

    /// The names that `tags` say, as scored: source bytes for the project's guide, whole words for ANERcorp's.
    pub(crate) fn names(&self, tags: &[u8]) -> Vec<(Span, NameType)> {
        self.named(tags).into_iter().map(|(words, kind)| (self.span(&words), kind)).collect()
    }

    /// The source bytes of a name's words.
    pub(crate) fn span(&self, words: &Range<usize>) -> Span {
        let (stem, whole, _) = self.places[words.start];
        let start = if self.guide == Guide::AnerCorp { whole } else { stem };
        Span::new(start, self.places[words.end - 1].2)
    }

    /// The words of the names that `tags` say.
    pub(crate) fn named(&self, tags: &[u8]) -> Vec<(Range<usize>, NameType)> {
        let mut named = Vec::new();
        for line in &self.lines {
            tagger::each_name(&tags[line.clone()], |words, kind| {
                named.push((line.start + words.start..line.start + words.end, kind));
            });
        }
        named
    }
}

fn tags(names: &[(Span, NameType)], places: &[(usize, usize, usize)]) -> Vec<u8> {
    let mut tags = vec![0; places.len()];
    for &(span, kind) in names {
        let mut tag = chain::first(kind) as u8;
        for (at, &(_, start, end)) in places.iter().enumerate() {
            if start < span.end && span.start < end && tags[at] == 0 {
                tags[at] = tag;
                tag = chain::first(kind) as u8 + 1;
            }
        }
    }
    tags
}
