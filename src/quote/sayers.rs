//! Who is named as speaking anywhere in the article, also below what is asked about.

use std::collections::HashMap;

use crate::name::table::hash;

use super::{cue::Form, layout::Layout, named, text::Text};

/// How often each is the subject of a reporting word.
#[derive(Debug, Default)]
pub(super) struct Sayers(HashMap<u64, usize>);

impl Sayers {
    /// Looks through the whole article once.
    pub(super) fn new(text: &Text, layout: &Layout) -> Self {
        let mut sayers = Self::default();
        let says = |at: &usize| text.words[*at].cue.is_some_and(|cue| cue.form == Form::Verb);
        for at in (0..text.words.len()).filter(says) {
            if let Some(words) = named::by(text, layout, at, layout.end(at)) {
                *sayers.0.entry(key(text, words)).or_default() += 1;
            }
        }
        sayers
    }

    /// How often the one whom the words name is named as speaking.
    pub(super) fn times(&self, text: &Text, words: (usize, usize)) -> usize {
        self.0.get(&key(text, words)).copied().unwrap_or(0)
    }
}

/// A number for the person whom the words name, else for their noun.
fn key(text: &Text, (from, to): (usize, usize)) -> u64 {
    text.person(from, to).map_or_else(|| hash(noun(text.words[from].text).as_bytes()), |person| person as u64)
}

/// The noun without its conjunction and article.
fn noun(word: &str) -> &str {
    let bare = word.strip_prefix('و').filter(|rest| rest.starts_with("ال")).unwrap_or(word);
    bare.strip_prefix("ال").unwrap_or(bare)
}
