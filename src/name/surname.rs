//! Family names that are words as well: `قال المعلم` means him where the article names `وليد المعلم`.

use crate::{NameType, order};

use super::{Found, lexicon::Trigger, words::Words};

/// Adds the last words of people's full names where one stands alone behind a verb of saying; before a full name it is a
/// title (`قال القاضي عمر النجار`), and no part of that.
pub fn find(words: &Words, found: &mut Vec<Found>) {
    let says = |at: usize| {
        let before = at.checked_sub(1).filter(|_| !words.words()[at].opens);
        before.is_some_and(|before| words.form(before).reading.entry.is(Trigger::Say))
    };
    for name in found.iter_mut().filter(|name| name.kind == NameType::Person && name.to > name.from + 2) {
        let title = words.form(name.from).reading.entry.is(Trigger::Title) && says(name.from);
        name.from += usize::from(title);
    }
    let is_full = |name: &&Found| name.kind == NameType::Person && name.to > name.from + 1;
    let mut surnames: Vec<(u64, f32)> =
        found.iter().filter(is_full).map(|name| (words.form(name.to - 1).known_as(), name.score)).collect();
    if surnames.is_empty() {
        return;
    }
    order::by_key(&mut surnames, |surname| (surname.0, 0));
    let mut taken = found.iter().flat_map(|name| name.from.saturating_sub(1)..name.to).peekable();
    let mut more = Vec::new();
    for at in 1..words.words().len() {
        while taken.next_if(|&other| other < at).is_some() {}
        if !says(at) || taken.peek() == Some(&at) {
            continue;
        }
        let known_as = words.form(at).known_as();
        let place = surnames.partition_point(|surname| surname.0 < known_as);
        if let Some(&(_, score)) = surnames.get(place).filter(|surname| surname.0 == known_as) {
            more.push(Found { from: at, to: at + 1, kind: NameType::Person, score });
        }
    }
    found.extend(more);
    order::by_key(found, |name| (name.from as u64, 0));
}
