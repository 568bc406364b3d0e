//! Names by rule: the gazetteer's longest match, and people behind their titles.

use crate::{NameType, segment::TokenKind};

use super::{
    Found,
    gazetteer::{self, Kinds, gazetteer},
    lexicon::Trigger,
    words::Words,
};

/// Names in the order in which they stand.
pub fn find(words: &Words) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.words().len() {
        match listed(words, at).or_else(|| person(words, at)) {
            Some(name) => {
                at = name.to;
                found.push(name);
            }
            None => at += 1,
        }
    }
    found
}

/// The longest name of the gazetteer that begins at a word: how many words, on which lists, where in the table.
pub fn longest(words: &Words, at: usize) -> Option<(usize, Kinds, usize)> {
    let first = words.form(at);
    if first.kind != TokenKind::Word {
        return None;
    }
    let mut name = first.reading.stem;
    let mut best = gazetteer().get(name).map(|(kinds, place)| (1, kinds, place));
    for length in 2..=gazetteer::LONGEST {
        let Some(word) = words.words().get(at + length - 1) else { break };
        let form = &words.forms()[word.form as usize];
        if word.opens || form.kind != TokenKind::Word {
            break;
        }
        name = gazetteer::extend(name, form.hash);
        if let Some((kinds, place)) = gazetteer().get(name) {
            best = Some((length, kinds, place));
        }
    }
    best
}

fn listed(words: &Words, at: usize) -> Option<Found> {
    let (length, kinds, _) = longest(words, at)?;
    let entry = words.form(at).reading.entry;
    let sure = kinds & (1 << gazetteer::Kind::Country as u8 | 1 << gazetteer::Kind::Organization as u8) != 0;
    if length == 1
        && !sure
        && (entry.frequency > 5 || words.form(at).hash == words.form(at).reading.stem && entry.given() > 1)
    {
        return None;
    }
    let kind = if kinds & gazetteer::PLACES != 0 {
        NameType::Place
    } else if kinds & gazetteer::PEOPLE != 0 {
        NameType::Person
    } else {
        NameType::Organization
    };
    Some(Found { from: at, to: at + length, kind, score: 0.6 })
}

fn person(words: &Words, at: usize) -> Option<Found> {
    let titled = at > 0 && words.form(at - 1).reading.entry.is(Trigger::Title);
    let likely = |at: usize| {
        let form = words.form(at);
        let entry = form.reading.entry;
        form.kind == TokenKind::Word
            && (entry.names != 0 && entry.frequency < 7 || entry.is(Trigger::Nasab) || !entry.known)
            && !entry.nationality
    };
    let opens = words.form(at).reading.entry;
    if !likely(at) || !(titled && opens.frequency < 5 || opens.given() > 1 && opens.frequency < 6) {
        return None;
    }
    let mut to = at + 1;
    while to < words.words().len()
        && to < at + 4
        && !words.words()[to].opens
        && likely(to)
        && words.form(to).reading.skip == 0
    {
        to += 1;
    }
    (titled || to > at + 1).then_some(Found { from: at, to, kind: NameType::Person, score: 0.5 })
}
