//! Paragraphs: lines with something on them.

use crate::{
    Span,
    bytes::{are, find},
};

/// The paragraphs of a text, blanks around them left out. A line's end ends one, whichever it is: LF, CR, both, NEL, or
/// Unicode's line and paragraph separators.
///
/// ```
/// use hamish::segment::paragraphs;
///
/// let text = "العنوان\n\n  قال. ثم مضى.\r\n";
/// assert_eq!(paragraphs(text).map(|one| one.of(text)).collect::<Vec<_>>(), ["العنوان", "قال. ثم مضى."]);
/// ```
pub fn paragraphs(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < text.len() {
            let end = line_end(text, at);
            let line = trimmed(text, Span::new(at, end));
            at = end + text[end..].chars().next().map_or(0, char::len_utf8);
            if !line.is_empty() {
                return Some(line);
            }
        }
        None
    })
}

/// The next line's end, or the text's.
fn line_end(text: &str, from: usize) -> usize {
    let first_bytes = |eight| are(eight, b'\n') | are(eight, b'\r') | are(eight, 0xC2) | are(eight, 0xE2);
    let mut at = from;
    while let Some(found) = find(text.as_bytes(), at, first_bytes) {
        if text[found..].starts_with(ends_line) {
            return found;
        }
        at = found + 1;
    }
    text.len()
}

/// Whether a character is a line's end.
pub(super) fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// A span without the blanks at its ends.
pub(crate) fn trimmed(text: &str, span: Span) -> Span {
    let all = span.of(text);
    let start = span.start + all.len() - all.trim_start().len();
    Span::new(start, start.max(span.start + all.trim_end().len()))
}
