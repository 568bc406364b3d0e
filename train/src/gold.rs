//! Gold articles: names, quotes and their speakers out of the inline format.

use std::{fs, io, path::Path};

use hamish::{Entity, Mention, NameType, QuoteKind, Span};

/// One article; spans are bytes of its text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Article {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) mentions: Vec<Mention>,
    pub(crate) entities: Vec<Entity>,
    pub(crate) quotes: Vec<Quote>,
    pub(crate) source: Source,
}

/// Which collection an article is from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Source {
    #[default]
    Gold,
    /// `data/articles`.
    Repository,
}

/// Quoted or reported words.
#[derive(Clone, Debug)]
pub(crate) struct Quote {
    pub(crate) kind: QuoteKind,
    pub(crate) span: Span,
    pub(crate) speaker: Option<Span>,
    pub(crate) cue: Option<Span>,
}

/// The articles of a folder, by name.
pub(crate) fn read(folder: &Path) -> io::Result<Vec<Article>> {
    let mut paths: Vec<_> =
        fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    paths
        .iter()
        .map(|path| {
            let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            Ok(parse(id, &fs::read_to_string(path)?))
        })
        .collect()
}

fn parse(id: String, tagged: &str) -> Article {
    let mut article = Article { id, ..Article::default() };
    let mut marked: Vec<(&str, Span)> = Vec::new();
    let mut open: Vec<(&str, usize)> = Vec::new();
    let mut rest = tagged;
    while let Some(at) = rest.find('<') {
        article.text.push_str(&rest[..at]);
        rest = &rest[at..];
        let Some(tag) = rest.find('>').map(|end| &rest[1..end]).filter(|tag| is_tag(tag)) else {
            article.text.push('<');
            rest = &rest[1..];
            continue;
        };
        rest = &rest[tag.len() + 2..];
        if !tag.starts_with('/') {
            open.push((tag, article.text.len()));
        } else if let Some((tag, start)) = open.pop() {
            marked.push((tag, Span::new(start, article.text.len())));
        }
    }
    article.text.push_str(rest);
    marked.sort_by_key(|&(_, span)| (span.start, std::cmp::Reverse(span.end)));
    let by_id = |name: &str, id: &str| {
        let same = |tag: &str| tag.split(' ').next() == Some(name) && attribute(tag, "id") == id;
        marked.iter().find(|(tag, _)| same(tag)).map(|&(_, span)| span)
    };
    for &(tag, span) in &marked {
        match tag.split(' ').next().unwrap_or_default() {
            "per" => article.mention(span, NameType::Person),
            "loc" => article.mention(span, NameType::Place),
            "org" => article.mention(span, NameType::Organization),
            "q" => article.quotes.push(Quote {
                kind: kind(attribute(tag, "k")),
                span,
                speaker: by_id("s", attribute(tag, "s")),
                cue: by_id("cue", attribute(tag, "c")),
            }),
            _ => {}
        }
    }
    article
}

impl Article {
    /// Whether it is translated or an agency's: there are few of these beside those in the manner of newspapers.
    pub(crate) fn is_agency(&self) -> bool {
        self.source == Source::Gold && !self.id.starts_with("own.")
    }

    /// Whether its sentences are from different texts.
    pub(crate) fn is_loose(&self) -> bool {
        self.id.starts_with("pud.")
    }

    pub(crate) fn mention(&mut self, span: Span, kind: NameType) {
        let name = span.of(&self.text);
        let known = self.entities.iter().position(|entity| entity.kind == kind && entity.name == name);
        let entity = known.unwrap_or(self.entities.len());
        if known.is_none() {
            self.entities.push(Entity { kind, name: name.to_owned(), id: None, mentions: Vec::new() });
        }
        self.entities[entity].mentions.push(self.mentions.len());
        self.mentions.push(Mention { span, kind, entity, score: 1.0 });
    }
}

fn is_tag(tag: &str) -> bool {
    let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
    matches!(name, "per" | "loc" | "org" | "s" | "cue" | "q")
}

fn attribute<'t>(tag: &'t str, name: &str) -> &'t str {
    let start = tag.find(&format!(" {name}=\"")).map_or(tag.len(), |at| at + name.len() + 3);
    tag[start..].split('"').next().unwrap_or_default()
}

pub(crate) fn kind(name: &str) -> QuoteKind {
    match name {
        "direct" => QuoteKind::Direct,
        "partial" => QuoteKind::Partial,
        "indirect" => QuoteKind::Indirect,
        _ => QuoteKind::Term,
    }
}
