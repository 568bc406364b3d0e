//! The `hamish` command: articles from files, standard input or NDJSON; annotated text, JSON or HTML out.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::run() {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("hamish: {failure}");
            ExitCode::from(2)
        }
    }
}
