//! Headlines that tell what somebody says without any reporting word: `فلان: …`.

use super::{
    attribution, end,
    layout::{Layout, WINDOW},
    lists::AGENCIES,
    model::{Answer, Ballot, Question},
    report::Report,
    sort,
    text::{Text, Word},
};

/// Asks whether what follows the headline's colon is reported; the reports in the order of the ballot's answers, if there
/// may be one.
pub(super) fn ask(text: &Text, layout: &Layout, ballot: &mut Ballot) -> Vec<Report> {
    let words = &text.words;
    let end = words.iter().take(WINDOW).take_while(|word| word.line == 0).count();
    let opens = |at: &usize| {
        words[*at].mark
            && words[*at].text == ":"
            && layout.within(*at).is_none()
            && !is_dateline(text, layout.start(*at), *at)
    };
    let Some(colon) = (1..end).find(opens) else { return Vec::new() };
    let start = layout.start(colon);
    let cue = words[start..colon].iter().any(|word| word.cue.is_some());
    // Words that are all in marks are quoted, not reported.
    if cue || text.count(colon, end) < SHORTEST || layout.within(colon + 1).is_some() {
        return Vec::new();
    }
    ballot.ask(Question::Report, words[colon].span);
    about(text, layout, colon, end, ballot);
    ballot.say("nothing", "");
    ballot.option(Answer::Nothing);
    let sentence = layout.end(colon).min(end);
    let ends = [(end, "line"), (sentence, "sentence")];
    let mut reports = Vec::new();
    for (end, name) in if sentence < end { &ends[..] } else { &ends[..1] } {
        let said = (colon + 1, end::trim(text, colon + 1, *end));
        ballot.say("headline-end", name);
        ballot.option(Answer::Words(text.span(said.0, said.1)));
        reports.push(Report { words: said, cue: None });
    }
    reports
}

/// `القاهرة - رويترز:`, `واشنطن - ا ف ب:`, `المدينة نيوز :-`: where a story is from and who sent it, not who says it.
fn is_dateline(text: &Text, start: usize, colon: usize) -> bool {
    let dash = |word: &Word| matches!(word.text, "-" | "–" | "ـ");
    let sender = |word: &Word| word.text.chars().count() < 3 || AGENCIES.contains(word.text);
    let words = &text.words[start..colon];
    text.words.get(colon + 1).is_some_and(dash)
        || words
            .iter()
            .rposition(dash)
            .is_some_and(|at| at + 1 < words.len() && words[at + 1..].iter().all(sender))
}

/// The fewest words that make a report.
const SHORTEST: usize = 3;

/// What speaks against a report.
fn about(text: &Text, layout: &Layout, colon: usize, end: usize, ballot: &mut Ballot) {
    let words = &text.words;
    let start = layout.start(colon);
    let (from, to) = attribution::head_before(text, layout, start, colon).unwrap_or((colon - 1, colon));
    let asks = words[colon..end].iter().any(|word| matches!(word.text, "؟" | "?"));
    ballot.say_all(&[
        ("headline", "headline"),
        ("headline-sort", sort::of_phrase(text, (from, to))),
        ("headline-head", sort::head(text, from)),
        ("headline-asks", if asks { "asks" } else { "says" }),
    ]);
    ballot.count("headline-length", text.count(colon, end));
}
