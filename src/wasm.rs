//! The boundary to JavaScript: the only place that names `wasm_bindgen`. One string in, one call; offsets leave as
//! UTF-16 code units.

mod options;

use std::cell::RefCell;

use js_sys::{JsString, Object, Reflect, Uint32Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::{
    Analyzer, Annotations, NameType, QuoteKind, Span, ValueKind,
    analyzer::Names,
    name,
    normalize::Folds,
    order, reading_time,
    record::Record,
    search::{Reach, search},
    segment::{paragraphs, sentences, words},
    tidy::{Edit, QuoteStyle, hide_harakat, tidy},
    utf16::{Folder, Utf16, Walk},
};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../www/engine/types.ts");

/// Finds names, quotes, values and reading time in texts, folds, searches, tidies and segments them.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine {
    analyzer: Analyzer,
    /// The folds that were asked for last.
    folder: RefCell<Option<Folder>>,
    decoder: TextDecoder,
    /// The text whose names were found ahead, and these.
    ahead: RefCell<Option<(String, Names)>>,
}

#[wasm_bindgen(inline_js = "export function copy_units(text, from, units) {
  for (let at = 0; at < units.length; at++) units[at] = text.charCodeAt(from + at);
}
export function edits_of(numbers, replacements) {
  const edits = [];
  for (let at = 0; at < numbers.length; at += 3)
    edits.push({ start: numbers[at], end: numbers[at + 1], replacement: replacements[numbers[at + 2]] });
  return edits;
}")]
extern "C" {
    /// Faster than a way through UTF-8 and back.
    fn copy_units(text: &JsString, from: usize, units: &mut [u16]);

    /// The edits of starts, ends and replacements' numbers: faster than a call for each.
    fn edits_of(numbers: &[u32], replacements: Vec<JsString>) -> JsValue;
}

#[wasm_bindgen]
extern "C" {
    /// JavaScript's, here of UTF-16: twenty times as fast as of UTF-8 where text is not ASCII.
    #[derive(Debug)]
    type TextDecoder;

    #[wasm_bindgen(constructor)]
    fn new(label: &str, options: &Object) -> TextDecoder;

    #[wasm_bindgen(method)]
    fn decode(this: &TextDecoder, units: &[u16]) -> JsString;
}

impl TextDecoder {
    /// Puts the string of these units behind `text`, in pieces: one long string at once takes browsers three times as
    /// long.
    fn append(&self, text: &mut JsString, units: &[u16]) {
        let mut rest = units;
        while !rest.is_empty() {
            let end = rest.len().min(PIECE);
            let cuts_pair = rest.get(end).is_some_and(|next| (0xDC00..0xE000).contains(next));
            let (piece, behind) = rest.split_at(end - usize::from(cuts_pair));
            *text = text.concat(&self.decode(piece));
            rest = behind;
        }
    }
}

/// Units that are made a string in one go.
const PIECE: usize = 1 << 14;

/// Unpacks one of the tables that names are found by, counted from 0, which an engine else does all at once; whether there is
/// another.
#[wasm_bindgen(js_name = unpackNames)]
pub fn unpack_names(table: usize) -> bool {
    name::unpack(table)
}

#[wasm_bindgen]
impl Engine {
    /// An engine with these options, its tables unpacked, so that the first article takes no longer than others. Throws
    /// where an option is wrong, and says which.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "EngineOptions")] options: JsValue,
    ) -> Result<Engine, JsError> {
        let analyzer = Analyzer::new(options::of_engine(&options)?);
        analyzer.analyze("قال");
        let decoder = TextDecoder::new("utf-16le", &object([("ignoreBOM", true.into())]));
        Ok(Engine { analyzer, folder: RefCell::default(), decoder, ahead: RefCell::default() })
    }

    /// Finds the names of an article that is analyzed next, so that neither takes long.
    #[wasm_bindgen(js_name = findNames)]
    pub fn find_names(&self, text: &str) {
        self.ahead.replace(Some((text.to_owned(), self.analyzer.names(text))));
    }

    /// The notes on one article, its headline on the first line.
    #[wasm_bindgen(unchecked_return_type = "Analysis")]
    pub fn analyze(&self, text: &str) -> Result<Object, JsError> {
        let ahead = self.ahead.take().filter(|(of, _)| of == text);
        let annotations = self.analyzer.analyze_named(text, ahead.map(|(_, names)| names));
        let record =
            Record::new(text, &annotations).serialize(&serde_wasm_bindgen::Serializer::json_compatible())?;
        let ranges = Uint32Array::from(layered_ranges(text, &annotations).as_slice());
        Ok(object([("annotations", record), ("ranges", ranges.into())]))
    }

    /// Folds a text. `folds` names presets and single folds, joined by `+`. Throws where one is unknown.
    #[wasm_bindgen(unchecked_return_type = "Folded")]
    pub fn normalize(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] text: &JsString,
        #[wasm_bindgen(unchecked_param_type = "FoldNames")] folds: &str,
    ) -> Result<Object, JsError> {
        let folds: Folds = folds.parse()?;
        let mut last = self.folder.borrow_mut();
        let folder = match &mut *last {
            Some(folder) if folder.folds() == folds => folder,
            other => other.insert(Folder::new(folds)),
        };
        let mut folded = JsString::from("");
        let map = folder.fold_pieces(
            text.length() as usize,
            |from, units| copy_units(text, from, units),
            |piece| self.decoder.append(&mut folded, piece),
        );
        Ok(object([("text", folded.into()), ("map", Uint32Array::from(map.as_slice()).into())]))
    }

    /// Where a text has the words of a query, spelling folded and proclitics passed over.
    #[wasm_bindgen(unchecked_return_type = "Range[]")]
    pub fn search(
        &self,
        text: &str,
        query: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "Reach")] reach: Option<String>,
    ) -> Result<JsValue, JsError> {
        let reach = match reach.as_deref() {
            None | Some("word") => Reach::Word,
            Some("prefix") => Reach::Prefix,
            Some(other) => return Err(JsError::new(&format!("reach takes word or prefix, not `{other}`"))),
        };
        let mut units = Walk::new(text);
        let hits = search(text, query, reach).into_iter().map(|hit| Range::new(&mut units, hit));
        Ok(serde_wasm_bindgen::to_value(&hits.collect::<Vec<_>>())?)
    }

    /// What typography asks to change in a text, edit by edit.
    #[wasm_bindgen(unchecked_return_type = "Edit[]")]
    pub fn tidy(
        &self,
        text: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "QuoteStyle")] style: Option<String>,
    ) -> Result<JsValue, JsError> {
        let style = match style.as_deref() {
            None | Some("guillemets") => QuoteStyle::Guillemets,
            Some("curly") => QuoteStyle::Curly,
            Some(other) => {
                return Err(JsError::new(&format!("style takes guillemets or curly, not `{other}`")));
            }
        };
        Ok(edits(text, &tidy(text, style)))
    }

    /// What hides the harakat of a text, edit by edit.
    #[wasm_bindgen(js_name = hideHarakat, unchecked_return_type = "Edit[]")]
    pub fn hide_harakat(&self, text: &str) -> JsValue {
        edits(text, &hide_harakat(text))
    }

    /// The words, sentences and paragraphs of a text.
    #[wasm_bindgen(unchecked_return_type = "Segments")]
    pub fn segment(&self, text: &str) -> Object {
        object([
            ("words", flat(text, words(text))),
            ("sentences", flat(text, sentences(text))),
            ("paragraphs", flat(text, paragraphs(text))),
        ])
    }

    /// How long a text takes to read, or what is left of it.
    #[wasm_bindgen(js_name = readingTime, unchecked_return_type = "ReadingTime")]
    pub fn reading_time(
        &self,
        text: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "ReadingOptions")] options: JsValue,
    ) -> Result<JsValue, JsError> {
        let options = options::of_reading(&options)?;
        let from = Utf16::new(text).to_byte(options.from);
        let mut time = reading_time::left(text, from).with_images(options.images);
        if let Some(language) = options.language {
            time = time.with_label_in(&language);
        }
        Ok(serde_wasm_bindgen::to_value(&time)?)
    }
}

#[derive(Serialize)]
struct Range {
    start: usize,
    end: usize,
}

impl Range {
    fn new(units: &mut Walk<'_>, span: Span) -> Self {
        Self { start: units.of(span.start), end: units.of(span.end) }
    }
}

fn edits(text: &str, edits: &[Edit]) -> JsValue {
    let mut units = Walk::new(text);
    let mut replacements: Vec<&str> = Vec::new();
    let mut numbers = Vec::with_capacity(3 * edits.len());
    for edit in edits {
        let known = replacements.iter().position(|&known| known == edit.replacement);
        let replacement = known.unwrap_or_else(|| {
            replacements.push(edit.replacement);
            replacements.len() - 1
        });
        let Range { start, end } = Range::new(&mut units, edit.span);
        numbers.extend([start, end, replacement].map(|number| number as u32));
    }
    edits_of(&numbers, replacements.into_iter().map(JsString::from).collect())
}

/// Starts and ends, one behind the other.
fn flat(text: &str, spans: impl Iterator<Item = Span>) -> JsValue {
    let mut units = Walk::new(text);
    let mut numbers = Vec::new();
    for span in spans {
        numbers.push(units.of(span.start) as u32);
        numbers.push(units.of(span.end) as u32);
    }
    Uint32Array::from(numbers.as_slice()).into()
}

fn object<const N: usize>(fields: [(&str, JsValue); N]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a property of an object just made cannot fail.
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object
}

/// Layer, start, end, index; by start. The layers are numbered as `LAYERS` in `www/engine/layers.ts`.
fn layered_ranges(text: &str, annotations: &Annotations) -> Vec<u32> {
    let units = Utf16::new(text);
    let mentions = annotations.mentions.iter().enumerate().map(|(at, m)| {
        let layer = match m.kind {
            NameType::Person => 0,
            NameType::Place => 1,
            NameType::Organization => 2,
        };
        (m.span, layer, at)
    });
    let quotes = annotations.quotes.iter().enumerate().flat_map(|(at, q)| {
        let layer = match q.kind {
            QuoteKind::Direct => 3,
            QuoteKind::Partial => 4,
            QuoteKind::Term => 5,
            QuoteKind::Indirect => 6,
        };
        q.segments.iter().map(move |&span| (span, layer, at))
    });
    let values = annotations.values.iter().enumerate().map(|(at, v)| {
        let layer = match v.kind {
            ValueKind::Date(_) | ValueKind::Time(_) | ValueKind::Duration(_) => 7,
            _ => 8,
        };
        (v.span, layer, at)
    });
    let mut entries: Vec<_> = mentions.chain(quotes).chain(values).collect();
    order::by_key(&mut entries, |&(span, layer, _)| (span.start as u64, layer.into()));
    entries
        .into_iter()
        .flat_map(|(span, layer, at)| {
            let (start, end) = units.range(span);
            [layer, start as u32, end as u32, at as u32]
        })
        .collect()
}
