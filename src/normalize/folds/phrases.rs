//! The phrases ﷺ ﷻ and the sign ﷼, written out.

use super::Fold;

pub(super) const FOLD: Fold = Fold::new("phrases");
