//! Bidi controls, which order text on the screen and spell nothing.

use super::Fold;

pub(super) const FOLD: Fold = Fold::new("bidi").dropping(&[
    ('\u{061C}', '\u{061C}'),
    ('\u{200E}', '\u{200F}'),
    ('\u{202A}', '\u{202E}'),
    ('\u{2066}', '\u{2069}'),
]);
