//! Reported speech without marks: from behind the reporting word to where what was said ends.

use super::{
    cue::{self, Form, Kind},
    kind::{clusters, ending, form_name, kind_name},
    layout::Layout,
    model::{Answer, Ballot, Question, bucket},
    named, phrase, sort,
    text::Text,
};

/// Reported words and the reporting word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Report {
    /// From the first word to behind the last.
    pub words: (usize, usize),
    /// The reporting word; a headline needs none.
    pub cue: Option<usize>,
}

/// How far behind its reporting word a report may begin, in words and marks.
const REACH: usize = 32;
/// The fewest words that are reported behind a colon.
const FEWEST: usize = 3;
/// How many places are looked at where a report may end.
const ENDS: usize = 14;
/// How many other reporting words a report may hold.
const OTHERS: usize = 5;
/// The longest dateline, in words and marks.
const DATELINE: usize = 10;
/// How far behind `بحسب` a comma or `فإن` may part the source from what it says.
const SOURCE: usize = 20;

/// Words that make a conjunction with the `أن` behind them.
#[rustfmt::skip]
const CONJOINED: &[&str] = &[
    "بعد", "قبل", "مع", "لو", "ولو", "غير", "الا", "رغم", "منذ", "دون", "يمكن", "يجب", "حتي", "مجرد", "بما", "يكاد",
];
/// Names of Latin letters, and what else stands behind one.
const LETTERS: &[&str] = &["سي", "بي", "ام", "اس", "اف", "جي", "دي", "تي", "ار", "ان", "سبورت", "سبورتس"];

/// Where a report may begin.
#[derive(Clone, Copy, Debug)]
struct Start {
    /// Its first word.
    at: usize,
    /// What it stands behind: `أن` and its like, `:`, a comma behind `بحسب فلان`; for words that stand before the
    /// reporting word, `before`.
    how: &'static str,
}

impl Start {
    /// Whether the reporting word stands behind what it reports.
    fn behind(self) -> bool {
        matches!(self.how, "before" | "comma" | "as")
    }

    /// The fewest words that make a report here.
    fn fewest(self) -> usize {
        if self.how == ":" { FEWEST } else { 1 }
    }
}

/// Asks what the reporting word at `cue` reports; the reports in the order of the ballot's answers, if there may be one.
pub(super) fn ask(
    text: &Text,
    layout: &Layout,
    cue: usize,
    next: Option<Report>,
    ballot: &mut Ballot,
) -> Vec<Report> {
    let words = &text.words;
    let mut reports = Vec::new();
    let Some(reading) = words[cue].cue.filter(|_| layout.opaque_at(cue).is_none()) else { return reports };
    let starts = starts(text, layout, cue);
    if starts.is_empty() {
        return reports;
    }
    ballot.ask(Question::Report, words[cue].span);
    about(text, layout, cue, starts[0], ballot);
    if next.is_some_and(|next| next.words.0 <= cue && cue < next.words.1) {
        ballot.say_both("none-inside", kind_name(reading.kind), starts[0].how);
    }
    ballot.option(Answer::Nothing);
    for start in starts {
        let mut passed: Vec<&'static str> = Vec::new();
        let ends = if start.behind() { vec![cue] } else { ends(text, layout, start.at) };
        let last = ends.len().saturating_sub(1);
        for (index, &end) in ends.iter().enumerate() {
            let to = trim(text, start.at, end);
            let border = border(text, layout, end, start.at);
            let marked =
                layout.within(start.at).is_some() && layout.within(start.at) == layout.within(to - 1);
            // Words that are all in marks are quoted, not reported.
            if to > start.at && !marked && text.count(start.at, to) >= start.fewest() {
                ballot.say("start", start.how);
                ballot.say_both("start-kind", start.how, kind_name(reading.kind));
                ballot.say_both("start-length", start.how, bucket(text.count(start.at, to)));
                for name in &passed {
                    ballot.say("passed", name);
                }
                if let Some(next) = next {
                    let at = next.cue.unwrap_or(next.words.0).min(next.words.0);
                    let relation = if to > at {
                        "holds"
                    } else if end + 4 >= at {
                        "meets"
                    } else {
                        "apart"
                    };
                    ballot.say("later", relation);
                    ballot.say_both("later-border", relation, border);
                    ballot.say_both("later-start", relation, start.how);
                }
                ballot.say("border", border);
                ballot.say_both("border-nth", border, bucket(index));
                ballot.say_both("border-length", border, bucket(text.count(start.at, to)));
                ballot.say_both("border-kind", border, kind_name(reading.kind));
                ballot.say_both("last", if index == last { "last" } else { "more" }, bucket(index));
                let next = words.get(end).filter(|_| end < layout.end(start.at));
                ballot.say("mark", next.map_or("$", |word| if word.mark { word.text } else { "word" }));
                let first = first_word(text, layout, end, start.at);
                let first_text = first.map_or("$", |at| words[at].text);
                ballot.say("next", first_text);
                let again = (end + 1..layout.end(start.at).min(end + 5)).find(|&at| words[at].cue.is_some());
                let form = again.and_then(|at| words[at].cue).map_or("-", |cue| form_name(cue.form));
                ballot.say_both("next-cue", border, form);
                ballot.say_both("next-first-cue", first_text, form);
                let rest = text.count(end, layout.end(start.at).max(end));
                ballot.say_both("rest", border, bucket(rest));
                if let Some(at) = first {
                    ballot.say("next-lemma", words[at].cue.map_or("-", |cue| cue.lemma));
                    ballot.say("next-ending", ending(first_text));
                    ballot.say("next-second", words.get(at + 1).map_or("$", |word| word.text));
                    ballot.say_both("next-both", first_text, words.get(at + 1).map_or("$", |word| word.text));
                    clusters(("next-64", "next-256"), first_text, ballot);
                }
                if layout.within(to - 1).is_some() {
                    ballot.say("ends-in-marks", border);
                }
                ballot.option(Answer::Words(text.span(start.at, to)));
                reports.push(Report { words: (start.at, to), cue: Some(cue) });
            }
            passed.push(border);
        }
    }
    reports
}

/// What speaks against a report at all.
fn about(text: &Text, layout: &Layout, cue: usize, start: Start, ballot: &mut Ballot) {
    let words = &text.words;
    let Some(reading) = words[cue].cue else { return };
    let kind = kind_name(reading.kind);
    let form = form_name(reading.form);
    ballot.say("none-bias", "");
    ballot.say("none", start.how);
    ballot.say_both("none-lemma", reading.lemma, start.how);
    ballot.say_both("none-form", kind, form);
    ballot.say_both("none-lemma-form", reading.lemma, form);
    let skip = if reading.skip > 0 { "joined" } else { "bare" };
    ballot.say_both("none-joined", form, skip);
    let before = cue.checked_sub(1).filter(|&at| words[at].line == words[cue].line);
    ballot.say("none-before", before.map_or("^", |at| words[at].text));
    if start.behind() {
        let (from, to) = (start.at, cue);
        ballot.say("none-length", bucket(text.count(from, to)));
        ballot.say("none-comma", words[cue - 1].text);
        let other = (from..to).any(|at| words[at].cue.is_some_and(|cue| cue.form != Form::Noun));
        ballot.say("none-other", if other { "other" } else { "alone" });
        return;
    }
    let complement = start.at - 1 - usize::from(start.how == "that" && words[start.at - 1].text == ":");
    ballot.say("none-complement", words[complement].text);
    ballot.say("none-gap", bucket(text.count(cue + 1, complement)));
    let subject = named::by(text, layout, cue, complement);
    let sort = subject.map_or("-", |phrase| sort::of_phrase(text, phrase));
    ballot.say_both("none-subject", sort, kind);
    let between = match subject.map(|(_, to)| to) {
        _ if complement - 1 == cue => "nothing",
        Some(to) if to + 1 >= complement => "subject",
        Some(_) => "more",
        None => "other",
    };
    ballot.say_both("none-between", between, kind);
    ballot.say_both("none-between-form", between, form);
    ballot.say_both("none-between-that", between, words[complement].text);
    ballot.say_both("none-word-between", words[cue].text, between);
    ballot.say_both("none-kind-that", kind, words[complement].text);
    let last = words[complement - 1].text;
    ballot.say_both("none-last", if complement - 1 == cue { "cue" } else { last }, start.how);
    if complement - 1 > cue {
        clusters(("none-last-64", "none-last-256"), last, ballot);
        ballot.say("none-second", words[cue + 1].text);
        clusters(("none-second-64", "none-second-256"), words[cue + 1].text, ballot);
        let commas = (cue..complement).filter(|&at| matches!(words[at].text, "،" | ",")).count();
        ballot.say("none-commas", bucket(commas));
    }
    let passed = (cue + 1..complement)
        .filter(|&at| words[at].cue.is_some_and(|cue| cue.form != Form::Noun && cue.kind != Kind::Source))
        .count();
    ballot.say("none-passed", bucket(passed));
    if (cue + 1..complement).any(|at| words[at].person) {
        ballot.say("none-person", "");
    }
    let first = &words[start.at];
    ballot.say("none-first", first.text);
    ballot.say_both("none-first-complement", ending(first.text), words[complement].text);
    clusters(("none-first-64", "none-first-256"), first.text, ballot);
    if let Some(index) = layout.within(start.at).filter(|_| first.mark) {
        let close = (start.at..words.len()).take(200).find(|&at| layout.within(at) != Some(index));
        let close = close.unwrap_or(words.len());
        let rest = text.count(close, layout.end(close.min(words.len()) - 1));
        ballot.say_both("none-marked", bucket(text.count(start.at, close)), bucket(rest.min(6)));
        ballot.say_both(
            "none-marked-short",
            if layout.opaque_at(start.at).is_some() { "long" } else { "short" },
            if rest > 1 { "more" } else { "all" },
        );
        ballot.say("none-marked-next", words.get(close).map_or("$", |word| word.text));
    }
}

fn starts(text: &Text, layout: &Layout, cue: usize) -> Vec<Start> {
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
fn complements(text: &Text, at: usize) -> bool {
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
        let behind = source.map_or(cue + 2, |(_, to)| to.max(cue + 2));
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

/// Indices behind which a report that begins at `from` may be over: before marks and before words that report anew.
fn ends(text: &Text, layout: &Layout, from: usize) -> Vec<usize> {
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
        let reports = |cue: cue::Reading| match cue.form {
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
fn first_word(text: &Text, layout: &Layout, at: usize, from: usize) -> Option<usize> {
    (at..layout.end(from).min(at + 3)).find(|&at| !text.words[at].mark)
}

/// What a report would end before.
fn border(text: &Text, layout: &Layout, at: usize, from: usize) -> &'static str {
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
