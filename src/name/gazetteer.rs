//! The gazetteer: names of one word or several, what they name and their stable identifiers.

use std::sync::LazyLock;

use super::table::{HashIndex, Reader, mix};

/// The most words that a name of the gazetteer has.
pub const LONGEST: usize = 6;

/// What the gazetteer says of a name: one bit for each [`Kind`].
pub type Kinds = u8;

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
    Writer,
    Region,
}

/// The bits of all kinds of place.
pub const PLACES: Kinds =
    1 << Kind::Country as u8 | 1 << Kind::City as u8 | 1 << Kind::Place as u8 | 1 << Kind::Region as u8;
/// The bits of all kinds of person.
pub const PEOPLE: Kinds = 1 << Kind::Person as u8 | 1 << Kind::Writer as u8;
/// The bits of all kinds of organization.
pub const ORGANIZATIONS: Kinds = 1 << Kind::Organization as u8 | 1 << Kind::Club as u8;

/// The table of names.
#[derive(Debug)]
pub struct Gazetteer {
    index: HashIndex,
    kinds: Vec<Kinds>,
    /// For each name the number of its identifier, 0 where it has none.
    ids: Vec<u16>,
    identifiers: Vec<Identifier>,
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
        let kinds = bytes.slice(index.len()).to_vec();
        let count = bytes.u16() as usize;
        let sources = bytes.slice(count);
        let parts: [&[u8]; 4] = std::array::from_fn(|_| bytes.slice(count));
        let identifiers = (sources.iter().enumerate())
            .map(|(at, &source)| {
                let number =
                    parts.iter().rev().fold(0, |n, p| n << 8 | u32::from(p.get(at).copied().unwrap_or(0)));
                Identifier { source, number }
            })
            .collect();
        let low = bytes.slice(index.len());
        let high = bytes.slice(index.len());
        let ids = low.iter().zip(high).map(|(&low, &high)| u16::from(low) | u16::from(high) << 8).collect();
        Self { index, kinds, ids, identifiers }
    }

    /// The lists on which the name with this hash stands, and its place in the table.
    pub fn get(&self, hash: u64) -> Option<(Kinds, usize)> {
        self.index.find(hash).map(|at| (self.kinds(at), at))
    }

    /// The lists on which a name stands, by its place in the table.
    pub fn kinds(&self, at: usize) -> Kinds {
        self.kinds.get(at).copied().unwrap_or(0)
    }

    /// The number that a name, by its place in the table, shares with other names of the same.
    pub fn group(&self, at: usize) -> Option<u16> {
        self.ids.get(at)?.checked_sub(1)
    }

    /// The stable identifier of the names that share a number.
    pub fn id(&self, group: u16) -> Option<String> {
        let Identifier { source, number } = *self.identifiers.get(usize::from(group))?;
        Some(match source {
            0 => {
                let letter = |shift: u32| char::from((number >> shift) as u8);
                ["iso3166:".to_owned(), letter(8).to_string(), letter(0).to_string()].concat()
            }
            1 => ["unm49:00", &number.to_string()].concat(),
            2 => ["geonames:", &number.to_string()].concat(),
            _ => ["wikidata:Q", &number.to_string()].concat(),
        })
    }
}
