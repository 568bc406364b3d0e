//! Unicode's space separators (general category Zs) → the plain blank. Tabs and line ends stay.

use super::Fold;

pub(super) const FOLD: Fold = Fold::new("blanks").turning(&[
    ('\u{00A0}', ' '),
    ('\u{1680}', ' '),
    ('\u{2000}', ' '),
    ('\u{2001}', ' '),
    ('\u{2002}', ' '),
    ('\u{2003}', ' '),
    ('\u{2004}', ' '),
    ('\u{2005}', ' '),
    ('\u{2006}', ' '),
    ('\u{2007}', ' '),
    ('\u{2008}', ' '),
    ('\u{2009}', ' '),
    ('\u{200A}', ' '),
    ('\u{202F}', ' '),
    ('\u{205F}', ' '),
    ('\u{3000}', ' '),
]);
