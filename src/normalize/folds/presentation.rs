//! Presentation forms, left by old typesetting: ﻣ → م, ﻻ → لا, ﷲ → الله. The phrases ﷺ ﷻ ﷼ and marks that stand alone
//! have folds of their own.

use super::Fold;

pub(super) const FOLD: Fold = Fold::new("presentation");
