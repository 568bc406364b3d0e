//! The dagger alef of هٰذا. It is dropped, never turned into alef: news spells هذا.

use super::Fold;

pub(super) const FOLD: Fold = Fold::new("dagger-alef").dropping(&[('\u{0670}', '\u{0670}')]);
