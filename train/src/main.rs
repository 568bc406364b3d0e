//! Fits the models.

mod affinity;
mod anercorp;
mod clitics;
mod corpus;
mod ftrl;
mod gold;
mod letters;
mod model;
mod names;
mod prepared;
mod printed;
mod quotes;
mod renamed;
mod score;
mod stems;
mod trees;
mod weights;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

const HELP: &str = "\
train letters                  the weights of name-likeness, from data/names
train clitics SHARED           the weights of proclitics, from SHARED/data/gold and data/articles
train stems                    the words of standard input's lines without their proclitics
train affinity                 how often the words of standard input's lines are parts of names, to data/names
train names SHARED [OPTION…]   the name model, from SHARED/data
train quotes SHARED cross|dev|fit [--found] [kind|speaker|report]
                               the quote model, from SHARED/data";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments[..] {
        ["letters"] => letters::train(),
        ["clitics", shared] => clitics::train(Path::new(shared)),
        ["stems"] => stems::print().map_err(|e| e.to_string()),
        ["affinity"] => affinity::write().map_err(|e| e.to_string()),
        ["names", shared, ref options @ ..] => names::run(Path::new(shared), options),
        ["quotes", shared, ref options @ ..] => quotes::run(Path::new(shared), options),
        _ => Err(HELP.to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// A path in the repository's `data/`.
fn data(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../data").join(path)
}
