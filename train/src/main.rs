//! Fits the models.
fn main() {}
