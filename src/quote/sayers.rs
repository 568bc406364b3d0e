//! Who is named as speaking anywhere in the article, also below what is asked about.

use std::collections::HashMap;

use super::{cue::Form, layout::Layout, named, text::Text};

/// How often each is the subject of a reporting word.
#[derive(Debug, Default)]
pub(super) struct Sayers<'d> {
    persons: HashMap<usize, usize>,
    /// Those who are no persons, by the noun.
    nouns: HashMap<&'d str, usize>,
}

impl<'d> Sayers<'d> {
    /// Looks through the whole article once.
    pub(super) fn new(text: &Text<'d>, layout: &Layout) -> Self {
        let mut sayers = Self::default();
        let says = |at: &usize| text.words[*at].cue.is_some_and(|cue| cue.form == Form::Verb);
        for at in (0..text.words.len()).filter(says) {
            let Some((from, to)) = named::by(text, layout, at, layout.end(at)) else { continue };
            let count = match text.person(from, to) {
                Some(person) => sayers.persons.entry(person).or_default(),
                None => sayers.nouns.entry(noun(text, from)).or_default(),
            };
            *count += 1;
        }
        sayers
    }

    /// How often the one whom the words name is named as speaking.
    pub(super) fn times(&self, text: &Text<'d>, (from, to): (usize, usize)) -> usize {
        let count = match text.person(from, to) {
            Some(person) => self.persons.get(&person),
            None => self.nouns.get(noun(text, from)),
        };
        count.copied().unwrap_or(0)
    }
}

/// The noun at `at` without its conjunction and article.
fn noun<'d>(text: &Text<'d>, at: usize) -> &'d str {
    let word = text.words[at].text;
    let bare = word.strip_prefix('و').filter(|rest| rest.starts_with("ال")).unwrap_or(word);
    bare.strip_prefix("ال").unwrap_or(bare)
}
