//! Stage 3: people, places, organizations.

pub mod clitic;
pub mod gazetteer;
pub mod lexicon;
pub mod rules;
pub mod table;
pub mod words;

use crate::{Entity, Mention, Options, segment::Document};

/// Names in the text and whom they name.
pub fn find(document: &Document, options: &Options) -> (Vec<Mention>, Vec<Entity>) {
    let words = words::Words::new(document);
    let mut mentions = Vec::new();
    let mut entities: Vec<Entity> = Vec::new();
    for name in rules::find(&words) {
        if name.score < options.threshold() {
            continue;
        }
        let span = words.span(name.from, name.to);
        let text = span.of(document.source());
        let entity =
            entities.iter().position(|e| e.kind == name.kind && e.name == text).unwrap_or(entities.len());
        if entity == entities.len() {
            let id = rules::longest(&words, name.from).and_then(|(_, _, at)| gazetteer::gazetteer().id(at));
            entities.push(Entity { kind: name.kind, name: text.to_owned(), id, mentions: Vec::new() });
        }
        entities[entity].mentions.push(mentions.len());
        mentions.push(Mention { span, kind: name.kind, entity, score: name.score });
    }
    (mentions, entities)
}
