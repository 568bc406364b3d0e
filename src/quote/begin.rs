//! Where a report may begin.

use super::{
    cue::{Form, Kind},
    layout::Layout,
    named, phrase,
    text::Text,
};

/// How far behind its reporting word a report may begin, in words and marks.
const REACH: usize = 32;
/// The fewest words that are reported behind a colon.
const FEWEST: usize = 3;
/// The longest dateline, in words and marks.
const DATELINE: usize = 10;
/// How far behind `بحسب` a comma or `فإن` may part the source from what it says.
const SOURCE: usize = 20;

/// Words that make a conjunction with the `أن` behind them, or that ask for it themselves.
#[rustfmt::skip]
const CONJOINED: &[&str] = &[
    "بعد", "قبل", "مع", "لو", "ولو", "غير", "الا", "رغم", "منذ", "دون", "يمكن", "يجب", "حتي", "مجرد", "بما", "يكاد",
    "حيث", "علما", "بيد", "باعتبار", "بحجه", "سبق", "لايمكن", "كاد", "كادت", "بدا", "يبدو", "يستطيع", "تستطيع", "استطاع",
    "استطاعت", "يحاول", "تحاول", "حاول", "حاولت", "يريد", "تريد", "اراد", "ارادت", "يعتقد", "تعتقد",
];
/// Names of Latin letters, and what else stands behind one.
const LETTERS: &[&str] = &["سي", "بي", "ام", "اس", "اف", "جي", "دي", "تي", "ار", "ان", "سبورت", "سبورتس"];

/// Where a report may begin.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    /// Its first word.
    pub at: usize,
    /// What it stands behind: `أن` and its like, `:`, a comma behind `بحسب فلان`; for words that stand before the
    /// reporting word, `before`.
    pub how: &'static str,
}

impl Start {
    /// Whether the reporting word stands behind what it reports.
    pub(super) fn behind(self) -> bool {
        matches!(self.how, "before" | "comma" | "as")
    }

    /// The fewest words that make a report here.
    pub(super) fn fewest(self) -> usize {
        if self.how == ":" { FEWEST } else { 1 }
    }
}

/// Where what the reporting word at `cue` reports may begin.
pub(super) fn all(text: &Text, layout: &Layout, cue: usize) -> Vec<Start> {
    let words = &text.words;
    let Some(reading) = words[cue].cue else { return Vec::new() };
    if reading.kind == Kind::Source {
        return around_source(text, layout, cue);
    }
    let end = layout.end(cue);
    let opens = |at: usize| complements(text, at) && layout.within(at).is_none();
    let mut commas = 0;
    for (at, word) in words.iter().enumerate().take(end.min(cue + REACH)).skip(cue + 1) {
        if opens(at) {
            let first = at + 1 + usize::from(words.get(at + 1).is_some_and(|word| word.text == ":"));
            return if first < end { vec![Start { at: first, how: "that" }] } else { Vec::new() };
        }
        match word.text {
            "،" | "," => commas += 1,
            // `قائلا: إن …` opens with its particle.
            ":" if word.mark && !(at + 1 < end && opens(at + 1)) => {
                let plain = at + 1 < end && layout.within(at + 1).is_none() && commas == 0;
                let marked = (at + 1..end.min(at + 40)).any(|at| layout.within(at).is_some());
                return if plain && !marked && text.count(at + 1, end) >= FEWEST {
                    vec![Start { at: at + 1, how: ":" }]
                } else {
                    Vec::new()
                };
            }
            _ => {}
        }
        if commas > 3 || layout.opaque_at(at).is_some() {
            break;
        }
    }
    as_said(text, layout, cue).into_iter().collect()
}

/// Whether the word at `at` opens what is said: not `بعد أن`, nor a letter of `سي إن إن` or `بي إن سبورت`.
pub(super) fn complements(text: &Text, at: usize) -> bool {
    let words = &text.words;
    let before = |back: usize| at.checked_sub(back).map_or("", |at| words[at].text);
    phrase::is_complement(words[at].text)
        && (!CONJOINED.contains(&before(1)) || (before(2), before(1)) == ("فيما", "بعد"))
        && !words.get(at + 1).is_some_and(|next| LETTERS.contains(&next.text))
        && (before(2), before(1)) != ("سي", "ان")
}

/// `…، كما قال فلان` and `…، ذكرت صحيفة`.
fn as_said(text: &Text, layout: &Layout, cue: usize) -> Option<Start> {
    let words = &text.words;
    let start = layout.start(cue);
    words[cue].cue.filter(|cue| cue.form == Form::Verb && cue.skip == 0)?;
    let before = cue.checked_sub(1).filter(|&at| at > start)?;
    let how = match words[before].text {
        "،" | "," => "comma",
        "كما" | "مثلما" | "حسبما" => "as",
        _ => return None,
    };
    said_before(text, layout, start, before + usize::from(how == "comma")).map(|at| Start { at, how })
}

/// Where words that a reporting word at `until` follows begin in their sentence.
fn said_before(text: &Text, layout: &Layout, start: usize, mut until: usize) -> Option<usize> {
    let words = &text.words;
    while until > start && words[until - 1].mark && layout.within(until - 1).is_none() {
        until -= 1;
    }
    let line = dateline(text, start, until);
    let mut from = (line..until).find(|&at| !words[at].mark || layout.within(at).is_some())?;
    // `وقال فلان إن …، وفقا للوكالة`: the sentence opens with a report of its own.
    let verb =
        |at: usize| words[at].cue.is_some_and(|cue| cue.form == Form::Verb && cue.kind != Kind::Source);
    let opens = |at: usize| complements(text, at) && layout.within(at).is_none();
    if verb(from)
        && let Some(that) = (from + 1..until).find(|&at| opens(at))
    {
        // `يذكر أن …، بحسب فلان`: nobody else reports.
        if !(from + 1..that).all(|at| words[at].text == "الي") {
            return None;
        }
        from = that + 1;
    }
    let long = text.count(from, until) >= 4 && !(from..until).any(|at| layout.opaque_at(at).is_some());
    long.then_some(from)
}

/// Behind `المدينة - الوكالة :-` at the beginning of a sentence.
fn dateline(text: &Text, start: usize, limit: usize) -> usize {
    let words = &text.words;
    let dash = |at: &usize| {
        matches!(words[*at].text, "-" | "–") && matches!(words[*at - 1].text, ":" | ")") && words[*at].mark
    };
    (start + 1..limit.min(start + DATELINE)).find(dash).map_or(start, |at| at + 1)
}

/// `وبحسب فلان، …` and `…، بحسب فلان`.
fn around_source(text: &Text, layout: &Layout, cue: usize) -> Vec<Start> {
    let words = &text.words;
    let (start, end) = (layout.start(cue), layout.end(cue));
    let mut starts = Vec::new();
    // `…، وبحسب فلان …` begins a clause of its own.
    if text.count(start, cue) <= 2 || words[cue].cue.is_some_and(|cue| cue.skip > 0) {
        let opens = |at: usize| {
            matches!(words[at].text, "فان" | "فقد" | "فانه" | "فانها" | "فانهم" | "فهو" | "فهي")
                || phrase::is_complement(words[at].text)
        };
        // `بحسب فلان، الذي …، …`.
        let relates = |at: usize| matches!(words[at].text, "الذي" | "التي" | "الذين" | "وهو" | "وهي");
        let comma = |at: usize| matches!(words[at].text, "،" | ",") && layout.within(at).is_none();
        let source = named::by(text, layout, cue, end);
        let behind = source.map_or(cue + 1, |(_, to)| to.max(cue + 2));
        let border = (behind..end.min(cue + SOURCE))
            .find(|&at| opens(at) || comma(at) && !(at + 1 < end && relates(at + 1)));
        if let Some(border) = border {
            let joined = border + 1 < end && opens(border + 1);
            let at = border + 1 + usize::from(joined);
            starts.extend((at < end).then_some(Start { at, how: "source" }));
        }
        if let Some((_, to)) = source {
            starts.extend((to < end && !words[to].mark).then_some(Start { at: to, how: "source-bare" }));
        }
    }
    starts.extend(said_before(text, layout, start, cue).map(|at| Start { at, how: "before" }));
    starts
}
