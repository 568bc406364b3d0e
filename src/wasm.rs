//! The boundary to JavaScript: the only file that names `wasm_bindgen`. One string in, one call; offsets leave as
//! UTF-16 code units.

use js_sys::{Object, Reflect, Uint32Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::{
    Analyzer, Annotations, NameType, Options, OwnName, QuoteKind, ValueKind, order, record::Record,
    utf16::Utf16,
};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../www/engine/types.ts");

/// Finds names, quotes, values and reading time in texts.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine {
    analyzer: Analyzer,
}

#[wasm_bindgen]
impl Engine {
    /// An engine with these options. Throws where one is wrong, and says which.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "EngineOptions")] options: JsValue,
    ) -> Result<Engine, JsError> {
        refuse_unknown(&options)?;
        let given: GivenOptions = serde_wasm_bindgen::from_value(options)?;
        Ok(Engine { analyzer: Analyzer::new(given.check()?) })
    }

    /// The notes on one article, its headline on the first line.
    #[wasm_bindgen(unchecked_return_type = "Analysis")]
    pub fn analyze(&self, text: &str) -> Result<Object, JsError> {
        let annotations = self.analyzer.analyze(text);
        let record =
            Record::new(text, &annotations).serialize(&serde_wasm_bindgen::Serializer::json_compatible())?;
        let ranges = Uint32Array::from(layered_ranges(text, &annotations).as_slice());
        let analysis = Object::new();
        // Setting a property of an object just made cannot fail.
        let _ = Reflect::set(&analysis, &"annotations".into(), &record);
        let _ = Reflect::set(&analysis, &"ranges".into(), &ranges);
        Ok(analysis)
    }
}

#[derive(Deserialize)]
struct GivenOptions {
    threshold: Option<f32>,
    #[serde(default)]
    names: Vec<OwnName>,
    published: Option<String>,
}

/// serde-wasm-bindgen reads the fields that it knows; a misspelt one would pass in silence.
fn refuse_unknown(options: &JsValue) -> Result<(), JsError> {
    let Some(object) = options.dyn_ref::<Object>() else { return Ok(()) };
    for key in Object::keys(object).iter().filter_map(|key| key.as_string()) {
        if !["threshold", "names", "published"].contains(&key.as_str()) {
            return Err(JsError::new(&format!(
                "option `{key}` is unknown; there are threshold, names and published"
            )));
        }
    }
    Ok(())
}

impl GivenOptions {
    fn check(self) -> Result<Options, crate::Error> {
        let mut options = Options::default().with_names(self.names)?;
        if let Some(threshold) = self.threshold {
            options = options.with_threshold(threshold)?;
        }
        if let Some(published) = self.published {
            options = options.with_published(&published)?;
        }
        Ok(options)
    }
}

/// Layer, start, end, index; by start. The layers are numbered as `LAYERS` in `www/engine/engine.ts`.
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
