//! Urdu's further letters → the Arabic letters that they grew from.

use super::Fold;

pub(super) const FOLD: Fold = Fold::new("urdu").turning(&[
    ('ٹ', 'ت'),
    ('ڈ', 'د'),
    ('ڑ', 'ر'),
    ('ژ', 'ز'),
    ('ں', 'ن'),
    ('ھ', 'ه'),
    ('ۂ', 'ه'),
    ('ۃ', 'ه'),
    ('ۓ', 'ي'),
]);
