//! The repository's own chores: `cargo xtask tables|tidy|size`.

mod abbreviations;
mod addresses;
mod breaks;
mod languages;
#[cfg(test)]
mod lists;
mod names;
mod packer;
mod quotes;
mod size;
mod tables;
mod tidy;
mod unicode;
mod weights;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

const HELP: &str = "\
cargo xtask tables [--check]   generate src/tables/ from data/, or compare the two
cargo xtask tidy               the house rules that a compiler does not check
cargo xtask size               bytes of everything that a page downloads, held against the budget";

/// What went wrong, a line each.
type Outcome = Result<(), Vec<String>>;

/// A table's bytes, or what went wrong.
type Bytes = Result<Vec<u8>, Vec<String>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments[..] {
        ["tables"] => tables::write(),
        ["tables", "--check"] => tables::check(),
        ["tidy"] => tidy::run(),
        ["size"] => size::run(),
        _ => Err(vec![HELP.to_owned()]),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(lines) => {
            lines.iter().for_each(|line| eprintln!("{line}"));
            ExitCode::FAILURE
        }
    }
}

/// The repository's folder.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The text of a file of the repository.
fn read(path: &str) -> Result<String, Vec<String>> {
    std::fs::read_to_string(root().join(path)).map_err(|e| vec![format!("{path}: {e}")])
}
