//! What sort of word or phrase stands somewhere, as a feature's value.

use crate::name::lexicon::{Trigger, entry, lexicon};

use super::{lists::PREPOSITIONS, model::Ballot, phrase, text::Text};

/// What sort of word stands at `at`.
pub(super) fn class(text: &Text, at: usize) -> &'static str {
    let word = &text.words[at];
    match word.text {
        _ if word.cue.is_some() => "cue",
        "،" | "," => "comma",
        _ if word.mark => "mark",
        _ if word.person => "person",
        _ if word.mention != 0 => "name",
        "في" | "من" => "preposition",
        text if phrase::is_complement(text) => "complement",
        text if PREPOSITIONS.contains(text) => "preposition",
        text if text.starts_with("ال") => "definite",
        text if text.starts_with("لل") || text.starts_with("بال") => "preposition",
        _ => "word",
    }
}

/// What sort of phrase it is.
pub(super) fn of_phrase(text: &Text, (from, to): (usize, usize)) -> &'static str {
    let words = &text.words[from..to];
    if words.iter().any(|word| word.person) {
        "person"
    } else if words.iter().any(|word| word.mention != 0 && !word.place) {
        "name"
    } else if words.iter().any(|word| word.mention != 0) {
        "place"
    } else {
        "noun"
    }
}

/// What sort of word a phrase begins with.
pub(super) fn head(text: &Text, at: usize) -> &'static str {
    let word = &text.words[at];
    let definite = word.text.strip_prefix("ال");
    let is = |trigger| entry(word.text).is(trigger) || definite.is_some_and(|noun| entry(noun).is(trigger));
    if word.person {
        "person"
    } else if phrase::is_title(word.text) || definite.is_some_and(phrase::is_title) {
        "title"
    } else if word.mention != 0 {
        "name"
    } else if is(Trigger::OrganizationOut) || is(Trigger::OrganizationIn) {
        "body"
    } else if definite.is_some() {
        "definite"
    } else {
        shape(word.text)
    }
}

/// A word's last two letters.
pub(super) fn ending(word: &str) -> &str {
    word.char_indices().rev().nth(1).map_or(word, |(at, _)| &word[at..])
}

/// What a word's first letters tell of it.
pub(super) fn shape(word: &str) -> &'static str {
    let long = word.chars().count() > 3;
    match word.chars().next() {
        _ if word.starts_with("ال") => "definite",
        Some('ي' | 'ت' | 'ن') if long => "verb",
        Some('س') if long => "future",
        Some('ا') if long => "alef",
        Some('و') if long => "and",
        Some('ل' | 'ب') if long => "proclitic",
        Some('0'..='9') => "number",
        _ => "other",
    }
}

/// Says of which distributional cluster a word is.
pub(super) fn cluster(name: &str, word: &str, ballot: &mut Ballot) {
    let number = entry(word).cluster;
    if number > 0 {
        ballot.say_number(name, lexicon().coarse(number).into());
    }
}
