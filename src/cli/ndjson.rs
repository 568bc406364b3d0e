//! Many texts: a JSON object a line in, one a line out, in the same order.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read, Write},
    num::NonZero,
    panic::resume_unwind,
    process::ExitCode,
    thread,
};

use super::{Failure, LONGEST, TOO_LONG, about};

/// A line of the input.
#[derive(serde::Deserialize)]
pub(super) struct Line {
    pub(super) id: String,
    pub(super) text: String,
}

/// What is read ahead and shared out among the processors.
const BATCH_BYTES: usize = 1 << 20;

/// Answers every line of `path` with one. A bad line is told on standard error with its number, the good ones are written
/// all the same, and the exit code is 1.
pub(super) fn run(
    path: &str,
    answer: impl Fn(Line) -> serde_json::Result<String> + Sync,
) -> Result<ExitCode, Failure> {
    let input: Box<dyn Read> = match path {
        "-" => Box::new(io::stdin().lock()),
        _ => Box::new(File::open(path).map_err(|e| about(path, e))?),
    };
    match answer_all(&answer, BufReader::with_capacity(BATCH_BYTES, input), io::stdout().lock()) {
        Ok(0) => Ok(ExitCode::SUCCESS),
        Ok(bad) => {
            eprintln!("hamish: {bad} {} left out", if bad == 1 { "bad line was" } else { "bad lines were" });
            Ok(ExitCode::FAILURE)
        }
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(e) => Err(about(path, e)),
    }
}

/// The number of bad lines.
fn answer_all(
    answer: &(impl Fn(Line) -> serde_json::Result<String> + Sync),
    mut input: BufReader<impl Read>,
    mut output: impl Write,
) -> io::Result<usize> {
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    let (mut bad, mut number) = (0, 0);
    loop {
        let lines = next_batch(&mut input)?;
        if lines.is_empty() {
            return Ok(bad);
        }
        let shares = lines.chunks(lines.len().div_ceil(workers));
        let answers: Vec<Vec<serde_json::Result<String>>> = thread::scope(|scope| {
            let running: Vec<_> = shares
                .map(|share| scope.spawn(|| share.iter().map(|line| answer_line(answer, line)).collect()))
                .collect();
            running
                .into_iter()
                .map(|worker| worker.join().unwrap_or_else(|panic| resume_unwind(panic)))
                .collect()
        });
        for answer in answers.into_iter().flatten() {
            number += 1;
            match answer {
                Ok(json) => output.write_all(json.as_bytes())?,
                Err(e) => {
                    eprintln!("hamish: line {number}: {e}; a line is {{\"id\": \"…\", \"text\": \"…\"}}");
                    bad += 1;
                }
            }
        }
        output.flush()?;
    }
}

/// The lines at hand: one that is waited for, and those that came with it, so that a slow writer's lines are answered
/// one by one and a file's in large shares.
fn next_batch(input: &mut BufReader<impl Read>) -> io::Result<Vec<Vec<u8>>> {
    let mut lines = Vec::new();
    while lines.is_empty() || input.buffer().contains(&b'\n') {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        lines.push(line);
    }
    Ok(lines)
}

/// The answer to a line, empty for an empty one, or what is wrong with it.
fn answer_line(
    answer: &impl Fn(Line) -> serde_json::Result<String>,
    line: &[u8],
) -> serde_json::Result<String> {
    if line.trim_ascii().is_empty() {
        return Ok(String::new());
    }
    let line: Line = serde_json::from_slice(line)?;
    if line.text.len() as u64 > LONGEST {
        return Err(serde::de::Error::custom(TOO_LONG));
    }
    answer(line)
}
