//! Who acts in a clause, as far as the words that it begins with tell.

use crate::name::lexicon::{Trigger, entry};

use super::{
    cue::Form,
    layout::Layout,
    lists::{ADVERBS, CONJUNCTIONS, PREPOSITIONS, PRONOUNS, VERB_PARTICLES, is_governor},
    named, phrase, role,
    text::{Text, without_owner},
    verb,
};

/// An adverbial phrase before the clause ends within so many words.
const ADVERBIAL: usize = 25;

/// The acting phrase of the clause that begins at `from`, and whether it is the `topic` before its verb, the `agent`
/// behind it or the `sayer` behind a reporting verb.
pub(super) fn actor(
    text: &Text,
    layout: &Layout,
    from: usize,
    limit: usize,
) -> Option<((usize, usize), &'static str)> {
    let words = &text.words;
    let mut at = from;
    // `وفي يوم الجمعة، أمر فلان`: adverbial phrases before the clause are passed.
    for _ in 0..2 {
        at = (at..limit).find(|&at| {
            let word = &words[at];
            !(word.mark || word.mention == 0 && passes(word.text))
        })?;
        let word = &words[at];
        if layout.opaque_at(at).is_some() {
            return None;
        }
        // `جاءت النادلة` tells nothing.
        let came = || word.cue.is_some_and(|cue| cue.lemma == "جاء");
        if word.cue.is_some_and(|cue| cue.form == Form::Verb) {
            let named = named::by(text, layout, at, limit);
            if named.is_some() || !came() {
                return named.map(|phrase| (phrase, "sayer"));
            }
        }
        // `الحق أن فلانا قال`.
        if words[..limit].get(at + 1).is_some_and(|next| phrase::is_complement(next.text)) {
            at += 2;
            continue;
        }
        // `تلك مهزلة`, `إنهم صغار` tell what somebody is; `هذا الرجل يعمل` names him.
        if word.mention == 0 && PRONOUNS.contains(bare(word.text)) {
            let named = words.get(at + 1).is_some_and(|next| next.text.starts_with("ال"));
            return phrase::after(text, layout, at + 1, limit)
                .filter(|_| named)
                .map(|phrase| (phrase, "topic"));
        }
        if is_nominal(text, at) || is_noun(text, at) || at > 0 && is_topic(words[at - 1].text, word.text) {
            let subject = phrase::behind_verb(text, at);
            return phrase::after(text, layout, subject, limit).map(|phrase| (phrase, "topic"));
        }
        if !is_adverbial(text, at) {
            let subject = (at + 1..limit).find(|&at| !passes(words[at].text) || words[at].mention != 0)?;
            // `يبعد زبائنه`: whose they are acts; `وصل والده` names another.
            let another = !text.is_owned(subject) || phrase::is_owned_title(text, subject);
            return phrase::after(text, layout, subject, limit)
                .filter(|_| another)
                .map(|phrase| (phrase, "agent"));
        }
        let comma = |at: usize| matches!(words[at].text, "،" | ",");
        // `وعند الباب وقفت فلانة`, not `في المدينة التي شهدت`.
        let acts = |at: usize| {
            let told = PREPOSITIONS.contains(words[at - 1].text) || phrase::is_complement(words[at - 1].text);
            let hers =
                || words[at].mention == 0 && words[at].text.strip_suffix('ت').is_some_and(verb::is_past);
            !told && words[at].cue.is_none() && (phrase::acts(text, at) || phrase::acted(text, at) || hers())
        };
        at = (at + 1..limit.min(at + ADVERBIAL)).find(|&at| comma(at) || acts(at))?;
    }
    None
}

/// Who acts in the clauses between `start` and `limit`, the nearest first.
pub(super) fn actors(
    text: &Text,
    layout: &Layout,
    start: usize,
    limit: usize,
) -> Vec<((usize, usize), &'static str)> {
    let begins = |at: &usize| {
        let word = &text.words[*at];
        layout.opaque_at(*at).is_none()
            && (matches!(word.text, "،" | "," | "؛")
                || word.mention == 0 && (conjoins(text, *at) || phrase::is_complement(word.text)))
    };
    let clauses = (start..limit).rev().filter(begins).take(3);
    clauses
        .filter_map(|at| actor(text, layout, at + 1, limit))
        .map(|(words, via)| (words, inner(via)))
        .collect()
}

/// The name of what is found in a clause within its sentence.
fn inner(via: &str) -> &'static str {
    match via {
        "topic" => "inner-topic",
        "agent" => "inner-agent",
        _ => "inner-sayer",
    }
}

/// Whether a clause begins behind the word: `لكن`, `غير أن`, but not `غير مباشر`.
pub(super) fn conjoins(text: &Text, at: usize) -> bool {
    let that = || text.words.get(at + 1).is_some_and(|next| phrase::is_complement(next.text));
    CONJUNCTIONS.contains(text.words[at].text) && (text.words[at].text != "غير" || that())
}

/// Whether the word stands before the verb or the noun that counts.
pub(super) fn passes(word: &str) -> bool {
    CONJUNCTIONS.contains(word) || ADVERBS.contains(word) || VERB_PARTICLES.contains(bare(word))
}

/// Whether a noun phrase begins with the word: a name, a title, a noun with its article.
pub(super) fn is_nominal(text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    if word.mention != 0 {
        return !(word.clitic && word.text.starts_with(['ل', 'ب', 'ك']));
    }
    let word = bare(word.text);
    let reading = entry(word);
    word.starts_with("ال") && !verb::has_no_article(word)
        || reading.is(Trigger::Title)
        || reading.is(Trigger::Kin)
}

/// `لكن دبلوماسيا`: the accusative behind a particle that asks for it.
fn is_topic(particle: &str, word: &str) -> bool {
    matches!(particle, "لكن" | "ولكن" | "ان" | "وان" | "لان")
        && word.ends_with('ا')
        && word.chars().count() > 4
}

/// `مهزلة`, `رسائله`: a noun that is no name, without its article.
fn is_noun(text: &Text, at: usize) -> bool {
    let noun = text.unowned(at);
    text.words[at].mention == 0 && !phrase::is_object(text, at) && verb::is_noun(noun)
}

/// Whether a subject may begin with the word: a noun of any sort, no verb.
pub(super) fn is_subject(text: &Text, at: usize) -> bool {
    is_nominal(text, at) || !phrase::acts(text, at) && is_noun(text, at)
}

/// Whether an adverbial phrase begins with the word: `في`, `وبخطابها`, `للشركة`, a name that nothing else fits.
fn is_adverbial(text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    let bare = bare(word.text);
    word.mention != 0
        || PREPOSITIONS.contains(bare)
        || is_governor(bare)
        || role::is_oblique(text, at)
        || phrase::is_object(text, at)
        || bare.strip_prefix(['ب', 'ل']).is_some_and(|rest| {
            phrase::is_with(bare, rest) || verb::is_noun(without_owner(rest, || true).unwrap_or(rest))
        })
}

/// A word without its conjunction.
pub(super) fn bare(word: &str) -> &str {
    match word.strip_prefix(['و', 'ف']) {
        Some(rest) if rest.chars().count() > 1 => rest,
        _ => word,
    }
}
