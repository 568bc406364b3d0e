//! Many articles: a JSON object a line in, an annotated one a line out, in the same order.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, BufWriter, Write},
    process::ExitCode,
};

use hamish::{Analyzer, record::Record};

use super::{Failure, about};

#[derive(serde::Deserialize)]
struct Line {
    id: String,
    text: String,
}

/// Annotates every line of `path`. A bad line is told on standard error with its number, the good ones are written
/// all the same, and the exit code is 1.
pub(super) fn run(analyzer: &Analyzer, path: &str) -> Result<ExitCode, Failure> {
    let input: Box<dyn BufRead> = match path {
        "-" => Box::new(io::stdin().lock()),
        _ => Box::new(BufReader::new(File::open(path).map_err(|e| about(path, e))?)),
    };
    match annotate(analyzer, input, BufWriter::new(io::stdout().lock())) {
        Ok(0) => Ok(ExitCode::SUCCESS),
        Ok(bad) => {
            eprintln!("hamish: {bad} bad lines were left out");
            Ok(ExitCode::FAILURE)
        }
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(e) => Err(about(path, e)),
    }
}

/// The number of bad lines.
fn annotate(analyzer: &Analyzer, mut input: impl BufRead, mut output: impl Write) -> io::Result<usize> {
    let mut bad = 0;
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        match serde_json::from_slice::<Line>(&line) {
            Ok(Line { id, text }) => {
                let annotations = analyzer.analyze(&text);
                serde_json::to_writer(&mut output, &Record::new(&text, &annotations).with_id(&id))?;
                output.write_all(b"\n")?;
            }
            Err(e) => {
                eprintln!("hamish: line {number}: {e}; a line is {{\"id\": \"…\", \"text\": \"…\"}}");
                bad += 1;
            }
        }
    }
    output.flush()?;
    Ok(bad)
}
