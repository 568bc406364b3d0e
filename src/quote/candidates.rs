//! Every phrase of the neighbourhood that may name the speaker, and how it was come upon.

use super::{
    Scene, attribution, clause, cue::Form, layout::Layout, lists::NO_HEADS, memory::Memory, named, phrase,
    role, speaker::Said, text::Text,
};

/// How many earlier speakers are looked at.
const MEMORY: usize = 6;
/// How many words back names are looked for.
pub(super) const BACK: usize = 160;
/// How many sentences back.
pub(super) const SENTENCES: usize = 7;
/// How many persons of the neighbourhood are looked at.
const PERSONS: usize = 8;
/// How many more paragraphs in marks may stand between a quote and `هذا ما صرح به فلان`.
const RUN: usize = 6;
/// Ways that come upon who is named as speaking of what is asked about.
#[rustfmt::skip]
const HERE: &[&str] = &["own", "verb", "same-cue", "report", "other", "later", "below", "relayed", "colon"];
/// How many words on the next speaker is looked for.
const AHEAD: usize = 60;

/// Where a candidate was come upon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The words there.
    pub words: (usize, usize),
    /// By what way.
    pub via: &'static str,
}

/// Somebody who may be the speaker.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// The phrase that names him.
    pub words: (usize, usize),
    /// Where he stands, the strongest evidence first.
    pub places: Vec<Place>,
    /// Whether a woman, or a body with a feminine name, as far as known.
    pub feminine: Option<bool>,
    /// Whom the phrase names.
    pub entity: Option<usize>,
    /// How often the article names him as speaking.
    pub says: usize,
}

impl Candidate {
    /// The phrase that the reader is led to from the word at `open`: where he is last named as speaking or as who acts in
    /// its clause.
    pub(super) fn named(&self, open: usize) -> (usize, usize) {
        if HERE.contains(&self.places[0].via) {
            return self.words;
        }
        let names = |place: &&Place| {
            place.words.0 < open
                && (place.via.starts_with("last")
                    || place.via.starts_with("spoke")
                    || place.via.ends_with("sayer")
                    || matches!(place.via, "clause" | "verb-clause" | "subject"))
        };
        let last = self.places.iter().filter(names).max_by_key(|place| place.words.0);
        last.map_or(self.words, |place| place.words)
    }

    /// The last place before the word at `open`; the first one where all are behind it.
    pub(super) fn nearest(&self, open: usize) -> Option<&Place> {
        let before = self.places.iter().filter(|place| place.words.0 < open);
        before.max_by_key(|place| place.words.0).or_else(|| self.places.first())
    }
}

/// All candidates, the likeliest sources first.
pub(super) fn all(scene: &Scene, memory: &Memory, said: &Said) -> Vec<Candidate> {
    let (text, layout) = (scene.text, scene.layout);
    let words = &text.words;
    let mut found = Found { scene, all: Vec::new() };
    let own = said.attribution.cue;
    let start = layout.start(said.open);
    let end = layout.end(said.end.max(1) - 1);
    // Words of the quote around this one, if there is one, count as much as those outside of any.
    let level = layout.within(said.open);
    let open = |at: usize| layout.opaque_at(at).is_none_or(|outer| Some(outer) == level);
    let same = memory.recent().take(MEMORY).find(|past| own.is_some() && past.cue == own);
    found.add(same.map(|past| past.words), "same-cue");
    let pivot = own.unwrap_or(said.open);
    if let Some(cue) = own {
        let limit = if said.open > cue { said.open } else { layout.end(cue) };
        let behind = match words[cue].cue {
            Some(_) => named::by(text, layout, cue, limit),
            None => phrase::after(text, layout, cue + 1, limit),
        };
        found.add(behind, "own");
        let relative = phrase::antecedent(text, layout, cue).filter(|_| behind.is_none());
        if found.add(relative, "antecedent").is_some() {
            return found.all;
        }
        // `صرح فلان قائلا`: the verb's own subject.
        let verb = (layout.start(cue)..cue)
            .rev()
            .take(40)
            .find(|&at| open(at) && words[at].cue.is_some_and(|other| other.form == Form::Verb));
        if let Some(verb) = verb {
            found.add(named::by(text, layout, verb, cue), "verb");
            found.add(phrase::clause(text, layout, verb), "verb-clause");
        }
        found.add(phrase::clause(text, layout, cue), "clause");
        found.add(phrase::before(text, layout, cue), "before");
        let person = phrase::person_before(text, layout, cue);
        // `حول اجتماع فلان، قالت`.
        let apart =
            person.is_some_and(|(from, _)| matches!(role::of(text, from).name, "object" | "genitive"));
        found.add(person, if apart { "person-apart" } else { "person" });
    }
    found.add(phrase::subject(text, layout, pivot), "subject");
    if let Some(report) = scene.report_around(said.open).filter(|report| report.cue != own) {
        let cue = report.cue;
        found.add(cue.and_then(|at| named::by(text, layout, at, report.words.0)), "report");
    }
    let others = (start..said.open)
        .rev()
        .filter(|&at| Some(at) != own && open(at) && words[at].cue.is_some_and(|cue| cue.form == Form::Verb));
    for (at, via) in others.take(2).zip(["other", "other-2"]) {
        found.add(named::by(text, layout, at, said.open), via);
    }
    let later = (said.end..end.min(said.end + 20))
        .find(|&at| Some(at) != own && words[at].cue.is_some_and(|cue| cue.form != Form::Noun));
    if let Some(later) = later {
        found.add(named::by(text, layout, later, end), "later");
    }
    found.add(below(scene, said, end), "below");
    found.add(relayed(scene, start, end), "relayed");
    let mut edge = said.open;
    while edge > start && words[edge - 1].mark {
        edge -= 1;
    }
    if words[edge..said.open].iter().any(|word| word.text == ":") {
        let head = attribution::head_before(text, layout, start, edge);
        // `هذا الشعار: «…»`.
        let label = edge > start && NO_HEADS.contains(words[edge - 1].text.trim_start_matches("ال"));
        // `سئل عن فلان، فقالت: «…»`.
        let passed = |head: &(usize, usize)| {
            !label
                && own.is_none_or(|cue| !(head.1..edge).contains(&cue))
                && role::of(text, head.0).name != "object"
        };
        found.add(head.filter(passed), "colon");
    }
    if words[said.open].line == 0 {
        found.add(joined(scene, start, edge), "joined");
    }
    let vias = ["last", "last-2", "last-3", "last-4", "last-5", "last-6"];
    for (past, via) in memory.recent().take(MEMORY).zip(vias) {
        if let Some(candidate) = found.add(Some(past.words), via) {
            candidate.feminine = candidate.feminine.or(past.feminine);
        }
    }
    // Who acts in this sentence and in those before.
    let mut sentence = start;
    for back in 0..SENTENCES {
        let limit = if back == 0 { said.open } else { layout.end(sentence) };
        if let Some((words, via)) = clause::actor(text, layout, sentence, limit) {
            found.add(Some(words), via);
        }
        if back == 1 {
            for (words, _) in clause::actors(text, layout, sentence.max(limit.saturating_sub(BACK)), limit) {
                found.add(Some(words), "late");
            }
        }
        if sentence == 0 || sentence + BACK < said.open {
            break;
        }
        sentence = layout.start(sentence - 1);
    }
    for (words, via) in clause::actors(text, layout, start, pivot.min(said.open)) {
        found.add(Some(words), via);
    }
    let mut seen = 0;
    let mut mention = 0;
    for at in (said.open.saturating_sub(BACK)..said.open).rev() {
        if words[at].mention == 0 || words[at].mention == mention || !open(at) {
            continue;
        }
        mention = words[at].mention;
        if words[at].person {
            found.add(Some(phrase::with_title(text, layout, at)), "name");
            seen += 1;
            if seen == PERSONS {
                break;
            }
        }
    }
    for (words, via) in named::earlier(text, layout, said.open).into_iter().zip(["spoke", "spoke-2"]) {
        found.add(Some(words), via);
    }
    for (words, via) in phrase::heads(text, layout, said.open) {
        found.add(Some(words), via);
    }
    found.all
}

/// `انقطاع الماء والحكومة ترد: «…»`: who is joined to a headline last, between `start` and `end`.
fn joined(scene: &Scene, start: usize, end: usize) -> Option<(usize, usize)> {
    let (text, layout) = (scene.text, scene.layout);
    let noun = |at: usize| text.words[at].cue.is_none() && phrase::is_joined(text, at);
    let at = (start + 1..end).rev().find(|&at| layout.within(at).is_none() && noun(at))?;
    phrase::after(text, layout, at, end)
}

/// `أفادت الوكالة نقلا عن فلان بأن`: the source that the words between `start` and `end` name.
fn relayed(scene: &Scene, start: usize, end: usize) -> Option<(usize, usize)> {
    let (text, layout) = (scene.text, scene.layout);
    let words = &text.words;
    let relays = |at: &usize| {
        layout.opaque_at(*at).is_none() && matches!(words[*at].text, "نقلا" | "ناقلا" | "ناقله" | "اقتباسا")
    };
    let at = (start..end).rev().find(relays)?;
    let from = (at + 1..end.min(at + 3)).find(|&at| words[at].text == "عن")?;
    phrase::after(text, layout, from + 1, end)
}

/// `هذا ما صرح به فلان` behind the quote or behind more of its kind, each a paragraph; its sentence ends at `end`.
fn below(scene: &Scene, said: &Said, end: usize) -> Option<(usize, usize)> {
    let (text, layout) = (scene.text, scene.layout);
    this(text, layout, said.end).or_else(|| {
        let mut behind = end.max(said.end);
        for _ in 0..RUN {
            while text.words.get(behind)?.mark && layout.within(behind).is_none() {
                behind += 1;
            }
            let Some(marked) = layout.within(behind).map(|index| &scene.marked[index]) else { break };
            let line = text.words[behind].line;
            let alone = behind == 0 || text.words[behind - 1].mark || text.words[behind - 1].line != line;
            if !alone || marked.end <= behind {
                break;
            }
            behind = marked.end;
        }
        this(text, layout, behind)
    })
}

/// Whom `هذا ما صرح به` or `قال ذلك` at `behind` names, marks before it passed over.
fn this(text: &Text, layout: &Layout, mut behind: usize) -> Option<(usize, usize)> {
    while text.words.get(behind)?.mark {
        behind += 1;
    }
    let words = &text.words[behind..];
    let second = words.get(1).map_or("", |word| word.text);
    let this = match words.first()?.text {
        "كل" => matches!(second, "هذا" | "ذلك"),
        first => matches!(first, "هذا" | "هكذا" | "بهذا" | "بهذه" | "كان" | "كانت"),
    };
    let cue = (0..words.len().min(4)).find(|&at| words[at].cue.is_some_and(|cue| cue.form == Form::Verb))?;
    let told = if cue == 0 { matches!(second, "ذلك" | "بذلك") } else { this };
    let cue = behind + Some(cue).filter(|_| told)?;
    phrase::after(text, layout, cue + 1, layout.end(cue))
}

/// Whom the next reporting verbs behind what is said name.
pub(super) fn ahead(scene: &Scene, said: &Said) -> Option<(usize, usize)> {
    let (text, layout) = (scene.text, scene.layout);
    let from = said.attribution.cue.map_or(said.end, |cue| said.end.max(cue + 1));
    let verb = |at: &usize| {
        layout.opaque_at(*at).is_none() && text.words[*at].cue.is_some_and(|cue| cue.form == Form::Verb)
    };
    let mut verbs = (from..text.words.len().min(from + AHEAD)).filter(verb).take(3);
    verbs.find_map(|at| named::by(text, layout, at, layout.end(at)))
}

struct Found<'s> {
    scene: &'s Scene<'s>,
    all: Vec<Candidate>,
}

impl Found<'_> {
    /// Adds a phrase, or another place of a candidate that is there.
    fn add(&mut self, phrase: Option<(usize, usize)>, via: &'static str) -> Option<&mut Candidate> {
        let text = self.scene.text;
        let words @ (from, to) = phrase.filter(|&(from, _)| role::of(text, from).name != "met")?;
        let entity = text.person(from, to);
        let place = Place { words, via };
        let same = self.all.iter().position(|known| {
            known.places.iter().any(|place| place.words.0 < to && from < place.words.1)
                || entity.is_some() && known.entity == entity
        });
        let feminine = phrase::gender(text, from, to);
        let Some(at) = same else {
            let says = self.scene.sayers.times(text, words);
            self.all.push(Candidate { words, places: vec![place], feminine, entity, says });
            return self.all.last_mut();
        };
        let known = &mut self.all[at];
        // `السائقون في الميدان`: what a phrase holds stands where it does.
        let (start, end) = known.words;
        let place = if start < from && to <= end { Place { words: known.words, via } } else { place };
        // `رئيس الهيئة` is no woman.
        if known.feminine.is_none() && (known.words.0 == from || known.entity == entity) {
            known.feminine = feminine;
        }
        known.places.push(place);
        Some(known)
    }
}
