//! The options that JavaScript gives, read field by field, a misspelt one refused by name. serde's own reader would
//! bring the formatting of numbers into the download.

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsError, JsValue};

use crate::{Error, Finding, NameType, Options, OwnName};

/// An engine's options.
pub(super) fn of_engine(given: &JsValue) -> Result<Options, JsError> {
    let mut options = Options::default();
    let Some(fields) = Fields::of("options", given, &["threshold", "names", "published", "find"])? else {
        return Ok(options);
    };
    if let Some(threshold) = fields.number("threshold")? {
        options = options.with_threshold(threshold as f32)?;
    }
    if let Some(published) = fields.text("published")? {
        options = options.with_published(&published)?;
    }
    if fields.get("find").is_some() {
        let finding = |name: JsValue| -> Result<Finding, JsError> {
            Ok(name.as_string().ok_or_else(|| wrong("find", &name, "strings"))?.parse()?)
        };
        let findings: Result<Vec<_>, _> = fields.list("find")?.iter().map(finding).collect();
        options = options.with_findings(findings?);
    }
    let names: Result<Vec<OwnName>, JsError> =
        fields.list("names")?.iter().map(|name| own_name(&name)).collect();
    Ok(options.with_names(names?)?)
}

/// From which UTF-16 code unit on, past how many images, in which language the reading time is asked for.
#[derive(Default)]
pub(super) struct Reading {
    pub(super) from: usize,
    pub(super) images: usize,
    pub(super) language: Option<String>,
}

/// What a reading time is asked for.
pub(super) fn of_reading(given: &JsValue) -> Result<Reading, JsError> {
    let Some(fields) = Fields::of("options", given, &["from", "images", "language"])? else {
        return Ok(Reading::default());
    };
    let count = |name| Ok::<_, JsError>(fields.number(name)?.unwrap_or(0.0) as usize);
    Ok(Reading { from: count("from")?, images: count("images")?, language: fields.text("language")? })
}

fn own_name(given: &JsValue) -> Result<OwnName, JsError> {
    let takes = "objects {name, type, id, aliases}";
    let fields = Fields::of("names", given, &["name", "type", "id", "aliases"])?;
    let fields = fields.ok_or_else(|| wrong("names", given, takes))?;
    let kind = match fields.text("type")?.as_deref() {
        Some("person") => NameType::Person,
        Some("place") => NameType::Place,
        Some("organization") => NameType::Organization,
        _ => return Err(wrong("names", given, "a type for each: person, place or organization")),
    };
    let aliases = fields.list("aliases")?;
    let aliases =
        aliases.iter().map(|alias| alias.as_string().ok_or_else(|| wrong("aliases", &alias, "strings")));
    Ok(OwnName {
        name: fields.text("name")?.ok_or_else(|| wrong("names", given, takes))?,
        kind,
        id: fields.text("id")?,
        aliases: aliases.collect::<Result<_, _>>()?,
    })
}

struct Fields<'o>(&'o Object);

impl<'o> Fields<'o> {
    /// None where nothing is given.
    fn of(name: &'static str, given: &'o JsValue, known: &[&str]) -> Result<Option<Self>, JsError> {
        if given.is_undefined() || given.is_null() {
            return Ok(None);
        }
        let object = given.dyn_ref::<Object>().ok_or_else(|| wrong(name, given, "an object"))?;
        for key in Object::keys(object).iter().filter_map(|key| key.as_string()) {
            if !known.contains(&key.as_str()) {
                return Err(JsError::new(&format!(
                    "option `{key}` is unknown; there are {}",
                    known.join(", ")
                )));
            }
        }
        Ok(Some(Self(object)))
    }

    fn number(&self, name: &'static str) -> Result<Option<f64>, JsError> {
        self.get(name).map(|value| value.as_f64().ok_or_else(|| wrong(name, &value, "a number"))).transpose()
    }

    fn text(&self, name: &'static str) -> Result<Option<String>, JsError> {
        self.get(name)
            .map(|value| value.as_string().ok_or_else(|| wrong(name, &value, "a string")))
            .transpose()
    }

    /// Empty where nothing is given.
    fn list(&self, name: &'static str) -> Result<Array, JsError> {
        match self.get(name) {
            None => Ok(Array::new()),
            Some(value) => value.dyn_into().map_err(|value| wrong(name, &value, "a list")),
        }
    }

    fn get(&self, name: &str) -> Option<JsValue> {
        Reflect::get(self.0, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
    }
}

fn wrong(name: &'static str, given: &JsValue, takes: &'static str) -> JsError {
    let given = JSON::stringify(given).map(String::from).unwrap_or_default();
    Error::Option { name, given, takes }.into()
}
