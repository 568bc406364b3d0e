//! Letters of scripts that have two cases → the small ones, where a letter's small form is one letter.

use super::Fold;
use crate::normalize::unicode::cases;

pub(super) const FOLD: Fold = Fold::new("case");

/// The small form, where it is another single character.
pub(crate) fn lower(c: char) -> Option<char> {
    if c.is_ascii() {
        return c.is_ascii_uppercase().then_some(c.to_ascii_lowercase());
    }
    let at = cases().capitals.binary_search(&(c as u32)).ok()?;
    char::from_u32(*cases().smalls.get(at)?)
}
