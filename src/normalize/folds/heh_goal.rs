//! Urdu's heh goal, and heh with yeh above → heh.

use super::Fold;

pub(super) const FOLD: Fold = Fold::new("heh-goal").turning(&[('ہ', 'ه'), ('ۀ', 'ه')]);
