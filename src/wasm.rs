//! The boundary to JavaScript: the only file that names `wasm_bindgen`. One string in, one call; offsets leave as
//! UTF-16 code units.
