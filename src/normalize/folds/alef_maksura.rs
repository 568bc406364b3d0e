//! Alef maksura → yeh, which Egyptian papers write for one another.

use super::Fold;

pub(super) const FOLD: Fold = Fold::new("alef-maksura").turning(&[('ى', 'ي')]);
