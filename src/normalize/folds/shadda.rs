//! Shadda, the doubling mark.

use super::Fold;

pub(super) const FOLD: Fold = Fold::new("shadda").dropping(&[('\u{0651}', '\u{0651}')]);
