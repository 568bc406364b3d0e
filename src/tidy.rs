//! Typography for reading, as edits that a page or an editor can apply one by one.

use crate::{
    Span, order,
    segment::{is_alphanumeric, is_arabic_letter, paragraph::trimmed, quotation::pairs},
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
        let mut of_line = Vec::new();
        marks_and_blanks(source, at, at + line.len(), &mut of_line);
        quotation_marks(source, at, at + line.len(), style, &mut of_line);
        edits.append(&mut of_line);
        at += line.len();
    }
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
    apply_from(source, 0, edits)
}

/// What stands from byte `from` on, after `edits`.
fn apply_from(source: &str, from: usize, edits: &[Edit]) -> String {
    let mut text = String::with_capacity(source.len() - from);
    let mut from = from;
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
    is_mark && next.is_none_or(|c| !is_alphanumeric(c) && !matches!(c, ')' | '(' | '/' | '-' | '\\' | '|'))
}

/// Adds the quotation marks of the line from `start` to `end` to its edits so far, in pairs around Arabic words. Which
/// belong together is seen by what stands beside them after those edits.
fn quotation_marks(source: &str, start: usize, end: usize, style: QuoteStyle, edits: &mut Vec<Edit>) {
    let line = apply_from(&source[..end], start, edits);
    let mut marks: Vec<(usize, &'static str)> = Vec::new();
    let mut pairs = pairs(&line);
    order::by_key(&mut pairs, |pair| (pair.opening as u64, 0));
    let mut letter = 0;
    for pair in pairs {
        // The first Arabic letter behind the opening mark; each one is looked for once.
        if letter <= pair.opening {
            letter = line[pair.opening..].find(is_arabic_letter).map_or(line.len(), |at| pair.opening + at);
        }
        if letter > pair.closing {
            continue;
        }
        let is_inner = pair.depth % 2 == 1;
        let styled = if is_inner == (style == QuoteStyle::Curly) { ["«", "»"] } else { ["“", "”"] };
        marks.extend([pair.opening, pair.closing].into_iter().zip(styled));
    }
    order::by_key(&mut marks, |mark| (mark.0 as u64, 0));
    let mut made = edits.clone().into_iter().peekable();
    let mut dropped = 0;
    for (at, mark) in marks {
        while let Some(edit) = made.next_if(|edit| edit.span.start <= start + at + dropped) {
            dropped += edit.span.len() - edit.replacement.len();
        }
        let len = line[at..].chars().next().map_or(0, char::len_utf8);
        if &line[at..at + len] != mark {
            let at = start + at + dropped;
            edits.push(Edit { span: Span::new(at, at + len), replacement: mark });
        }
    }
    order::by_key(edits, |edit| (edit.span.start as u64, edit.span.end as u64));
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{00A0}' | '\u{2002}'..='\u{200A}' | '\u{202F}')
}

/// Where from `at` on the first character stands that is not `of` the kind.
fn skip(source: &str, at: usize, end: usize, of: fn(char) -> bool) -> usize {
    source[at..end].find(|c| !of(c)).map_or(end, |len| at + len)
}
