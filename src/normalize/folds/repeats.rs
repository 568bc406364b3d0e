//! Three or more of one letter → one: هههههه, مبروووك.

use super::Fold;

pub(super) const FOLD: Fold = Fold::new("repeats");
