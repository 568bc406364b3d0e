//! Teh marbuta → heh.

use super::Fold;

pub(super) const FOLD: Fold = Fold::new("teh-marbuta").turning(&[('ة', 'ه')]);
