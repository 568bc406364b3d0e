//! `hamish segment`.

use std::process::ExitCode;

use hamish::{
    Span,
    segment::{paragraphs, sentences, words},
};
use lexopt::{Arg, Parser, ValueExt};

use super::{Failure, Pieces, json_line, print, read_text};

pub(super) fn run(mut arguments: Parser) -> Result<ExitCode, Failure> {
    let mut path = None;
    let mut by: fn(&str) -> Vec<Span> = |text| sentences(text).collect();
    let mut as_json = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("by") => {
                by = match arguments.value()?.string()?.as_str() {
                    "words" => |text| words(text).collect(),
                    "sentences" => |text| sentences(text).collect(),
                    "paragraphs" => |text| paragraphs(text).collect(),
                    other => {
                        return Err(
                            format!("--by takes words, sentences or paragraphs, not {other:?}").into()
                        );
                    }
                }
            }
            Arg::Long("json") => as_json = true,
            Arg::Value(value) if path.is_none() => path = Some(value.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let text = read_text(&path.ok_or("segment what? Give a file, or - for standard input")?)?;
    let spans = by(&text);
    if as_json {
        return print(&json_line(&Pieces::new(&text, &spans))?);
    }
    print(&spans.iter().flat_map(|span| [span.of(&text), "\n"]).collect::<String>())
}
