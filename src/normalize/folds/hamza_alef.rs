//! Hamza before alef → the alef: قرءان is قرآن.

use super::Fold;

pub(super) const FOLD: Fold = Fold::new("hamza-alef");
