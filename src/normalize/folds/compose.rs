//! Canonical composition, Unicode's NFC (UAX #15): ا and a hamza sign are أ. The work is done by `compose.rs`, one
//! folder up.

use super::Fold;

pub(super) const FOLD: Fold = Fold::new("compose");
