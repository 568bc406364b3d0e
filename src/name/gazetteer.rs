//! The gazetteer: names of one word or several, what they name and their stable identifiers.

use std::sync::LazyLock;

use crate::NameType;

use super::table::{HashIndex, Reader, mix};

/// The most words that a name of the gazetteer has.
pub const LONGEST: usize = 6;

/// What the gazetteer says of a name: one bit for each [`Kind`].
pub type Kinds = u16;

/// Which list a name stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Kind {
    Person,
    Country,
    City,
    Place,
    Organization,
    Club,
    Region,
    Media,
    Business,
    Politics,
    Authority,
    Ambiguous,
}

/// How many kinds there are.
pub const KINDS: usize = Kind::Ambiguous as usize + 1;

impl Kind {
    /// The kind's bit; of a kind of organization, that bit too.
    pub const fn bits(self) -> Kinds {
        let more = match self {
            Kind::Media | Kind::Business | Kind::Politics | Kind::Authority => 1 << Kind::Organization as u8,
            _ => 0,
        };
        1 << self as u8 | more
    }
}

/// The bits of all kinds of place.
pub const PLACES: Kinds =
    1 << Kind::Country as u8 | 1 << Kind::City as u8 | 1 << Kind::Place as u8 | 1 << Kind::Region as u8;
/// The bits of all kinds of person.
pub const PEOPLE: Kinds = 1 << Kind::Person as u8;
/// The bits of all kinds of organization.
pub const ORGANIZATIONS: Kinds = 1 << Kind::Organization as u8 | 1 << Kind::Club as u8;

/// The table of names.
#[derive(Debug)]
pub struct Gazetteer {
    index: HashIndex,
    kinds: Vec<Kinds>,
    /// For each name the number of the place that it names.
    places: Vec<Option<u16>>,
    /// For each name the number of what else it names.
    others: Vec<Option<u16>>,
    /// For each place where it is to be found elsewhere.
    identifiers: Vec<Option<Identifier>>,
}

#[derive(Clone, Copy, Debug)]
struct Identifier {
    source: u8,
    number: u32,
}

static GAZETTEER: LazyLock<Gazetteer> =
    LazyLock::new(|| Gazetteer::read(include_bytes!("../tables/gazetteer.bin")));

/// The engine's table of names.
pub fn gazetteer() -> &'static Gazetteer {
    &GAZETTEER
}

/// Hash of a name of several words, from the hashes of its words.
pub fn extend(name: u64, word: u64) -> u64 {
    mix(name, word)
}

impl Gazetteer {
    fn read(bytes: &[u8]) -> Self {
        let mut bytes = Reader::new(bytes);
        let index = HashIndex::read(&mut bytes);
        let low = bytes.slice(index.len());
        let kinds = (low.iter().zip(bytes.slice(index.len())))
            .map(|(&low, &high)| u16::from(low) | u16::from(high) << 8)
            .collect();
        let [places, others] = std::array::from_fn(|_| numbers(&mut bytes, index.len()));
        let identified = bytes.u16() as usize;
        let sources = bytes.slice(identified);
        let known = sources.iter().filter(|&&source| source > 0).count();
        let parts: [&[u8]; 4] = std::array::from_fn(|_| bytes.slice(known));
        let mut at = 0;
        let identifiers = sources.iter().map(|source| {
            let source = source.checked_sub(1)?;
            let byte = |part: &[u8]| part.get(at).copied().unwrap_or(0);
            let number = u32::from_le_bytes(parts.map(byte));
            at += 1;
            Some(Identifier { source, number })
        });
        let identifiers = identifiers.collect();
        Self { index, kinds, places, others, identifiers }
    }

    /// The lists on which the name with this hash stands, and its place in the table.
    pub fn get(&self, hash: u64) -> Option<(Kinds, usize)> {
        self.index.find(hash).map(|at| (self.kinds(at), at))
    }

    /// The lists on which a name stands, by its place in the table.
    pub fn kinds(&self, at: usize) -> Kinds {
        self.kinds.get(at).copied().unwrap_or(0)
    }

    /// The number of what a name, by its place in the table, names; other names of the same have the same.
    pub fn thing(&self, at: usize, kind: NameType) -> Option<u16> {
        let numbers = if kind == NameType::Place { &self.places } else { &self.others };
        *numbers.get(at)?
    }

    /// The stable identifier of a place.
    pub fn id(&self, place: u16) -> Option<String> {
        let Identifier { source, number } = (*self.identifiers.get(usize::from(place))?)?;
        Some(match source {
            0 => {
                let letter = |shift: u32| char::from((number >> shift) as u8);
                ["iso3166:".to_owned(), letter(8).to_string(), letter(0).to_string()].concat()
            }
            1 => ["unm49:00", &number.to_string()].concat(),
            _ => ["geonames:", &number.to_string()].concat(),
        })
    }
}

/// Numbers given in the order of names: for each name 0 where it has none, 1 for the next number, 2 for one of those
/// that the list behind tells.
fn numbers(bytes: &mut Reader, names: usize) -> Vec<Option<u16>> {
    let steps = bytes.slice(names);
    let again = bytes.u16() as usize;
    let mut again = bytes.slice(again).iter().zip(bytes.slice(again));
    let mut next = 0;
    let number = |step: &u8| match step {
        0 => None,
        1 => {
            next += 1;
            Some(next - 1)
        }
        _ => again.next().map(|(&low, &high)| u16::from_le_bytes([low, high])),
    };
    steps.iter().map(number).collect()
}
