//! Who speaks: what speaks for each of the candidates.

use crate::name::lexicon::entry;

use super::{
    Scene,
    attribution::Attribution,
    candidates::{BACK, Candidate, Place, SENTENCES},
    lists::is_governor,
    memory::Memory,
    model::{Answer, Ballot, Question},
    role,
    setting::Setting,
    sort::{self, class, cluster, head, shape},
    text::Text,
    verb,
};

/// The names of the earlier speakers that are told apart, the last one first.
const RECENT: [&str; 4] = ["0", "1", "2", "3"];

/// What is said, where and after which reporting word.
pub(super) struct Said {
    /// The first word or mark.
    pub open: usize,
    /// Behind the last one.
    pub end: usize,
    /// `term`, `direct`, `partial` or `indirect`.
    pub kind: &'static str,
    /// The reporting word.
    pub attribution: Attribution,
    /// Behind the last words that somebody said.
    pub spoken: Option<usize>,
    /// Whether the words are part of what somebody else says.
    pub nested: bool,
}

/// Asks which of the candidates speaks.
pub(super) fn ask(scene: &Scene, memory: &Memory, said: &Said, all: &[Candidate], ballot: &mut Ballot) {
    let text = scene.text;
    let subject =
        if said.kind == "indirect" || said.open + 1 >= said.end { said.open } else { said.open + 1 };
    ballot.ask(Question::Speaker, text.span(subject, said.end.max(subject + 1)));
    let setting = Setting::new(scene, said, all);
    setting.say(text, said, all, ballot);
    ballot.share();
    ballot.say("nobody", "");
    ballot.option(Answer::Nothing);
    let recent = memory
        .recent()
        .take(RECENT.len())
        .map(|past| Some(text.entity(past.words.0, past.words.1)?.0))
        .collect();
    let mut asked = Asked { text, memory, recent, lately: lately(text, said.open), said, setting, ballot };
    let mut sentences = vec![scene.layout.start(said.open)];
    while let Some(&first) = sentences.last().filter(|&&first| first > 0 && sentences.len() < SENTENCES) {
        sentences.push(scene.layout.start(first - 1));
    }
    let nearest: Vec<_> = all.iter().map(|candidate| candidate.nearest(said.open)).collect();
    for (rank, candidate) in all.iter().enumerate() {
        let place = nearest[rank];
        let from = |place: Option<&Place>| place.map(|place| place.words.0);
        let nearer = all.iter().zip(&nearest).filter(|(_, other)| from(**other) > from(place));
        let (mut rivals, mut agreeing) = (0, 0);
        for (other, _) in nearer {
            let agreement = asked.setting.agreement(other);
            // Persons, those left out whose gender the reporting word excludes.
            rivals += usize::from(other.entity.is_some() && agreement != "clashes");
            agreeing += usize::from(agreement == "agrees");
        }
        let sayers = all.iter().filter(|other| other.says > candidate.says).count();
        let numbers = [("rank", rank), ("rivals", rivals), ("agreeing", agreeing), ("sayers", sayers)];
        numbers.iter().for_each(|&(name, number)| asked.ballot.count(name, number));
        asked.candidate(candidate);
        if let Some(place) = place {
            let step = sentences.iter().filter(|&&first| place.words.0 < first).count();
            asked.place(place, step);
        }
        let (from, to) = candidate.named(said.open);
        asked.ballot.option(Answer::Words(text.span(from, to)));
    }
}

/// The persons named before the word at `open`, the last one first, each where he is last named.
fn lately(text: &Text, open: usize) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for at in (open.saturating_sub(BACK)..open).rev() {
        if let Some(person) = text.person_of(at)
            && found.iter().all(|(known, _)| *known != person)
        {
            found.push((person, at));
        }
    }
    found
}

/// One question and what every answer to it is seen with.
struct Asked<'a> {
    text: &'a Text<'a>,
    memory: &'a Memory,
    /// Who spoke last, the last one first.
    recent: Vec<Option<usize>>,
    /// Who was named last, the last one first, and where.
    lately: Vec<(usize, usize)>,
    said: &'a Said,
    setting: Setting,
    ballot: &'a mut Ballot,
}

impl Asked<'_> {
    /// What does not depend on where a candidate stands.
    fn candidate(&mut self, candidate: &Candidate) {
        let Self { text, memory, recent, lately, said, setting, ballot } = self;
        let (from, to) = candidate.words;
        ballot.say("agrees", setting.agreement(candidate));
        ballot.say("sort", sort::of_phrase(text, candidate.words));
        ballot.say("best", candidate.places[0].via);
        ballot.say("head", head(text, from));
        ballot.say("best-governed", role::of(text, candidate.places[0].words.0).name);
        let noun = text.words[from].text;
        let nature = match () {
            () if verb::is_present(noun) => "verb",
            () if verb::is_noun(noun) => "noun",
            () if entry(noun).known => "known",
            () => "unknown",
        };
        ballot.say("nature", nature);
        for (number, place) in candidate.places.iter().enumerate() {
            if candidate.places[..number].iter().all(|known| known.via != place.via) {
                ballot.say("way", place.via);
            }
        }
        ballot.count("words", text.count(from, to));
        ballot.count("says", candidate.says);
        let rest = &text.words[from + 1..to];
        let inside = match () {
            () if rest.iter().any(|word| word.mention == 0 && verb::is_present(word.text)) => "verb",
            () if rest.iter().any(|word| is_governor(word.text)) => "genitive",
            () if text.is_owned(from) => "owned",
            () => "plain",
        };
        ballot.say("inside", inside);
        if let Some((entity, times)) = text.entity(from, to) {
            ballot.count("prominence", times);
            let spoke = recent.iter().position(|known| *known == Some(entity)).map_or("-", |at| RECENT[at]);
            ballot.say("spoke", spoke);
        }
        if let Some(entity) = candidate.entity {
            ballot.count("first", text.first_line(entity));
            if let Some(others) = lately.iter().position(|(known, _)| *known == entity) {
                ballot.count("since", others);
                ballot.count("ago", said.open - lately[others].1);
            }
        }
        ballot.count("spoken", memory.times(from).unwrap_or(0));
        ballot.say("ahead", setting.ahead(text, candidate));
        if !text.words[from].person {
            ballot.say("head-word", noun);
            cluster("head-cluster", noun, ballot);
            ballot.say("shape", shape(noun));
        }
    }

    /// What the nearest place of a candidate, `step` sentences away, says.
    fn place(&mut self, place: &Place, step: usize) {
        let Self { text, said, setting, ballot, .. } = self;
        let words = &text.words;
        let (from, to) = place.words;
        let side = match () {
            () if from >= said.end => "after",
            () if from >= said.open => "inside",
            () => "before",
        };
        ballot.say("place", side);
        ballot.count("step", step);
        ballot.count("lines", words[said.open].line.saturating_sub(words[from].line));
        let previous = from.checked_sub(1).filter(|&at| words[at].line == words[from].line);
        let role = match previous {
            _ if words[from].clitic && words[from].text.starts_with(['ل', 'ب', 'ك']) => "preposition",
            None => "^",
            Some(at) => class(text, at),
        };
        ballot.say("role", role);
        ballot.say("near", place.via);
        let governed = role::of(text, from);
        ballot.say("governed", governed.name);
        if let Some(at) = governed.governor {
            cluster("governor-cluster", words[at].text, ballot);
        }
        let previous_text = previous.map_or("^", |at| words[at].text);
        cluster("previous-cluster", previous_text, ballot);
        // `فسألها فلان`: who is asked answers.
        let told = previous.and_then(|at| words[at].cue).map_or("-", |cue| cue.lemma);
        ballot.say("told", told);
        ballot.say("onto", if previous_text.ends_with(['ه', 'ا']) { "onto" } else { "-" });
        ballot.say("follows", if to < words.len() { class(text, to) } else { "$" });
        ballot.count("distance", from.abs_diff(said.open));
        if let Some(at) = setting.cue {
            ballot.say("cue-side", if from > at { "behind" } else { "before" });
            ballot.count("cue-distance", text.count(at.min(from), at.max(from)));
        }
    }
}
