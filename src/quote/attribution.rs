//! The reporting word that marked words belong to.

use super::{
    cue::{Form, Kind},
    layout::Layout,
    marks::Marked,
    phrase,
    text::Text,
};

/// `فلان: «…»`: the words before the colon.
pub(super) fn head_before(text: &Text, layout: &Layout, start: usize, end: usize) -> Option<(usize, usize)> {
    let words = &text.words;
    if let Some(at) = (start..end).rev().take(12).find(|&at| words[at].person) {
        let from =
            (start..=at).rev().take_while(|&i| words[i].mention == words[at].mention).last().unwrap_or(at);
        return Some((from, at + 1));
    }
    let border = |at: &usize| matches!(words[*at].text, "،" | "," | "." | "؛" | "!" | "؟" | "…" | "-");
    let from =
        (start..end).rev().take(12).find(border).map_or(start.max(end.saturating_sub(12)), |at| at + 1);
    phrase::after(text, layout, from, end)
}

/// The reporting word right behind the marks, no conjunction before it.
pub(super) fn behind(text: &Text, layout: &Layout, marked: &Marked) -> Option<usize> {
    let words = &text.words;
    let line = words[marked.end - 1].line;
    let mut at = marked.end;
    let mut stop = false;
    while at < marked.end + 3
        && words.get(at).is_some_and(|word| matches!(word.text, "،" | "," | "." | "-" | "–" | "؛"))
    {
        stop |= words[at].text == ".";
        at += 1;
    }
    if words.get(at).is_some_and(|word| {
        matches!(word.text, "كما" | "هكذا" | "حسب" | "بهذا")
            && words.get(at + 1).is_some_and(|next| next.cue.is_some_and(|cue| cue.kind != Kind::Source))
    }) {
        at += 1;
    }
    // `على ما جاء في البيان`.
    if let [on, what, cue, ..] = &words[at.min(words.len())..]
        && (on.text, what.text) == ("علي", "ما")
        && cue.cue.is_some()
    {
        at += 2;
    }
    let word = words.get(at).filter(|word| word.line == line)?;
    if word.text == "علي" && words.get(at + 1).is_some_and(|next| next.text == "حد") {
        return (at + 2 < words.len()).then_some(at + 2);
    }
    let cue = word.cue.filter(|cue| cue.skip == 0 && cue.form == Form::Verb && cue.kind != Kind::Call)?;
    if stop && cue.kind != Kind::Source {
        let end = layout.end(at);
        let own = (at + 1..end.min(at + 20))
            .any(|next| words[next].text == ":" || phrase::is_complement(words[next].text));
        if own {
            return None;
        }
    }
    Some(at)
}

/// The nearest reporting word before the marks in their sentence, and whether another quote stands between.
pub(super) fn before(
    text: &Text,
    layout: &Layout,
    all: &[Marked],
    index: usize,
    start: usize,
) -> (Option<usize>, bool) {
    let words = &text.words;
    let mut at = all[index].open;
    let own = layout.within(at);
    let mut crossed = false;
    while at > start {
        at -= 1;
        if let Some(other) = layout.opaque_at(at).filter(|other| Some(*other) != own) {
            if text.count(all[other].end, all[index].open) > 12 {
                return (None, true);
            }
            crossed = true;
            at = all[other].open.max(start);
            continue;
        }
        if let Some(cue) = words[at].cue {
            let close = text.count(at + 1, all[index].open) <= 1 || words[all[index].open - 1].text == ":";
            // `تصريحات نقلتها الوكالة`: what is passed on stands before it.
            let passed_on = cue.kind == Kind::Relay
                && words[at].text.ends_with("ها")
                && words[at + 1..all[index].open].iter().take(12).all(|word| word.text != "عن");
            if cue.form == Form::Noun && !close
                || passed_on
                || at + 1 < words.len()
                    && cue.form == Form::Verb
                    && matches!(words[at].text, "بين" | "رد" | "حسب")
                    && !close
            {
                continue;
            }
            return (Some(at), crossed);
        }
    }
    (None, crossed)
}
