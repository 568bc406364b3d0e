//! Whom the names name: mentions of the same grouped as one entity.

mod aside;
mod links;
mod short;
mod spelling;
mod variant;

use std::{borrow::Cow, cmp::Reverse};

use crate::{Entity, Mention, NameType, OwnName, order, segment::Document};

use super::{
    Named,
    gazetteer::gazetteer,
    table::mix,
    words::{Interner, Words},
};
use links::Links;
use short::{LongNames, is_headed, shortens};
use spelling::{Part, same, sound};
use variant::{Variant, variants};

/// The mentions that `names` are, by start, and their entities by first mention. `own` are the caller's names, which the
/// names point into.
pub fn group(
    document: &Document,
    words: &Words,
    names: &[Named],
    own: &[OwnName],
) -> (Vec<Mention>, Vec<Entity>) {
    let (variants, of_name) = variants(names, words);
    let mut links = Links::new(&variants);
    join_own(&mut links, &variants);
    Spellings::new(&variants).join(&mut links);
    join_listed(&mut links, &variants, |variant| !is_bare(variant));
    aside::join(&mut links, &variants, names, &of_name, words);
    let open = join_short(&mut links, &variants);
    join_listed(&mut links, &variants, is_bare);
    let whom = whom(&mut links, &variants, &of_name, &open);
    let mut mentions = Vec::with_capacity(names.len());
    let mut members: Vec<Vec<usize>> = Vec::new();
    let mut numbers = vec![None; variants.len()];
    for (at, name) in names.iter().enumerate() {
        let entity = *numbers[whom[at]].get_or_insert_with(|| {
            members.push(Vec::new());
            members.len() - 1
        });
        members[entity].push(at);
        let kind = variants[whom[at]].kind;
        mentions.push(Mention {
            span: document.to_source(name.folded),
            kind,
            entity,
            score: name.found.score,
        });
    }
    let entities = members.into_iter().map(|members| {
        let root = whom[members[0]];
        let kind = variants[root].kind;
        let (own_name, thing) = links.identity(root);
        let own_name = own_name.and_then(|number| own.get(number));
        let name = own_name
            .map_or_else(|| fullest(document, names, &variants, &of_name, &members), |own| own.name.clone());
        let listed = || thing.filter(|_| kind == NameType::Place).and_then(|place| gazetteer().id(place));
        let id = own_name.and_then(|own| own.id.clone()).or_else(listed);
        Entity { kind, name, id, mentions: members }
    });
    let entities = entities.collect();
    (mentions, entities)
}

/// Whether two names, as their folded words, are seen to be of the same where both stand in one article.
pub fn evident(kind: NameType, one: &str, other: &str) -> bool {
    let variant = |name: &str| {
        let words: Vec<Cow<str>> = name.split(' ').map(Cow::Borrowed).collect();
        Variant::new(kind, &words)
    };
    let (one, other) = (variant(one), variant(other));
    same(&one.parts, &other.parts)
        || kind == NameType::Person && (shortens(&one, &other) || shortens(&other, &one))
}

/// Whether a name is one part of a person's.
fn is_bare(variant: &Variant) -> bool {
    variant.kind == NameType::Person && variant.parts.len() == 1
}

/// Variants of one type by their sound.
struct Spellings<'v> {
    variants: &'v [Variant],
    interned: Interner,
    buckets: Vec<Vec<usize>>,
}

/// Variants that sound alike and are compared with each other.
const ALIKE: usize = 8;

impl<'v> Spellings<'v> {
    fn new(variants: &'v [Variant]) -> Self {
        let interned = Interner::default();
        let mut all = Self { variants, interned, buckets: Vec::new() };
        for (number, variant) in variants.iter().enumerate() {
            let next = all.buckets.len();
            let found = all.interned.get(key(variant.kind, &variant.parts), next as u32) as usize;
            if found == next {
                all.buckets.push(Vec::new());
            }
            if all.buckets[found].len() < ALIKE {
                all.buckets[found].push(number);
            }
        }
        all
    }

    /// The first variant that is a spelling of `parts`.
    fn find(&self, kind: NameType, parts: &[Part]) -> Option<usize> {
        let number = self.interned.find(key(kind, parts))?;
        let bucket = self.buckets.get(number as usize)?;
        bucket.iter().copied().find(|&number| same(&self.variants[number].parts, parts))
    }

    /// Joins spellings of one name, and a name with the head noun before it and without.
    fn join(&self, links: &mut Links) {
        for (number, variant) in self.variants.iter().enumerate() {
            if let Some(first) = self.find(variant.kind, &variant.parts) {
                links.join(first, number);
            }
            if let Some((_, rest)) = variant.parts.split_first().filter(|_| is_headed(variant))
                && let Some(bare) = self.find(variant.kind, rest)
            {
                links.join(bare, number);
            }
        }
    }
}

fn key(kind: NameType, parts: &[Part]) -> u64 {
    mix(sound(parts), kind as u64)
}

/// Joins the variants that are names of one of the caller's.
fn join_own(links: &mut Links, variants: &[Variant]) {
    let mut firsts = Interner::default();
    for (number, own) in variants.iter().enumerate().filter_map(|(number, v)| Some((number, v.own?))) {
        links.join(firsts.get(own as u64, number as u32) as usize, number);
    }
}

/// Joins the variants of which the gazetteer knows that they name the same.
fn join_listed(links: &mut Links, variants: &[Variant], among: impl Fn(&Variant) -> bool) {
    let mut firsts = Interner::default();
    for (number, variant) in variants.iter().enumerate() {
        let thing = if among(variant) { variant.thing() } else { links.identity(number).1 };
        if let Some(thing) = thing {
            let first = firsts.get(u64::from(thing), number as u32);
            links.join(first as usize, number);
        }
    }
}

/// Joins short names to the one longer name that each may stand for; for those that several may, all of these.
fn join_short(links: &mut Links, variants: &[Variant]) -> Vec<Vec<usize>> {
    let long = LongNames::new(variants);
    let mut open = vec![Vec::new(); variants.len()];
    let mut order: Vec<usize> = (0..variants.len()).filter(|&at| variants[at].own.is_none()).collect();
    order::by_key(&mut order, |&at| (u64::MAX - variants[at].parts.len() as u64, 0));
    for number in order {
        let itself = links.root(number);
        let mut roots: Vec<usize> = long.of(&variants[number]).into_iter().map(|at| links.root(at)).collect();
        order::by_key(&mut roots, |&root| (root as u64, 0));
        roots.dedup();
        if roots.contains(&itself) || roots.is_empty() {
            continue;
        }
        if is_bare(&variants[number]) {
            links.forget(number);
        }
        match roots[..] {
            [one] => links.join(one, number),
            _ => open[number] = roots,
        }
    }
    open
}

/// What being the last one named counts, in mentions, when several may be meant.
const LAST_NAMED: usize = 2;

/// For each name the variant that stands for whom it names. A name that several bear is the one's who was named most up
/// to there, or just before; where none was, the one's who is named next.
fn whom(links: &mut Links, variants: &[Variant], of_name: &[usize], open: &[Vec<usize>]) -> Vec<usize> {
    let mut counts = vec![0; variants.len()];
    let mut lasts = vec![0; variants.len()];
    let mut whom = Vec::with_capacity(of_name.len());
    for (at, &number) in of_name.iter().enumerate() {
        let bearers: Vec<usize> = open[number].iter().map(|&bearer| links.root(bearer)).collect();
        let bearers = || bearers.iter().copied();
        let last = bearers().map(|bearer| lasts[bearer]).max();
        let likeliest = bearers().filter(|&bearer| counts[bearer] > 0).max_by_key(|&bearer| {
            let bonus = if Some(lasts[bearer]) == last { LAST_NAMED } else { 0 };
            (counts[bearer] + bonus, lasts[bearer])
        });
        let next = || bearers().min_by_key(|&bearer| variants[bearer].names[0]);
        let root = likeliest.or_else(next).unwrap_or_else(|| links.root(number));
        counts[root] += 1;
        lasts[root] = at + 1;
        whom.push(root);
    }
    whom
}

/// The longest of an entity's names as the source writes it, in Arabic letters if in any, the commonest of these.
fn fullest(
    document: &Document,
    names: &[Named],
    variants: &[Variant],
    of_name: &[usize],
    members: &[usize],
) -> String {
    let rank = |&&at: &&usize| {
        let variant = &variants[of_name[at]];
        (
            !variant.cased,
            variant.parts.len(),
            variant.length,
            variant.names.len(),
            !names[at].swallowed,
            Reverse(at),
        )
    };
    let Some(best) = members.iter().max_by_key(rank).map(|&at| &names[at]) else { return String::new() };
    let written = document.to_source(best.folded).of(document.source());
    if best.swallowed { ["ال", written].concat() } else { written.to_owned() }
}
