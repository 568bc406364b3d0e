//! Urdu's yeh barree → yeh.

use super::Fold;

pub(super) const FOLD: Fold = Fold::new("yeh-barree").turning(&[('ے', 'ي')]);
