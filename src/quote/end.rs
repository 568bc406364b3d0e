//! Where a report may end.

use super::{
    cue::{Form, Kind, Reading},
    layout::Layout,
    phrase,
    text::Text,
};

/// How many places are looked at where a report may end.
const ENDS: usize = 14;
/// How many other reporting words a report may hold.
const OTHERS: usize = 5;

/// Indices behind which a report that begins at `from` may be over: before marks and before words that report anew.
pub(super) fn all(text: &Text, layout: &Layout, from: usize) -> Vec<usize> {
    let words = &text.words;
    let limit = if from > 0 && words[from].line == words[from - 1].line {
        layout.end(from - 1)
    } else {
        layout.end(from)
    };
    let mut ends = Vec::new();
    let mut others = 0;
    for at in from + 1..limit {
        let (before, word) = (&words[at - 1], &words[at]);
        // `وأضاف:`.
        let colon = word.mark && word.text == ":";
        if colon && before.cue.is_some_and(|cue| cue.form == Form::Verb) && !ends.is_empty() {
            return ends;
        }
        // A comma was an end of its own.
        let parted = before.mark && layout.within(at - 1).is_none();
        let reports = |cue: Reading| match cue.form {
            Form::Verb => cue.skip > 0 || cue.kind == Kind::Source,
            form => form == Form::Participle,
        };
        let here = match word.text {
            "،" | "," | "؛" | ";" | "-" | "–" | "…" | "(" | "؟" | ":" => word.mark,
            _ => !parted && (turns(text, at) || word.cue.is_some_and(reports)),
        };
        if here && layout.within(at).is_none() {
            ends.push(at);
        }
        others += usize::from(word.cue.is_some_and(|cue| cue.form != Form::Noun));
        if ends.len() == ENDS || others > OTHERS {
            break;
        }
    }
    if ends.last() != Some(&limit) && others <= OTHERS {
        ends.push(limit);
    }
    ends
}

/// Whether the reporter may go on by himself with the word at `at`.
fn turns(text: &Text, at: usize) -> bool {
    let reports = |at: usize| text.words.get(at).is_some_and(|word| word.cue.is_some());
    match text.words[at].text {
        "رغم" | "بينما" | "فيما" | "وقد" | "لكن" | "لكنه" | "لكنها" | "ولكن" | "ولكنه" | "ولكنها" => {
            true
        }
        "حيث" | "اذ" | "كما" | "ثم" => reports(at + 1),
        word => phrase::is_complement(word.strip_prefix('و').unwrap_or("")),
    }
}

/// The first word at or behind `at`, in the sentence of the report that begins at `from`.
pub(super) fn first_word(text: &Text, layout: &Layout, at: usize, from: usize) -> Option<usize> {
    (at..layout.end(from).min(at + 3)).find(|&at| !text.words[at].mark)
}

/// What a report would end before.
pub(super) fn border(text: &Text, layout: &Layout, at: usize, from: usize) -> &'static str {
    let words = &text.words;
    let Some(first) = first_word(text, layout, at, from) else { return "end" };
    let mark = words[at].mark;
    let quoted = layout.within(first).is_some();
    match words[first].cue {
        _ if quoted => "quote",
        Some(cue) => match (cue.form, cue.kind, cue.skip > 0) {
            (_, Kind::Source, false) => "source",
            (_, Kind::Source, true) => "and-source",
            (Form::Verb, _, false) => "verb",
            (Form::Verb, _, true) => "and-verb",
            (Form::Participle, ..) if mark => "participle",
            (Form::Participle, ..) => "participle-bare",
            _ => "noun",
        },
        None if phrase::is_complement(words[first].text.strip_prefix('و').unwrap_or("")) => "and-that",
        None => match words[first].text {
            "بينما" | "فيما" | "علما" | "وذلك" | "لكن" | "ولكن" | "لكنه" | "لكنها" | "لكنهم" | "ولكنه"
            | "ولكنها" | "رغم" | "غير" | "الا"
                if mark =>
            {
                "while"
            }
            "حيث" | "اذ" | "كما" | "ثم" | "قبل" | "بعدما" | "وقد" if mark => "where",
            _ if !mark => "word",
            "في" => "in",
            text if text.starts_with('و') => "and",
            text if text.starts_with("الذي") || text.starts_with("التي") => "which",
            _ => "other",
        },
    }
}

/// A report's end without the marks that part it from what follows.
pub(super) fn trim(text: &Text, from: usize, mut to: usize) -> usize {
    while to > from + 1
        && text.words[to - 1].mark
        && matches!(text.words[to - 1].text, "،" | "," | "." | "؛" | "-" | ":" | "–" | "…" | "(")
    {
        to -= 1;
    }
    to
}
