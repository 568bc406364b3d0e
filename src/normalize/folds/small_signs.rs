//! All other Arabic marks: madda, hamza below, honorifics, small Quranic letters and pause signs.

use super::Fold;

pub(super) const FOLD: Fold = Fold::new("small-signs").dropping(&[
    ('\u{0610}', '\u{061A}'),
    ('\u{0653}', '\u{0653}'),
    ('\u{0655}', '\u{065F}'),
    ('\u{06D6}', '\u{06DC}'),
    ('\u{06DF}', '\u{06E4}'),
    ('\u{06E7}', '\u{06E8}'),
    ('\u{06EA}', '\u{06ED}'),
    ('\u{0898}', '\u{089F}'),
    ('\u{08CA}', '\u{08E1}'),
    ('\u{08E3}', '\u{08FF}'),
]);
