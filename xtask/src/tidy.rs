//! The house rules that a compiler does not check.

use std::{fs, path::Path};

use crate::{Outcome, read, root};

/// The stages in their order, by folder or file in `src/`. A stage imports no later one.
const STAGES: [&str; 6] = ["normalize", "segment", "name", "value", "quote", "reading_time"];

/// The only files that may name a word: boundaries, and the command.
const ONLY_IN: [(&str, &[&str]); 6] = [
    ("wasm_bindgen", &["src/wasm.rs", "src/wasm/"]),
    ("js_sys", &["src/wasm.rs", "src/wasm/"]),
    ("utf16::", &["src/wasm.rs", "src/record.rs", "src/utf16.rs", "src/cli/"]),
    ("std::fs", &["src/cli/"]),
    ("std::net", &[]),
    ("std::time", &[]),
];

/// Lines that a source file may have at most, generated tables aside.
const LONGEST: usize = 450;

pub(crate) fn run() -> Outcome {
    let mut wrong = Vec::new();
    let mut sources = Vec::new();
    walk(&root().join("src"), "src", &mut sources);
    sources.retain(|path| path.ends_with(".rs") && !path.starts_with("src/tables/"));
    for path in &sources {
        let text = read(path)?;
        layers(path, &text, &mut wrong);
        boundaries(path, &text, &mut wrong);
    }
    for folder in ["src", "train", "xtask", "www", "tools", "tests", "benches"] {
        lengths(folder, &mut wrong);
    }
    for document in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "data/SOURCES.md"] {
        links(document, &read(document)?, &mut wrong);
    }
    provenance(&mut wrong)?;
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

fn layers(path: &str, text: &str, wrong: &mut Vec<String>) {
    let Some(stage) = STAGES.iter().position(|stage| in_stage(path, stage)) else { return };
    for later in &STAGES[stage + 1..] {
        if uses(text, "crate", later) {
            wrong.push(format!("{path}: stage {} imports the later stage {later}", STAGES[stage]));
        }
    }
}

fn in_stage(path: &str, stage: &str) -> bool {
    path == format!("src/{stage}.rs") || path.starts_with(&format!("src/{stage}/"))
}

/// Whether code imports a module of a crate: `crate::name`, or `name` in a list after `use crate::{`.
fn uses(text: &str, of: &str, module: &str) -> bool {
    let code: String =
        text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let listed = code.split(&format!("use {of}::{{")).skip(1).any(|rest| {
        let list = rest.split(';').next().unwrap_or_default();
        list.split([',', '{', '}']).any(|item| item.trim().split([':', ' ']).next() == Some(module))
    });
    listed || code.contains(&format!("{of}::{module}::")) || code.contains(&format!("{of}::{module};"))
}

fn boundaries(path: &str, text: &str, wrong: &mut Vec<String>) {
    for (word, places) in ONLY_IN {
        if places.iter().any(|place| path.starts_with(place)) {
            continue;
        }
        let written = text.lines().any(|line| line.contains(word) && !line.trim_start().starts_with("//"));
        let listed = word.strip_prefix("std::").is_some_and(|module| uses(text, "std", module));
        if written || listed {
            wrong.push(format!("{path}: `{word}` has no place here"));
        }
    }
}

fn lengths(folder: &str, wrong: &mut Vec<String>) {
    let mut paths = Vec::new();
    walk(&root().join(folder), folder, &mut paths);
    for path in paths {
        let source =
            [".rs", ".ts", ".mjs"].iter().any(|ending| path.ends_with(ending)) && !path.contains("/tables/");
        let lines = if source { read(&path).map_or(0, |text| text.lines().count()) } else { 0 };
        if lines > LONGEST {
            wrong.push(format!("{path}: {lines} lines; is it one subject?"));
        }
    }
}

/// Files that a document names in backquotes or links to must be there.
fn links(document: &str, text: &str, wrong: &mut Vec<String>) {
    let folder = Path::new(document).parent().unwrap_or(Path::new(""));
    let quoted = text.split('`').skip(1).step_by(2);
    let linked = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    for name in quoted.chain(linked) {
        let looks_like_file = name.contains('/')
            && !name.contains([' ', '*', '<', '{', ':', '|', '…', '$', '@'])
            && !name.starts_with(['/', '.', '-'])
            && !["dist/", "pkg/", "target/", "node_modules/", "hamish/"]
                .iter()
                .any(|made| name.starts_with(made));
        let there = [root().join(folder).join(name), root().join(name), root().join("src").join(name)];
        if looks_like_file && !there.iter().any(|path| path.exists()) {
            wrong.push(format!("{document}: names {name}, which is not there"));
        }
    }
}

/// Every file in `data/` has a line in its SOURCES.md.
fn provenance(wrong: &mut Vec<String>) -> Outcome {
    let sources = read("data/SOURCES.md")?;
    let mut files = Vec::new();
    walk(&root().join("data"), "data", &mut files);
    for path in files {
        let name = path.trim_start_matches("data/");
        let folder = name.split('/').next().unwrap_or(name);
        let known = sources.contains(&format!("`{name}`"))
            || sources.contains(&format!("`{folder}/*`"))
            || sources.contains(&format!("`{folder}/`"));
        if !known && name != "SOURCES.md" {
            wrong.push(format!("data/SOURCES.md does not say where {path} is from"));
        }
    }
    Ok(())
}

/// The files below a folder, as paths from the repository's root.
fn walk(folder: &Path, name: &str, found: &mut Vec<String>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = format!("{name}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            walk(&entry.path(), &path, found);
        } else {
            found.push(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::boundaries;

    #[test]
    fn what_has_no_place_is_seen_in_lists_too() {
        let wrong = |text: &str| {
            let mut wrong = Vec::new();
            boundaries("src/search.rs", text, &mut wrong);
            wrong.len()
        };
        assert_eq!(wrong("use std::fs;"), 1);
        assert_eq!(wrong("let now = std::time::Instant::now();"), 1);
        assert_eq!(wrong("use std::{\n    fmt,\n    fs::{self, File},\n    net as wire,\n};"), 2);
        assert_eq!(wrong("// use std::{fs, time};\nuse std::{fmt, ops::Range};\nfn fs() {}"), 0);
    }
}
