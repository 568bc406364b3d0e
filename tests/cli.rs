//! The `hamish` command, as a shell sees it.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used)]

use std::{
    io::Write,
    process::{Command, Output, Stdio},
};

const ARTICLE: &str = "وزيرة الصحة تزور عمّان\nقالت الوزيرة: «سنفتتح المستشفى غدًا».\n";

fn hamish(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_hamish"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that refuses its arguments does not read its input.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

#[test]
fn text_is_the_article_and_a_summary_without_colour_when_piped() {
    let output = hamish(&["analyze", "-"], ARTICLE.as_bytes());
    assert!(output.status.success());
    assert!(stdout(&output).starts_with(ARTICLE));
    assert!(stdout(&output).contains("Reading time: "));
    assert!(!stdout(&output).contains('\x1b'));
}

#[test]
fn json_offsets_are_utf16() {
    let text = "😀 ".to_owned() + ARTICLE;
    let output = hamish(&["analyze", "--format", "json", "-"], text.as_bytes());
    let record: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(record["offsets"], "utf16");
    let units: Vec<u16> = text.encode_utf16().collect();
    let quotes = record["quotes"].as_array().unwrap();
    assert!(!quotes.is_empty());
    for quote in quotes {
        let (start, end) =
            (quote["start"].as_u64().unwrap() as usize, quote["end"].as_u64().unwrap() as usize);
        assert_eq!(String::from_utf16_lossy(&units[start..end]), quote["text"].as_str().unwrap());
    }
}

#[test]
fn html_escapes_and_keeps_the_words() {
    let output =
        hamish(&["analyze", "--format", "html", "-"], "عنوان <b>\nقال فلان: «نعم & لا يا سادة».".as_bytes());
    assert!(stdout(&output).contains("&lt;b&gt;"));
    assert!(stdout(&output).contains("نعم &amp; لا يا سادة</q>"));
}

#[test]
fn values_are_told_in_every_format() {
    let text = "بلغت الكلفة 3 ملايين دولار في 12 مايو 2024.".as_bytes();
    let html = hamish(&["analyze", "--format", "html", "-"], text);
    assert!(stdout(&html).contains("<data class=\"money\" value=\"3000000 USD\">3 ملايين دولار</data>"));
    let plain = hamish(&["analyze", "-"], text);
    assert!(stdout(&plain).contains("12 مايو 2024 = 2024-05-12"));
}

#[test]
fn ndjson_keeps_order_and_tells_bad_lines() {
    let lines =
        "{\"id\":\"a\",\"text\":\"خبر\"}\nnot json\n\n{\"id\":\"b\",\"text\":\"خبر آخر\"}\n{\"id\":\"c\"}\n";
    let output = hamish(&["analyze", "--ndjson", "-"], lines.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let ids: Vec<String> = stdout(&output)
        .lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap()["id"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(ids, ["a", "b"]);
    assert!(stderr(&output).contains("line 2: "));
    assert!(stderr(&output).contains("line 5: missing field `text`"));
}

/// A file of names for the time of a test.
struct Names(std::path::PathBuf);

impl Names {
    fn new(test: &str, json: &str) -> Self {
        let path = std::env::temp_dir().join(format!("hamish-{}-{test}.json", std::process::id()));
        std::fs::write(&path, json).unwrap();
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Names {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn own_names_are_found_in_an_article_and_in_many() {
    let names = Names::new(
        "own",
        r#"[{"name": "مرصد الجبل", "type": "organization", "id": "own:7", "aliases": ["المرصد الجبلي"]}]"#,
    );
    let text = "أعلن المرصد الجبلي النتيجة.";
    let line = format!("{}\n", serde_json::json!({ "id": "a", "text": text }));
    for (arguments, input) in [
        (["analyze", "--names", names.path(), "--format", "json", "-"].as_slice(), text),
        (&["analyze", "--ndjson", "--names", names.path(), "-"], &line),
    ] {
        let output = hamish(arguments, input.as_bytes());
        let record: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(record["mentions"][0]["text"], "المرصد الجبلي");
        assert_eq!(record["entities"][0]["name"], "مرصد الجبل");
        assert_eq!(record["entities"][0]["id"], "own:7");
    }
}

#[test]
fn wrong_names_say_where_and_what_a_right_one_is() {
    for (test, json, says) in [
        ("field", r#"[{"nmae": "x", "type": "person"}]"#, "unknown field `nmae`"),
        ("type", r#"[{"name": "x", "type": "company"}]"#, "unknown variant `company`"),
        ("list", r#"{"name": "x", "type": "person"}"#, "it takes a list like"),
        ("letter", r#"[{"name": "12", "type": "person"}]"#, "at least one letter"),
    ] {
        let names = Names::new(test, json);
        let output = hamish(&["analyze", "--names", names.path(), "-"], b"");
        assert_eq!(output.status.code(), Some(2), "{test}");
        assert!(stderr(&output).contains(says), "{test}: {}", stderr(&output));
        assert!(stderr(&output).contains(names.path()), "{test}: {}", stderr(&output));
    }
    let output = hamish(&["analyze", "--names", "-", "-"], b"[]");
    assert!(stderr(&output).contains("cannot be both"));
}

#[test]
fn wrong_calls_say_what_and_what_to_do() {
    for (arguments, says) in [
        (vec!["analyze"], "Give a file, or -"),
        (vec!["analyze", "/nonexistent"], "/nonexistent"),
        (vec!["analyze", "--format", "xml", "-"], "text, json or html"),
        (vec!["analyze", "--threshold", "7", "-"], "a number from 0 to 1"),
        (vec!["analyze", "--find", "names,faces", "-"], "names, values and quotes"),
        (vec!["frobnicate"], "see hamish --help"),
    ] {
        let output = hamish(&arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).contains(says), "{arguments:?}: {}", stderr(&output));
    }
    let output = hamish(&["analyze", "-"], b"\xff\xfe");
    assert!(stderr(&output).contains("not UTF-8 at byte 0"));
}

#[test]
fn normalize_folds_and_tells_the_way_back() {
    let text = "أَحْمَد";
    assert_eq!(stdout(&hamish(&["normalize", "-"], text.as_bytes())), "احمد");
    assert_eq!(stdout(&hamish(&["normalize", "--folds", "marks", "-"], text.as_bytes())), "أحمد");
    let output = hamish(&["normalize", "--json", "-"], text.as_bytes());
    let record: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&record["text"], &record["map"]), (&"احمد".into(), &serde_json::json!([1, 4, 2, 8, 3, 12])));
    let lines = hamish(&["normalize", "--ndjson", "-"], "{\"id\":\"1\",\"text\":\"ى\"}\n".as_bytes());
    let record: serde_json::Value = serde_json::from_slice(&lines.stdout).unwrap();
    assert_eq!((&record["id"], &record["text"]), (&"1".into(), &"ي".into()));
    let unknown = hamish(&["normalize", "--folds", "alif", "-"], b"");
    assert!(!unknown.status.success() && stderr(&unknown).contains("alif"));
}

#[test]
fn search_marks_what_it_found() {
    let output = hamish(&["search", "الوزيرة", "-"], ARTICLE.as_bytes());
    assert_eq!(stdout(&output), "قالت ⟦الوزيرة⟧: «سنفتتح المستشفى غدًا».\n");
    assert_eq!(hamish(&["search", "موسكو", "-"], ARTICLE.as_bytes()).status.code(), Some(1));
    let output = hamish(&["search", "--json", "--prefix", "وزير", "-"], ARTICLE.as_bytes());
    let record: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(record["pieces"][0], serde_json::json!({"start": 0, "end": 4, "text": "وزير"}));
}

#[test]
fn segment_writes_a_piece_a_line() {
    let text = "قال د. أحمد: نعم.  ثم مضى.\n";
    let of = |by: &str| hamish(&["segment", "--by", by, "-"], text.as_bytes());
    assert_eq!(stdout(&of("sentences")), "قال د. أحمد: نعم.\nثم مضى.\n");
    assert_eq!(stdout(&of("words")), "قال\nد\nأحمد\nنعم\nثم\nمضى\n");
    assert_eq!(stdout(&of("paragraphs")), "قال د. أحمد: نعم.  ثم مضى.\n");
}

#[test]
fn tidy_applies_its_edits_or_lists_them() {
    let text = "قَال  \"نعم\" ، ثم";
    assert_eq!(stdout(&hamish(&["tidy", "--hide-harakat", "-"], text.as_bytes())), "قال «نعم»، ثم");
    let output = hamish(&["tidy", "--json", "--quotes", "curly", "-"], text.as_bytes());
    let record: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(record["edits"][1], serde_json::json!({"start": 6, "end": 7, "replacement": "“"}));
}

#[test]
fn reading_time_is_told_in_the_texts_language() {
    let text = "قال ".repeat(500);
    assert_eq!(stdout(&hamish(&["reading-time", "-"], text.as_bytes())), "3 دقائق\n");
    let output = hamish(&["reading-time", "--language", "en", "--images", "2", "-"], text.as_bytes());
    assert_eq!(stdout(&output), "4 minutes\n");
}
