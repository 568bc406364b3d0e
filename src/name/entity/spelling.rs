//! When two spellings are of one name: `نتانياهو` and `نتنياهو`, `غوغل` and `جوجل`, `سوريا` and `سورية`.
//!
//! Arabic words differ by their long vowels (`سالم`, `سليم`); words from elsewhere are only written differently.

use crate::name::{
    gazetteer::gazetteer,
    lexicon::entry,
    table::{hash, mix},
};

/// One part of a name, without its article.
#[derive(Clone, Debug)]
pub(super) struct Part {
    text: String,
    /// What it is compared by.
    letters: Vec<char>,
    /// Whether its sounds have no fixed spelling in Arabic.
    pub(super) foreign: bool,
    /// Whether it had the article.
    pub(super) definite: bool,
    /// Whether it is a common given name of Arabic.
    pub(super) given: bool,
}

/// How frequent, in steps of the lexicon's, words are that are no names from elsewhere.
const COMMON: u8 = 3;

impl Part {
    pub(super) fn new(word: &str) -> Self {
        let bare = word.strip_prefix("ال").filter(|rest| rest.chars().nth(1).is_some());
        let reading = entry(word);
        let common = reading.known && reading.names == 0 && reading.frequency > COMMON;
        let foreign = bare.is_none()
            && (!common || gazetteer().get(hash(word.as_bytes())).is_some())
            && reading.given() < 3
            && reading.family() < 3
            && !reading.nationality
            && !word.chars().any(|letter| matches!(letter, 'ع' | 'ح' | 'ض' | 'ظ' | 'ذ'));
        let text = bare.unwrap_or(word).to_owned();
        Self {
            letters: letters([&*text]),
            text,
            foreign,
            definite: bare.is_some(),
            given: reading.given() == 3,
        }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Whether it is the name that many bear before the one that they go by.
    pub(super) fn is_muhammad(&self) -> bool {
        self.text == "محمد"
    }

    /// Whether it is أبو or أم and somebody's name.
    pub(super) fn is_kunya(&self) -> bool {
        ["ابو", "ام"].iter().any(|parent| self.text.strip_prefix(parent).is_some_and(|rest| rest.len() > 4))
    }
}

/// The same for all names that may be the same: their consonants, those that sound alike as one, wherever they part.
pub(super) fn sound<'p>(parts: impl IntoIterator<Item = &'p Part>) -> u64 {
    let letters = parts.into_iter().flat_map(|part| part.text.chars());
    let (mut sound, mut last) = (0, None);
    for class in letters.filter_map(class) {
        if last != Some(class) {
            sound = mix(sound, u64::from(class));
        }
        last = Some(class);
    }
    sound
}

/// Whether two names, part by part, are spellings of one; names from elsewhere may be parted differently.
pub(super) fn same(ours: &[Part], theirs: &[Part]) -> bool {
    if std::ptr::eq(ours, theirs) {
        return true;
    }
    if ours.len().max(theirs.len()) > 1 && ours.iter().chain(theirs).all(|part| part.foreign) {
        let [ours, theirs] = [ours, theirs].map(|parts| letters(parts.iter().map(Part::text)));
        return alike(&ours, &theirs);
    }
    ours.len() == theirs.len()
        && ours.iter().zip(theirs).all(|(our, their)| {
            our.letters == their.letters
                || our.foreign && their.foreign && alike(&our.letters, &their.letters)
        })
}

/// Vowels that one of two spellings may leave out at most.
const LEFT_OUT: usize = 2;

/// Consonants that tell a name at least when its spellings differ.
const TELLING: usize = 3;

/// Whether two spellings differ by inner vowels that one leaves out and by letters that stand for one foreign sound.
fn alike(ours: &[char], theirs: &[char]) -> bool {
    let (mut our, mut their) = (0, 0);
    let (mut left_out, mut interchanged, mut consonants) = (0, 0, 0);
    while let (Some(&a), Some(&b)) = (ours.get(our), theirs.get(their)) {
        let skips =
            |letters: &[char], at: usize| at + 1 < letters.len() && matches!(letters[at], 'ا' | 'و' | 'ي');
        if a == b || interchange(a, b) {
            consonants += usize::from(class(a).is_some());
            interchanged += usize::from(a != b);
            (our, their) = (our + 1, their + 1);
        } else if skips(ours, our) && !skips(theirs, their) {
            (our, left_out) = (our + 1, left_out + 1);
        } else if skips(theirs, their) && !skips(ours, our) {
            (their, left_out) = (their + 1, left_out + 1);
        } else {
            return false;
        }
    }
    (our, their) == (ours.len(), theirs.len())
        && left_out <= LEFT_OUT
        && (consonants >= TELLING || left_out + interchanged == 0)
}

/// Letters without hamza, none of them doubled; a final teh marbuta, folded, is an alef.
fn letters<'p>(parts: impl IntoIterator<Item = &'p str>) -> Vec<char> {
    let mut letters: Vec<char> =
        parts.into_iter().flat_map(str::chars).filter(|&letter| letter != 'ء').collect();
    if let Some(last) = letters.last_mut().filter(|last| **last == 'ه') {
        *last = 'ا';
    }
    letters.dedup();
    letters
}

/// Groups of letters that stand for one sound of other languages: the g of Google, the v, the r of Macron, the s of
/// Scholz.
const INTERCHANGED: [&str; 9] = ["غجقك", "غر", "فب", "سز", "سص", "سش", "سث", "تط", "دض"];

fn interchange(a: char, b: char) -> bool {
    class(a) == class(b) && INTERCHANGED.iter().any(|group| group.contains(a) && group.contains(b))
}

/// The consonant that stands for all with which a letter may be interchanged; none for vowels.
fn class(letter: char) -> Option<char> {
    match letter {
        'ا' | 'و' | 'ي' | 'ه' | 'ء' => None,
        'غ' | 'ج' | 'ق' | 'ك' | 'ر' => Some('ك'),
        'س' | 'ز' | 'ص' | 'ش' | 'ث' => Some('س'),
        'ت' | 'ط' => Some('ت'),
        'د' | 'ض' => Some('د'),
        'ف' | 'ب' => Some('ب'),
        other => Some(other),
    }
}
