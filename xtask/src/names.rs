//! The names' tables: what is known of words, and the gazetteer.

use std::collections::{BTreeMap, HashMap, HashSet};

use hamish::{
    NameType,
    name::{
        entity,
        gazetteer::{self, Identifier, Kind, SOURCES},
        lexicon::{self, Entry},
        table::{Keys, hash},
    },
    normalize::{Folds, normalize},
};

use crate::{Bytes, packer::pack, read};

/// Clusters that a byte tells apart, with 0 for none.
const CLUSTERS: u16 = 255;
/// Of words that the text has no more often it is said alone to which cluster of 64 they belong; more is little sure.
const RARE: u32 = 63;
/// Words of the text that are kept, the commonest first.
const WORDS: usize = 26_000;
/// Inhabitants of a city outside of the Arab countries that is worth its place.
const KNOWN: u32 = 400_000;
/// Codes of Arab countries.
const ARAB: [&str; 22] = [
    "DZ", "BH", "KM", "DJ", "EG", "IQ", "JO", "KW", "LB", "LY", "MR", "MA", "OM", "PS", "QA", "SA", "SO",
    "SD", "SY", "TN", "AE", "YE",
];
/// Inhabitants of a city that is meant as often as the country of the same name.
const LARGE: u32 = 500_000;
/// Inhabitants of a city whose identifier is kept.
const IDENTIFIED: u32 = 250_000;
/// A word that the text has so often is hardly a name, though some bear it.
const EVERYDAY: u32 = 4_000;
/// Names that are kept are seen so often at least.
const NAME_COUNT: u32 = 20;

/// A text as the tables are keyed.
pub(crate) fn fold(text: &str) -> String {
    normalize(text, Folds::TABLE).text
}

/// The rows of a TSV file without its header; comments begin with `#`.
fn rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.lines()
        .filter(|l| !l.starts_with('#') && !l.is_empty())
        .skip(1)
        .map(|line| line.split('\t').collect())
}

/// Which lists a name stands on, and what it names: a place, and somebody or something else.
#[derive(Default)]
struct Name {
    kinds: gazetteer::Kinds,
    named: [Named; 2],
}

/// What of all that the lists hold a name names.
#[derive(Clone, Copy, Default, PartialEq)]
enum Named {
    #[default]
    Nothing,
    One(usize),
    /// Several things that are known alike.
    Many,
}

/// `src/tables/words.bin`.
pub(crate) fn words() -> Bytes {
    let mut words: BTreeMap<String, Entry> = BTreeMap::new();
    let text = read("data/names/words.tsv")?;
    let counts: HashMap<&str, u32> = rows(&text).map(|row| (row[0], row[1].parse().unwrap_or(0))).collect();
    let parents = read("data/names/clusters.tsv")?;
    let parents: Vec<[u16; 2]> =
        rows(&parents).map(|row| [1, 2].map(|column| row[column].parse().unwrap_or(0))).collect();
    let of256: Vec<u16> = parents.iter().map(|&[_, of256]| of256.min(CLUSTERS - 1)).collect();
    let stands_for = largest(&parents);
    for row in rows(&text).filter(|row| !is_inflected(row[0], &counts)).take(WORDS) {
        let word = words.entry(fold(row[0])).or_default();
        let count: u32 = row[1].parse().unwrap_or(1);
        word.cluster = (row[2].parse().ok())
            .and_then(|fine: usize| of256.get(fine))
            .map(
                |&cluster| {
                    if count > RARE { cluster } else { stands_for[usize::from(coarse(cluster, &parents))] }
                },
            )
            .map_or(0, |cluster| cluster as u8 + 1);
        word.frequency = (count.max(1).ilog2() / 2).min(9) as u8 + 1;
    }
    for row in rows(&read("data/names/name-words.tsv")?) {
        let seen: Option<Vec<u32>> = row[1..].iter().map(|count| count.parse().ok()).collect();
        let Some(&[given, family, other, foreign]) = seen.as_deref() else {
            return Err(vec![format!("data/names/name-words.tsv: {row:?} is not a word and four counts")]);
        };
        let common = counts.get(row[0]).copied().unwrap_or(0);
        if given + family + foreign + other < NAME_COUNT.max(common / 500) {
            continue;
        }
        let step = |n: u32| match n {
            0..2 => 0,
            2..10 => 1,
            10..60 => 2,
            _ => 3,
        };
        words.entry(row[0].into()).or_default().names =
            step(given + other) | step(family + other) << 2 | step(foreign) << 4;
    }
    for row in rows(&read("data/names/given-family.tsv")?) {
        let shift = if row[0] == "given" { 0 } else { 2 };
        for word in row[2].split(' ').map(fold).filter(|word| counts.get(word.as_str()) < Some(&EVERYDAY)) {
            let names = &mut words.entry(word).or_default().names;
            *names = (*names >> shift & 3).max(2) << shift | *names & !(3 << shift);
        }
    }
    for row in rows(&read("data/names/affinity.tsv")?) {
        if let Some(word) = words.get_mut(row[0]) {
            word.affinity = row[1].bytes().fold(0, |steps, digit| steps << 2 | digit & 3);
        }
    }
    for row in rows(&read("data/names/nationalities.tsv")?) {
        words.entry(row[0].into()).or_default().nationality = true;
    }
    for (class, row) in rows(&read("data/names/triggers.tsv")?).enumerate() {
        for word in row[1].split(' ') {
            words.entry(fold(word)).or_default().triggers |= 1 << class;
        }
    }
    let keyed = words.into_iter().map(|(word, entry)| (hash(word.as_bytes()), entry)).collect();
    let (keys, entries) = keys(keyed, 5);
    let mut packed = lexicon::Packed {
        coarse: (0..CLUSTERS).map(|cluster| coarse(cluster, &parents)).collect(),
        keys,
        entries,
    };
    Ok(pack(|coder| packed.pass(coder)))
}

/// The cluster of 64 to which most parts of one of 256 belong.
fn coarse(cluster: u16, parents: &[[u16; 2]]) -> u8 {
    let mut votes: BTreeMap<u16, usize> = BTreeMap::new();
    for &[of64, _] in parents.iter().filter(|[_, of256]| *of256.min(&(CLUSTERS - 1)) == cluster) {
        *votes.entry(of64).or_default() += 1;
    }
    votes.into_iter().max_by_key(|vote| vote.1).map_or(0, |(of64, _)| of64 as u8)
}

/// For each cluster of 64 the one of 256 that has most parts of it.
fn largest(parents: &[[u16; 2]]) -> Vec<u16> {
    let mut parts = [0; CLUSTERS as usize];
    parents.iter().for_each(|[_, of256]| parts[usize::from(*of256.min(&(CLUSTERS - 1)))] += 1);
    let mut largest = vec![CLUSTERS; 64];
    for cluster in 0..CLUSTERS {
        let other = &mut largest[usize::from(coarse(cluster, parents))];
        if *other == CLUSTERS || parts[usize::from(cluster)] > parts[usize::from(*other)] {
            *other = cluster;
        }
    }
    largest
}

/// Whether the word is a commoner one with a conjunction or preposition written onto it, by how often those are.
fn is_inflected(word: &str, counts: &HashMap<&str, u32>) -> bool {
    let count = counts.get(word).copied().unwrap_or(0);
    let mut letters = word.chars();
    let share = match letters.next() {
        Some('و') => 0.5,
        Some('ب' | 'ل') => 0.25,
        Some('ف') => 0.08,
        Some('ك') => 0.02,
        _ => return false,
    };
    let rest = letters.as_str();
    let likely = |rest: &str| {
        rest.chars().count() > 1
            && f64::from(count) <= share * f64::from(counts.get(rest).copied().unwrap_or(0))
    };
    likely(rest)
        || rest.strip_prefix('ل').is_some_and(|rest| word.starts_with('ل') && likely(&format!("ال{rest}")))
}

/// `src/tables/gazetteer.bin`.
pub(crate) fn gazetteer() -> Bytes {
    let text = read("data/names/name-words.tsv")?;
    let words = rows(&text).map(|row| row[0].to_owned()).collect();
    let mut names = Names { words, ..Names::default() };
    for row in rows(&read("data/names/countries.tsv")?) {
        let kind = if row[1] == "country" { Kind::Country } else { Kind::Region };
        names.add(row[0], row[3], kind, identifier(row[2]));
    }
    for (file, fallback) in
        [("places.tsv", Kind::Place), ("organizations.tsv", Kind::Organization), ("people.tsv", Kind::Person)]
    {
        for row in rows(&read(&format!("data/names/{file}"))?) {
            let [name, kind, country, aliases] = row[..] else {
                return Err(vec![format!("data/names/{file}: {row:?} has not four columns")]);
            };
            let kind = match kind {
                "club" => Kind::Club,
                "country" => Kind::Country,
                "city" => Kind::City,
                "region" | "continent" => Kind::Region,
                "ambiguous" => Kind::Ambiguous,
                "agency" | "newspaper" | "broadcaster" | "magazine" | "website" | "platform" => Kind::Media,
                "company" | "bank" | "airline" | "exchange" => Kind::Business,
                "party" | "armed" | "movement" => Kind::Politics,
                "government" | "parliament" | "army" | "security" | "court" | "international" | "un" => {
                    Kind::Authority
                }
                _ => fallback,
            };
            let id = if kind == Kind::Country { identifier(&format!("iso3166:{country}")) } else { None };
            names.add(name, aliases, kind, id);
        }
    }
    for row in rows(&read("data/names/cities.tsv")?) {
        let [name, country, id, population, aliases] = row[..] else {
            return Err(vec![format!("data/names/cities.tsv: {row:?} has not five columns")]);
        };
        let population: u32 = population
            .parse()
            .map_err(|e| vec![format!("data/names/cities.tsv: {name}: {population}: {e}")])?;
        if population >= LARGE {
            names.forget_country(name, country);
        }
        if population >= KNOWN || ARAB.contains(&country) {
            let id = identifier(id).filter(|_| population >= IDENTIFIED);
            names.add(name, aliases, Kind::City, id);
        }
    }
    for row in rows(&read("data/names/clubs.tsv")?) {
        names.add(row[0], "", Kind::Club, None);
    }
    Ok(names.write())
}

/// The gazetteer's names, and what they name, by number: its identifier, the source's number and its own.
#[derive(Default)]
struct Names {
    /// Words that people's names are made of.
    words: HashSet<String>,
    names: BTreeMap<String, Name>,
    things: Vec<Option<Identifier>>,
}

impl Names {
    /// A thing under its name and aliases, with its identifier.
    fn add(&mut self, name: &str, aliases: &str, kind: Kind, id: Option<Identifier>) {
        let spellings: Vec<String> = (std::iter::once(name).chain(aliases.split('|')))
            .filter(|spelling| spelling.chars().count() > 1)
            .map(words_of)
            .filter(|spelling| (1..=gazetteer::LONGEST).contains(&spelling.split(' ').count()))
            .collect();
        let place = kind.bits() & gazetteer::PLACES != 0;
        let slot = usize::from(!place);
        let known = spellings.first().and_then(|name| self.names.get(name)).map(|name| name.named[slot]);
        let thing = match known {
            Some(Named::One(thing))
                if id.is_none() || self.things[thing].is_none_or(|one| Some(one) == id) =>
            {
                self.things[thing] = self.things[thing].or(id);
                Some(thing)
            }
            // The engine joins people by the parts of their names, companies and clubs by their spellings.
            _ if id.is_some()
                || !matches!(kind, Kind::Person | Kind::Club | Kind::Business) && spellings.len() > 1 =>
            {
                self.things.push(id);
                Some(self.things.len() - 1)
            }
            _ => None,
        };
        // Where nothing more is known of a thing, names that the engine sees to be the same need no number.
        let what = if place {
            NameType::Place
        } else if kind.bits() & gazetteer::PEOPLE != 0 {
            NameType::Person
        } else {
            NameType::Organization
        };
        let mut apart: Vec<String> = Vec::new();
        for spelling in &spellings {
            if id.is_some() || !apart.iter().any(|other| entity::evident(what, spelling, other)) {
                apart.push(spelling.clone());
            }
        }
        if apart.len() < 2 && id.is_none() {
            apart.clear();
        }
        for spelling in spellings {
            let told = apart.contains(&spelling);
            if kind == Kind::Person && !told && self.speaks_for_itself(&spelling) {
                continue;
            }
            let entry = self.names.entry(spelling).or_default();
            entry.kinds |= kind.bits();
            let Some(thing) = thing.filter(|_| told) else { continue };
            entry.named[slot] = match entry.named[slot] {
                Named::Nothing => Named::One(thing),
                Named::One(other) if other == thing || place => Named::One(other),
                _ => Named::Many,
            };
        }
    }

    /// Whether a name's words are names by themselves, so that it is found without the table.
    fn speaks_for_itself(&self, name: &str) -> bool {
        name.contains(' ') && name.split(' ').all(|word| self.words.contains(word))
    }

    /// Forgets what a name names that a country shares with a large city elsewhere: عُمان and عمّان.
    fn forget_country(&mut self, name: &str, elsewhere: &str) {
        let Some(named) = self.names.get_mut(&words_of(name)).map(|name| &mut name.named[0]) else { return };
        if let Named::One(thing) = *named
            && self.things[thing]
                .is_some_and(|id| id.source == 0 && Some(id) != identifier(&format!("iso3166:{elsewhere}")))
        {
            *named = Named::Many;
        }
    }

    fn write(self) -> Vec<u8> {
        let hashed = self.names.into_iter().map(|(name, entry)| (phrase_hash(&name), entry));
        let (keys, names) = keys(hashed.collect(), 7);
        let mut numbers = [Numbers::default(), Numbers::default()];
        let names: Vec<gazetteer::Name> = (names.into_iter())
            .map(|Name { kinds, named: [place, other] }| gazetteer::Name {
                kinds,
                things: [numbers[0].of(place), numbers[1].of(other)],
            })
            .collect();
        let identifiers = numbers[0].order.iter().map(|&place| self.things[place]).collect();
        let mut packed = gazetteer::Packed { keys, names, identifiers };
        pack(|coder| packed.pass(coder))
    }
}

/// Numbers of things in the order in which names come to them.
#[derive(Default)]
struct Numbers {
    order: Vec<usize>,
    given: HashMap<usize, u16>,
}

impl Numbers {
    fn of(&mut self, named: Named) -> Option<u16> {
        let Named::One(thing) = named else { return None };
        let next = self.order.len() as u16;
        Some(*self.given.entry(thing).or_insert_with(|| {
            self.order.push(thing);
            next
        }))
    }
}

/// A name's words, folded and parted as the engine parts them.
fn words_of(name: &str) -> String {
    let folded = fold(name);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

fn phrase_hash(name: &str) -> u64 {
    name.split(' ').map(|w| hash(w.as_bytes())).reduce(gazetteer::extend).unwrap_or_default()
}

/// `iso3166:EG`, `unm49:015`, `geonames:360630` as the table writes them.
fn identifier(id: &str) -> Option<Identifier> {
    let source = SOURCES.iter().position(|(name, _)| id.starts_with(name))?;
    let number = &id[SOURCES[source].0.len()..];
    let number = match source {
        0 => number.bytes().fold(0, |n, letter| n << 5 | u32::from(letter - b'A')),
        _ => number.parse().ok()?,
    };
    Some(Identifier { source: source as u8, number })
}

/// Sorts by hash and drops what another key hides. `spare` bits more than the number of keys needs make one false find
/// in `2^spare`.
pub(crate) fn keys<T>(mut keyed: Vec<(u64, T)>, spare: u32) -> (Keys, Vec<T>) {
    let bits = (keyed.len().max(2) - 1).ilog2() + 1 + spare;
    let key = |hash: u64| (hash >> (64 - bits)) as u32;
    keyed.sort_by_key(|(hash, _)| *hash);
    keyed.dedup_by_key(|(hash, _)| key(*hash));
    let (sorted, values) = keyed.into_iter().map(|(hash, value)| (key(hash), value)).unzip();
    (Keys { bits, sorted }, values)
}
