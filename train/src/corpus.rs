//! Articles with their names, read from the two formats that there are.

use std::{fs, io, path::Path};

use hamish::{NameType, Span};

use crate::gold;

/// Whose idea of a name an article follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Guide {
    /// The project's own: clitics outside, head nouns by rule.
    Own,
    /// ANERcorp's: whole tokens.
    AnerCorp,
}

/// One article.
#[derive(Clone, Debug)]
pub(crate) struct Article {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) names: Vec<(Span, NameType)>,
    pub(crate) guide: Guide,
}

/// The articles of a folder in the inline format that [`gold`] reads.
pub(crate) fn inline(folder: &Path) -> io::Result<Vec<Article>> {
    let articles = gold::read(folder)?;
    Ok(articles
        .into_iter()
        .map(|gold::Article { id, text, mentions, .. }| {
            let names = mentions.into_iter().map(|mention| (mention.span, mention.kind)).collect();
            Article { id, text, names, guide: Guide::Own }
        })
        .collect())
}

/// Sentences of one token and tag a line; ten in a row make an article.
pub(crate) fn conll(path: &Path) -> io::Result<Vec<Article>> {
    let text = fs::read_to_string(path)?;
    let sentences: Vec<&str> = text.split("\n\n").filter(|s| !s.trim().is_empty()).collect();
    Ok(sentences
        .chunks(10)
        .enumerate()
        .map(|(number, chunk)| {
            let mut article = Article {
                id: format!("aner.{number:03}"),
                text: String::new(),
                names: Vec::new(),
                guide: Guide::AnerCorp,
            };
            for sentence in chunk {
                add_sentence(&mut article, sentence);
            }
            article
        })
        .collect())
}

fn add_sentence(article: &mut Article, sentence: &str) {
    if !article.text.is_empty() {
        article.text.push('\n');
    }
    let mut open: Option<(Span, &str)> = None;
    for (at, line) in sentence.lines().filter(|l| !l.trim().is_empty()).enumerate() {
        let (token, tag) = line.trim().split_once(' ').unwrap_or((line, "O"));
        if at != 0 {
            article.text.push(' ');
        }
        let start = article.text.len();
        article.text.push_str(token);
        let span = Span::new(start, article.text.len());
        let (border, label) = tag.split_once('-').unwrap_or((tag, ""));
        match &mut open {
            Some((name, kind)) if border == "I" && *kind == label => name.end = span.end,
            _ => {
                close(article, open.take());
                open = (!label.is_empty()).then_some((span, label));
            }
        }
    }
    close(article, open);
}

fn close(article: &mut Article, name: Option<(Span, &str)>) {
    let Some((span, label)) = name else { return };
    article.names.extend(kind(label).map(|kind| (span, kind)));
}

/// ANERcorp's label of a name.
pub(crate) fn kind(label: &str) -> Option<NameType> {
    match label {
        "PERS" | "PER" => Some(NameType::Person),
        "LOC" => Some(NameType::Place),
        "ORG" => Some(NameType::Organization),
        _ => None,
    }
}
