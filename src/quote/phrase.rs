//! The noun phrase that says who speaks.

use crate::name::lexicon::{Trigger, entry};

use super::{
    aside::aside,
    clause::{self, bare},
    cue::Kind,
    extent::{extent, is_body, is_title_participle, opens_speech, time},
    layout::Layout,
    lists::{
        ADVERBS, COMPLEMENTS, CONJUNCTIONS, HOLDERS, MANNERS, MASCULINE, NO_HEADS, PARTS, PREPOSITIONS,
        RECIPIENTS, VERB_PARTICLES,
    },
    role,
    text::{Text, Word},
    verb,
};

/// How many words before its reporting word a clause begins at most.
const CLAUSE: usize = 20;

/// Whether the word opens a report: `أن`, `بأنها`.
pub(super) fn is_complement(word: &str) -> bool {
    COMPLEMENTS.contains(word)
}

/// Where the phrase that a reporting word is followed by begins and ends, if there is one before `limit`.
pub(super) fn after(text: &Text, layout: &Layout, from: usize, limit: usize) -> Option<(usize, usize)> {
    let words = &text.words;
    let mut start = from;
    while start < limit {
        let aside = time(text, start).max(aside(text, layout, start, limit));
        let passed = words[start].mention == 0
            && (ADVERBS.contains(words[start].text) || is_manner(text, start))
            || matches!(words[start].text, "،" | "," | "(" | ")");
        if aside == 0 && !passed {
            break;
        }
        start += aside.max(1);
    }
    start = start.min(limit);
    if start < limit && is_object(text, start) {
        return None;
    }
    extent(text, layout, start, limit)
}

/// `غاضبا`: an accusative is no subject; but `زميلنا`.
fn is_manner(text: &Text, at: usize) -> bool {
    let word = text.words[at].text;
    word.ends_with('ا') && word.chars().count() > 4 && !text.is_owned(at) && opens_speech(text, at + 1)
}

/// `متمنيا`, of `يتمنى`, `تدريجيا`, `الصحفيين`: no subject; but `السرايا`, `ميليشيا`.
pub(super) fn is_accusative(word: &Word) -> bool {
    let stem = |ending, least| word.text.strip_suffix(ending).filter(|stem| stem.chars().count() > least);
    let acts = |stem: &str| entry(&["ي", stem].concat()).known;
    let manner = |stem: &str| entry(stem).known || stem.strip_prefix('م').is_some_and(acts);
    let persons = |stem: &str| entry(&[stem, "ون"].concat()).known;
    // `زوجها` is no `زوجة`.
    let owned = word.text.ends_with("ها") || word.text.ends_with("هما");
    word.mention == 0
        && !owned
        && if word.text.starts_with("ال") {
            stem("ين", 5).is_some_and(persons)
        } else {
            stem("ا", 3).is_some_and(manner)
        }
}

/// `لوكالة`, `بكلمة`: to whom or how it is said.
pub(super) fn is_object(text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    let named = word.mention != 0 && (at == 0 || text.words[at - 1].mention != word.mention);
    let long = word.text.len() > 8;
    // `بإطاحة`: no other word begins so.
    let is_deed = || word.span.of(text.document.source()).starts_with("بإ");
    let to = word.text.strip_prefix("ل");
    let by = word.text.strip_prefix("ب");
    // `عن بالاك`: no preposition stands behind another.
    if at > 0 && matches!(text.words[at - 1].text, "عن" | "الي") {
        return false;
    }
    word.text.starts_with("لل")
        || to == Some("")
        || by == Some("")
        || long && !word.person && to.is_some_and(|rest| RECIPIENTS.contains(rest))
        || if named {
            word.clitic && (to.is_some() || by.is_some() || word.text.starts_with("ك"))
        } else {
            long && (word.text.starts_with("بال") || to.is_some_and(|rest| is_with(word.text, rest)))
                || by.is_some_and(|rest| MANNERS.contains(rest) || is_with(word.text, rest) || is_deed())
        }
}

/// Whether و is written onto a noun or a name that a phrase may begin with.
pub(super) fn is_joined(text: &Text, at: usize) -> bool {
    let (word, noun) = (&text.words[at], text.unowned(at));
    match word.text.strip_prefix("و") {
        Some(_) if word.mention != 0 => word.clitic,
        // `والي`, `والدها` and `والدتي` begin with it themselves.
        Some(_) if is_bare_title(noun) || is_bare_title(noun.trim_end_matches(['ت', 'ي'])) => false,
        Some(rest) => {
            rest.starts_with("ال") || is_bare_title(rest) || is_with(word.text, rest) && !acts(text, at)
        }
        None => false,
    }
}

/// `بحذر`: ب is written onto the word that is left; `باحث` is a word of its own.
pub(super) fn is_with(word: &str, rest: &str) -> bool {
    let (whole, rest) = (entry(word), entry(rest));
    !is_bare_title(word) && rest.known && (!whole.known || rest.frequency > whole.frequency + 1)
}

/// The nearest person before a reporting word in its own sentence, title included.
pub(super) fn person_before(text: &Text, layout: &Layout, cue: usize) -> Option<(usize, usize)> {
    let words = &text.words;
    let mut all = (layout.start(cue)..cue).rev().filter(|&at| layout.opaque_at(at).is_none());
    all.find(|&at| words[at].person).map(|at| with_title(text, layout, at))
}

/// The noun that begins the sentence of the word at `limit`, where it begins with one.
pub(super) fn subject(text: &Text, layout: &Layout, limit: usize) -> Option<(usize, usize)> {
    let words = &text.words;
    let from = first_noun(text, layout.start(limit), limit)?;
    let noun = &words[from];
    if layout.opaque_at(from).is_some() || !(noun.mention != 0 || bare(noun.text).starts_with("ال")) {
        return None;
    }
    after(text, layout, behind_verb(text, from), limit)
}

/// The phrase that begins the clause of the reporting word at `cue`: behind a comma, `أن`, `لكن` and their like.
pub(super) fn clause(text: &Text, layout: &Layout, cue: usize) -> Option<(usize, usize)> {
    let words = &text.words;
    let sentence = layout.start(cue);
    let start = sentence.max(cue.saturating_sub(CLAUSE));
    let verb = first_particle(text, start, cue);
    let border = |at: usize| {
        let word = &words[at];
        matches!(word.text, "،" | "," | "." | ":" | "؛" | "-" | "–")
            || is_complement(word.text)
            || clause::conjoins(text, at)
            || word.cue.is_some() && !is_title_participle(text, at, at)
    };
    let from = (start..verb).rev().find(|&at| border(at)).map(|at| at + 1);
    let from = from.or((start == sentence).then_some(start))?;
    after(text, layout, behind_verb(text, first_noun(text, from, verb)?), verb)
}

/// `سمعت شابا يقول`: the noun right before the reporting word at `cue`.
pub(super) fn before(text: &Text, layout: &Layout, cue: usize) -> Option<(usize, usize)> {
    let start = layout.start(cue);
    let to = first_particle(text, start, cue);
    let at = to.checked_sub(1).filter(|&at| at >= start)?;
    let word = &text.words[at];
    let number = word.text.as_bytes()[0].is_ascii_digit();
    let noun = word.person || word.mention == 0 && !word.mark && !number && word.cue.is_none();
    // `على حد قوله` too.
    let other = PREPOSITIONS.contains(word.text)
        || clause::passes(word.text)
        || is_complement(word.text)
        || NO_HEADS.contains(word.text)
        || word.text == "حد";
    let from = if word.person { with_title(text, layout, at).0 } else { at };
    (noun && !other).then_some((from, to))
}

/// `قرار المحكمة العليا التي قالت`: whom the relative pronoun before the reporting word at `cue` refers to, the outermost noun
/// that agrees with it.
pub(super) fn antecedent(text: &Text, layout: &Layout, cue: usize) -> Option<(usize, usize)> {
    let words = &text.words;
    let start = layout.start(cue);
    let at = first_particle(text, start, cue).checked_sub(1).filter(|&at| at > start)?;
    let feminine = words[at].text == "التي";
    let agrees = words[cue].cue.is_some_and(|cue| cue.feminine == feminine && cue.lemma != "قيل");
    let refers = agrees && (feminine || words[at].text == "الذي");
    // `الذي وصفه`, `الذي قال فيه`: somebody else speaks of it.
    let about = |word: &Word| matches!(word.text, "فيه" | "فيها" | "عنه" | "عنها" | "به" | "بها");
    if !refers || text.has_object(cue) || words.get(cue + 1).is_some_and(about) {
        return None;
    }
    let to = at - usize::from(matches!(words[at - 1].text, "،" | ","));
    if words[to - 1].person {
        return Some(with_title(text, layout, to - 1));
    }
    let mut from = None;
    for at in (start..to).rev() {
        let word = &words[at];
        let definite = word.mention != 0 || word.text.starts_with("ال");
        let agrees = text.is_feminine(at) == feminine;
        let attached = definite || agrees && verb::is_noun(word.text);
        if word.mark || word.person || !attached {
            break;
        }
        if agrees {
            from = Some(at);
        }
    }
    Some((from?, to))
}

/// `كان يقول`: the first of the particles that stand before the verb at `cue`.
fn first_particle(text: &Text, start: usize, cue: usize) -> usize {
    let particle = |at: &usize| VERB_PARTICLES.contains(text.words[*at].text);
    (start..cue).rev().take_while(particle).last().unwrap_or(cue)
}

/// `التقى فلان الوفد`, `ورفعت أستاذة لافتة`, `وقفت طالبة`: where the verb's own subject begins.
pub(super) fn behind_verb(text: &Text, at: usize) -> usize {
    let word = &text.words[at];
    let subject = text.words.get(at + 1).is_some_and(|next| {
        !next.mark
            && (acts(text, at)
                || next.mention != 0
                || next.text.starts_with("ال")
                || is_bare_title(text.unowned(at + 1))
                || role::is_hers(word.text) && text.is_feminine(at + 1)
                || acted(text, at) && !is_accusative(next))
    });
    let verb = subject
        && word.mention == 0
        && !is_title(word.text)
        && (acts(text, at) || acted(text, at) || !is_nominal(text, at));
    at + usize::from(verb)
}

/// Whether the word is rather a noun than a verb of the past.
fn is_nominal(text: &Text, at: usize) -> bool {
    let rest = unjoined(text.words[at].text);
    let article = rest.starts_with("ال") && !verb::has_no_article(rest);
    let reading = entry(rest);
    let noun = article
        || rest.starts_with("ت")
        || is_body(reading)
        || reading.is(Trigger::Nasab)
        || PARTS.contains(rest)
        || is_bare_title(text.unowned(at))
        || verb::is_noun(rest);
    noun && !role::is_hers(rest)
}

/// The word without its conjunction, where it has one.
fn unjoined(word: &str) -> &str {
    let rest = bare(word);
    if rest.len() < word.len() && entry(word).known && !is_with(word, rest) { word } else { rest }
}

/// Whether the word is a verb of the present: no phrase begins with one.
pub(super) fn acts(text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    word.mention == 0 && !is_bare_title(word.text) && verb::is_present(word.text)
}

/// Whether the word is a verb of the past: `أوقف`, `التفتت`, but not `دار`, `أحد`, nor `ولد`.
pub(super) fn acted(text: &Text, at: usize) -> bool {
    let word = text.words[at].text;
    let rest = bare(word);
    let noun = || is_bare_title(word) || PARTS.contains(rest) || is_body(entry(rest)) || word == "ولد";
    let past = || verb::is_past(rest) || verb::is_past(word);
    let verb = if rest.starts_with("ال") { verb::has_no_article(rest) } else { past() && !noun() };
    text.words[at].mention == 0 && verb
}

fn first_noun(text: &Text, from: usize, limit: usize) -> Option<usize> {
    let words = &text.words;
    let at = (from..limit).find(|&at| !words[at].mark && !CONJUNCTIONS.contains(words[at].text))?;
    (words[at].cue.is_none() || is_title_participle(text, at, at)).then_some(at)
}

/// The nearest phrases before `limit` that begin with a title or a kinship and the nearest names of bodies and places.
pub(super) fn heads(text: &Text, layout: &Layout, limit: usize) -> Vec<((usize, usize), &'static str)> {
    let words = &text.words;
    let mut found = Vec::new();
    let (mut titles, mut bodies) = (0, 0);
    let level = layout.within(limit);
    let mut at = limit;
    while at > limit.saturating_sub(60) && titles + bodies < 5 {
        at -= 1;
        let word = &words[at];
        if word.mark || word.person || layout.opaque_at(at).is_some_and(|outer| Some(outer) != level) {
            continue;
        }
        let near = at >= layout.start(limit);
        if word.mention != 0 && bodies < 2 {
            let mention = word.mention;
            let from = (0..=at).rev().take_while(|&at| words[at].mention == mention).last().unwrap_or(at);
            found.push(((from, at + 1), if near { "body" } else { "body-far" }));
            bodies += 1;
            at = from;
        } else if word.mention == 0 && is_title(word.text) && titles < 3 {
            let phrase = after(text, layout, at, limit);
            found.extend(phrase.map(|phrase| (phrase, if near { "title" } else { "title-far" })));
            titles += 1;
        }
    }
    found
}

/// The name around the word at `at` with the title before it.
pub(super) fn with_title(text: &Text, layout: &Layout, at: usize) -> (usize, usize) {
    let words = &text.words;
    let mention = words[at].mention;
    let mut from = at;
    while from > 0 && words[from - 1].mention == mention {
        from -= 1;
    }
    let mut to = at + 1;
    while to < words.len() && words[to].mention == mention {
        to += 1;
    }
    let start = layout.start(from).max(from.saturating_sub(10));
    let border = |at: &usize| {
        let word = &words[*at];
        word.mark && !matches!(word.text, "،" | ",")
            || word.person
            || word.cue.is_some() && !is_title_participle(text, *at, *at)
            || is_complement(word.text)
            || clause::conjoins(text, *at)
    };
    let first = (start..from).rev().find(border).map_or(start, |at| at + 1);
    let reaches = |head: &usize| extent(text, layout, *head, to).is_some_and(|(_, end)| end == to);
    let title = |head: &usize| {
        (is_title(words[*head].text) || *head == first && words[*head].text.starts_with("ال"))
            && reaches(head)
    };
    ((first..from).find(title).unwrap_or(from), to)
}

pub(super) fn is_title(word: &str) -> bool {
    // `بدا` is no `د`.
    let rest = word.strip_prefix("و").or(word.strip_suffix("ا")).filter(|rest| rest.len() > 2);
    is_bare_title(word) || rest.is_some_and(is_bare_title)
}

/// Whether the word as it is means an office or a kinship, in any gender and number: `رئيس`, `رئيسة`, `مدربون`.
pub(super) fn is_bare_title(word: &str) -> bool {
    let titled = |word: &str| {
        let reading = entry(word);
        reading.is(Trigger::Title) || reading.is(Trigger::Kin) || HOLDERS.contains(word)
    };
    let stems = ["ه", "ون", "ين", "ان", "ات"].iter().filter_map(|ending| word.strip_suffix(ending));
    titled(word) || stems.filter(|stem| stem.chars().count() > 2).any(titled)
}

/// `والده`, `زميلته`: an office or a kinship, whose holder may act or be named behind it.
pub(super) fn is_owned_title(text: &Text, at: usize) -> bool {
    is_bare_title(text.unowned(at).trim_end_matches('ت'))
}

/// How many folded bytes of a phrase's first word are no part of it: `والوزير`, `وفقا للوزير`.
pub(super) fn proclitic(text: &Text, from: usize) -> usize {
    let words = &text.words;
    let word = words[from].text;
    let source = from > 0
        && words[from - 1].text.ends_with('ا')
        && words[from - 1].cue.is_some_and(|cue| cue.kind == Kind::Source);
    if is_joined(text, from) {
        return 'و'.len_utf8();
    }
    match word.strip_prefix("ل") {
        // `للجنة` is `لجنة`.
        Some(rest) if source && rest.starts_with("ل") && !entry(rest).known => "لل".len(),
        Some(rest) if source && rest.len() > 4 => 'ل'.len_utf8(),
        _ => 0,
    }
}

/// Whether a phrase speaks of a woman, or of a body with a feminine name, where its first word or the article tells.
pub(super) fn gender(text: &Text, from: usize, to: usize) -> Option<bool> {
    let head = text.words[from].text;
    let feminine = text.is_feminine(from);
    let titled = is_title(head);
    if text.person_at(from, to).is_some() && !(titled && feminine) {
        return text.gender(from, to).or(titled.then_some(false));
    }
    // `يتهم الصين`: countries and cities are feminine.
    let word = &text.words[from];
    if word.place && !is_body(entry(head)) && !titled {
        return Some(!MASCULINE.contains(head));
    }
    // `الخبراء`, `الصحراء`.
    (feminine || !head.ends_with("اء")).then_some(feminine)
}
