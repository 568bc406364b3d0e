//! The `hamish` command.

fn main() {}
