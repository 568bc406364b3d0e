//! Quotation marks → the typewriter's.

use super::Fold;

pub(super) const FOLD: Fold = Fold::new("quotes").turning(&[
    ('«', '"'),
    ('»', '"'),
    ('“', '"'),
    ('”', '"'),
    ('„', '"'),
    ('‟', '"'),
    ('″', '"'),
    ('‘', '\''),
    ('’', '\''),
    ('‚', '\''),
    ('‛', '\''),
    ('′', '\''),
    ('‹', '\''),
    ('›', '\''),
]);
