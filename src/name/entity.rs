//! Whom the names name: mentions of the same grouped as one entity.

use crate::{Entity, Mention, OwnName, segment::Document};

use super::{
    Named,
    gazetteer::{extend, gazetteer},
    table::hash,
    words::Words,
};

/// The mentions that `names` are, by start, and their entities by first mention. `own` are the caller's names, which the
/// names point into.
pub fn group(
    document: &Document,
    words: &Words,
    names: &[Named],
    own: &[OwnName],
) -> (Vec<Mention>, Vec<Entity>) {
    let mut mentions: Vec<Mention> = Vec::with_capacity(names.len());
    let mut entities: Vec<Entity> = Vec::new();
    for name in names {
        let span = document.to_source(name.folded);
        let text = words.text(name.folded);
        let listed = name.own.and_then(|at| own.get(at));
        let shown = listed.map_or(span.of(document.source()), |own| &own.name);
        let kind = name.found.kind;
        let entity =
            entities.iter().position(|e| e.kind == kind && e.name == shown).unwrap_or(entities.len());
        if entity == entities.len() {
            let hash = text.split(' ').map(|word| hash(word.as_bytes())).reduce(extend);
            let known = || hash.and_then(|hash| gazetteer().get(hash)).and_then(|(_, at)| gazetteer().id(at));
            let id = listed.and_then(|own| own.id.clone()).or_else(known);
            entities.push(Entity { kind, name: shown.to_owned(), id, mentions: Vec::new() });
        }
        entities[entity].mentions.push(mentions.len());
        mentions.push(Mention { span, kind, entity, score: name.found.score });
    }
    (mentions, entities)
}
