//! Alef with hamza or madda → bare alef.

use super::Fold;

pub(super) const FOLD: Fold = Fold::new("alef").turning(&[('أ', 'ا'), ('إ', 'ا'), ('آ', 'ا')]);
