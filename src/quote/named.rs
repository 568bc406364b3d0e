//! Whom reporting words name as speaking.

use super::{
    cue::{Form, Kind},
    extent::extent,
    layout::Layout,
    lists::{OF_HIM, OWN_WORDS, SOURCES},
    phrase::{after, is_accusative, is_joined, is_object, is_with},
    text::{Text, Word},
};

/// `ورد في البيان`, `وردت على لسان فلان`.
fn is_found(text: &Text, cue: usize) -> bool {
    let next = text.words.get(cue + 1).map_or("", |next| next.text);
    text.words[cue].text.starts_with("ورد") && matches!(next, "في" | "علي")
}

/// `قالوا`, `يقولون`.
pub(super) fn is_plural(verb: &str) -> bool {
    verb.ends_with("وا") || verb.ends_with("ون")
}

/// `والدموع في عينيه`, `فضحك`: what follows a verb begins with a conjunction, and is not its subject.
fn begins_anew(text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    let then = word.text.strip_prefix('ف').is_some_and(|rest| is_with(word.text, rest));
    word.mention == 0 && (then || is_joined(text, at))
}

/// Who passes on whose words: behind `عن`, or behind a particle the one that it names.
pub(super) fn by(text: &Text, layout: &Layout, cue: usize, limit: usize) -> Option<(usize, usize)> {
    let words = &text.words;
    let reading = words[cue].cue?;
    match reading.kind {
        // `جاء في البيان`, `ورد على لسان فلان`.
        _ if reading.lemma == "جاء" || is_found(text, cue) => {
            let from = (cue + 1..limit.min(cue + 6)).find(|&at| matches!(words[at].text, "في" | "لسان"))?;
            after(text, layout, from + 1, limit)
        }
        // `نقلت عنه الوكالة قوله`: his who was named before.
        Kind::Relay if (cue..limit.min(cue + 6)).any(|at| OF_HIM.contains(words[at].text)) => None,
        Kind::Relay => {
            // `نسبت الوكالة إلى فلان قوله`.
            let owner = if reading.lemma == "نسب" { "الي" } else { "عن" };
            let from = (cue + 1..limit.min(cue + 20)).find(|&at| words[at].text == owner)?;
            after(text, layout, from + 1, limit).or_else(|| after(text, layout, cue + 1, from))
        }
        Kind::Source => {
            let mut from = cue + 1;
            let what = |word: &Word| SOURCES.contains(word.text);
            from += usize::from(words.get(from).is_some_and(what));
            let inner = words.get(from).is_some_and(|word| word.cue.is_some());
            from += usize::from(inner);
            let passed = |word: &Word| OF_HIM.contains(word.text) || matches!(word.text, "به" | "عن");
            from += usize::from(words.get(from).is_some_and(passed));
            if from >= limit || inner && is_object(text, from) || OWN_WORDS.contains(words[from].text) {
                return None;
            }
            let (from, to) = extent(text, layout, from, limit)?;
            // `وفق صحيفة نقلا عن فلان`.
            let on = (to..limit.min(to + 5)).find(|&at| matches!(words[at].text, "نقلا" | "اقتباسا"));
            let other = on.filter(|&at| at + 2 < limit && words[at + 1].text == "عن");
            other.and_then(|at| after(text, layout, at + 2, limit)).or(Some((from, to)))
        }
        // `قالوا كلمة`: who they are stands before.
        _ if reading.form == Form::Verb && is_plural(words[cue].text) => None,
        _ if matches!(reading.form, Form::Verb | Form::Noun) => {
            let (from, to) = after(text, layout, cue + 1, limit)?;
            // `نفت باريس على لسان الناطق`.
            if to + 2 < limit && (words[to].text, words[to + 1].text) == ("علي", "لسان") {
                return after(text, layout, to + 2, limit);
            }
            (!begins_anew(text, from) && !is_accusative(&words[from])).then_some((from, to))
        }
        _ => None,
    }
}

/// The subjects of the nearest reporting verbs in the sentences before the one of the word at `limit`.
pub(super) fn earlier(text: &Text, layout: &Layout, limit: usize) -> Vec<(usize, usize)> {
    let start = layout.start(limit);
    let verb = |at: &usize| {
        let cue = text.words[*at].cue;
        layout.opaque_at(*at).is_none()
            && cue.is_some_and(|cue| cue.form == Form::Verb && cue.kind != Kind::Source)
    };
    let verbs = (start.saturating_sub(80)..start).rev().filter(verb).take(2);
    verbs.filter_map(|at| by(text, layout, at, layout.end(at))).collect()
}
