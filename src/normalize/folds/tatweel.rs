//! Tatweel, which stretches a word on the line.

use super::Fold;

pub(super) const FOLD: Fold = Fold::new("tatweel").dropping(&[('ـ', 'ـ')]);
