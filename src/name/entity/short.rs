//! Which longer names of the article a short one may stand for.

use std::slice::from_ref as slice;

use crate::{
    NameType,
    name::{lexicon::Trigger, table::mix, words::Interner},
};

use super::{
    spelling::{Part, same, sound},
    variant::Variant,
};

/// Longer names that are looked at for a part that many share.
const CANDIDATES: usize = 16;

/// The article's longer names by the sound of those parts that short forms keep.
#[derive(Debug)]
pub(super) struct LongNames<'v> {
    variants: &'v [Variant],
    interned: Interner,
    bearers: Vec<Vec<usize>>,
}

impl<'v> LongNames<'v> {
    /// Those among `variants`.
    pub(super) fn new(variants: &'v [Variant]) -> Self {
        let mut all = Self { variants, interned: Interner::default(), bearers: Vec::new() };
        for (number, variant) in variants.iter().enumerate().filter(|(_, variant)| variant.parts.len() > 1) {
            // What is left of a person's name may be any part, of others' the first, or the second behind a head noun.
            let kept = if variant.kind == NameType::Person { variant.parts.len() } else { 2 };
            for part in &variant.parts[..kept] {
                let next = all.bearers.len();
                let found = all.interned.get(key(variant.kind, part), next as u32) as usize;
                if found == next {
                    all.bearers.push(Vec::new());
                }
                let bearers = &mut all.bearers[found];
                if bearers.len() < CANDIDATES && bearers.last() != Some(&number) {
                    bearers.push(number);
                }
            }
        }
        all
    }

    /// The longer names that `short` may stand for.
    pub(super) fn of(&self, short: &Variant) -> Vec<usize> {
        let kept = if short.kind == NameType::Person { short.parts.last() } else { short.parts.first() };
        let bearers = kept
            .and_then(|part| self.interned.find(key(short.kind, part)))
            .and_then(|number| self.bearers.get(number as usize));
        let stands = |long: &&usize| {
            let long = &self.variants[**long];
            long.kind == short.kind && shortens(short, long)
        };
        bearers.into_iter().flatten().filter(stands).copied().collect()
    }
}

fn key(kind: NameType, part: &Part) -> u64 {
    mix(sound([part]), kind as u64)
}

/// Whether a name is a short form of a longer one of the same type.
pub(super) fn shortens(short: &Variant, long: &Variant) -> bool {
    if short.parts.len() >= long.parts.len() {
        return false;
    }
    match short.kind {
        NameType::Person => person(&short.parts, &long.parts),
        // كوريا is not كوريا الشمالية, but الأهلي is الأهلي المصري.
        NameType::Place => short.parts.len() > 1 && begins(&short.parts, &long.parts),
        NameType::Organization => {
            let [first, ..] = &short.parts[..] else { return false };
            let alone = short.parts.len() == 1;
            let club = CLUBS.contains(&first.text())
                || short.listed.is_some() && first.definite != long.parts[0].definite;
            let begins_it = !(alone && club) && begins(&short.parts, &long.parts);
            let headed = short.listed.is_none() && is_headed(long) && begins(&short.parts, &long.parts[1..]);
            begins_it || headed || nickname(&short.parts, &long.parts)
        }
    }
}

/// Clubs whose names are nouns with which other bodies' names begin: `الاتحاد` is neither `الاتحاد الأوروبي` nor `اتحاد العاصمة`.
const CLUBS: [&str; 5] = ["اتحاد", "شرطه", "جيش", "هلال", "وحده"];

/// Whether a name is what stands behind the city in a club's: `سيتي`, `كولورادو روكيز`.
fn nickname(short: &[Part], long: &[Part]) -> bool {
    let [short] = short else { return false };
    long.len() == 2 && short.foreign && long[0].foreign && same(slice(short), slice(&long[1]))
}

/// Nouns that a place may be called by without being another: a port is not its city.
const PLACE_HEADS: [&str; 15] = [
    "مدينه",
    "بلده",
    "قريه",
    "محافظه",
    "ولايه",
    "مقاطعه",
    "اقليم",
    "منطقه",
    "دوله",
    "جمهوريه",
    "مملكه",
    "جزيره",
    "نهر",
    "بحيره",
    "سلطنه",
];

/// Nouns that a body may be called without: `الخارجية`, `وزارة الخارجية`.
const BODY_HEADS: [&str; 8] = ["وزاره", "مجلس", "هيئه", "جمعيه", "لجنه", "محكمه", "مديريه", "كليه"];

/// Whether a name begins with a noun without which it is the name of the same.
pub(super) fn is_headed(variant: &Variant) -> bool {
    variant.parts.len() > 1
        && match variant.kind {
            NameType::Person => false,
            NameType::Place => PLACE_HEADS.contains(&variant.parts[0].text()),
            NameType::Organization => {
                variant.head.is(Trigger::OrganizationOut) || BODY_HEADS.contains(&variant.parts[0].text())
            }
        }
}

fn begins(short: &[Part], long: &[Part]) -> bool {
    long.get(..short.len()).is_some_and(|beginning| same(short, beginning))
}

/// Given name, family name, both without what stands between; a beginning; of names from elsewhere an end, too.
fn person(short: &[Part], long: &[Part]) -> bool {
    let (Some(first), Some((last, before_last))) = (short.first(), short.split_last()) else { return false };
    let is = |one: &Part, other: &Part| same(slice(one), slice(other));
    if begins(short, long) {
        return true;
    }
    let ends = long.last().is_some_and(|long| is(last, long));
    if before_last.is_empty() {
        // The father's name in the middle names the father.
        return ends || !first.given && long.iter().any(|part| is(first, part));
    }
    if is(first, &long[0]) {
        let mut middle = long[1..long.len() - 1].iter();
        return ends && before_last[1..].iter().all(|part| middle.any(|other| is(part, other)));
    }
    // So does what stands behind a son's name: صدام حسين is no عدي صدام حسين.
    let dropped = long.len() - short.len();
    ends && (!first.given || dropped == 1 && long[0].is_muhammad()) && same(short, &long[dropped..])
}
