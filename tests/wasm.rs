//! The boundary, compiled to WebAssembly and called with JavaScript's values.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

use hamish::{Analyzer, wasm::Engine};
use js_sys::{JSON, Object, Reflect, Uint32Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

const ARTICLE: &str = "😀 وصول بوتين إلى مينسك\nقال الرئيس فلاديمير بوتين: «سنواصل المحادثات مع أوكرانيا».";

fn options(json: &str) -> JsValue {
    JSON::parse(json).unwrap()
}

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap()
}

#[wasm_bindgen_test]
fn annotations_are_plain_objects() {
    let analysis: Object = Engine::new(options("{}")).unwrap().analyze(ARTICLE).unwrap();
    let annotations = get(&analysis, "annotations");
    assert_eq!(get(&annotations, "offsets"), "utf16");
    assert_eq!(get(&annotations, "language"), "ar");
    assert!(get(&get(&annotations, "readingTime"), "words").as_f64().unwrap() > 5.0);
    let quote = get(&get(&annotations, "quotes"), "0");
    assert_eq!(get(&quote, "text"), "سنواصل المحادثات مع أوكرانيا");
}

#[wasm_bindgen_test]
fn names_found_ahead_are_those_of_their_text_alone() {
    let engine = Engine::new(options("{}")).unwrap();
    let whole = |analysis: &Object| String::from(JSON::stringify(&get(analysis, "annotations")).unwrap());
    let expected = whole(&engine.analyze(ARTICLE).unwrap());
    for ahead in [ARTICLE, "وصل ميشال عون إلى بعبدا.", ""] {
        engine.find_names(ahead);
        assert_eq!(whole(&engine.analyze(ARTICLE).unwrap()), expected);
    }
}

#[wasm_bindgen_test]
fn ranges_are_the_annotations_in_utf16() {
    let analysis = Engine::new(options("{}")).unwrap().analyze(ARTICLE).unwrap();
    let ranges = get(&analysis, "ranges").unchecked_into::<Uint32Array>().to_vec();
    let found = Analyzer::default().analyze(ARTICLE);
    let segments: usize = found.quotes.iter().map(|quote| quote.segments.len()).sum();
    assert_eq!(ranges.len(), 4 * (found.mentions.len() + found.values.len() + segments));
    let units: Vec<u16> = ARTICLE.encode_utf16().collect();
    let quoted = ranges.chunks_exact(4).find(|entry| entry[0] == 3).unwrap();
    let words = String::from_utf16(&units[quoted[1] as usize..quoted[2] as usize]).unwrap();
    assert_eq!(words, found.quotes[quoted[3] as usize].span().of(ARTICLE));
}

#[wasm_bindgen_test]
fn wrong_options_say_which_and_what_they_take() {
    for (json, says) in [
        (r#"{"threshold": 7}"#, "threshold"),
        (r#"{"published": "yesterday"}"#, "YYYY-MM-DD"),
        (r#"{"names": [{"name": "…", "type": "person"}]}"#, "at least one letter"),
        (r#"{"treshold": 0.5}"#, "treshold"),
        (r#"{"find": ["faces"]}"#, "names, values and quotes"),
    ] {
        let error: JsValue = Engine::new(options(json)).unwrap_err().into();
        let message = get(&error, "message").as_string().unwrap();
        assert!(message.contains(says), "{json}: {message}");
    }
}
