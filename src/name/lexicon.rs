//! What is known of single words: distributional cluster, use as a name, what it stands behind, triggers.

use std::sync::LazyLock;

use crate::coder::{Bits, Coder, Model, unpack};

use super::table::{HashIndex, Keys, hash};

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
    /// How often it is in a person's name, in a place's, first in an organization's, further on in one's: two bits each,
    /// 0 never to 3 often.
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

    /// How often it is in names of each of the four places that [`Entry::affinity`] tells apart, 0 to 3.
    pub fn affinities(&self) -> [u8; 4] {
        [6, 4, 2, 0].map(|shift| self.affinity >> shift & 3)
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

/// What `words.bin` holds.
#[derive(Debug, Default)]
pub struct Packed {
    /// For each cluster the one of 64 that it is part of.
    pub coarse: Vec<u8>,
    /// The words.
    pub keys: Keys,
    /// What is known of each.
    pub entries: Vec<Entry>,
}

impl Packed {
    /// Passes everything.
    pub fn pass<B: Bits>(&mut self, coder: &mut Coder<B>) {
        let clusters = coder.even(256, self.coarse.len() as u32);
        self.coarse.resize(clusters as usize, 0);
        for cluster in &mut self.coarse {
            *cluster = coder.even(64, (*cluster).into()) as u8;
        }
        self.keys.pass(coder);
        self.entries.resize(self.keys.sorted.len(), Entry::default());
        let mut models = Models::new();
        for entry in &mut self.entries {
            entry.pass(coder, &mut models);
        }
    }
}

/// What is learned of the entries while they are passed.
struct Models {
    frequency: Model,
    names: Model,
    affinity: Model,
    cluster: Model,
    nationality: Model,
    triggered: Model,
    trigger: Model,
}

impl Models {
    fn new() -> Self {
        Self {
            frequency: Model::new(4, &[1]),
            names: Model::new(6, &[17]),
            affinity: Model::new(8, &[17, NAMED]),
            cluster: Model::new(8, &[17, NAMED + 4 * 256]),
            nationality: Model::new(0, &[257]),
            triggered: Model::new(0, &[17, 17 * 257]),
            trigger: Model::new(0, &[16]),
        }
    }
}

/// How many contexts a word's frequency and its use as a name make.
const NAMED: usize = 16 + 4 * 65;

impl Entry {
    #[inline(never)]
    fn pass<B: Bits>(&mut self, coder: &mut Coder<B>, models: &mut Models) {
        self.known = true;
        self.frequency = coder.number(&mut models.frequency, &[0], self.frequency.into()) as u8;
        let frequency = usize::from(self.frequency);
        self.names = coder.number(&mut models.names, &[frequency], self.names.into()) as u8;
        let names = usize::from(self.names);
        let step = frequency.clamp(2, 5) - 2;
        let named = if names == 0 { frequency } else { 16 + 4 * names + step };
        self.affinity = coder.number(&mut models.affinity, &[frequency, named], self.affinity.into()) as u8;
        let affinity = usize::from(self.affinity);
        let placed = if affinity == 0 { named } else { NAMED + 4 * affinity + step };
        self.cluster = coder.number(&mut models.cluster, &[frequency, placed], self.cluster.into()) as u8;
        let cluster = usize::from(self.cluster);
        self.nationality = coder.flag(&mut models.nationality, &[cluster], self.nationality);
        let contexts = [frequency, 17 * cluster + frequency];
        if coder.flag(&mut models.triggered, &contexts, self.triggers != 0) {
            for trigger in 0..16 {
                let bit = coder.flag(&mut models.trigger, &[trigger], self.triggers >> trigger & 1 == 1);
                self.triggers |= u16::from(bit) << trigger;
            }
        }
    }
}

/// The table of words.
#[derive(Debug)]
pub struct Lexicon {
    index: HashIndex,
    entries: Vec<Entry>,
    /// For each cluster the one of 64 that it is part of.
    coarse: Vec<u8>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(include_bytes!("../tables/words.bin")));

/// The engine's table of words.
pub fn lexicon() -> &'static Lexicon {
    &LEXICON
}

/// What is known of the word, spelling folded.
#[inline(never)]
pub fn entry(word: &str) -> Entry {
    LEXICON.get(hash(word.as_bytes()))
}

impl Lexicon {
    fn read(bytes: &[u8]) -> Self {
        let Packed { coarse, keys, entries } = unpack(bytes, Packed::pass);
        Self { index: HashIndex::new(keys), entries, coarse }
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
