//! Generated tables; `cargo xtask tables` writes them from `data/`.

pub(crate) mod unicode;
