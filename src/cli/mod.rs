//! One file a subcommand; here their choice and what they share.

mod analyze;
mod html;
mod markup;
mod ndjson;
mod normalize;
mod reading_time;
mod search;
mod segment;
mod terminal;
mod tidy;

use std::{
    fmt::Display,
    io::{self, Read, Write},
    process::ExitCode,
};

use hamish::{Span, utf16::Walk};

const HELP: &str = "\
hamish: reads Arabic news

    hamish analyze [OPTIONS] FILE|-     names, quotes, figures and reading time of one article
    hamish analyze --ndjson FILE|-      the same for many: {\"id\",\"text\"} lines in, annotated lines out

    hamish normalize [--folds NAMES] FILE|-     spelling folded: clean, marks, search (the default), loose, lucene,
                                                single folds (tatweel, digits, ...), several joined by +
    hamish normalize --ndjson FILE|-            the same for many, with the way back to the source
    hamish search [--prefix] QUERY FILE|-       where a text has these words, spelling folded
    hamish segment [--by words|sentences|paragraphs] FILE|-
    hamish tidy [--quotes guillemets|curly] [--hide-harakat] FILE|-
    hamish reading-time [--images COUNT] [--language TAG] FILE|-
        each of them: --json, one object with offsets

Options of analyze:
    --format text|json|html   text, in colour on a terminal, is the default
    --threshold NUMBER        leave out names with a lower score, 0 to 1
    --published YYYY-MM-DD    the day that أمس is counted from
    --find names,values,quotes    these alone
    --names FILE              your own names: a JSON list of {\"name\",\"type\",\"id\",\"aliases\"}

    hamish --help | --version

A first line is the headline. FILE is UTF-8; - is standard input. Offsets in JSON are UTF-16 code units.";

/// What went wrong, as it is told on standard error.
pub(crate) type Failure = Box<dyn std::error::Error>;

/// Runs the command that the arguments name. Its exit code is 0, 1 where some input lines were bad, 2 where nothing
/// could be done.
pub(crate) fn run() -> Result<ExitCode, Failure> {
    let mut arguments = lexopt::Parser::from_env();
    match arguments.next()? {
        Some(lexopt::Arg::Value(command)) => match command.to_str() {
            Some("analyze") => analyze::run(arguments),
            Some("normalize") => normalize::run(arguments),
            Some("reading-time") => reading_time::run(arguments),
            Some("search") => search::run(arguments),
            Some("segment") => segment::run(arguments),
            Some("tidy") => tidy::run(arguments),
            _ => Err(format!("no command {command:?}; see hamish --help").into()),
        },
        Some(lexopt::Arg::Long("version") | lexopt::Arg::Short('V')) => {
            print(concat!("hamish ", env!("CARGO_PKG_VERSION"), "\n"))
        }
        Some(lexopt::Arg::Long("help") | lexopt::Arg::Short('h')) => print(&format!("{HELP}\n")),
        Some(other) => Err(other.unexpected().into()),
        None => Err(format!("what to do?\n\n{HELP}").into()),
    }
}

/// The longest text that is read, in bytes.
const LONGEST: u64 = 1 << 30;
const TOO_LONG: &str = "more than 1 GiB, the longest that a text may be; split it";

/// The bytes of a file, or of standard input for `-`.
fn read(path: &str) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let (name, input): (_, Box<dyn io::Read>) = match path {
        "-" => ("standard input", Box::new(io::stdin().lock())),
        _ => (path, Box::new(std::fs::File::open(path).map_err(|e| about(path, e))?)),
    };
    input.take(LONGEST + 1).read_to_end(&mut bytes).map_err(|e| about(name, e))?;
    if bytes.len() as u64 > LONGEST {
        return Err(about(name, TOO_LONG));
    }
    Ok(bytes)
}

/// The text of a file, or of standard input for `-`.
fn read_text(path: &str) -> Result<String, Failure> {
    String::from_utf8(read(path)?).map_err(|e| {
        let at = e.utf8_error().valid_up_to();
        about(path, format!("not UTF-8 at byte {at}; convert it first, with iconv -t UTF-8 for one"))
    })
}

/// Pieces of a text, as JSON tells them.
#[derive(serde::Serialize)]
struct Pieces<'t> {
    offsets: &'static str,
    pieces: Vec<Piece<'t>>,
}

#[derive(serde::Serialize)]
struct Piece<'t> {
    start: usize,
    end: usize,
    text: &'t str,
}

impl<'t> Pieces<'t> {
    /// `spans` in order and apart.
    fn new(text: &'t str, spans: &[Span]) -> Self {
        let mut units = Walk::new(text);
        let pieces = spans.iter().map(|span| Piece {
            start: units.of(span.start),
            end: units.of(span.end),
            text: span.of(text),
        });
        Self { offsets: "utf16", pieces: pieces.collect() }
    }
}

fn json_line(record: &impl serde::Serialize) -> serde_json::Result<String> {
    Ok(serde_json::to_string(record)? + "\n")
}

/// Writes to standard output; a reader that has seen enough is no failure.
fn print(text: &str) -> Result<ExitCode, Failure> {
    match io::stdout().write_all(text.as_bytes()) {
        Err(e) if e.kind() != io::ErrorKind::BrokenPipe => Err(about("standard output", e)),
        _ => Ok(ExitCode::SUCCESS),
    }
}

fn about(what: &str, failure: impl Display) -> Failure {
    format!("{what}: {failure}").into()
}
