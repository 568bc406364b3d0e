//! Arabic and typographic punctuation → ASCII.

use super::Fold;

pub(super) const FOLD: Fold = Fold::new("punctuation").turning(&[
    ('،', ','),
    ('؛', ';'),
    ('؟', '?'),
    ('٪', '%'),
    ('٫', '.'),
    ('٬', ','),
    ('٭', '*'),
    ('۔', '.'),
    ('‐', '-'),
    ('‑', '-'),
    ('‒', '-'),
    ('–', '-'),
    ('—', '-'),
    ('―', '-'),
]);
