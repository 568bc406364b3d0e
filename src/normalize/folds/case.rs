//! Letters of scripts that have two cases → the small ones, where a letter's small form is one letter.

use super::Fold;

pub(super) const FOLD: Fold = Fold::new("case");

/// The small form, where it is another single character.
pub(in crate::normalize) fn lower(c: char) -> Option<char> {
    let mut small = c.to_lowercase();
    match (small.next(), small.next()) {
        (Some(one), None) if one != c => Some(one),
        _ => None,
    }
}
