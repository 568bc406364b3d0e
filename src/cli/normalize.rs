//! `hamish normalize`.

use std::process::ExitCode;

use hamish::{
    normalize::{Folds, normalize},
    utf16,
};
use lexopt::{Arg, Parser, ValueExt};
use serde::Serialize;

use super::{Failure, json_line, ndjson, print, read_text};

/// Folded text with the way back.
#[derive(Serialize)]
struct FoldedRecord<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    offsets: &'static str,
    text: &'a str,
    /// As `Folded.map` of the npm package.
    map: Vec<u32>,
}

pub(super) fn run(mut arguments: Parser) -> Result<ExitCode, Failure> {
    let mut path = None;
    let mut folds = Folds::SEARCH;
    let (mut as_json, mut is_ndjson) = (false, false);
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("folds") => folds = arguments.value()?.string()?.parse()?,
            Arg::Long("json") => as_json = true,
            Arg::Long("ndjson") => is_ndjson = true,
            Arg::Value(value) if path.is_none() => path = Some(value.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let path = path.ok_or("normalize what? Give a file, or - for standard input")?;
    if is_ndjson {
        return ndjson::run(&path, |line| record(Some(&line.id), &line.text, folds));
    }
    let text = read_text(&path)?;
    if as_json {
        return print(&record(None, &text, folds)?);
    }
    print(&normalize(&text, folds).text)
}

fn record(id: Option<&str>, source: &str, folds: Folds) -> serde_json::Result<String> {
    let folded = normalize(source, folds);
    let map = utf16::pairs(source, &folded);
    json_line(&FoldedRecord { id, offsets: "utf16", text: &folded.text, map })
}
