//! Sentences: the boundaries of UAX #29, tailored to Arabic news.

use super::{
    is_alphanumeric, is_arabic_letter,
    paragraph::{ends_line, trimmed},
    quotation::{is_quotation_mark, pairs},
    sentence_bounds::SentenceBounds,
};
use crate::{Span, order, tables::abbreviations::ABBREVIATIONS};

/// The sentences of a text, blanks around them left out. These are the sentence boundaries of UAX #29 with these
/// tailorings:
///
/// | tailoring | example |
/// | --- | --- |
/// | no end inside of quotation marks that close in the same paragraph | `قال: «نعم. سنعود» ثم مضى` |
/// | none behind ؟ or ! and a closing quotation mark | `سأل: «هل نعود؟» ثم مضى` |
/// | none behind an abbreviation, an initial or a list's number | `د. أحمد`, `ج. ك. رولينغ`, `1. الأول` |
/// | … ends a sentence as `...` does; neither does behind a blank or a bracket | `ثم ... مضى (…) وعاد` |
/// | without a blank, a stop ends a sentence between Arabic words alone | `انتهى.وقال`, not `ق.م` or `a?b` |
///
/// ```
/// use hamish::segment::sentences;
///
/// let text = "التقى د. أحمد 3.5 مليون ناخب. قال: «نعم. سنعود». هل عاد؟";
/// let found: Vec<_> = sentences(text).map(|one| one.of(text)).collect();
/// assert_eq!(found, ["التقى د. أحمد 3.5 مليون ناخب.", "قال: «نعم. سنعود».", "هل عاد؟"]);
/// ```
pub fn sentences(text: &str) -> Sentences<'_> {
    Sentences {
        text,
        bounds: SentenceBounds::with_suspension(text),
        start: 0,
        line: 0,
        quoted: Quoted::default(),
    }
}

/// The iterator of [`sentences`].
#[derive(Clone, Debug)]
pub struct Sentences<'t> {
    text: &'t str,
    bounds: SentenceBounds<'t>,
    /// Where the next sentence begins.
    start: usize,
    /// Where its line begins.
    line: usize,
    quoted: Quoted,
}

impl Iterator for Sentences<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        while let Some(piece) = self.bounds.next() {
            if !self.ends(piece.end) {
                continue;
            }
            let sentence = trimmed(self.text, Span::new(self.start, piece.end));
            self.start = piece.end;
            if !sentence.is_empty() {
                return Some(sentence);
            }
        }
        None
    }
}

impl Sentences<'_> {
    /// Whether the sentence ends at `border`, where UAX #29 ends it.
    fn ends(&mut self, border: usize) -> bool {
        let piece = &self.text[self.start..border];
        if piece.ends_with(ends_line) {
            self.line = border;
            return true;
        }
        if border == self.text.len() {
            return true;
        }
        let stopped = piece.trim_end();
        let is_apart = stopped.len() < piece.len();
        if !is_apart && (stopped.ends_with(opens) || !self.text[border..].starts_with(is_arabic_letter)) {
            return false;
        }
        let closed = stopped.trim_end_matches(closes);
        let words = closed.trim_end_matches(is_stop);
        let stops = &closed[words.len()..];
        let ends = match stops {
            "." => !is_abbreviation(last_word(words)) && !is_list_number(words),
            "" | "۔" => true,
            _ if stops.contains(['؟', '?', '!']) => !stopped[closed.len()..].contains(is_quotation_mark),
            _ => !words.is_empty() && !words.ends_with([' ', '\u{A0}', '(', '[']),
        };
        let is_word = || words.chars().rev().take(2).filter(|&c| is_arabic_letter(c)).count() == 2;
        ends && (is_apart || is_word()) && !self.quoted.contains(self.text, self.line, border)
    }
}

/// Where the words of one line are that stand in quotation marks.
#[derive(Clone, Debug, Default)]
struct Quoted {
    /// Where the line ends that was read last.
    line_end: usize,
    /// From each opening mark to its closing one; outermost pairs alone, in order.
    ranges: Vec<Span>,
    /// The first range that does not lie before what was asked for last.
    next: usize,
}

impl Quoted {
    /// Whether `at`, no smaller than in the call before, lies in quotation marks of its line, which begins at `line`.
    fn contains(&mut self, text: &str, line: usize, at: usize) -> bool {
        if at > self.line_end {
            self.line_end = text[at..].find('\n').map_or(text.len(), |len| at + len);
            self.next = 0;
            self.ranges.clear();
            let found = pairs(&text[line..self.line_end]);
            let outermost = found.iter().filter(|pair| pair.depth == 0);
            self.ranges.extend(outermost.map(|pair| Span::new(line + pair.opening, line + pair.closing)));
            order::by_key(&mut self.ranges, |range| (range.start as u64, range.end as u64));
        }
        while self.ranges.get(self.next).is_some_and(|range| range.end < at) {
            self.next += 1;
        }
        self.ranges.get(self.next).is_some_and(|range| range.start < at)
    }
}

/// The letters, digits and full stops at the end of `words`; no more of them than an abbreviation has.
fn last_word(words: &str) -> &str {
    const LONGEST: usize = 8;
    let spells = |c: char| is_alphanumeric(c) || c == '.';
    let start = words.char_indices().rev().take(LONGEST).take_while(|&(_, c)| spells(c)).last();
    start.map_or("", |(at, _)| &words[at..])
}

fn is_abbreviation(word: &str) -> bool {
    let is_listed = |word: &str| ABBREVIATIONS.binary_search(&word).is_ok();
    let mut last = word.rsplit('.').next().unwrap_or_default().chars();
    let is_initial =
        last.next().is_some_and(|c| is_arabic_letter(c) || c.is_uppercase()) && last.next().is_none();
    is_initial || is_listed(word) || word.strip_prefix(['و', 'ل']).is_some_and(is_listed)
}

fn is_list_number(words: &str) -> bool {
    let number = last_word(words);
    let is_short = (1..=3).contains(&number.chars().count()) && number.chars().all(char::is_numeric);
    is_short && words[..words.len() - number.len()].trim_end().is_empty()
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '؟' | '?' | '!' | '…' | '۔')
}

fn opens(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '«' | '“' | '‘' | '‹')
}

fn closes(c: char) -> bool {
    opens(c) || matches!(c, ')' | ']' | '}' | '»' | '”' | '’' | '›' | '"' | '\'')
}
