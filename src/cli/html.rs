//! The article as a page of its own, its names, values and quotes marked up.

use hamish::{Annotations, NameType, QuoteKind};

use super::markup::{Mark, Step, steps};

const STYLE: &str = "body{max-width:42em;margin:2em auto;padding:0 1em;font:1.1em/1.9 'Noto Naskh Arabic',serif;white-space:pre-wrap}\
mark{background:none;color:inherit;border-bottom:2px solid}\
mark.person{border-color:#0b7285}mark.place{border-color:#2b8a3e}mark.organization{border-color:#862e9c}\
q{quotes:none}q.direct,q.partial{background:#fff3bf}q.indirect{border-bottom:1px dashed #e67700}q.term{font-style:italic}data{border-bottom:1px dotted #495057}";

/// A whole HTML document. A quote carries its kind as class, its speaker, the speaker's
/// entity and the cue as data; a name its type as class, its entity's number as data, its
/// entity's name as title and its identifier as data; a value its type as class and what it says as value.
pub(super) fn page(text: &str, annotations: &Annotations) -> String {
    let mut out = String::with_capacity(3 * text.len());
    let direction = if matches!(annotations.language, "ar" | "fa" | "ur" | "ckb") { "rtl" } else { "ltr" };
    let headline = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    out.push_str("<!doctype html>\n<html");
    attribute(&mut out, "lang", annotations.language);
    attribute(&mut out, "dir", direction);
    out.push_str("><head><meta charset=\"utf-8\"><title>");
    escape(&mut out, headline);
    out.push_str("</title><style>");
    out.push_str(STYLE);
    out.push_str("</style></head>\n<body><p>");
    escape(&mut out, &annotations.reading_time.label);
    out.push_str("</p><article>");
    steps(text, annotations, |step| match step {
        Step::Text(text) => escape(&mut out, text),
        Step::Open(Mark::Name(kind, at)) => {
            let entity =
                annotations.mentions.get(at).and_then(|mention| annotations.entities.get(mention.entity));
            out.push_str("<mark");
            attribute(&mut out, "class", name_class(kind));
            if let Some(mention) = annotations.mentions.get(at) {
                attribute(&mut out, "data-entity", &mention.entity.to_string());
            }
            if let Some(entity) = entity {
                attribute(&mut out, "title", &entity.name);
                if let Some(id) = &entity.id {
                    attribute(&mut out, "data-id", id);
                }
            }
            out.push('>');
        }
        Step::Open(Mark::Quote(kind, at)) => {
            let quote = &annotations.quotes[at];
            out.push_str("<q");
            attribute(&mut out, "class", quote_class(kind));
            attribute(&mut out, "data-quote", &at.to_string());
            if let Some(speaker) = quote.speaker {
                attribute(&mut out, "data-speaker", speaker.span.of(text));
                if let Some(entity) = speaker.entity {
                    attribute(&mut out, "data-entity", &entity.to_string());
                }
            }
            if let Some(cue) = quote.cue {
                attribute(&mut out, "data-cue", cue.of(text));
            }
            out.push('>');
        }
        Step::Open(Mark::Value(at)) => {
            let value = &annotations.values[at].kind;
            out.push_str("<data");
            attribute(&mut out, "class", value.name());
            attribute(&mut out, "value", &value.to_string());
            out.push('>');
        }
        Step::Close(Mark::Value(_)) => out.push_str("</data>"),
        Step::Close(Mark::Name(..)) => out.push_str("</mark>"),
        Step::Close(Mark::Quote(..)) => out.push_str("</q>"),
    });
    out.push_str("</article></body></html>\n");
    out
}

fn name_class(kind: NameType) -> &'static str {
    match kind {
        NameType::Person => "person",
        NameType::Place => "place",
        NameType::Organization => "organization",
    }
}

fn quote_class(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Partial => "partial",
        QuoteKind::Term => "term",
        QuoteKind::Indirect => "indirect",
    }
}

fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(out, value);
    out.push('"');
}

fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
}
