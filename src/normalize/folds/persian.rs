//! Persian kaf and yeh, which keyboards put into Arabic text.

use super::Fold;

pub(super) const FOLD: Fold = Fold::new("persian").turning(&[('ک', 'ك'), ('ی', 'ي')]);
