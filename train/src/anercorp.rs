//! ANERcorp's newspapers as articles, with the quotes of `data/quotes/anercorp.tsv`.

use std::{collections::HashMap, fs, path::Path};

use hamish::{Analyzer, NameType, Span};

use crate::{
    data,
    gold::{self, Article, Quote},
    printed::{Sentence, sentences},
};

/// So many letters are written onto a name at most.
const WRITTEN_ON: usize = 2;

/// The articles whose quotes are tagged.
pub(crate) fn read(shared: &Path) -> Result<Vec<Article>, String> {
    let failed = |e: std::io::Error| e.to_string();
    let tokens = fs::read_to_string(shared.join("data/ner/anercorp-train.txt")).map_err(failed)?;
    let sentences = sentences(&tokens);
    let file = data("quotes/anercorp.tsv");
    let tagged = fs::read_to_string(&file).map_err(failed)?;
    let mut articles: Vec<Builder> = Vec::new();
    for (number, row) in tagged.lines().enumerate().skip(1) {
        let columns: Vec<&str> = row.split('\t').collect();
        let read = match (&columns[..], articles.last_mut()) {
            (["article", parts @ ..], _) => {
                Builder::new(parts, &sentences).map(|article| articles.push(article))
            }
            (columns, Some(article)) => article.add(columns),
            _ => None,
        };
        read.ok_or_else(|| format!("{}:{}: not as CONTRIBUTING.md says", file.display(), number + 1))?;
    }
    let unknown = |id| format!("{}: {id}: a quote's speaker or cue is tagged nowhere", file.display());
    articles.into_iter().map(|article| article.build().map_err(unknown)).collect()
}

/// An article as far as its rows are read.
struct Builder<'s> {
    article: Article,
    names: Vec<(Span, NameType)>,
    sentences: &'s [Sentence],
    /// Where each of its sentences begins.
    starts: HashMap<usize, usize>,
    speakers: HashMap<String, Span>,
    cues: HashMap<String, Span>,
    /// Each quote with the names of its speaker and its cue.
    quotes: Vec<(Quote, [String; 2])>,
}

impl<'s> Builder<'s> {
    /// An article of the sentences `12-20`, `22-30`.
    fn new(parts: &[&str], sentences: &'s [Sentence]) -> Option<Self> {
        let mut article = Article { id: format!("aner.{}", parts.first()?), ..Article::default() };
        let (mut starts, mut all) = (HashMap::new(), Vec::new());
        for part in parts {
            let (first, last) = part.split_once('-')?;
            for number in first.parse().ok()?..=last.parse::<usize>().ok()? {
                let sentence = sentences.get(number)?;
                if !article.text.is_empty() {
                    article.text.push('\n');
                }
                let start = article.text.len();
                starts.insert(number, start);
                article.text.push_str(&sentence.text);
                let names = sentence.names.iter();
                names.for_each(|&(span, kind)| {
                    all.push((Span::new(start + span.start, start + span.end), kind))
                });
            }
        }
        let (speakers, cues) = Default::default();
        Some(Self { article, sentences, names: all, starts, speakers, cues, quotes: Vec::new() })
    }

    /// Adds what a row tags: in which sentence, from which of its characters to which, what.
    fn add(&mut self, columns: &[&str]) -> Option<()> {
        let [sentence, from, to, what @ ..] = columns else { return None };
        let number: usize = sentence.parse().ok()?;
        let start = *self.starts.get(&number)?;
        let text = &self.sentences[number].text;
        let byte = |at: &str| {
            let at: usize = at.parse().ok()?;
            text.char_indices().map(|(byte, _)| byte).chain([text.len()]).nth(at)
        };
        let span = Span::new(start + byte(from)?, start + byte(to)?);
        match what {
            ["speaker", id] => self.speakers.insert((*id).to_owned(), span).is_none().then_some(()),
            ["cue", id] => self.cues.insert((*id).to_owned(), span).is_none().then_some(()),
            [kind @ ("direct" | "partial" | "term" | "indirect"), speaker, cue] => {
                let quote = Quote { kind: gold::kind(kind), span, speaker: None, cue: None };
                self.quotes.push((quote, [*speaker, *cue].map(str::to_owned)));
                Some(())
            }
            _ => None,
        }
    }

    /// The article, or its name where a quote refers to what is not there.
    fn build(mut self) -> Result<Article, String> {
        for (mut quote, [speaker, cue]) in self.quotes {
            quote.speaker = self.speakers.get(&speaker).copied();
            quote.cue = self.cues.get(&cue).copied();
            if quote.speaker.is_none() && speaker != "-" || quote.cue.is_none() && cue != "-" {
                return Err(self.article.id);
            }
            self.article.quotes.push(quote);
        }
        // The corpus takes letters written onto a name for a part of it.
        let text = &self.article.text;
        let found = Analyzer::default().analyze(text).mentions;
        for (name, _) in &mut self.names {
            let inside = |at: &usize| (name.start + 1..name.end).contains(at);
            let start = found.iter().map(|mention| mention.span.start).find(inside);
            if let Some(start) = start.filter(|&start| text[name.start..start].chars().count() <= WRITTEN_ON)
            {
                name.start = start;
            }
        }
        self.names.into_iter().for_each(|(span, kind)| self.article.mention(span, kind));
        Ok(self.article)
    }
}
