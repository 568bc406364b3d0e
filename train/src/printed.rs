//! Sentences of one token a line as they were printed: where blanks stood before and behind marks.

use hamish::{NameType, Span};

use crate::corpus;

/// A mark that a sentence leaves open is closed within so many more.
const CARRIED: usize = 3;
/// Marks without a blank before them.
const CLOSING: [&str; 14] = [".", ",", "،", "؛", ":", "!", "؟", ")", "]", "}", "…", "%", "..", "..."];

/// A sentence as it was printed, and its names.
pub(crate) struct Sentence {
    pub(crate) text: String,
    pub(crate) names: Vec<(Span, NameType)>,
}

/// All sentences; those of one token a line have lost which blanks stand before marks.
pub(crate) fn sentences(tokens: &str) -> Vec<Sentence> {
    let all: Vec<Vec<(&str, &str)>> = (tokens.split("\n\n"))
        .map(|sentence| sentence.lines().filter_map(|line| line.rsplit_once(' ')).collect())
        .filter(|sentence: &Vec<_>| !sentence.is_empty())
        .collect();
    let marks = |at: usize, mark: &str| {
        let sentence = all.get(at).into_iter().flatten();
        sentence.filter(|(token, _)| paired(token) == Some(mark) && mark != "'").count()
    };
    let mut open: Vec<String> = Vec::new();
    let mut printed = Vec::new();
    for (at, sentence) in all.iter().enumerate() {
        printed.push(print(sentence, &mut open));
        open.retain(|mark| {
            let next = (at + 1..=at + CARRIED).map(|at| marks(at, mark)).find(|&count| count > 0);
            next.is_some_and(|count| count % 2 == 1)
        });
    }
    printed
}

/// The style of a mark that opens and closes.
fn paired(token: &str) -> Option<&str> {
    match token {
        "\"" | "''" => Some(token),
        "“" | "”" => Some("“"),
        "«" | "»" => Some("«"),
        "'" | "‘" | "’" => Some("'"),
        _ => None,
    }
}

/// A sentence with the marks that are `open` before it and, afterwards, behind it.
fn print(tokens: &[(&str, &str)], open: &mut Vec<String>) -> Sentence {
    let mut text = String::new();
    let mut names: Vec<(Span, NameType)> = Vec::new();
    let mut named = "O";
    let mut tight = true;
    let mut at = 0;
    while let Some(&(token, tag)) = tokens.get(at) {
        let next = tokens.get(at + 1).map_or("", |&(token, _)| token);
        let mut printed = vec![token];
        let blank = if let Some(style) = paired(token) {
            // Two apostrophes are one mark.
            if style == "'" && next == token {
                printed.push(next);
            }
            let style = if printed.len() > 1 { "''" } else { style };
            let closed = open.iter().position(|mark| mark == style).map(|at| open.remove(at)).is_some();
            if !closed {
                open.push(style.to_owned());
            }
            let blank = !tight && !closed;
            tight = !closed;
            blank
        } else {
            let blank = !tight && !CLOSING.contains(&token) && token != "ـ";
            let joins = matches!(next, "\"" | "«" | "»" | "“" | "(" | "ـ" | "'" | "’");
            tight = matches!(token, "(" | "[" | "{")
                || joins && matches!(token, "ب" | "ل" | "ال" | "ـ")
                || token == "و" && matches!(next, "\"" | "«" | "“");
            blank
        };
        if blank {
            text.push(' ');
        }
        let start = text.len();
        printed.iter().for_each(|token| text.push_str(token));
        at += printed.len();
        let span = Span::new(start, text.len());
        let label = tag.get(2..).unwrap_or("");
        match (names.last_mut(), corpus::kind(label)) {
            (Some((name, _)), Some(_)) if tag.starts_with("I-") && named == label => name.end = span.end,
            (_, Some(kind)) => names.push((span, kind)),
            _ => {}
        }
        named = label;
    }
    Sentence { text, names }
}
