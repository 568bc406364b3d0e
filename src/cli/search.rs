//! `hamish search`.

use std::{
    io::{IsTerminal, stdout},
    process::ExitCode,
};

use hamish::{
    Span,
    search::{Reach, search},
    segment::paragraphs,
};
use lexopt::{Arg, Parser, ValueExt};

use super::{Failure, Pieces, json_line, print, read_text};

/// The exit code is 1 where nothing was found, as grep's.
pub(super) fn run(mut arguments: Parser) -> Result<ExitCode, Failure> {
    let (mut query, mut path) = (None, None);
    let mut reach = Reach::Word;
    let mut as_json = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("prefix") => reach = Reach::Prefix,
            Arg::Long("json") => as_json = true,
            Arg::Value(value) if query.is_none() => query = Some(value.string()?),
            Arg::Value(value) if path.is_none() => path = Some(value.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let (Some(query), Some(path)) = (query, path) else {
        return Err("search what? Give a query, and a file or - for standard input".into());
    };
    let text = read_text(&path)?;
    let hits = search(&text, &query, reach);
    let is_colour = stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let marks = if is_colour { ["\x1b[1;33m", "\x1b[0m"] } else { ["⟦", "⟧"] };
    print(&if as_json { json_line(&Pieces::new(&text, &hits))? } else { shown(&text, &hits, marks) })?;
    Ok(if hits.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// The paragraphs that hold hits, a line each, the hits in marks.
fn shown(text: &str, hits: &[Span], [opening, closing]: [&str; 2]) -> String {
    let mut out = String::new();
    let mut hits = hits.iter().copied().peekable();
    for paragraph in paragraphs(text) {
        let mut at = paragraph.start;
        while let Some(hit) = hits.next_if(|hit| hit.start < paragraph.end) {
            out.extend([&text[at..hit.start], opening, hit.of(text), closing]);
            at = hit.end;
        }
        if at > paragraph.start {
            out.extend([&text[at..paragraph.end.max(at)], "\n"]);
        }
    }
    out
}
