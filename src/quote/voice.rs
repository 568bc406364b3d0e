//! Whose voice a paragraph without marks is in: that of one who speaks of himself, or the reporter's.

use crate::name::{lexicon::lexicon, table::hash};

use super::{
    cue::Form,
    lists::FIRST_PERSON,
    mark,
    text::{Text, Word},
};

/// Whose words a paragraph sounds like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// It tells of the one who speaks.
    Speaker,
    /// It begins with a reporting word.
    Reporter,
    /// Nothing tells.
    Unknown,
}

/// A glance at so many words must do.
const GLANCE: usize = 60;

/// Whose words the paragraph that begins at `at` sounds like, up to its first mark.
pub(super) fn of(text: &Text, at: usize) -> Voice {
    let Some(line) = text.words.get(at).map(|word| word.line) else { return Voice::Unknown };
    let words = &text.words[at..];
    let words = || words.iter().take(GLANCE).take_while(|word| word.line == line);
    if words().take(3).any(|word| word.cue.is_some_and(|cue| cue.form == Form::Verb && !cue.first)) {
        return Voice::Reporter;
    }
    let unmarked = words().zip(at..).take_while(|&(_, at)| mark::read(text, at).is_none());
    let own = |word: &str| FIRST_PERSON.contains(&word) || is_of_us(word);
    let tells = |word: &Word| own(word.text) || word.text.strip_prefix('و').is_some_and(own);
    let mut plain = unmarked.map(|(word, _)| word).filter(|word| word.mention == 0);
    if plain.any(tells) { Voice::Speaker } else { Voice::Unknown }
}

/// `نلعب`, `سنلعب`: what is `يلعب` of another; `ارسلنا`, but not `بيانا`, which is `بيان`.
fn is_of_us(word: &str) -> bool {
    let known = |word: &str| lexicon().get(hash(word.as_bytes())).known;
    let long = |stem: &&str| stem.chars().count() > 2;
    let acts = word.strip_prefix('س').unwrap_or(word).strip_prefix('ن').filter(long);
    let acted = word.strip_suffix("نا").filter(long);
    acts.is_some_and(|stem| known(&format!("ي{stem}")))
        || acted.is_some_and(|stem| known(stem) && !known(&format!("{stem}ن")))
}
