//! Find in the article: folded words, whatever proclitics the text writes onto them.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::{
    Span,
    normalize::{Folds, normalize},
    segment::is_alphanumeric,
};

/// How much of a word the query's last word must be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reach {
    /// All of it.
    #[default]
    Word,
    /// Its beginning, as while the reader types.
    Prefix,
}

/// Where `source` holds the words of `query`, in order and apart. A hit is whole grapheme clusters and leaves the
/// proclitics out.
///
/// Spelling is folded by [`Folds::LOOSE`] and [`Folds::CASE`]. A word of the text may have و ف ب ك ل س or ال before
/// the query's first word, and ل may have swallowed the alef of ال. Words of a phrase stand in one sentence. A query
/// without letters and digits is looked for as it is.
///
/// ```
/// use hamish::search::{Reach, search};
///
/// let source = "قال بوتين لأَحْمَد إن لبوتين رأيًا";
/// let hits = search(source, "بوتين", Reach::Word);
/// assert_eq!(hits.iter().map(|hit| hit.of(source)).collect::<Vec<_>>(), ["بوتين", "بوتين"]);
/// assert_eq!(search(source, "احمد", Reach::Word)[0].of(source), "أَحْمَد");
/// ```
pub fn search(source: &str, query: &str, reach: Reach) -> Vec<Span> {
    let folds = Folds::LOOSE | Folds::CASE;
    let query = normalize(query, folds).text;
    let text = normalize(source, folds);
    let phrase = Phrase::new(&query, reach);
    let hits =
        if phrase.words.is_empty() { literal(&text.text, query.trim()) } else { phrase.hits(&text.text) };
    let hits = hits.into_iter().map(|hit| text.map.to_source(hit)).collect();
    whole_clusters(source, hits)
}

/// The query's words.
struct Phrase<'q> {
    words: Vec<&'q str>,
    /// For a first word with ال: what of it stands behind a ل that swallowed the alef.
    contracted: Option<String>,
    reach: Reach,
}

impl<'q> Phrase<'q> {
    fn new(query: &'q str, reach: Reach) -> Self {
        let words: Vec<&str> = Words { text: query, at: 0 }.map(|word| &query[word]).collect();
        let stem = words.first().and_then(|first| first.strip_prefix("ال")).filter(|stem| !stem.is_empty());
        // للرئيس has both lams, للجنة only one for the two of اللجنة behind the preposition's.
        let contracted =
            stem.map(|stem| if stem.starts_with('ل') { stem.to_owned() } else { ["ل", stem].concat() });
        Self { words, contracted, reach }
    }

    fn hits(&self, text: &str) -> Vec<Span> {
        let mut hits = Vec::new();
        let mut from = 0;
        // Words without the first word's stem are passed over unread.
        while let Some(at) = text[from..].find(self.stem()).map(|at| from + at) {
            let mut words = Words { text, at: word_start(text, from, at) };
            let Some(word) = words.next() else { break };
            from = words.at;
            if let Some(start) = self.start_in(&text[word.clone()])
                && let Some(end) = self.end_behind(word.start + start, word.end, &mut words)
            {
                hits.push(Span::new(word.start + start, end));
                from = words.at;
            }
        }
        hits
    }

    /// What the first word has in every form.
    fn stem(&self) -> &str {
        let first = self.words.first().copied().unwrap_or_default();
        if self.contracted.is_some() { first.strip_prefix("ال").unwrap_or(first) } else { first }
    }

    /// Where in `word` the phrase's first word begins.
    fn start_in(&self, word: &str) -> Option<usize> {
        let first = *self.words.first()?;
        let matches = |rest: &str, wanted: &str| {
            if self.words.len() == 1 { self.ends_with(rest, wanted) } else { rest == wanted }
        };
        // Behind short words the proclitics are as often letters of another word: كان is no ك with ان.
        let letters = first.chars().take(3).count();
        let conjunctions = if letters < 2 { &[""][..] } else { &["", "و", "ف"] };
        for conjunction in conjunctions {
            let Some(bare) = word.strip_prefix(conjunction) else { continue };
            let offset = |rest: &str| word.len() - rest.len();
            if matches(bare, first) {
                return Some(offset(bare));
            }
            if letters < 2 {
                continue;
            }
            let behind_lam = bare.strip_prefix('ل');
            if let (Some(contracted), Some(rest)) = (&self.contracted, behind_lam)
                && matches(rest, contracted)
            {
                return Some(offset(rest));
            }
            let behind_preposition =
                if letters > 2 { bare.strip_prefix(['ب', 'ك']).or(behind_lam) } else { None };
            let behind_future =
                bare.strip_prefix('س').filter(|rest| letters > 2 && rest.starts_with(['ي', 'ت', 'ن', 'ا']));
            let behind_article = [Some(bare), behind_preposition]
                .into_iter()
                .flatten()
                .find_map(|rest| rest.strip_prefix("ال"))
                .or(behind_lam.and_then(|rest| rest.strip_prefix('ل')));
            let found = [behind_preposition, behind_future, behind_article]
                .into_iter()
                .flatten()
                .find(|rest| matches(rest, first));
            if let Some(rest) = found {
                return Some(offset(rest));
            }
        }
        None
    }

    /// Where the phrase ends whose first word begins at `start` in the word that ends at `end`; `words` go on behind it.
    fn end_behind(&self, start: usize, end: usize, words: &mut Words) -> Option<usize> {
        let text = words.text;
        let mut before = start..end;
        for (nth, wanted) in self.words.iter().enumerate().skip(1) {
            let word = words.next()?;
            let found = &text[word.clone()];
            let matches =
                if nth + 1 == self.words.len() { self.ends_with(found, wanted) } else { found == *wanted };
            if !matches || parts_sentences(&text[before.end..word.start]) {
                return None;
            }
            before = word;
        }
        let wanted = if self.words.len() == 1 && text[before.clone()].starts_with(self.words[0]) {
            self.words[0].len()
        } else if self.words.len() == 1 {
            self.contracted.as_ref().map_or(0, String::len)
        } else {
            self.words[self.words.len() - 1].len()
        };
        Some(before.start + wanted)
    }

    /// Whether a word of the text is the query's last word.
    fn ends_with(&self, word: &str, wanted: &str) -> bool {
        match self.reach {
            Reach::Word => word == wanted,
            Reach::Prefix => word.starts_with(wanted),
        }
    }
}

/// Runs of letters and digits; a separator between two digits belongs to the number.
#[derive(Clone)]
struct Words<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Words<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let rest = &self.text[self.at..];
        let start = self.at + rest.find(is_alphanumeric)?;
        let mut end = start;
        let mut chars = self.text[start..].chars().peekable();
        let mut before = '\0';
        while let Some(c) = chars.next() {
            let in_number = matches!(c, '.' | ',' | ':')
                && before.is_ascii_digit()
                && chars.peek().is_some_and(char::is_ascii_digit);
            if !(is_alphanumeric(c) || in_number || is_combining(c)) {
                break;
            }
            end += c.len_utf8();
            before = c;
        }
        self.at = end;
        Some(start..end)
    }
}

/// Where the word around `at` begins, or `from` if it begins before that.
fn word_start(text: &str, from: usize, at: usize) -> usize {
    let mut start = at;
    let mut behind = '\0';
    let mut chars = text[from..at].char_indices().rev().peekable();
    while let Some((offset, c)) = chars.next() {
        let in_number = matches!(c, '.' | ',' | ':')
            && behind.is_ascii_digit()
            && chars.peek().is_some_and(|(_, before)| before.is_ascii_digit());
        if !(is_alphanumeric(c) || in_number || is_combining(c)) {
            break;
        }
        start = from + offset;
        behind = c;
    }
    start
}

/// Marks of Latin, Greek and Cyrillic that composed with nothing, and joiners.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..'\u{370}' | '\u{200C}' | '\u{200D}')
}

/// Whether what stands between two words ends a sentence or a line.
fn parts_sentences(between: &str) -> bool {
    between.contains('\n') || between.contains(['.', '!', '?', '…']) && between.contains(' ')
}

fn literal(text: &str, query: &str) -> Vec<Span> {
    if query.is_empty() {
        return Vec::new();
    }
    text.match_indices(query).map(|(at, found)| Span::new(at, at + found.len())).collect()
}

/// Sorted spans rounded outward to grapheme clusters. What two share belongs to the first.
fn whole_clusters(source: &str, spans: Vec<Span>) -> Vec<Span> {
    let mut rounded: Vec<Span> = Vec::with_capacity(spans.len());
    let mut done = 0;
    for span in spans.into_iter().filter(|span| !span.is_empty()) {
        let from = source[done..span.start.max(done)].rfind(' ').map_or(done, |blank| done + blank);
        let mut start = None;
        let mut end = from;
        for cluster in source[from..].graphemes(true) {
            if end >= span.end {
                break;
            }
            end += cluster.len();
            if end > span.start && start.is_none() {
                start = Some(end - cluster.len());
            }
        }
        if let Some(start) = start {
            rounded.push(Span::new(start, end));
        }
        done = end;
    }
    rounded
}
