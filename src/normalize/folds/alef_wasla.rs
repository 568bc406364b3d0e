//! Alef wasla → bare alef.

use super::Fold;

pub(super) const FOLD: Fold = Fold::new("alef-wasla").turning(&[('ٱ', 'ا')]);
