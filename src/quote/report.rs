//! Reported speech without marks: from behind the reporting word to where what was said ends.

use super::{
    begin::{self, Start},
    cue::{Form, Kind},
    end,
    layout::Layout,
    model::{Answer, Ballot, Question},
    named,
    sort::{self, class, cluster, ending, shape},
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
    let starts = begin::all(text, layout, cue);
    if starts.is_empty() {
        return reports;
    }
    ballot.ask(Question::Report, words[cue].span);
    about(text, layout, cue, starts[0], ballot);
    ballot.say("nothing", "");
    ballot.option(Answer::Nothing);
    for start in starts {
        let mut passed: Vec<&'static str> = Vec::new();
        let ends = if start.behind() { vec![cue] } else { end::all(text, layout, start.at) };
        for (nth, &end) in ends.iter().enumerate() {
            let to = end::trim(text, start.at, end);
            let border = end::border(text, layout, end, start.at);
            let marked =
                layout.within(start.at).is_some() && layout.within(start.at) == layout.within(to - 1);
            // Words that are all in marks are quoted, not reported.
            if to > start.at && !marked && text.count(start.at, to) >= start.fewest() {
                ballot.say_all(&[
                    ("start", start.how),
                    ("end-kind", reading.kind.name()),
                    ("end-form", reading.form.name()),
                    ("border", border),
                    ("later", next.map_or("-", |next| relation(next, to, end))),
                ]);
                passed.iter().for_each(|name| ballot.say("passed", name));
                ballot.count("length", text.count(start.at, to));
                ballot.count("nth", nth);
                around(text, layout, start.at, (to, end), ballot);
                ballot.option(Answer::Words(text.span(start.at, to)));
                reports.push(Report { words: (start.at, to), cue: Some(cue) });
            }
            passed.push(border);
        }
    }
    reports
}

/// How a report that ends before `to`, and the marks behind it before `end`, stands to the next one.
fn relation(next: Report, to: usize, end: usize) -> &'static str {
    let at = next.cue.unwrap_or(next.words.0).min(next.words.0);
    match () {
        () if to > at => "holds",
        () if end + 4 >= at => "meets",
        () => "apart",
    }
}

/// What stands around the end of a report that begins at `from`: its last word before `to`, marks, and the words from `end` on.
fn around(text: &Text, layout: &Layout, from: usize, (to, end): (usize, usize), ballot: &mut Ballot) {
    let words = &text.words;
    let limit = layout.end(from);
    let mark = words.get(end).filter(|_| end < limit);
    let again = (end + 1..limit.min(end + 5)).find_map(|at| words[at].cue);
    let first = end::first_word(text, layout, end, from);
    ballot.say_all(&[
        ("last-class", class(text, to - 1)),
        ("ends-in", if layout.within(to - 1).is_some() { "marks" } else { "-" }),
        ("mark", mark.map_or("$", |word| if word.mark { word.text } else { "word" })),
        ("next", first.map_or("$", |at| words[at].text)),
        ("next-class", first.map_or("$", |at| class(text, at))),
        ("next-cue", again.map_or("-", |cue| cue.form.name())),
    ]);
    ballot.count("rest", text.count(end, limit.max(end)));
    if let Some(at) = first {
        ballot.say_all(&[
            ("next-lemma", words[at].cue.map_or("-", |cue| cue.lemma)),
            ("next-ending", ending(words[at].text)),
            ("next-shape", shape(words[at].text)),
            ("next-second", words.get(at + 1).map_or("$", |word| word.text)),
        ]);
        cluster("next-cluster", words[at].text, ballot);
    }
}

/// What speaks against a report at all.
fn about(text: &Text, layout: &Layout, cue: usize, start: Start, ballot: &mut Ballot) {
    let words = &text.words;
    let Some(reading) = words[cue].cue else { return };
    let before = cue.checked_sub(1).filter(|&at| words[at].line == words[cue].line);
    ballot.say_all(&[
        ("how", start.how),
        ("lemma", reading.lemma),
        ("kind", reading.kind.name()),
        ("form", reading.form.name()),
        ("before", before.map_or("^", |at| words[at].text)),
        ("cue-shape", shape(words[cue].text)),
        ("word", words[cue].text),
    ]);
    if start.behind() {
        return;
    }
    let complement = start.at - 1 - usize::from(start.how == "that" && words[start.at - 1].text == ":");
    let subject = named::by(text, layout, cue, complement);
    let between = match subject.map(|(_, to)| to) {
        _ if complement - 1 == cue => "nothing",
        Some(to) if to + 1 >= complement => "subject",
        Some(_) => "more",
        None => "other",
    };
    let last = words[complement - 1].text;
    let first = &words[start.at];
    ballot.say_all(&[
        ("complement", words[complement].text),
        ("subject", subject.map_or("-", |phrase| sort::of_phrase(text, phrase))),
        ("between", between),
        ("between-last", if complement - 1 == cue { "cue" } else { last }),
        ("between-first", words[cue + 1].text),
        ("first", first.text),
        ("first-class", class(text, start.at)),
        ("first-shape", shape(first.text)),
    ]);
    ballot.count("gap", text.count(cue + 1, complement));
    if complement - 1 > cue {
        cluster("between-last-cluster", last, ballot);
        cluster("between-first-cluster", words[cue + 1].text, ballot);
        let commas = (cue..complement).filter(|&at| matches!(words[at].text, "،" | ",")).count();
        ballot.count("commas", commas);
    }
    let passed = (cue + 1..complement)
        .filter(|&at| words[at].cue.is_some_and(|cue| cue.form != Form::Noun && cue.kind != Kind::Source))
        .count();
    ballot.count("passed-cues", passed);
    if let Some(index) = layout.within(start.at).filter(|_| first.mark) {
        let close = (start.at..words.len()).take(200).find(|&at| layout.within(at) != Some(index));
        let close = close.unwrap_or(words.len());
        ballot.count("marked-length", text.count(start.at, close));
    }
}
