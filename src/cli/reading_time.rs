//! `hamish reading-time`.

use std::process::ExitCode;

use hamish::reading_time;
use lexopt::{Arg, Parser, ValueExt};

use super::{Failure, json_line, print, read_text};

pub(super) fn run(mut arguments: Parser) -> Result<ExitCode, Failure> {
    let mut path = None;
    let mut images = 0;
    let mut language = None;
    let mut as_json = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("images") => images = arguments.value()?.parse()?,
            Arg::Long("language") => language = Some(arguments.value()?.string()?),
            Arg::Long("json") => as_json = true,
            Arg::Value(value) if path.is_none() => path = Some(value.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let text = read_text(&path.ok_or("the reading time of what? Give a file, or - for standard input")?)?;
    let mut time = reading_time::of(&text).with_images(images);
    if let Some(language) = language {
        time = time.with_label_in(&language);
    }
    print(&if as_json { json_line(&time)? } else { time.label + "\n" })
}
