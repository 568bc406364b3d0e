//! Harakat: the short vowels, tanwin and sukun; shadda has a fold of its own.

use super::Fold;

pub(super) const FOLD: Fold =
    Fold::new("harakat").dropping(&[('\u{064B}', '\u{0650}'), ('\u{0652}', '\u{0652}')]);
