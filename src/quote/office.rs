//! Who holds which office: `وزير الخارجية فلان` is `الوزير` further on.

use crate::name::lexicon::{Trigger, entry};

use super::{
    phrase, role,
    text::{Text, Word},
};

/// So many offices before a phrase are looked at, and so many behind it.
const NEAR: usize = 16;
/// How many words an office behind its holder's name has at most.
const LONGEST: usize = 6;

/// An office that the article names somebody with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Office {
    /// Its words.
    words: (usize, usize),
    /// Who holds it.
    holder: usize,
}

/// All offices that stand beside the names of those who hold them, in the text's order.
pub(super) fn all(text: &Text) -> Vec<Office> {
    let words = &text.words;
    let mut offices = Vec::new();
    for at in 0..words.len() {
        let begins = at == 0 || words[at - 1].mention != words[at].mention;
        let Some(holder) = text.person_of(at).filter(|_| begins) else { continue };
        if let Some(title) = role::of(text, at).title.filter(|&title| is_office(words[title].text)) {
            offices.push(Office { words: (title, at), holder });
        }
        // `فلان، وزير الخارجية`; without the comma it may be whom he meets.
        let Some(comma) = (at..words.len()).find(|&end| words[end].mention != words[at].mention) else {
            break;
        };
        let goes_on =
            |word: &&Word| !word.mark && !word.person && word.cue.is_none() && word.line == words[at].line;
        let from = comma + 1;
        let long = words[from..].iter().take(LONGEST).take_while(goes_on).count();
        if matches!(words[comma].text, "،" | ",") && long > 0 && is_office(words[from].text) {
            offices.push(Office { words: (from, from + long), holder });
        }
    }
    offices
}

/// Who holds the office that the words tell: the last one before them, the next one behind where there is none.
pub(super) fn holder(text: &Text, offices: &[Office], (from, to): (usize, usize)) -> Option<usize> {
    let words = &text.words[from..to];
    let head = words.first()?.text;
    let definite = head.starts_with("ال")
        || words.get(1).is_some_and(|next| next.mention != 0 || next.text.starts_with("ال"));
    if !definite || !is_office(head) {
        return None;
    }
    let same = |office: &&Office| {
        let known = &text.words[office.words.0..office.words.1];
        let tells = |word: &Word| {
            word.mark
                || matches!(word.text, "نفسه" | "نفسها" | "ذاته" | "ذاتها")
                || known.iter().any(|other| noun(other.text) == noun(word.text))
        };
        noun(known[0].text) == noun(head) && words.iter().all(tells)
    };
    // `الرئيس` is rather `الرئيس فلان` than `رئيس البلدية فلان`.
    let titled = |office: &&Office| text.words[office.words.0].text.starts_with("ال");
    let (before, behind) = offices.split_at(offices.partition_point(|office| office.words.0 < from));
    let before = || before.iter().rev().take(NEAR).filter(same);
    let next = || behind.iter().take(NEAR).find(same);
    let found = if words.len() == 1 { before().find(titled) } else { None };
    found.or_else(|| before().next()).or_else(next).map(|office| office.holder)
}

/// Whether somebody holds what the word means: no kinship.
fn is_office(word: &str) -> bool {
    phrase::is_bare_title(noun(word)) && !entry(noun(word)).is(Trigger::Kin)
}

/// A word without its article.
fn noun(word: &str) -> &str {
    word.strip_prefix("ال").unwrap_or(word)
}
