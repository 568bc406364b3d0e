//! `hamish analyze`.

use std::{
    io::{IsTerminal, stdout},
    process::ExitCode,
};

use hamish::{Analyzer, Finding, Options, OwnName, record::Record};
use lexopt::{Arg, Parser, ValueExt};

use super::{Failure, about, html, json_line, ndjson, print, read_text, terminal};

pub(super) fn run(arguments: Parser) -> Result<ExitCode, Failure> {
    let call = Call::parse(arguments)?;
    let analyzer = Analyzer::new(call.options);
    if call.ndjson {
        return ndjson::run(&call.path, |line| {
            json_line(&Record::new(&line.text, &analyzer.analyze(&line.text)).with_id(&line.id))
        });
    }
    let text = read_text(&call.path)?;
    let annotations = analyzer.analyze(&text);
    print(&match call.format {
        Format::Json => json_line(&Record::new(&text, &annotations))?,
        Format::Html => html::page(&text, &annotations),
        Format::Text if stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none() => {
            terminal::coloured(&text, &annotations)
        }
        Format::Text => terminal::plain(&text, &annotations),
    })
}

struct Call {
    path: String,
    format: Format,
    ndjson: bool,
    options: Options,
}

enum Format {
    Text,
    Json,
    Html,
}

impl Call {
    fn parse(mut arguments: Parser) -> Result<Self, Failure> {
        let mut path = None;
        let mut names_path = None;
        let mut call =
            Call { path: String::new(), format: Format::Text, ndjson: false, options: Options::default() };
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("ndjson") => call.ndjson = true,
                Arg::Long("format") => call.format = Format::parse(&arguments.value()?.string()?)?,
                Arg::Long("threshold") => {
                    call.options = call.options.with_threshold(arguments.value()?.parse()?)?;
                }
                Arg::Long("published") => {
                    call.options = call.options.with_published(&arguments.value()?.string()?)?;
                }
                Arg::Long("find") => {
                    let findings: Result<Vec<Finding>, _> =
                        arguments.value()?.string()?.split(',').map(str::parse).collect();
                    call.options = call.options.with_findings(findings?);
                }
                Arg::Long("names") => {
                    let names = arguments.value()?.string()?;
                    call.options =
                        call.options.with_names(own_names(&names)?).map_err(|e| about(&names, e))?;
                    names_path = Some(names);
                }
                Arg::Value(value) if path.is_none() => path = Some(value.string()?),
                other => return Err(other.unexpected().into()),
            }
        }
        call.path = path.ok_or("analyze what? Give a file, or - for standard input")?;
        if call.path == "-" && names_path.as_deref() == Some("-") {
            return Err("standard input cannot be both the article and the names: give one as a file".into());
        }
        Ok(call)
    }
}

impl Format {
    fn parse(name: &str) -> Result<Self, Failure> {
        match name {
            "text" => Ok(Format::Text),
            "json" => Ok(Format::Json),
            "html" => Ok(Format::Html),
            _ => Err(format!("--format takes text, json or html, not {name:?}").into()),
        }
    }
}

fn own_names(path: &str) -> Result<Vec<OwnName>, Failure> {
    serde_json::from_str(&read_text(path)?).map_err(|e| {
        about(
            path,
            format!(
                "{e}; it takes a list like [{{\"name\": \"…\", \"type\": \"person\", \"id\": \"…\", \"aliases\": [\"…\"]}}], \
                 id and aliases if you like"
            ),
        )
    })
}
