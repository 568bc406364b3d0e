//! The gazetteer: names of one word or several, what they name and their stable identifiers.

use std::sync::LazyLock;

use crate::{
    NameType,
    coder::{Bits, Coder, Model, unpack},
};

use super::table::{HashIndex, Keys, mix};

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
    names: Vec<Name>,
    /// For each place where it is to be found elsewhere.
    identifiers: Vec<Option<Identifier>>,
}

/// What is known of one name.
#[derive(Clone, Copy, Debug, Default)]
pub struct Name {
    /// The lists on which it stands.
    pub kinds: Kinds,
    /// The number of the place that it names, and of what else it names. Numbers are given in the order of names.
    pub things: [Option<u16>; 2],
}

/// Where a place is to be found elsewhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Identifier {
    /// One of [`SOURCES`].
    pub source: u8,
    /// The source's number; of letters, five bits each.
    pub number: u32,
}

/// What an identifier begins with, and how many bits its number has.
pub const SOURCES: [(&str, u32); 3] = [("iso3166:", 10), ("unm49:", 10), ("geonames:", 24)];

/// How many of a number's bits are not taken to be random.
const HIGH: u32 = 10;

/// What `gazetteer.bin` holds.
#[derive(Debug, Default)]
pub struct Packed {
    /// The names.
    pub keys: Keys,
    /// What is known of each.
    pub names: Vec<Name>,
    /// For each place where it is to be found elsewhere.
    pub identifiers: Vec<Option<Identifier>>,
}

/// How the number of what a name names is told.
#[derive(Clone, Copy)]
enum Step {
    Nothing,
    Next,
    /// One of those that were told with a name of the same kinds.
    Alike,
    Again,
}

impl Packed {
    /// Passes everything.
    pub fn pass<B: Bits>(&mut self, coder: &mut Coder<B>) {
        self.keys.pass(coder);
        self.names.resize(self.keys.sorted.len(), Name::default());
        let mut models = Models {
            sets: Sets { told: Vec::new(), model: Model::new(6, &[1]) },
            things: [Things::new(), Things::new()],
            sources: Model::new(2, &[1 << KINDS]),
            high: Model::new(HIGH, &[4]),
        };
        for name in &mut self.names {
            models.pass(coder, name, &mut self.identifiers);
        }
    }
}

/// What is learned of names while they are passed.
struct Models {
    sets: Sets,
    things: [Things; 2],
    sources: Model,
    high: Model,
}

impl Models {
    /// Passes a name, and where the place is to be found elsewhere that is told with it first.
    #[inline(never)]
    fn pass<B: Bits>(
        &mut self,
        coder: &mut Coder<B>,
        name: &mut Name,
        identifiers: &mut Vec<Option<Identifier>>,
    ) {
        name.kinds = self.sets.pass(coder, name.kinds);
        for (slot, thing) in name.things.iter_mut().enumerate() {
            let things = &mut self.things[slot];
            let known = things.count;
            *thing = things.pass(coder, name.kinds, *thing);
            if slot == 1 || things.count == known {
                continue;
            }
            let place = usize::from(known);
            identifiers.resize(identifiers.len().max(place + 1), None);
            let Identifier { source, number } = identifiers[place].unwrap_or_default();
            let source = identifiers[place].map_or(0, |_| u32::from(source) + 1);
            let source = coder.number(&mut self.sources, &[name.kinds.into()], source);
            let Some(&(_, bits)) = SOURCES.get((source as usize).wrapping_sub(1)) else { continue };
            let low = bits - HIGH;
            let number = coder.number(&mut self.high, &[source as usize], number >> low) << low
                | coder.even(1 << low, number & ((1 << low) - 1));
            identifiers[place] = Some(Identifier { source: source as u8 - 1, number });
        }
    }
}

/// Sets of kinds that were told already; names have few different ones.
struct Sets {
    told: Vec<Kinds>,
    model: Model,
}

impl Sets {
    fn pass<B: Bits>(&mut self, coder: &mut Coder<B>, kinds: Kinds) -> Kinds {
        let place = self.told.iter().take(63).position(|&told| told == kinds).map_or(0, |place| place + 1);
        let place = coder.number(&mut self.model, &[0], place as u32);
        if let Some(&told) = self.told.get((place as usize).wrapping_sub(1)) {
            return told;
        }
        let kinds = coder.even(1 << KINDS, kinds.into()) as Kinds;
        self.told.push(kinds);
        kinds
    }
}

/// Things that were told already.
struct Things {
    count: u16,
    steps: Model,
    /// By the kinds of the name with which each was told first.
    alike: Vec<Vec<u16>>,
}

impl Things {
    fn new() -> Self {
        Self { count: 0, steps: Model::new(2, &[1 << KINDS]), alike: vec![Vec::new(); 1 << KINDS] }
    }

    fn pass<B: Bits>(&mut self, coder: &mut Coder<B>, kinds: Kinds, thing: Option<u16>) -> Option<u16> {
        let alike = self.alike.get_mut(usize::from(kinds))?;
        let place = thing.and_then(|thing| alike.iter().position(|&other| other == thing));
        let step = match thing {
            None => Step::Nothing,
            Some(thing) if thing >= self.count => Step::Next,
            Some(_) if place.is_some() => Step::Alike,
            Some(_) => Step::Again,
        };
        let step = coder.number(&mut self.steps, &[kinds.into()], step as u32);
        if step == Step::Nothing as u32 {
            None
        } else if step == Step::Next as u32 {
            alike.push(self.count);
            self.count += 1;
            Some(self.count - 1)
        } else if step == Step::Alike as u32 {
            let place = coder.even(alike.len() as u32, place.unwrap_or_default() as u32);
            alike.get(place as usize).copied()
        } else {
            Some(coder.even(self.count.into(), thing.unwrap_or_default().into()) as u16)
        }
    }
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
        let Packed { keys, names, identifiers } = unpack(bytes, Packed::pass);
        Self { index: HashIndex::new(keys), names, identifiers }
    }

    /// The lists on which the name with this hash stands, and its place in the table.
    pub fn get(&self, hash: u64) -> Option<(Kinds, usize)> {
        self.index.find(hash).map(|at| (self.kinds(at), at))
    }

    /// The lists on which a name stands, by its place in the table.
    pub fn kinds(&self, at: usize) -> Kinds {
        self.names.get(at).map_or(0, |name| name.kinds)
    }

    /// The number of what a name, by its place in the table, names; other names of the same have the same.
    pub fn thing(&self, at: usize, kind: NameType) -> Option<u16> {
        self.names.get(at)?.things[usize::from(kind != NameType::Place)]
    }

    /// The stable identifier of a place.
    pub fn id(&self, place: u16) -> Option<String> {
        let Identifier { source, number } = (*self.identifiers.get(usize::from(place))?)?;
        let (name, _) = SOURCES.get(usize::from(source))?;
        Some(match source {
            0 => {
                let letter = |shift: u32| char::from(b'A' + (number >> shift & 31) as u8);
                [name.to_string(), letter(5).to_string(), letter(0).to_string()].concat()
            }
            1 => [name, "00", &number.to_string()].concat(),
            _ => [name, number.to_string().as_str()].concat(),
        })
    }
}
