//! What the model sees of a word: of its spelling wherever it stands, and of the words around it.

use std::ops::Range;

use crate::segment::TokenKind;

use super::{
    clitic::Clitic,
    context::Context,
    gazetteer::{self, gazetteer},
    lexicon::{Trigger, lexicon},
    table::{hash, mix},
    words::{Form, Words},
};

macro_rules! templates {
    ($($name:ident,)*) => {
        /// A kind of feature. With a value it is one feature.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        #[allow(missing_docs)]
        pub enum Template {
            $($name,)*
        }

        impl Template {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];
        }
    };
}

templates! {
    Bias,
    Word,
    Stem,
    Clitic,
    Article,
    Cluster256,
    Cluster64,
    Frequency,
    Names,
    NamesFrequency,
    NamesArticle,
    Given,
    Family,
    Foreign,
    AffinityPerson,
    AffinityPlace,
    AffinityOrganization,
    AffinityInside,
    Affinities,
    Trigger,
    Nationality,
    Shape,
    Prefix,
    Suffix,
    Length,
    Listed,
    Likeness,
    LikenessArticle,
    StemPair,
    StemPairAfter,
    ClusterPair,
    ClusterPairAfter,
    ClusterAround,
    TriggerNames,
    TriggerCluster,
    NamesPair,
    NamesPairAfter,
    WordBefore,
    ClusterBefore,
    ClusterAfter,
    Match,
    MatchKinds,
    MatchBefore,
    MatchAfter,
    MatchTrigger,
    TriggerLeft,
    Head,
    HeadArticle,
    HeadCluster,
    HeadTrigger,
    WordBeforeNames,
    ClusterBeforeLikeness,
    ClusterAfterLikeness,
    Place,
    Paired,
    Count,
    Spellings,
    CliticEvidence,
    FirstTag,
    FirstTagsBefore,
    FirstTagsAfter,
    FirstTagsAround,
    Alone,
    ElsewhereTag,
    ElsewhereTimes,
    ElsewhereFirst,
    ElsewhereKind,
    ElsewhereBefore,
    ElsewhereAfter,
}

/// How far from a word its spelling's features are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// At the word itself.
    Own,
    /// From the words beside it too.
    Near,
    /// From two words away too.
    Far,
}

impl Reach {
    /// How many distances that are.
    pub fn rows(self) -> usize {
        match self {
            Reach::Own => 1,
            Reach::Near => 3,
            Reach::Far => 5,
        }
    }
}

impl Template {
    /// Hash of the feature that this kind and a value make.
    #[inline(always)]
    pub fn with(self, value: u64) -> u64 {
        mix(self as u64 + 1, value)
    }

    /// How far the feature reaches.
    pub fn reach(self) -> Reach {
        use Template::*;
        match self {
            Stem | Cluster256 | Cluster64 | Trigger | Nationality | Shape => Reach::Far,
            Word | Clitic | Article | Frequency | Names | Given | Family | Foreign | AffinityPerson
            | AffinityPlace | AffinityOrganization | AffinityInside | Affinities | Listed | Likeness => {
                Reach::Near
            }
            _ => Reach::Own,
        }
    }
}

/// Features of a spelling.
pub fn of_form(words: &Words, form: &Form, mut add: impl FnMut(Template, u64)) {
    use Template::*;
    add(Bias, 0);
    add(Word, form.hash);
    let reading = &form.reading;
    let entry = reading.entry;
    let spellings = u64::from(form.spellings.min(3)) << 8;
    add(Count, u64::from(form.cases.count.min(4)) << 4 | u64::from(entry.frequency));
    add(Spellings, spellings | u64::from(reading.clitic as u8));
    add(CliticEvidence, spellings | u64::from(entry.names));
    if form.kind != TokenKind::Word {
        add(Shape, form.kind as u64);
        return;
    }
    let text = words.text(form.folded);
    let stem = text.get(usize::from(reading.skip)..).unwrap_or_default();
    let article = reading.article;
    let shape = if stem.is_ascii() {
        3 + u64::from(stem.bytes().all(|b| b.is_ascii_uppercase()))
    } else {
        5 + u64::from(stem.chars().nth(1).is_none())
    };
    add(Shape, shape);
    add(Stem, reading.stem);
    add(Clitic, reading.clitic as u64);
    add(Article, u64::from(article));
    add(Frequency, u64::from(entry.frequency));
    if entry.cluster != 0 {
        add(Cluster256, u64::from(entry.cluster));
        add(Cluster64, u64::from(lexicon().coarse(entry.cluster)));
    }
    add(Names, u64::from(entry.names));
    add(NamesFrequency, u64::from(entry.names) << 8 | u64::from(entry.frequency));
    add(NamesArticle, u64::from(entry.names) << 1 | u64::from(article));
    add(Given, u64::from(entry.given()));
    add(Family, u64::from(entry.family()));
    add(Foreign, u64::from(entry.foreign()));
    let templates = [AffinityPerson, AffinityPlace, AffinityOrganization, AffinityInside];
    for (template, step) in templates.into_iter().zip(entry.affinities()) {
        add(template, u64::from(step));
    }
    add(Affinities, u64::from(entry.affinity));
    for trigger in 0..16 {
        if entry.triggers & 1 << trigger != 0 {
            add(Trigger, trigger);
        }
    }
    if entry.nationality {
        add(Nationality, u64::from(article));
    }
    add(Listed, u64::from(gazetteer().get(reading.stem).map_or(0, |(kinds, _)| kinds)));
    let likeness = u64::from(reading.likeness);
    add(Likeness, likeness);
    add(LikenessArticle, likeness << 8 | u64::from(article) << 4 | u64::from(entry.frequency));
    affixes(stem, add);
}

/// The first one to three letters and the last one to four.
fn affixes(stem: &str, mut add: impl FnMut(Template, u64)) {
    let bytes = stem.as_bytes();
    let mut length = 0;
    for (at, _) in stem.char_indices() {
        if (1..=3).contains(&length) {
            add(Template::Prefix, hash(&bytes[..at]));
        }
        length += 1;
    }
    add(Template::Length, length.min(10));
    for (count, (at, _)) in stem.char_indices().rev().enumerate().take(4) {
        if count as u64 + 1 < length {
            add(Template::Suffix, hash(&bytes[at..]));
        }
    }
}

/// Features of the word `at` of `line` by what stands around it.
pub fn of_context(
    words: &Words,
    context: &Context,
    line: &Range<usize>,
    at: usize,
    mut add: impl FnMut(Template, u64),
) {
    use Template::*;
    let form = words.form(at);
    let near = |distance: isize| -> Option<&Form> {
        let other = at.checked_add_signed(distance)?;
        (line.contains(&other)).then(|| words.form(other))
    };
    let stem = |form: Option<&Form>| form.map_or(0, |f| f.known_as());
    let cluster = |form: Option<&Form>| form.map_or(0, class);
    let names = |form: Option<&Form>| form.map_or(0, |f| u64::from(f.reading.entry.names) + 1);
    let (before, after) = (near(-1), near(1));
    let own = class(form);
    let look = u64::from(form.reading.likeness) << 1 | u64::from(form.reading.article);
    add(StemPair, mix(stem(before), form.known_as()));
    add(StemPairAfter, mix(form.known_as(), stem(after)));
    add(ClusterPair, cluster(before) << 16 | own);
    add(ClusterPairAfter, own << 16 | cluster(after));
    add(ClusterAround, cluster(before) << 16 | cluster(after));
    add(NamesPair, names(before) << 16 | names(Some(form)));
    add(NamesPairAfter, names(Some(form)) << 16 | names(after));
    let triggers = before.map_or(0, |f| u64::from(f.reading.entry.triggers));
    add(TriggerNames, triggers << 16 | names(Some(form)) << 1 | u64::from(form.reading.article));
    add(TriggerCluster, triggers << 16 | own);
    if let Some(word) = context.word_before(words, line, at) {
        add(WordBefore, words.form(word).known_as());
        add(ClusterBefore, class(words.form(word)));
        add(WordBeforeNames, mix(words.form(word).known_as(), names(Some(form))));
        add(ClusterBeforeLikeness, class(words.form(word)) << 16 | look);
    }
    if let Some(word) = context.word_after(words, line, at) {
        add(ClusterAfter, class(words.form(word)));
        add(ClusterAfterLikeness, class(words.form(word)) << 16 | look);
    }
    let matched = context.matched(at);
    if matched.kinds != 0 {
        add(MatchKinds, matched.code() << 16 | u64::from(matched.kinds));
        for kind in 0..gazetteer::KINDS as u64 {
            if matched.kinds & 1 << kind != 0 {
                add(Match, matched.code() << 8 | kind);
            }
        }
        add(MatchTrigger, triggers << 24 | u64::from(matched.kinds) << 8 | matched.code());
    }
    for (template, distance) in [(MatchBefore, -1), (MatchAfter, 1)] {
        let other = at.checked_add_signed(distance).filter(|other| line.contains(other));
        if let Some(other) = other.map(|other| context.matched(other)).filter(|m| m.kinds != 0) {
            add(template, other.code() << 16 | u64::from(other.kinds));
        }
    }
    if let Some((trigger, distance)) = context.trigger_left(words, line, at) {
        add(TriggerLeft, u64::from(trigger) << 8 | distance);
    }
    if let Some((head_word, distance)) = context.head(at) {
        let head = words.form(head_word).known_as();
        add(Head, mix(head, distance.min(4)));
        add(HeadArticle, mix(head, distance.min(4) << 1 | u64::from(form.reading.article)));
        let triggers = words.form(head_word).reading.entry.triggers;
        add(HeadTrigger, u64::from(triggers) << 8 | distance << 1 | u64::from(form.reading.article));
        add(HeadCluster, distance.min(4) << 16 | own);
    }
    add(Place, u64::from(line.start == at) << 1 | u64::from(line.start == 0));
    add(Paired, u64::from(context.paired(at)));
}

/// A word's cluster among 256, a mark's or a number's own class.
fn class(form: &Form) -> u64 {
    match form.kind {
        TokenKind::Number => 300,
        TokenKind::Mark => 301 + form.hash % 64,
        TokenKind::Word if form.reading.entry.cluster == 0 => 400 + u64::from(form.reading.article),
        TokenKind::Word => u64::from(form.reading.entry.cluster),
    }
}

/// The class of a word that decides which transitions lead to it.
pub fn edge(words: &Words, at: usize) -> usize {
    let form = words.form(at);
    let entry = form.reading.entry;
    match form.kind {
        TokenKind::Number => 0,
        TokenKind::Mark => match words.text(form.folded) {
            "-" | "–" => 1,
            "\"" | "«" | "»" | "“" | "”" => 2,
            "(" | ")" => 3,
            "." => 4,
            _ => 5,
        },
        TokenKind::Word if entry.nationality => 6 + usize::from(form.reading.clitic != Clitic::None),
        TokenKind::Word if entry.is(Trigger::Junction) => 8,
        TokenKind::Word if entry.is(Trigger::Nasab) => 9,
        TokenKind::Word => {
            let clitic = match form.reading.clitic {
                Clitic::None => 0,
                Clitic::Waw => 1,
                Clitic::Lam | Clitic::LamLam => 2,
                _ => 3,
            };
            10 + 2 * clitic + usize::from(form.reading.article)
        }
    }
}

/// How many classes [`edge`] knows.
pub const EDGES: usize = 18;
