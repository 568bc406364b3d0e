//! `hamish tidy`.

use std::process::ExitCode;

use hamish::{
    tidy::{QuoteStyle, apply, hide_harakat, tidy},
    utf16::Walk,
};
use lexopt::{Arg, Parser, ValueExt};
use serde::Serialize;

use super::{Failure, json_line, print, read_text};

#[derive(Serialize)]
struct Edits {
    offsets: &'static str,
    edits: Vec<EditRecord>,
}

#[derive(Serialize)]
struct EditRecord {
    start: usize,
    end: usize,
    replacement: &'static str,
}

pub(super) fn run(mut arguments: Parser) -> Result<ExitCode, Failure> {
    let mut path = None;
    let mut style = QuoteStyle::Guillemets;
    let (mut hides_harakat, mut as_json) = (false, false);
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("quotes") => {
                style = match arguments.value()?.string()?.as_str() {
                    "guillemets" => QuoteStyle::Guillemets,
                    "curly" => QuoteStyle::Curly,
                    other => return Err(format!("--quotes takes guillemets or curly, not {other:?}").into()),
                }
            }
            Arg::Long("hide-harakat") => hides_harakat = true,
            Arg::Long("json") => as_json = true,
            Arg::Value(value) if path.is_none() => path = Some(value.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let text = read_text(&path.ok_or("tidy what? Give a file, or - for standard input")?)?;
    let mut edits = tidy(&text, style);
    if hides_harakat {
        // The two never meet: one edits blanks and marks, the other signs on letters.
        edits.extend(hide_harakat(&text));
        edits.sort_unstable_by_key(|edit| edit.span);
    }
    if !as_json {
        return print(&apply(&text, &edits));
    }
    let mut units = Walk::new(&text);
    let edits = edits.iter().map(|edit| EditRecord {
        start: units.of(edit.span.start),
        end: units.of(edit.span.end),
        replacement: edit.replacement,
    });
    print(&json_line(&Edits { offsets: "utf16", edits: edits.collect() })?)
}
