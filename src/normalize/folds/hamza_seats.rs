//! Hamza on waw and on yeh → their seats.

use super::Fold;

pub(super) const FOLD: Fold = Fold::new("hamza-seats").turning(&[('ؤ', 'و'), ('ئ', 'ي')]);
