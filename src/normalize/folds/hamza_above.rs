//! The hamza sign written above as a mark of its own.

use super::Fold;

pub(super) const FOLD: Fold = Fold::new("hamza-above").dropping(&[('\u{0654}', '\u{0654}')]);
