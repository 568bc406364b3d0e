//! Whose voice a paragraph without marks is in: that of one who speaks of himself, or the reporter's.

use super::{
    cue::Form,
    lists::FIRST_PERSON,
    mark,
    text::{Text, Word},
    verb,
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
    let own = |word: &str| FIRST_PERSON.contains(word) || verb::is_of_us(word);
    let tells = |word: &Word| own(word.text) || word.text.strip_prefix('و').is_some_and(own);
    let mut plain = unmarked.map(|(word, _)| word).filter(|word| word.mention == 0);
    if plain.any(tells) { Voice::Speaker } else { Voice::Unknown }
}
