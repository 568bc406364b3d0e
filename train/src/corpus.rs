//! Articles with their names, read from the two formats that there are.

use std::{fs, io, path::Path};

use hamish::{NameType, Span};

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

/// The articles of a folder in the inline format: `<per>`, `<loc>`, `<org>` and other tags in the text.
pub(crate) fn inline(folder: &Path) -> io::Result<Vec<Article>> {
    let mut paths: Vec<_> = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    paths.sort_by_key(|entry| entry.file_name());
    paths
        .iter()
        .filter(|entry| entry.path().extension().is_some_and(|e| e == "txt"))
        .map(|entry| {
            let id = entry.path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
            Ok(parse(id, &fs::read_to_string(entry.path())?))
        })
        .collect()
}

/// One article out of its inline format.
pub(crate) fn parse(id: String, tagged: &str) -> Article {
    let mut text = String::with_capacity(tagged.len());
    let mut names = Vec::new();
    let mut open: Vec<(&str, usize)> = Vec::new();
    let mut rest = tagged;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let tag = rest.find('>').map(|end| &rest[1..end]).filter(|tag| is_tag(tag));
        let Some(tag) = tag else {
            text.push('<');
            rest = &rest[1..];
            continue;
        };
        rest = &rest[tag.len() + 2..];
        if tag.starts_with('/') {
            if let Some((tag, start)) = open.pop()
                && let Some(kind) = name_type(tag)
            {
                names.push((Span::new(start, text.len()), kind));
            }
        } else {
            open.push((tag, text.len()));
        }
    }
    text.push_str(rest);
    names.sort_by_key(|(span, _)| *span);
    Article { id, text, names, guide: Guide::Own }
}

fn is_tag(tag: &str) -> bool {
    let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
    matches!(name, "per" | "loc" | "org" | "s" | "cue" | "q")
}

fn name_type(tag: &str) -> Option<NameType> {
    Some(match tag {
        "per" => NameType::Person,
        "loc" => NameType::Place,
        "org" => NameType::Organization,
        _ => return None,
    })
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
    let kind = match label {
        "PERS" | "PER" => NameType::Person,
        "LOC" => NameType::Place,
        "ORG" => NameType::Organization,
        _ => return,
    };
    article.names.push((span, kind));
}
