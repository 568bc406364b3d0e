//! Family names that are words as well: `قال المعلم` means him where the article names `وليد المعلم`.

use crate::{NameType, order};

use super::{Found, lexicon::Trigger, words::Words};

/// Adds the last words of people's full names where one stands alone behind a verb of saying. Before a full name it is a
/// title, and no part of that: `وصل القاضي عمر النجار` where the article names `سامر القاضي`.
pub fn find(words: &Words, found: &mut Vec<Found>) {
    let is_long = |name: &Found, least| name.kind == NameType::Person && name.to >= name.from + least;
    let full = found.iter().filter(|name| is_long(name, 2));
    let mut surnames: Vec<(u64, f32)> =
        full.map(|name| (words.form(name.to - 1).known_as(), name.score)).collect();
    if surnames.is_empty() {
        return;
    }
    order::by_key(&mut surnames, |surname| (surname.0, 0));
    let surname = |at: usize| {
        let known_as = words.form(at).known_as();
        let place = surnames.partition_point(|surname| surname.0 < known_as);
        surnames.get(place).filter(|surname| surname.0 == known_as)
    };
    for name in found.iter_mut().filter(|name| is_long(name, 3)) {
        let title = words.form(name.from).reading.entry.is(Trigger::Title);
        name.from += usize::from(title && surname(name.from).is_some());
    }
    let mut taken = found.iter().flat_map(|name| name.from.saturating_sub(1)..name.to).peekable();
    let mut more = Vec::new();
    for (at, word) in words.words().iter().enumerate().skip(1) {
        while taken.next_if(|&other| other < at).is_some() {}
        let is_said = !word.opens && words.form(at - 1).reading.entry.is(Trigger::Say);
        if !is_said || taken.peek() == Some(&at) {
            continue;
        }
        if let Some(&(_, score)) = surname(at) {
            more.push(Found { from: at, to: at + 1, kind: NameType::Person, score });
        }
    }
    found.extend(more);
    order::by_key(found, |name| (name.from as u64, 0));
}
