//! Letters for foreign sounds → the letters that papers write for them: ڤ → ف, پ → ب, چ → ج, گ → ك.

use super::Fold;

pub(super) const FOLD: Fold =
    Fold::new("loan-letters").turning(&[('گ', 'ك'), ('ڤ', 'ف'), ('پ', 'ب'), ('چ', 'ج')]);
