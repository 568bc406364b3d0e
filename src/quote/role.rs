//! What a phrase is to the words before it, titles and nouns that it belongs to passed over: `على رئيسة الوزراء فلانة`.

use super::{
    aside::is_occasion,
    clause::bare,
    cue::Form,
    lists::{CONJUNCTIONS, VERB_PARTICLES, is_governor},
    phrase,
    text::Text,
    verb,
};

/// How many words are passed over.
const REACH: usize = 7;

/// What stands before a phrase.
#[derive(Clone, Copy, Debug)]
pub(super) struct Role {
    /// What the phrase is to it.
    pub name: &'static str,
    /// The word, unless the phrase begins its paragraph.
    pub governor: Option<usize>,
    /// The first of the titles that were passed over.
    pub title: Option<usize>,
}

/// The role of the phrase that begins at `from`.
pub(super) fn of(text: &Text, from: usize) -> Role {
    let words = &text.words;
    let mut title = None;
    if is_oblique(text, from) {
        return Role { name: "object", governor: Some(from), title };
    }
    let line = words[from].line;
    for at in (from.saturating_sub(REACH)..from).rev() {
        let word = &words[at];
        if word.line != line {
            return Role { name: "^", governor: None, title };
        }
        let name = match word.text {
            "،" | "," => "comma",
            "." | "؛" | "؟" | "!" | ":" => "^",
            _ if word.mark => "mark",
            _ if word.cue.is_some_and(|cue| cue.form == Form::Noun) => "cue-noun",
            _ if word.cue.is_some_and(|cue| cue.feminine) => "cue-she",
            _ if word.cue.is_some() => "cue",
            text if phrase::is_complement(text) => "that",
            text if is_governor(bare(text)) => "object",
            _ if is_oblique(text, at) => {
                let titled = word.text.strip_prefix(['ل', 'ب', 'ك']).is_some_and(phrase::is_title);
                return Role {
                    name: "object",
                    governor: Some(at),
                    title: if titled { Some(at) } else { title },
                };
            }
            text if CONJUNCTIONS.contains(text) || VERB_PARTICLES.contains(bare(text)) => "conjunction",
            text if phrase::is_title(text) => {
                title = Some(at);
                continue;
            }
            text if word.mention != 0 || text.starts_with("ال") => continue,
            _ if is_done_to(text, at) => "met",
            text if verb::is_present(text) => "verb",
            text if is_hers(text) => "verb-she",
            text if verb::is_noun(text) => "genitive",
            _ => "word",
        };
        return Role { name, governor: Some(at), title };
    }
    Role { name: if from == 0 { "^" } else { "far" }, governor: None, title }
}

/// `بعد لقائه فلانا`: what somebody does, to whom stands behind it; not `من مكتبه`.
fn is_done_to(text: &Text, at: usize) -> bool {
    let when = at.checked_sub(1).map_or("", |at| bare(text.words[at].text));
    matches!(when, "بعد" | "قبل" | "عقب" | "اثر" | "خلال" | "اثناء" | "لدي" | "عند")
        && text.is_owned(at)
        && !is_occasion(text.unowned(at))
        && !phrase::is_owned_title(text, at)
}

/// Whether ل, ب or ك is written onto the word.
pub(super) fn is_oblique(text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    let letters = bare(word.text);
    word.clitic && word.text.starts_with(['ل', 'ب', 'ك'])
        || letters.starts_with("لل")
        || letters.starts_with("بال")
        || word.mention == 0
            && !phrase::is_title(letters)
            && letters.strip_prefix(['ل', 'ب', 'ك']).is_some_and(phrase::is_title)
}

/// `ظهرت`: a verb of the past.
pub(super) fn is_hers(word: &str) -> bool {
    word.ends_with('ت') && !word.ends_with("ات") && word.len() > 6
}
