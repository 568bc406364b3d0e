//! Zero-width characters and soft hyphens. The joiner inside an emoji sequence stays: without it one picture falls
//! into several.

use super::Fold;

pub(super) const FOLD: Fold = Fold::new("zero-width").dropping(&[
    ('\u{00AD}', '\u{00AD}'),
    ('\u{200B}', '\u{200B}'),
    ('\u{200D}', '\u{200D}'),
    ('\u{2060}', '\u{2060}'),
    ('\u{FEFF}', '\u{FEFF}'),
]);

/// Whether a joiner behind `before` joins emoji.
pub(in crate::normalize) fn joins_emoji(before: Option<char>) -> bool {
    matches!(
        before,
        Some(
            '\u{231A}'..='\u{23FF}'
            | '\u{2600}'..='\u{27BF}'
            | '\u{2B00}'..='\u{2BFF}'
            | '\u{FE0F}'
            | '\u{1F000}'..='\u{1FAFF}',
        )
    )
}
