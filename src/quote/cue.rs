//! Reporting words in all their forms: the table holds stems, the endings are Arabic's own.

use std::sync::LazyLock;

use crate::{normalize::as_tables_are, order};

/// What a reporting word asks of what follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// What follows may be speech by itself: `قال`.
    Say,
    /// Needs a complement or marks: `أشار إلى أن`.
    Claim,
    /// Reports only beside marks: `«…»، يتذكر`.
    Marks,
    /// Names or describes: `وصفه بأنه`.
    Call,
    /// Passes on what another said: `نقلت … عن`.
    Relay,
    /// A particle of attribution: `بحسب`.
    Source,
}

/// How the word is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `قال`, `يقول`; `بحسب` counts as one.
    Verb,
    /// `قائلا`.
    Participle,
    /// `بالقول`.
    Noun,
}

impl Kind {
    /// As a feature's value.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Say => "say",
            Self::Claim => "claim",
            Self::Marks => "marks",
            Self::Call => "call",
            Self::Relay => "relay",
            Self::Source => "source",
        }
    }
}

impl Form {
    /// As a feature's value.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Verb => "verb",
            Self::Participle => "participle",
            Self::Noun => "noun",
        }
    }
}

/// A reporting word as it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    /// Its first stem, which stands for all of its forms.
    pub lemma: &'static str,
    /// What it asks of what follows.
    pub kind: Kind,
    /// How it is built.
    pub form: Form,
    /// Whether it says that a woman, or a body with a feminine name, speaks.
    pub feminine: bool,
    /// Whether it says that the one who speaks is telling of himself: `نقول`.
    pub first: bool,
    /// Bytes of a conjunction before it.
    pub skip: usize,
}

impl Reading {
    /// Whether the word agrees with who speaks: in `نقلت الوكالة عن فلان` it does not.
    pub(super) fn tells_gender(&self) -> bool {
        self.form != Form::Noun && !matches!(self.kind, Kind::Source | Kind::Relay) && self.lemma != "جاء"
    }
}

/// How the word behind `على حد` is read.
pub(super) const ACCORDING: Reading =
    Reading { lemma: "حد", kind: Kind::Source, form: Form::Verb, feminine: false, first: false, skip: 0 };

const AFTER_PAST: &[&str] =
    &["", "ت", "وا", "ا", "تا", "نا", "ه", "ها", "هم", "ني", "ته", "تها", "تهم", "تني", "وه", "وها"];
const AFTER_PRESENT: &[&str] = &["", "ون", "ان", "ه", "ها", "هم", "ني", "نا", "ونه", "ونها"];
const AFTER_PARTICIPLE: &[&str] = &["ا", "ه", "ين", "لا", "لاً"];
const AFTER_NOUN: &[&str] = &["", "ه", "ها", "هم"];

/// Reads a word of the folded text, with or without و or ف before it.
pub(super) fn read(word: &str) -> Option<Reading> {
    if word.len() < 4 || word.len() > 32 {
        return None;
    }
    whole(word).or_else(|| {
        let rest = word.strip_prefix(['و', 'ف'])?;
        whole(rest).map(|reading| Reading { skip: word.len() - rest.len(), ..reading })
    })
}

fn whole(word: &str) -> Option<Reading> {
    let table = &*TABLE;
    let made = |(lemma, kind): Entry, form, feminine| {
        Some(Reading { lemma, kind, form, feminine, first: false, skip: 0 })
    };
    if let Some((entry, ending)) = stem(&table.past, word, AFTER_PAST) {
        // An irregular feminine is listed with its own ت.
        let feminine = ending.starts_with('ت') || ending.is_empty() && table.feminine(word);
        return if entry.1 == Kind::Source && !ending.is_empty() {
            None
        } else {
            let first = ending == "نا" || word == "قلت";
            made(entry, Form::Verb, feminine).map(|reading| Reading { first, ..reading })
        };
    }
    let future = word.strip_prefix('س').unwrap_or(word);
    let present = future.strip_prefix(['ي', 'ت', 'ن', 'ا']);
    if let Some((entry, _)) = present.and_then(|rest| stem(&table.present, rest, AFTER_PRESENT)) {
        let first = future.starts_with(['ن', 'ا']);
        return made(entry, Form::Verb, future.starts_with('ت')).map(|reading| Reading { first, ..reading });
    }
    if let Some((entry, ending)) = stem(&table.participle, word, AFTER_PARTICIPLE) {
        return made(entry, Form::Participle, ending == "ه");
    }
    let bare = word.strip_prefix('ب').unwrap_or(word);
    let bare = bare.strip_prefix("ال").unwrap_or(bare);
    stem(&table.noun, bare, AFTER_NOUN).and_then(|(entry, _)| made(entry, Form::Noun, false))
}

/// A lemma and its kind.
type Entry = (&'static str, Kind);

/// The stem that makes up the word together with the first of the endings that does, and that ending.
fn stem<'w>(stems: &Stems, word: &'w str, endings: &[&str]) -> Option<(Entry, &'w str)> {
    (stems.beginning_like(word).iter())
        .filter_map(|(stem, entry)| {
            let ending = word.strip_prefix(stem.as_str())?;
            let place = endings.iter().position(|&one| one == ending)?;
            Some((place, (*entry, ending)))
        })
        .min_by_key(|&(place, _)| place)
        .map(|(_, found)| found)
}

#[derive(Default)]
struct Table {
    past: Stems,
    feminine: Vec<String>,
    present: Stems,
    participle: Stems,
    noun: Stems,
}

/// Stems by their first two letters.
#[derive(Default)]
struct Stems {
    sorted: Vec<(String, Entry)>,
    /// For each [`beginning`] where its stems begin.
    starts: Vec<u16>,
}

const BEGINNINGS: usize = 1024;

/// A number below [`BEGINNINGS`] for a word's first two letters; 0 for shorter words.
fn beginning(word: &str) -> usize {
    let letters = word.as_bytes().first_chunk().map_or(0, |&bytes| u32::from_le_bytes(bytes));
    letters.wrapping_mul(0x9E37_79B1) as usize >> 22
}

impl Stems {
    fn new(mut sorted: Vec<(String, Entry)>) -> Self {
        order::by_key(&mut sorted, |(stem, _)| (beginning(stem) as u64, 0));
        let starts = (0..=BEGINNINGS)
            .map(|from| sorted.partition_point(|(stem, _)| beginning(stem) < from) as u16)
            .collect();
        Self { sorted, starts }
    }

    /// The stems that may make up the word together with an ending; all have two letters or more.
    fn beginning_like(&self, word: &str) -> &[(String, Entry)] {
        let beginning = beginning(word);
        &self.sorted[usize::from(self.starts[beginning])..usize::from(self.starts[beginning + 1])]
    }
}

impl Table {
    fn feminine(&self, word: &str) -> bool {
        self.feminine.iter().any(|known| known == word)
    }
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut lists: [Vec<(String, Entry)>; 4] = Default::default();
    let mut feminine = Vec::new();
    for line in include_str!("../../data/cues.tsv").lines().filter(|line| !line.starts_with('#')) {
        let folded = as_tables_are(line).text;
        let mut columns = folded.split('\t');
        let stems: [&str; 4] = std::array::from_fn(|_| columns.next().unwrap_or("-"));
        let kind = match columns.next() {
            Some("say") => Kind::Say,
            Some("marks") => Kind::Marks,
            Some("call") => Kind::Call,
            Some("relay") => Kind::Relay,
            Some("source") => Kind::Source,
            _ => Kind::Claim,
        };
        // Once, and for good.
        let lemma: &'static str = stems[0].split(',').next().unwrap_or_default().to_owned().leak();
        for (list, stems) in lists.iter_mut().zip(stems) {
            list.extend(
                stems.split(',').filter(|stem| *stem != "-").map(|stem| (stem.to_owned(), (lemma, kind))),
            );
        }
        feminine.extend(stems[0].split(',').skip(1).filter(|stem| stem.ends_with('ت')).map(str::to_owned));
    }
    let [past, present, participle, noun] = lists.map(Stems::new);
    Table { past, feminine, present, participle, noun }
});
