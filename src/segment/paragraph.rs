//! Paragraphs: lines with something on them.

use crate::Span;

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
            let end = text[at..].find(ends_line).map_or(text.len(), |len| at + len);
            let line = trimmed(text, Span::new(at, end));
            at = end + text[end..].chars().next().map_or(0, char::len_utf8);
            if !line.is_empty() {
                return Some(line);
            }
        }
        None
    })
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
