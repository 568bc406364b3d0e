//! Who speaks: what speaks for each of the candidates.

use super::{
    Scene,
    candidates::{self, Candidate, Place, SENTENCES},
    cue::{Kind, Reading},
    kind::{Attribution, clusters, ending, form_name, kind_name, shape},
    lists::{ADDRESSES, is_governor},
    memory::Memory,
    model::{Answer, Ballot, Question, bucket},
    named, role,
    sort::{self, class, head},
    text::Text,
    verb,
};

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
    /// Whether nobody was found for these.
    pub unnamed: bool,
    /// Whether the words are part of what somebody else says.
    pub nested: bool,
}

/// How what is said stands in its sentence and after what was said before.
struct Setting {
    cue: Option<usize>,
    lemma: &'static str,
    kind: &'static str,
    form: &'static str,
    side: &'static str,
    /// What stands before the reporting word.
    joint: &'static str,
    /// Whether the words open their paragraph, their sentence or neither.
    leads: &'static str,
    /// How much stands between this and the last words that somebody said.
    gap: &'static str,
    /// Whether somebody else began to act there.
    news: &'static str,
    /// Whether nobody was found for those words.
    unnamed: &'static str,
    /// Who is named as speaking next.
    ahead: Option<(usize, usize)>,
    /// What phrase stands where the reporting word's speaker does.
    own: &'static str,
    /// The gender and number that the reporting word tells.
    voice: &'static str,
    /// Whether the words are in the headline, in another's words or in neither.
    level: &'static str,
    /// Whether the reporting word names or addresses somebody.
    address: &'static str,
    /// What follows the reporting word.
    next: &'static str,
}

impl Setting {
    fn new(scene: &Scene, said: &Said, all: &[Candidate]) -> Self {
        let (text, layout) = (scene.text, scene.layout);
        let words = &text.words;
        let start = layout.start(said.open);
        let cue = said.attribution.cue;
        let reading = cue.and_then(|at| words[at].cue);
        let joint = match (cue, reading) {
            (None, _) => "none",
            (_, Some(reading)) if reading.skip > 0 => "and",
            (Some(cue), _) if cue == layout.start(cue) => "^",
            (Some(cue), _) => class(text, cue - 1),
        };
        let leads = match said.open.checked_sub(1).map(|at| words[at].line) {
            None => "line",
            Some(line) if line != words[said.open].line => "line",
            _ if text.count(start, said.open) == 0 => "sentence",
            _ => "led",
        };
        let gap = said.spoken.map_or("new", |end| {
            let lines = words[said.open].line.saturating_sub(words[end - 1].line);
            match (lines, end <= said.open) {
                (0, true) => match text.count(end, said.open) {
                    0 => "0",
                    1..=3 => "1-3",
                    4..=6 => "4-6",
                    _ => "7",
                },
                (0, false) => "around",
                (1, _) => "line",
                (2, _) => "line 2",
                _ => "lines",
            }
        });
        let acts = |place: &Place| {
            matches!(place.via, "topic" | "agent" | "sayer")
                && said.spoken.is_some_and(|end| place.words.0 >= end)
                && place.words.1 <= said.open
        };
        let news = all.iter().any(|candidate| candidate.places.iter().any(acts));
        let plural = cue.is_some_and(|at| named::is_plural(words[at].text));
        let voice = match reading.filter(Reading::tells_gender) {
            None => "-",
            Some(_) if plural => "they",
            Some(cue) if cue.feminine => "she",
            Some(_) => "he",
        };
        let explicit = |via: &str| {
            all.iter().find_map(|candidate| candidate.places.iter().find(|place| place.via == via))
        };
        let own = explicit("own").or_else(|| explicit("verb"));
        let own = own.map_or("-", |place| head(text, place.words.0));
        let level = match words[said.open].line {
            _ if said.nested => "nested",
            0 => "headline",
            _ => "text",
        };
        let next = cue.filter(|&at| at + 1 < words.len()).map_or("-", |at| class(text, at + 1));
        let address = match reading {
            Some(cue) if cue.kind == Kind::Call => "call",
            Some(cue) if ADDRESSES.contains(cue.lemma) => "address",
            _ => "-",
        };
        Self {
            level,
            address,
            next,
            own,
            cue,
            lemma: reading.map_or("-", |cue| cue.lemma),
            kind: reading.map_or("-", |cue| kind_name(cue.kind)),
            form: reading.map_or("-", |cue| form_name(cue.form)),
            side: said.attribution.side,
            joint,
            leads,
            gap,
            news: if news { "news" } else { "-" },
            unnamed: if said.unnamed { "unnamed" } else { "named" },
            ahead: candidates::ahead(scene, said),
            voice,
        }
    }

    /// Whether a candidate is who is named as speaking next.
    fn ahead(&self, text: &Text, candidate: &Candidate) -> &'static str {
        let Some((from, to)) = self.ahead else { return "nobody" };
        let person = text.person(from, to);
        let there = |place: &Place| place.words.0 < to && from < place.words.1;
        match person {
            _ if candidate.places.iter().any(there) => "himself",
            Some(_) if candidate.entity == person => "himself",
            Some(_) => "person",
            None => "other",
        }
    }

    /// Whether a candidate's gender goes with the reporting word.
    fn agreement(&self, candidate: &Candidate) -> &'static str {
        match (candidate.feminine, self.voice) {
            (_, "-") => "-",
            (_, "they") => "they",
            (Some(she), voice) if she == (voice == "she") => "agrees",
            (Some(_), _) => "clashes",
            (None, voice) => voice,
        }
    }
}

/// Asks which of the candidates speaks.
pub(super) fn ask(scene: &Scene, memory: &Memory, said: &Said, all: &[Candidate], ballot: &mut Ballot) {
    let text = scene.text;
    let subject =
        if said.kind == "indirect" || said.open + 1 >= said.end { said.open } else { said.open + 1 };
    ballot.ask(Question::Speaker, text.span(subject, said.end.max(subject + 1)));
    let setting = Setting::new(scene, said, all);
    let recent =
        memory.recent().take(4).map(|past| Some(text.entity(past.words.0, past.words.1)?.0)).collect();
    let mut asked = Asked { text, memory, recent, said, setting, ballot };
    asked.nobody(all);
    let mut sentences = vec![scene.layout.start(said.open)];
    while let Some(&first) = sentences.last().filter(|&&first| first > 0 && sentences.len() < SENTENCES) {
        sentences.push(scene.layout.start(first - 1));
    }
    let step = |at: usize| match () {
        () if at >= said.end => "after",
        () if at >= said.open => "inside",
        () => bucket(sentences.iter().filter(|&&first| at < first).count()),
    };
    let nearest = |candidate: &Candidate| candidate.nearest(said.open).map(|place| place.words.0);
    for candidate in all {
        // Persons who stand nearer, those left out whose gender the reporting word excludes.
        let rivals = all.iter().filter(|rival| {
            rival.entity.is_some()
                && rival.words != candidate.words
                && asked.setting.agreement(rival) != "clashes"
                && nearest(rival) > nearest(candidate)
        });
        let rivals = bucket(rivals.count().min(3));
        asked.candidate(candidate);
        for (number, place) in candidate.places.iter().enumerate() {
            if candidate.places[..number].iter().all(|known| known.via != place.via) {
                asked.way(candidate, place, step(place.words.0), rivals);
            }
        }
        if let Some(place) = candidate.nearest(said.open) {
            asked.place(candidate, place, step(place.words.0), rivals);
        }
        asked.ballot.once();
        let (from, to) = candidate.named(said.open);
        asked.ballot.option(Answer::Words(text.span(from, to)));
    }
}

/// One question and what every answer to it is seen with.
struct Asked<'a> {
    text: &'a Text<'a>,
    memory: &'a Memory,
    /// Who spoke last, the last one first.
    recent: Vec<Option<usize>>,
    said: &'a Said,
    setting: Setting,
    ballot: &'a mut Ballot,
}

impl Asked<'_> {
    /// Says what speaks for nobody.
    fn nobody(&mut self, all: &[Candidate]) {
        let Self { text, said, setting, ballot, .. } = self;
        let side = setting.side;
        let before = said.open.checked_sub(1).map_or("^", |at| text.words[at].text);
        ballot.say("none", "");
        ballot.say_both("none-cue", setting.kind, setting.form);
        ballot.say("none-lemma", setting.lemma);
        ballot.say_both("none-length", said.kind, bucket(text.count(said.open, said.end)));
        let next = setting.cue.and_then(|at| text.words.get(at + 1)).map_or("-", |word| word.text);
        ballot.say("none-next", next);
        let object =
            setting.cue.filter(|&at| at + 2 < text.words.len()).map_or("-", |at| class(text, at + 2));
        ballot.say_both("none-object", next, object);
        ballot.say_both("none-gap", setting.gap, side);
        ballot.say_both("none-level", setting.level, setting.own);
        ballot.say_all("unnamed", &[setting.unnamed, setting.gap, side]);
        ballot.say_all("unnamed-own", &[setting.unnamed, setting.own, setting.joint]);
        ballot.say("none-before", before);
        ballot.say("none-candidates", bucket(all.len()));
        ballot.option(Answer::Nothing);
    }

    /// What does not depend on where a candidate stands.
    fn candidate(&mut self, candidate: &Candidate) {
        let Self { text, memory, recent, setting, ballot, .. } = self;
        let (from, to) = candidate.words;
        let agrees = setting.agreement(candidate);
        let sort = sort::of_phrase(text, candidate.words);
        let via = candidate.places[0].via;
        ballot.say_both("agrees", agrees, sort);
        ballot.say_both("agrees-joint", agrees, setting.joint);
        ballot.say_both("best", via, setting.side);
        ballot.say_both("best-sort", via, sort);
        ballot.say_both("sort-cue", sort, setting.kind);
        ballot.say_both("sort-lemma", sort, setting.lemma);
        ballot.say("length", bucket(text.count(from, to)));
        let says = bucket(candidate.says.min(4));
        ballot.say_both("says", says, via);
        ballot.say_all("says-sort", &[says, sort, setting.own]);
        let rest = &text.words[from + 1..to];
        let inside = match () {
            () if rest.iter().any(|word| word.mention == 0 && verb::is_present(word.text)) => "verb",
            () if rest.iter().any(|word| is_governor(word.text)) => "genitive",
            () if text.is_owned(from) => "owned",
            () => "plain",
        };
        ballot.say_both("inside", inside, sort);
        ballot.say_both("inside-via", inside, via);
        if let Some((entity, times)) = text.entity(from, to) {
            ballot.say_both("prominence", bucket(times), sort);
            let spoke = recent.iter().position(|known| *known == Some(entity)).map_or("-", bucket);
            ballot.say_all("spoke", &[spoke, setting.leads, setting.side]);
            ballot.say_all("spoke-gap", &[spoke, setting.gap, setting.news]);
            ballot.say_all("spoke-agrees", &[spoke, setting.joint, agrees]);
        }
        if let Some(times) = memory.times(from) {
            ballot.say_both("spoken", bucket(times.min(5)), via);
        }
        if !text.words[from].person {
            clusters(("head-64", "head-256"), text.words[from].text, ballot);
            ballot.say("head", text.words[from].text);
        }
    }

    /// What a way to a candidate says; the place is `step` sentences away, so many `rivals` are nearer.
    fn way(&mut self, candidate: &Candidate, place: &Place, step: &str, rivals: &str) {
        let Self { text, said, setting, ballot, .. } = self;
        let via = place.via;
        let agrees = setting.agreement(candidate);
        ballot.say("via", via);
        ballot.say_all("via-side", &[via, setting.side, said.kind]);
        ballot.say_both("via-joint", via, setting.joint);
        ballot.say_both("via-head", via, head(text, place.words.0));
        ballot.say_both("via-own", via, setting.own);
        ballot.say_all("via-own-joint", &[via, setting.own, setting.joint]);
        ballot.say_both("via-cue", via, setting.kind);
        ballot.say_all("via-address", &[via, setting.address, setting.joint]);
        ballot.say_both("via-form", via, setting.form);
        ballot.say_both("via-agrees", via, agrees);
        ballot.say_all("via-level", &[via, setting.level, setting.joint]);
        ballot.say_all("via-next", &[via, setting.next, setting.own]);
        ballot.say_all("unnamed-via", &[setting.unnamed, setting.gap, via]);
        ballot.say_all("unnamed-via-own", &[setting.unnamed, setting.own, via]);
        let ahead = setting.ahead(text, candidate);
        ballot.say_all("ahead", &[via, ahead, setting.leads]);
        ballot.say_all("ahead-side", &[ahead, setting.side, setting.own]);
        ballot.say_both("via-lemma", via, setting.lemma);
        ballot.say_all("via-leads", &[via, setting.leads, setting.side]);
        ballot.say_all("via-gap", &[via, setting.gap, setting.news]);
        ballot.say_all("via-step", &[via, step, setting.side]);
        ballot.say_both("rivals-via", rivals, via);
        if via == "own" && !text.words[place.words.0].person {
            let head = text.words[place.words.0].text;
            ballot.say_both("own-shape", shape(head), setting.kind);
            ballot.say("own-ending", ending(head));
            ballot.say("own-last", head.char_indices().next_back().map_or("", |(at, _)| &head[at..]));
        }
    }

    /// What the nearest place of a candidate says.
    fn place(&mut self, candidate: &Candidate, place: &Place, step: &str, rivals: &str) {
        let Self { text, said, setting, ballot, .. } = self;
        let words = &text.words;
        let (from, to) = place.words;
        let agrees = setting.agreement(candidate);
        let sort = sort::of_phrase(text, place.words);
        let previous = from.checked_sub(1).filter(|&at| words[at].line == words[from].line);
        let role = match previous {
            _ if words[from].clitic && words[from].text.starts_with(['ل', 'ب', 'ك']) => "preposition",
            None => "^",
            Some(at) => class(text, at),
        };
        ballot.say_all("role", &[step, role, sort]);
        ballot.say_all("role-side", &[step, role, setting.side]);
        ballot.say_all("role-agrees", &[role, agrees, sort]);
        ballot.say_all("step-joint", &[step, setting.joint, sort]);
        ballot.say_all("step-agrees", &[step, agrees, sort]);
        ballot.say_all("step-leads", &[step, setting.leads, setting.side]);
        ballot.say_all("rivals", &[rivals, sort, setting.side]);
        ballot.say_both("rivals-role", rivals, role);
        ballot.say_all("rivals-step", &[rivals, step, setting.gap]);
        let governed = role::of(text, from);
        ballot.say_all("governed", &[governed.name, sort]);
        ballot.say_all("governed-via", &[governed.name, place.via]);
        ballot.say_all("governed-agrees", &[governed.name, agrees, sort]);
        ballot.say_all("governed-step", &[governed.name, step, sort]);
        ballot.say_all("governed-joint", &[governed.name, setting.joint, sort]);
        ballot.say_all("governed-gap", &[governed.name, setting.gap, setting.side]);
        if let Some(at) = governed.governor {
            clusters(("governor-64", "governor-256"), words[at].text, ballot);
        }
        let previous_text = previous.map_or("^", |at| words[at].text);
        clusters(("previous-64", "previous-256"), previous_text, ballot);
        ballot.say("previous", previous_text);
        ballot.say_both("previous-shape", ending(previous_text), role);
        // `فسألها فلان`: who is asked answers.
        let told = previous.and_then(|at| words[at].cue).map_or("-", |cue| cue.lemma);
        let onto = if previous_text.ends_with(['ه', 'ا']) { "onto" } else { "-" };
        ballot.say_all("told", &[told, onto, setting.lemma]);
        ballot.say_all("told-own", &[told, onto, setting.own]);
        ballot.say_all("told-gap", &[told, setting.gap, setting.side]);
        ballot.say("follows", words.get(to).map_or("$", |word| word.text));
        ballot.say_both("distance", step, bucket(from.abs_diff(said.open)));
        if let Some(at) = setting.cue {
            let side = if from > at { "behind" } else { "before" };
            let near = bucket(text.count(at.min(from), at.max(from)).min(12));
            ballot.say_both("cue-distance", side, near);
            if (at.min(to)..at.max(from)).any(|at| words[at].person && !(from..to).contains(&at)) {
                ballot.say_both("passes-person", side, sort);
            }
        }
    }
}
