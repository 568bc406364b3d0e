//! Reported speech without marks.

use super::{
    cue::{Form, Kind},
    kind::report_end,
    layout::Layout,
    speaker,
    text::Text,
};

/// Reported words and the reporting word.
pub(super) struct Report {
    /// From the first word to behind the last.
    pub words: (usize, usize),
    /// The reporting word.
    pub cue: usize,
}

/// Words before `أن` that make it no report: `قبل أن`, `يمكن أن`.
const NO_REPORT: &[&str] = &[
    "قبل",
    "بعد",
    "دون",
    "منذ",
    "يمكن",
    "يجب",
    "ينبغي",
    "بد",
    "الا",
    "رغم",
    "مع",
    "غير",
    "بدون",
    "اجل",
    "بعيد",
    "قبيل",
    "يريد",
    "نريد",
    "اريد",
    "بشرط",
    "لولا",
    "لو",
    "حتي",
    "كما",
    "بما",
    "طالما",
    "مجرد",
];

/// Looks for a report behind the reporting word at `cue`.
pub(super) fn behind(text: &Text, layout: &Layout, cue: usize) -> Option<Report> {
    let words = &text.words;
    let reading = words[cue].cue?;
    if layout.opaque_at(cue).is_some() {
        return None;
    }
    if reading.kind == Kind::Source {
        return source(text, layout, cue);
    }
    let end = layout.end(cue);
    let mut commas = 0;
    for at in cue + 1..end.min(cue + 32) {
        let word = &words[at];
        if speaker::is_complement(word.text) && layout.within(at).is_none() {
            if NO_REPORT.contains(&words[at - 1].text) || at + 1 >= end {
                return None;
            }
            let from = at + 1;
            let until = report_end(text, layout, from);
            if from >= until || text.count(from, until) < 2 {
                return None;
            }
            // A whole clause in marks is quoted, not reported.
            if words[from].mark && layout.within(from).is_some() {
                let open = layout.within(from);
                let close = (from..until).find(|&at| layout.within(at) != open).unwrap_or(until);
                if text.count(close, until) < 3
                    || layout.opaque_at(from).is_some() && text.count(close, until) < 5
                {
                    return None;
                }
            }
            return Some(Report { words: (from, until), cue });
        }
        match word.text {
            "،" | "," => commas += 1,
            ":" if word.mark => {
                let plain = reading.kind == Kind::Say
                    && at + 1 < end
                    && layout.within(at + 1).is_none()
                    && commas == 0;
                let until = layout.end(cue);
                let marked = (at + 1..until.min(at + 40)).any(|at| layout.within(at).is_some());
                return (plain && !marked && text.count(at + 1, until) >= 4)
                    .then_some(Report { words: (at + 1, trim(text, at + 1, until)), cue });
            }
            _ => {}
        }
        if commas > 3
            || layout.opaque_at(at).is_some()
            || word.cue.is_some_and(|cue| cue.form != Form::Noun && cue.kind != Kind::Source)
        {
            return None;
        }
    }
    None
}

/// `وبحسب فلان، …` and `…، بحسب فلان`.
fn source(text: &Text, layout: &Layout, cue: usize) -> Option<Report> {
    let words = &text.words;
    let start = layout.start(cue);
    let end = layout.end(cue);
    let (_, to) = speaker::of_cue(text, layout, cue, end)?;
    if text.count(start, cue) <= 2 {
        let mut from = (to..end.min(to + 12)).find(|&at| matches!(words[at].text, "،" | ","))? + 1;
        if words.get(from).is_some_and(|word| speaker::is_complement(word.text) || word.text == "فان") {
            from += 1;
        }
        let until = report_end(text, layout, from);
        let quoted = from < until && layout.opaque_at(from).is_some();
        return (from < until && !quoted && text.count(from, until) >= 3)
            .then_some(Report { words: (from, until), cue });
    }
    let mut until = cue;
    while until > start && words[until - 1].mark && layout.within(until - 1).is_none() {
        until -= 1;
    }
    let other = (start..until)
        .any(|at| words[at].cue.is_some_and(|cue| cue.form != Form::Noun) || layout.opaque_at(at).is_some());
    let closes = words[until - 1].mark;
    (!other && !closes && text.count(start, until) >= 4).then_some(Report { words: (start, until), cue })
}

fn trim(text: &Text, from: usize, mut to: usize) -> usize {
    while to > from + 1 && text.words[to - 1].mark {
        to -= 1;
    }
    to
}
