//! The noun phrase that says who speaks.

use crate::name::{
    lexicon::{Trigger, lexicon},
    table::hash,
};

use super::{
    clause,
    cue::{Form, Kind},
    layout::Layout,
    lists::{
        ADVERBS, COMPLEMENTS, CONJUNCTIONS, MANNERS, NO_HEADS, OCCASIONS, PERIODS, PREPOSITIONS, RECIPIENTS,
        VERB_PARTICLES, WHICH_PERIOD,
    },
    role,
    text::Text,
    verb,
};

/// The longest phrase, in words and marks.
const LONGEST: usize = 18;

/// Whether the word opens a report: `أن`, `بأنها`.
pub(super) fn is_complement(word: &str) -> bool {
    COMPLEMENTS.contains(&word)
}

/// Where the phrase that a reporting word is followed by begins and ends, if there is one before `limit`.
pub(super) fn after(text: &Text, layout: &Layout, from: usize, limit: usize) -> Option<(usize, usize)> {
    let words = &text.words;
    let mut start = from;
    while start < limit {
        let time = time(text, start);
        let passed = words[start].mention == 0
            && (ADVERBS.contains(&words[start].text) || is_manner(text, start))
            || matches!(words[start].text, "،" | "," | "(" | ")");
        if time == 0 && !passed {
            break;
        }
        start += time.max(1);
    }
    start = start.min(limit);
    if start < limit && is_object(text, start) {
        return None;
    }
    extent(text, layout, start, limit)
}

/// `غاضبا`: an accusative is no subject.
fn is_manner(text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    word.text.ends_with('ا') && word.text.chars().count() > 4 && opens_speech(text, at + 1)
}

/// How many words from the one at `at` tell when: `الشهر الماضي`, `عام 1998`.
fn time(text: &Text, at: usize) -> usize {
    let next = text.words.get(at + 1).map_or("", |next| next.text);
    let tells = PERIODS.contains(&text.words[at].text)
        && (WHICH_PERIOD.contains(&next) || next.as_bytes().first().is_some_and(u8::is_ascii_digit));
    if tells { 2 } else { 0 }
}

/// How far the phrase goes that begins at `start`.
pub(super) fn extent(text: &Text, layout: &Layout, start: usize, limit: usize) -> Option<(usize, usize)> {
    let words = &text.words;
    let limit = limit.min(start + LONGEST);
    let mut person = false;
    let mut at = start;
    while at < limit {
        let word = &words[at];
        if word.mark {
            let goes_on = match word.text {
                "،" | "," => {
                    !person
                        && at > start
                        && (at + 1..limit.min(at + 6)).any(|next| words[next].person)
                        && words
                            .get(at + 1)
                            .is_some_and(|next| next.cue.is_none() && !stops(text, at + 1, person, at + 1))
                }
                ")" => words[start..at].iter().any(|word| word.text == "("),
                "(" | "-" | "." | "/" => {
                    at > start && word.text != "." || person && word.text == "." && at + 1 < limit
                }
                _ => layout.within(at).is_some() && layout.opaque_at(at).is_none(),
            };
            if !goes_on {
                break;
            }
        } else if word.cue.is_some_and(|cue| at > start || cue.form != Form::Noun)
            && !is_title_participle(text, at, start)
            || stops(text, at, person, start)
            || at > start && words[at - 1].person && !goes_on(text, at)
            || at > start && is_told(text, at)
        {
            break;
        }
        // `السكرتيرة الصحفية لفلان، فلانة`: the phrase goes on to her.
        let other = word.clitic && word.text.starts_with('ل') && at > start;
        person |= word.person && !other;
        at += 1;
    }
    while at > start && words[at - 1].mark {
        at -= 1;
    }
    (at > start).then_some((start, at))
}

/// `الوزير يزور`, `رسائله ظهرت`: a verb behind somebody who is known; `رجل يدعى فلانا` is told by his.
fn is_told(text: &Text, at: usize) -> bool {
    let (before, word) = (&text.words[at - 1], &text.words[at]);
    let known = before.mention != 0 || before.text.starts_with("ال") || text.is_owned(at - 1);
    known && word.mention == 0 && (acts(text, at) || role::is_hers(word.text) && !is_bare_title(word.text))
}

/// Whether a person's name, or what is said of him, may go on with the word at `at`.
fn goes_on(text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    let entry = lexicon().get(hash(word.text.as_bytes()));
    word.person || word.text.starts_with("ال") || entry.is(Trigger::Nasab) || entry.is(Trigger::Title)
}

/// `لوكالة`, `بكلمة`: to whom or how it is said.
pub(super) fn is_object(text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    let letters = word.text.chars().count();
    let named = word.mention != 0 && (at == 0 || text.words[at - 1].mention != word.mention);
    if named && word.clitic && word.text.starts_with(['ل', 'ب', 'ك']) {
        return true;
    }
    word.text.starts_with("لل")
        || matches!(word.text, "ل" | "ب")
        || !word.person && letters > 4 && RECIPIENTS.contains(&word.text.strip_prefix('ل').unwrap_or(""))
        || !named && letters > 4 && word.text.starts_with("بال")
        || !named && letters > 4 && word.text.strip_prefix('ل').is_some_and(|rest| is_with(word.text, rest))
        || !named
            && word
                .text
                .strip_prefix('ب')
                .is_some_and(|rest| MANNERS.contains(&rest) || is_with(word.text, rest))
}

/// Whether و is written onto a noun or a name that a phrase may begin with.
pub(super) fn is_joined(text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    match word.text.strip_prefix('و') {
        Some(_) if word.mention != 0 => word.clitic,
        Some(rest) => {
            rest.starts_with("ال") || is_bare_title(rest) || is_with(word.text, rest) && !acts(text, at)
        }
        None => false,
    }
}

/// `بحذر`: ب is written onto the word that is left; `باحث` is a word of its own.
pub(super) fn is_with(word: &str, rest: &str) -> bool {
    let entry = |word: &str| lexicon().get(hash(word.as_bytes()));
    let (whole, rest) = (entry(word), entry(rest));
    !is_bare_title(word) && rest.known && (!whole.known || rest.frequency > whole.frequency + 1)
}

/// A participle that a speaker's phrase begins with, as in `متحدثة باسم الجيش`; `قائلا` tells only how he speaks.
fn is_title_participle(text: &Text, at: usize, start: usize) -> bool {
    let word = &text.words[at];
    let participle = word.cue.is_some_and(|cue| cue.form == Form::Participle);
    at == start && participle && !word.text.ends_with('ا') && !opens_speech(text, at + 1)
}

/// Whether what is said begins at `at`: a mark or `أن`.
fn opens_speech(text: &Text, at: usize) -> bool {
    text.words.get(at).is_some_and(|word| word.mark || is_complement(word.text))
}

fn stops(text: &Text, at: usize, person: bool, start: usize) -> bool {
    let words = &text.words;
    let word = words[at].text;
    let next = words.get(at + 1).map_or("", |next| next.text);
    if words[at].mention != 0 && at > start && words[at - 1].mention == words[at].mention {
        return false;
    }
    is_complement(word)
        || PREPOSITIONS.contains(&word) && !(word == "عن" && at > start && is_issued(words[at - 1].text))
        || at == start
            && !is_bare_title(word)
            && (PREPOSITIONS.contains(&bare(word)) || is_complement(bare(word)))
        || at == start && (NO_HEADS.contains(&word) || acts(text, at))
        || at > start && (ADVERBS.contains(&word) || time(text, at) > 0)
        || at == start && matches!(bare(word), "في" | "من")
        || word == "في" && (person || OCCASIONS.contains(&next))
        || word == "من" && person
        || word == "ل" && (person || next == "«" || next == "\"")
        || word.starts_with('ل')
            && words[at].mention != 0
            && !words[at].person
            && !word.starts_with("لل")
            && person
        || word.starts_with("لل") && person
        || at > start && person && word.starts_with('ب') && words[at].mention == 0 && word.len() > 6
}

/// `بيان صادر عن الوزارة`.
fn is_issued(word: &str) -> bool {
    matches!(word, "صادر" | "صادره" | "الصادر" | "الصادره")
}

/// The nearest person before a reporting word in its own sentence, title included.
pub(super) fn person_before(text: &Text, layout: &Layout, cue: usize) -> Option<(usize, usize)> {
    let words = &text.words;
    let mut all = (layout.start(cue)..cue).rev().filter(|&at| layout.opaque_at(at).is_none());
    all.find(|&at| words[at].person).map(|at| with_title(text, layout, at))
}

/// The noun that begins the sentence of the word at `limit`, where it begins with one.
pub(super) fn subject(text: &Text, layout: &Layout, limit: usize) -> Option<(usize, usize)> {
    let words = &text.words;
    let from = first_noun(text, layout.start(limit), limit)?;
    let noun = &words[from];
    if layout.opaque_at(from).is_some() || !(noun.mention != 0 || bare(noun.text).starts_with("ال")) {
        return None;
    }
    after(text, layout, behind_verb(text, from), limit)
}

/// The phrase that begins the clause of the reporting word at `cue`: behind a comma, `أن`, `لكن` and their like.
pub(super) fn clause(text: &Text, layout: &Layout, cue: usize) -> Option<(usize, usize)> {
    let words = &text.words;
    let start = layout.start(cue).max(cue.saturating_sub(20));
    let verb = first_particle(text, start, cue);
    let border = |at: usize| {
        let word = &words[at];
        matches!(word.text, "،" | "," | "." | ":" | "؛" | "-" | "–")
            || is_complement(word.text)
            || CONJUNCTIONS.contains(&word.text)
            || word.cue.is_some()
    };
    let from = (start..verb).rev().find(|&at| border(at)).map_or(start, |at| at + 1);
    after(text, layout, behind_verb(text, first_noun(text, from, verb)?), verb)
}

/// `سمعت شابا يقول`: the noun right before the reporting word at `cue`.
pub(super) fn before(text: &Text, layout: &Layout, cue: usize) -> Option<(usize, usize)> {
    let start = layout.start(cue);
    let to = first_particle(text, start, cue);
    let at = to.checked_sub(1).filter(|&at| at >= start)?;
    let word = &text.words[at];
    let noun = word.person || word.mention == 0 && !word.mark && word.cue.is_none();
    let other = PREPOSITIONS.contains(&word.text) || clause::passes(word.text) || is_complement(word.text);
    let from = if word.person { with_title(text, layout, at).0 } else { at };
    (noun && !other).then_some((from, to))
}

/// `كان يقول`: the first of the particles that stand before the verb at `cue`.
fn first_particle(text: &Text, start: usize, cue: usize) -> usize {
    let particle = |at: &usize| VERB_PARTICLES.contains(&text.words[*at].text);
    (start..cue).rev().take_while(particle).last().unwrap_or(cue)
}

/// `التقى فلان الوفد`: where the verb's own subject begins.
pub(super) fn behind_verb(text: &Text, at: usize) -> usize {
    let word = &text.words[at];
    let verb = !word.person && !is_title(word.text);
    let next = text.words.get(at + 1);
    at + usize::from(verb && next.is_some_and(|next| next.person || acts(text, at) && !next.mark))
}

/// Whether the word is a verb of the present: no phrase begins with one.
fn acts(text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    word.mention == 0 && !is_bare_title(word.text) && verb::is_present(word.text)
}

fn first_noun(text: &Text, from: usize, limit: usize) -> Option<usize> {
    let words = &text.words;
    let at = (from..limit).find(|&at| !words[at].mark && !CONJUNCTIONS.contains(&words[at].text))?;
    words[at].cue.is_none().then_some(at)
}

/// A word without its conjunction.
fn bare(word: &str) -> &str {
    word.strip_prefix('و').unwrap_or(word)
}

/// The nearest phrases before `limit` that begin with a title or a kinship and the nearest names of bodies and places.
pub(super) fn heads(text: &Text, layout: &Layout, limit: usize) -> Vec<((usize, usize), &'static str)> {
    let words = &text.words;
    let mut found = Vec::new();
    let (mut titles, mut bodies) = (0, 0);
    let level = layout.within(limit);
    let mut at = limit;
    while at > limit.saturating_sub(60) && titles + bodies < 5 {
        at -= 1;
        let word = &words[at];
        if word.mark || word.person || layout.opaque_at(at).is_some_and(|outer| Some(outer) != level) {
            continue;
        }
        let near = at >= layout.start(limit);
        if word.mention != 0 && bodies < 2 {
            let mention = word.mention;
            let from = (0..=at).rev().take_while(|&at| words[at].mention == mention).last().unwrap_or(at);
            found.push(((from, at + 1), if near { "body" } else { "body-far" }));
            bodies += 1;
            at = from;
        } else if word.mention == 0 && is_title(word.text) && titles < 3 {
            let phrase = after(text, layout, at, limit);
            found.extend(phrase.map(|phrase| (phrase, if near { "title" } else { "title-far" })));
            titles += 1;
        }
    }
    found
}

/// The name around the word at `at` with the title before it.
pub(super) fn with_title(text: &Text, layout: &Layout, at: usize) -> (usize, usize) {
    let words = &text.words;
    let mention = words[at].mention;
    let mut from = at;
    while from > 0 && words[from - 1].mention == mention {
        from -= 1;
    }
    let mut to = at + 1;
    while to < words.len() && words[to].mention == mention {
        to += 1;
    }
    let start = layout.start(from).max(from.saturating_sub(8));
    let mut title = from;
    for before in (start..from).rev() {
        let word = &words[before];
        if word.mark
            || word.cue.is_some()
            || word.person
            || is_complement(word.text)
            || PREPOSITIONS.contains(&word.text)
            || clause::passes(word.text)
        {
            break;
        }
        if is_title(word.text) {
            title = before;
        }
    }
    (title, to)
}

pub(super) fn is_title(word: &str) -> bool {
    let rest = word.strip_prefix('و').or(word.strip_suffix('ا'));
    is_bare_title(word) || rest.is_some_and(is_bare_title)
}

/// Whether the word as it is means an office or a kinship, in any gender and number: `رئيس`, `رئيسة`, `مدربون`.
fn is_bare_title(word: &str) -> bool {
    let titled = |word: &str| {
        let entry = lexicon().get(hash(word.as_bytes()));
        entry.is(Trigger::Title) || entry.is(Trigger::Kin)
    };
    let stems = ["ه", "ون", "ين", "ان", "ات"].iter().filter_map(|ending| word.strip_suffix(ending));
    titled(word) || stems.filter(|stem| stem.chars().count() > 2).any(titled)
}

/// How many folded bytes of a phrase's first word are no part of it: `والوزير`, `وفقا للوزير`.
pub(super) fn proclitic(text: &Text, from: usize) -> usize {
    let words = &text.words;
    let word = words[from].text;
    let source = from > 0
        && words[from - 1].text.ends_with('ا')
        && words[from - 1].cue.is_some_and(|cue| cue.kind == Kind::Source);
    match word.strip_prefix('و') {
        Some(rest) if !is_bare_title(word) && (rest.starts_with("ال") || is_bare_title(rest)) => {
            'و'.len_utf8()
        }
        _ if source && word.starts_with("لل") => "لل".len(),
        _ if source && word.starts_with('ل') && word.chars().count() > 3 => 'ل'.len_utf8(),
        _ => 0,
    }
}

/// Whether a phrase speaks of a woman, or of a body with a feminine name, where its first word or the article tells.
pub(super) fn gender(text: &Text, from: usize, to: usize) -> Option<bool> {
    let head = text.words[from].text;
    let feminine = text.is_feminine(from);
    let titled = is_title(head);
    if text.person_at(from, to).is_some() && !(titled && feminine) {
        return text.gender(from, to).or(titled.then_some(false));
    }
    // `الخبراء`, `الصحراء`.
    (feminine || !head.ends_with("اء")).then_some(feminine)
}
