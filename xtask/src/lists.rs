//! The lists of names that are kept by hand: their columns, and that no name is written twice.

use std::collections::HashMap;

use crate::{names::fold, read};

const LISTS: [&str; 3] = ["organizations.tsv", "people.tsv", "places.tsv"];
const HEADER: &str = "name\tkind\tcountry\taliases";

struct Entry {
    place: String,
    name: String,
    kind: String,
    country: String,
    aliases: Vec<String>,
}

fn entries() -> Vec<Entry> {
    let mut entries = Vec::new();
    for list in LISTS {
        let text = read(&format!("data/names/{list}")).expect("the list is there");
        assert_eq!(text.lines().next(), Some(HEADER), "{list}");
        for (at, line) in text.lines().enumerate().skip(1) {
            let place = format!("{list}:{}", at + 1);
            let [name, kind, country, aliases] = line.split('\t').collect::<Vec<_>>()[..] else {
                panic!("{place}: not four columns");
            };
            let aliases = aliases.split('|').filter(|_| !aliases.is_empty()).map(str::to_owned).collect();
            entries.push(Entry {
                place,
                name: name.into(),
                kind: kind.into(),
                country: country.into(),
                aliases,
            });
        }
    }
    entries
}

#[test]
fn columns_hold_what_their_header_says() {
    for Entry { place, name, kind, country, aliases } in entries() {
        for name in aliases.iter().chain([&name]) {
            assert!(
                !name.is_empty() && name.trim() == name && !name.contains("  "),
                "{place}: blanks: {name:?}"
            );
        }
        assert!(!kind.is_empty() && kind.bytes().all(|b| b.is_ascii_lowercase()), "{place}: kind {kind:?}");
        let code = country.len() == 2 && country.bytes().all(|b| b.is_ascii_uppercase());
        assert!(country.is_empty() || code, "{place}: country {country:?}");
    }
}

#[test]
fn a_name_is_written_once() {
    let entries = entries();
    let names = entries.iter().map(|entry| (&entry.name, &entry.place));
    let aliases = entries.iter().flat_map(|entry| entry.aliases.iter().map(|alias| (alias, &entry.place)));
    let mut seen: HashMap<String, &str> = HashMap::new();
    let twice: Vec<String> = names
        .chain(aliases)
        .filter_map(|(name, place)| {
            let first = seen.insert(fold(name), place)?;
            Some(format!("{place}: {name} is at {first} too"))
        })
        .collect();
    assert!(twice.is_empty(), "{twice:#?}");
}
