//! Generated tables; `cargo xtask tables` writes them from `data/`.

pub(crate) mod abbreviations;
pub(crate) mod breaks;
pub(crate) mod forms;
pub(crate) mod languages;
