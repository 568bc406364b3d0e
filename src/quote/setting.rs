//! How what is said stands in its article: what every answer to who says it is seen with.

use super::{
    Scene,
    candidates::{self, Candidate, Place},
    cue::{Kind, Reading},
    lists::ADDRESSES,
    model::Ballot,
    named,
    sort::{class, head},
    speaker::Said,
    text::Text,
};

/// How what is said stands in its sentence and after what was said before.
pub(super) struct Setting {
    /// The reporting word.
    pub cue: Option<usize>,
    lemma: &'static str,
    kind: &'static str,
    form: &'static str,
    /// What stands before the reporting word.
    joint: &'static str,
    /// Whether the words open their paragraph, their sentence or neither.
    leads: &'static str,
    /// How much stands between this and the last words that somebody said.
    gap: &'static str,
    /// Whether somebody else began to act there.
    news: &'static str,
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
    /// Of what is said, with all who may say it.
    pub(super) fn new(scene: &Scene, said: &Said, all: &[Candidate]) -> Self {
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
            kind: reading.map_or("-", |cue| cue.kind.name()),
            form: reading.map_or("-", |cue| cue.form.name()),
            joint,
            leads,
            gap,
            news: if news { "news" } else { "-" },
            ahead: candidates::ahead(scene, said),
            voice,
        }
    }

    /// Says what all answers are seen with.
    pub(super) fn say(&self, text: &Text, said: &Said, all: &[Candidate], ballot: &mut Ballot) {
        let words = &text.words;
        ballot.say_all(&[
            ("said", said.kind),
            ("cue", self.kind),
            ("form", self.form),
            ("lemma", self.lemma),
            ("side", said.attribution.side),
            ("joint", self.joint),
            ("leads", self.leads),
            ("gap", self.gap),
            ("news", self.news),
            ("own", self.own),
            ("voice", self.voice),
            ("level", self.level),
            ("address", self.address),
            ("next", self.next),
        ]);
        let behind = |by: usize| self.cue.map(|at| at + by).filter(|&at| at < words.len());
        ballot.say("next-word", behind(1).map_or("-", |at| words[at].text));
        ballot.say("object", behind(2).map_or("-", |at| class(text, at)));
        let before = said.open.checked_sub(1);
        ballot.say("before", before.map_or("^", |at| words[at].text));
        ballot.count("length", text.count(said.open, said.end));
        ballot.count("candidates", all.len());
    }

    /// Whether a candidate is who is named as speaking next.
    pub(super) fn ahead(&self, text: &Text, candidate: &Candidate) -> &'static str {
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
    pub(super) fn agreement(&self, candidate: &Candidate) -> &'static str {
        match (candidate.feminine, self.voice) {
            (_, "-") => "-",
            (_, "they") => "they",
            (Some(she), voice) if she == (voice == "she") => "agrees",
            (Some(_), _) => "clashes",
            (None, voice) => voice,
        }
    }
}
