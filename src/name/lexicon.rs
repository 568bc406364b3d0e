//! What is known of single words: distributional cluster, use as a name, what it stands behind, triggers.

use std::sync::LazyLock;

use super::table::{HashIndex, Reader};

/// What is known of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Whether the table has the word at all.
    pub known: bool,
    /// One of 255 distributional clusters, counted from 1; 0 where there is none.
    pub cluster: u8,
    /// How common it is: 0 unseen, then a step for each factor of four.
    pub frequency: u8,
    /// How often it is a given name, a family name, a foreign name: two bits each, 0 never to 3 often.
    pub names: u8,
    /// Affinity to triggers of persons, places and organizations: base 5 digits, 0 unseen, 1 never to 4 often.
    pub affinity: u8,
    /// One bit for each [`Trigger`].
    pub triggers: u16,
    /// Whether it is an adjective of a nation.
    pub nationality: bool,
}

/// What a word announces. The order is that of `data/names/triggers.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Trigger {
    Title,
    Kin,
    Nasab,
    Say,
    Meet,
    PlaceOut,
    PlaceIn,
    PlacePreposition,
    OrganizationOut,
    OrganizationIn,
    OrganizationPreposition,
    Junction,
    Month,
    Quantity,
}

impl Entry {
    /// Whether the word is such a trigger.
    pub fn is(&self, trigger: Trigger) -> bool {
        self.triggers & 1 << trigger as u8 != 0
    }

    /// How often it is a given name, 0 to 3.
    pub fn given(&self) -> u8 {
        self.names & 3
    }

    /// How often it is a family name, 0 to 3.
    pub fn family(&self) -> u8 {
        self.names >> 2 & 3
    }

    /// How often it is a foreign name, 0 to 3.
    pub fn foreign(&self) -> u8 {
        self.names >> 4 & 3
    }
}

/// The table of words.
#[derive(Debug)]
pub struct Lexicon {
    index: HashIndex,
    entries: Vec<Entry>,
    /// For each cluster the one of 64 that it is part of.
    coarse: &'static [u8],
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(include_bytes!("../tables/words.bin")));

/// The engine's table of words.
pub fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Lexicon {
    fn read(bytes: &'static [u8]) -> Self {
        let mut bytes = Reader::new(bytes);
        let clusters = bytes.u16() as usize;
        let coarse = bytes.slice(clusters);
        let index = HashIndex::read(&mut bytes);
        let planes: [&[u8]; 6] = std::array::from_fn(|_| bytes.slice(index.len()));
        let entries = (0..index.len())
            .map(|at| {
                let plane = |number: usize| planes[number].get(at).copied().unwrap_or(0);
                Entry {
                    known: true,
                    cluster: plane(0),
                    frequency: plane(1) >> 4,
                    nationality: plane(1) & 8 != 0,
                    names: plane(2),
                    affinity: plane(3),
                    triggers: u16::from(plane(4)) | u16::from(plane(5)) << 8,
                }
            })
            .collect();
        Self { index, entries, coarse }
    }

    /// What is known of the word with this hash.
    pub fn get(&self, hash: u64) -> Entry {
        self.index.find(hash).and_then(|at| self.entries.get(at)).copied().unwrap_or_default()
    }

    /// The cluster among 64 that `cluster` is part of.
    pub fn coarse(&self, cluster: u8) -> u8 {
        self.coarse.get(usize::from(cluster).wrapping_sub(1)).copied().unwrap_or_default()
    }
}
