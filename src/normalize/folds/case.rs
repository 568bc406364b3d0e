//! Letters of scripts that have two cases → the small ones, where a letter's small form is one letter.

use super::Fold;
use crate::normalize::unicode::{Cases, cases};

pub(super) const FOLD: Fold = Fold::new("case");

/// The small form, where it is another single character.
pub(crate) fn lower(c: char) -> Option<char> {
    if c.is_ascii() {
        return c.is_ascii_uppercase().then_some(c.to_ascii_lowercase());
    }
    let Cases { firsts, lasts, strides, smalls } = cases();
    let row = firsts.partition_point(|&first| first <= c.into()).checked_sub(1)?;
    let behind = u32::from(c) - firsts[row];
    let in_row = u32::from(c) <= lasts[row] && behind.is_multiple_of(strides[row]);
    in_row.then(|| char::from_u32(smalls[row] + behind)).flatten()
}
