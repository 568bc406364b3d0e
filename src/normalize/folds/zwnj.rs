//! The zero-width non-joiner, which Persian spelling uses inside a word.

use super::Fold;

pub(super) const FOLD: Fold = Fold::new("zwnj").dropping(&[('\u{200C}', '\u{200C}')]);
