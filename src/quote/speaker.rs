//! Who speaks: every phrase of the neighbourhood that may be it, and what speaks for each.

use crate::name::{
    lexicon::{Trigger, lexicon},
    table::hash,
};

use super::{
    Scene, attribution,
    cue::{Form, Kind},
    kind::{Attribution, clusters, ending, form_name, kind_name, shape},
    memory::Memory,
    model::{Answer, Ballot, Question, bucket},
    phrase,
};

/// How many earlier speakers are looked at.
const MEMORY: usize = 6;

/// A phrase that may name the speaker.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Its words.
    pub words: (usize, usize),
    /// How it was come upon, the strongest first.
    via: Vec<&'static str>,
    /// Whether a woman, or a body with a feminine name, as far as known.
    feminine: Option<bool>,
}

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
    /// Where else the words stand.
    pub echo: &'static str,
    /// Paragraphs since the quote before.
    pub gap: &'static str,
}

/// All candidates, the likeliest sources first.
pub(super) fn candidates(scene: &Scene, memory: &Memory, said: &Said) -> Vec<Candidate> {
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
            Some(_) => phrase::of_cue(text, layout, cue, limit),
            None => phrase::after(text, layout, cue + 1, limit),
        };
        found.add(behind, "own");
        // `صرح فلان قائلا`: the verb's own subject.
        let verb = (layout.start(cue)..cue)
            .rev()
            .take(40)
            .find(|&at| open(at) && words[at].cue.is_some_and(|other| other.form == Form::Verb));
        if let Some(verb) = verb {
            found.add(phrase::of_cue(text, layout, verb, cue), "verb");
            found.add(phrase::clause(text, layout, verb), "verb-clause");
        }
        found.add(phrase::clause(text, layout, cue), "clause");
        found.add(phrase::person_before(text, layout, cue), "person");
    }
    found.add(phrase::subject(text, layout, pivot), "subject");
    if let Some(report) = scene.report_around(said.open).filter(|report| Some(report.cue) != own) {
        found.add(phrase::of_cue(text, layout, report.cue, report.words.0), "report");
    }
    let others = (start..said.open)
        .rev()
        .filter(|&at| Some(at) != own && open(at) && words[at].cue.is_some_and(|cue| cue.form == Form::Verb));
    for (at, via) in others.take(2).zip(["other", "other-2"]) {
        found.add(phrase::of_cue(text, layout, at, said.open), via);
    }
    let later = (said.end..end.min(said.end + 20))
        .find(|&at| Some(at) != own && words[at].cue.is_some_and(|cue| cue.form != Form::Noun));
    if let Some(later) = later {
        found.add(phrase::of_cue(text, layout, later, end), "later");
    }
    let mut edge = said.open;
    while edge > start && words[edge - 1].mark {
        edge -= 1;
    }
    if words[edge..said.open].iter().any(|word| word.text == ":") {
        found.add(attribution::head_before(text, layout, start, edge), "colon");
    }
    for (past, via) in
        memory.recent().take(MEMORY).zip(["last", "last-2", "last-3", "last-4", "last-5", "last-6"])
    {
        found.add(Some(past.words), via);
        if let Some(candidate) = found.all.iter_mut().find(|candidate| candidate.words == past.words) {
            candidate.feminine = candidate.feminine.or(past.feminine);
        }
    }
    let mut seen = 0;
    let mut mention = 0;
    for at in (said.open.saturating_sub(100)..said.open).rev() {
        if words[at].mention == 0 || words[at].mention == mention || !open(at) {
            continue;
        }
        mention = words[at].mention;
        if words[at].person {
            let via = match (at >= start, words[at].line == words[said.open].line, seen) {
                (true, _, 0) => "name",
                (true, ..) => "name-2",
                (_, true, 0) => "name-line",
                (_, true, _) => "name-line-2",
                (_, _, 0) => "name-far",
                _ => "name-far-2",
            };
            found.add(Some(phrase::with_title(text, layout, at)), via);
            seen += 1;
            if seen == 3 {
                break;
            }
        }
    }
    for (words, via) in
        phrase::earlier_subjects(text, layout, said.open).into_iter().zip(["spoke", "spoke-2"])
    {
        found.add(Some(words), via);
    }
    for (words, via) in phrase::heads(text, layout, said.open) {
        found.add(Some(words), via);
    }
    found.all
}

struct Found<'s> {
    scene: &'s Scene<'s>,
    all: Vec<Candidate>,
}

impl Found<'_> {
    /// Adds a phrase, or another way to one that is there.
    fn add(&mut self, phrase: Option<(usize, usize)>, via: &'static str) {
        let Some((from, to)) = phrase else { return };
        let same = self.all.iter_mut().find(|known| known.words.0 < to && from < known.words.1);
        if let Some(known) = same {
            known.via.push(via);
            return;
        }
        let text = self.scene.text;
        let feminine = phrase::gender(text, from, to).or_else(|| text.gender(from, to));
        self.all.push(Candidate { words: (from, to), via: vec![via], feminine });
    }
}

/// Asks which of the candidates speaks.
pub(super) fn ask(scene: &Scene, memory: &Memory, said: &Said, all: &[Candidate], ballot: &mut Ballot) {
    let words = &scene.text.words;
    let (text, layout) = (scene.text, scene.layout);
    let subject =
        if said.kind == "indirect" || said.open + 1 >= said.end { said.open } else { said.open + 1 };
    ballot.ask(Question::Speaker, text.span(subject, said.end.max(subject + 1)));
    let start = layout.start(said.open);
    let own = said.attribution.cue;
    let reading = own.and_then(|at| words[at].cue);
    let side = said.attribution.side;
    let lemma = reading.map_or("-", |cue| cue.lemma);
    let cue_kind = reading.map_or("-", |cue| kind_name(cue.kind));
    let form = reading.map_or("-", |cue| form_name(cue.form));
    let length = bucket(text.count(said.open, said.end));
    let leads = if text.count(start, said.open) == 0 { "leads" } else { "led" };
    let line_leads = said.open == 0 || words[said.open - 1].line != words[said.open].line;
    let leads = if line_leads { "line" } else { leads };
    let before = said.open.checked_sub(1).map_or("^", |at| words[at].text);
    let best = all.first().map_or("nobody", |candidate| candidate.via[0]);

    ballot.say("none", "");
    ballot.say_both("none-kind", said.kind, side);
    ballot.say_both("none-cue", cue_kind, form);
    ballot.say("none-lemma", lemma);
    ballot.say_both("none-length", said.kind, length);
    ballot.say_both("none-best", best, side);
    ballot.say_both("none-leads", leads, side);
    ballot.say("none-before", before);
    ballot.say_both("none-echo", said.echo, side);
    ballot.say_both("none-echo-best", said.echo, best);
    ballot.say("none-candidates", bucket(all.len()));
    ballot.say_both("none-memory", if memory.is_empty() { "new" } else { "known" }, side);
    ballot.option(Answer::Nothing);

    for candidate in all {
        let (from, to) = candidate.words;
        let via = candidate.via[0];
        let person = (from..to).any(|at| words[at].person);
        let named = (from..to).any(|at| words[at].mention != 0);
        let entry = lexicon().get(hash(words[from].text.as_bytes()));
        let head = if words[from].person {
            "person"
        } else if entry.is(Trigger::Title) {
            "title"
        } else if words[from].mention != 0 {
            "name"
        } else if words[from].text.starts_with("ال") {
            "definite"
        } else {
            "noun"
        };
        let sort = if person {
            "person"
        } else if named {
            "name"
        } else {
            "noun"
        };
        let agrees = match (
            candidate.feminine,
            reading.filter(|cue| cue.form != Form::Noun && cue.kind != Kind::Source),
        ) {
            (Some(one), Some(cue)) if one == cue.feminine => "agrees",
            (Some(_), Some(_)) => "clashes",
            (None, Some(cue)) if cue.feminine => "she",
            (None, Some(_)) => "he",
            _ => "-",
        };
        ballot.say("via", via);
        for other in &candidate.via {
            ballot.say("also", other);
            ballot.say_both("also-side", other, side);
        }
        ballot.say_both("via-sort", via, sort);
        ballot.say_both("via-head", via, head);
        ballot.say_both("via-side", via, side);
        ballot.say_both("via-cue", via, cue_kind);
        ballot.say_both("via-form", via, form);
        ballot.say_both("via-kind", via, said.kind);
        ballot.say_both("via-leads", via, leads);
        ballot.say_both("via-agrees", via, agrees);
        ballot.say_both("via-lemma", via, lemma);
        ballot.say_both("via-best", via, best);
        ballot.say_both("via-gap", via, said.gap);
        ballot.say_both("via-gap-side", via, if own.is_some() { "cue" } else { said.gap });
        ballot.say("agrees", agrees);
        ballot.say_both("agrees-sort", agrees, sort);
        ballot.say_both("agrees-best", agrees, best);
        ballot.say_both("sort-cue", sort, cue_kind);
        let entity = text.entity(from, to);
        if let Some((entity, times)) = entity {
            ballot.say_both("prominence", bucket(times), sort);
            let mut recent = memory.recent().take(3).map(|past| text.entity(past.words.0, past.words.1));
            let spoke = recent.position(|known| known.is_some_and(|known| known.0 == entity));
            ballot.say_both("spoke", spoke.map_or("-", bucket), via);
            ballot.say_both("spoke-leads", spoke.map_or("-", bucket), leads);
        }
        ballot.say_both("head-shape", shape(words[from].text), head);
        ballot.say_both("head-shape-via", if head == "noun" { shape(words[from].text) } else { head }, via);
        ballot.say("head", words[from].text);
        clusters(("head-64", "head-256"), words[from].text, ballot);
        let previous = from.checked_sub(1).map(|at| &words[at]).filter(|word| word.line == words[from].line);
        let previous_text = previous.map_or("^", |word| word.text);
        clusters(("previous-64", "previous-256"), previous_text, ballot);
        ballot.say_both("previous", previous_text, if via.starts_with("last") { "last" } else { "new" });
        ballot.say(
            "previous-shape",
            match previous {
                None => "^",
                Some(word) if word.cue.is_some() => "cue",
                Some(word) if word.mark => word.text,
                Some(word) => ending(word.text),
            },
        );
        ballot.say("length", bucket(text.count(from, to)));
        let where_ = match () {
            () if from >= said.open && to <= said.end => "inside",
            () if from >= said.end => "after",
            () if from >= start => "sentence",
            () if words[from].line == words[said.open].line => "line",
            () if words[from].line + 1 == words[said.open].line => "line before",
            () => "far",
        };
        ballot.say_both("where", where_, side);
        ballot.say_both("where-sort", where_, sort);
        ballot.say_both("where-via", where_, via);
        let distance = bucket(from.abs_diff(said.open));
        ballot.say_both("distance", where_, distance);
        if let Some(at) = own {
            let near = bucket(text.count(at.min(from), at.max(from)).min(12));
            ballot.say_both("cue-distance", if from > at { "behind" } else { "before" }, near);
            let other = (at.min(to)..at.max(from)).any(|at| words[at].person && !(from..to).contains(&at));
            if other {
                ballot.say_both("passes-person", if from > at { "behind" } else { "before" }, sort);
            }
        }
        if layout.opaque_at(from).is_some() {
            ballot.say("quoted", via);
        }
        if let Some(times) = memory.times(from) {
            ballot.say_both("spoken", bucket(times.min(5)), via);
        }
        ballot.say("follows", words.get(to).map_or("$", |word| word.text));
        ballot.option(Answer::Words(text.span(from, to)));
    }
}
