//! Presentation forms of marks that stand alone: ﹶ is a blank and a fatha, ﹷ a tatweel and a fatha.

use super::Fold;

pub(super) const FOLD: Fold = Fold::new("isolated-marks");
