//! Typography for reading, as edits that a page or an editor can apply one by one.

use crate::{
    Span, order,
    segment::{paragraph::trimmed, quotation::pairs},
};

/// Replace what stands at `span` of the source text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced.
    pub span: Span,
    /// What stands there then; nothing, where it is empty.
    pub replacement: &'static str,
}

/// The quotation marks that a tidied text has; the others are used inside of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum QuoteStyle {
    /// «…», as most Arabic papers print.
    #[default]
    Guillemets,
    /// “…”, as many Arabic sites do.
    Curly,
}

/// What typography asks to change: blanks before ، ؛ : ؟ ! . … closed up, doubled blanks made one, three dots made one
/// sign, quotation marks around Arabic words made one style. Edits are sorted and apart; a tidied text needs none.
///
/// ```
/// use hamish::tidy::{QuoteStyle, apply, tidy};
///
/// let source = "قال :  \"لا أعرف ...\" ، ثم مضى";
/// assert_eq!(apply(source, &tidy(source, QuoteStyle::Guillemets)), "قال: «لا أعرف…»، ثم مضى");
/// ```
pub fn tidy(source: &str, style: QuoteStyle) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        marks_and_blanks(source, at, at + line.len(), &mut edits);
        quotation_marks(source, at, at + line.len(), style, &mut edits);
        at += line.len();
    }
    order::by_key(&mut edits, |edit| (edit.span.start as u64, edit.span.end as u64));
    edits
}

/// What hides harakat, shadda and the dagger alef. Hamza and madda stay, as they spell.
///
/// ```
/// use hamish::tidy::{apply, hide_harakat};
///
/// let source = "وَقَالَ مُحَمَّدٌ";
/// assert_eq!(apply(source, &hide_harakat(source)), "وقال محمد");
/// ```
pub fn hide_harakat(source: &str) -> Vec<Edit> {
    let is_haraka = |c| matches!(c, '\u{064B}'..='\u{0652}' | '\u{0670}');
    let mut edits = Vec::new();
    let mut at = 0;
    while let Some(found) = source[at..].find(is_haraka) {
        let start = at + found;
        at = source[start..].find(|c| !is_haraka(c)).map_or(source.len(), |end| start + end);
        edits.push(Edit { span: Span::new(start, at), replacement: "" });
    }
    edits
}

/// The text after `edits`, sorted and apart.
///
/// # Panics
/// Where the edits were not made for this text.
pub fn apply(source: &str, edits: &[Edit]) -> String {
    let mut text = String::with_capacity(source.len());
    let mut from = 0;
    for edit in edits {
        text.push_str(&source[from..edit.span.start]);
        text.push_str(edit.replacement);
        from = edit.span.end;
    }
    text.push_str(&source[from..]);
    text
}

/// Blanks before marks, doubled blanks and dots of the line from `start` to `end`.
fn marks_and_blanks(source: &str, start: usize, end: usize, edits: &mut Vec<Edit>) {
    let words = trimmed(source, Span::new(start, end));
    let mut at = start;
    while let Some(found) = source[at..end].find(|c| is_blank(c) || c == '.') {
        let from = at + found;
        let blanks = skip(source, from, end, is_blank);
        let mut edit = |span: Span, replacement| {
            if span.of(source) != replacement {
                edits.push(Edit { span, replacement });
            }
        };
        let dots = dots_end(source, blanks, end);
        let opens_line = from <= words.start;
        at = if let Some(dots) = dots {
            if !opens_line && blanks > from {
                edit(Span::new(from, blanks), "");
            }
            edit(Span::new(blanks, dots), "…");
            dots
        } else if blanks == from {
            from + 1
        } else if opens_line || blanks >= words.end {
            blanks
        } else if closes_up(&source[blanks..end]) {
            edit(Span::new(from, blanks), "");
            blanks
        } else {
            if source[from..blanks].chars().nth(1).is_some() {
                edit(Span::new(from, blanks), " ");
            }
            blanks
        };
    }
}

/// The end of three or more dots at `at`, blanks among them.
fn dots_end(source: &str, at: usize, end: usize) -> Option<usize> {
    let mut count = 0;
    let mut behind = at;
    let mut next = at;
    while source[next..end].starts_with('.') {
        count += 1;
        behind = next + 1;
        next = skip(source, behind, end, is_blank);
    }
    (count > 2).then_some(behind)
}

/// Whether a mark begins `rest` that stands right behind a word: what follows it is neither letter nor digit, as in
/// `.com`, nor the rest of a smiley.
fn closes_up(rest: &str) -> bool {
    let mut chars = rest.chars();
    let is_mark =
        chars.next().is_some_and(|c| matches!(c, '،' | '؛' | ':' | '؟' | '!' | '.' | '…' | '?' | '؍'));
    let next = chars.next();
    is_mark && next.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, ')' | '(' | '/' | '-' | '\\' | '|'))
}

/// Quotation marks of the line from `start` to `end`, in pairs around Arabic words.
fn quotation_marks(source: &str, start: usize, end: usize, style: QuoteStyle, edits: &mut Vec<Edit>) {
    for pair in pairs(&source[start..end]).iter().filter(|pair| pair.is_arabic) {
        let is_inner = pair.depth % 2 == 1;
        let marks = if is_inner == (style == QuoteStyle::Curly) { ["«", "»"] } else { ["“", "”"] };
        for (at, mark) in [start + pair.opening, start + pair.closing].into_iter().zip(marks) {
            let len = source[at..].chars().next().map_or(0, char::len_utf8);
            if &source[at..at + len] != mark {
                edits.push(Edit { span: Span::new(at, at + len), replacement: mark });
            }
        }
    }
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{00A0}' | '\u{2002}'..='\u{200A}' | '\u{202F}')
}

/// Where from `at` on the first character stands that is not `of` the kind.
fn skip(source: &str, at: usize, end: usize, of: fn(char) -> bool) -> usize {
    source[at..end].find(|c| !of(c)).map_or(end, |len| at + len)
}
