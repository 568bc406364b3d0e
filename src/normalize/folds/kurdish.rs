//! Sorani Kurdish letters → the Arabic letters that they grew from.

use super::Fold;

pub(super) const FOLD: Fold = Fold::new("kurdish").turning(&[
    ('ە', 'ه'),
    ('ڕ', 'ر'),
    ('ڵ', 'ل'),
    ('ۆ', 'و'),
    ('ۇ', 'و'),
    ('ۋ', 'و'),
    ('ێ', 'ي'),
    ('ې', 'ي'),
    ('ۍ', 'ي'),
    ('ڪ', 'ك'),
]);
