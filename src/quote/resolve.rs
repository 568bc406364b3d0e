//! Who speaks where the reporting word alone does not tell. The order of evidence: the phrase behind the reporting
//! word; the speaker of an earlier reporting word of the sentence; the phrase before it; the last speaker whose gender
//! fits; the nearest earlier person.

use crate::{Mention, NameType, Span, Speaker};

use super::{cue::Form, layout::Layout, speaker, text::Text};

/// How many earlier speakers are looked at.
const MEMORY: usize = 6;

/// Remembers who spoke.
pub(super) struct Resolver<'t, 'd> {
    text: &'t Text<'d>,
    layout: &'t Layout,
    mentions: &'t [Mention],
    past: Vec<Past>,
}

#[derive(Clone, Copy)]
struct Past {
    words: (usize, usize),
    cue: Option<usize>,
    feminine: Option<bool>,
}

impl<'t, 'd> Resolver<'t, 'd> {
    /// Nobody has spoken yet.
    pub(super) fn new(text: &'t Text<'d>, layout: &'t Layout, mentions: &'t [Mention]) -> Self {
        Self { text, layout, mentions, past: Vec::new() }
    }

    /// The phrase that spoke last.
    pub(super) fn last(&self) -> Option<(usize, usize)> {
        self.past.last().map(|past| past.words)
    }

    /// The reporting word in the source, its conjunction left out.
    pub(super) fn cue_span(&self, at: usize) -> Span {
        let words = &self.text.words;
        if at >= 2 && words[at - 1].text == "حد" && words[at - 2].text == "علي" {
            return self.text.span(at - 2, at + 1);
        }
        self.text.behind(at, words[at].cue.map_or(0, |cue| cue.skip))
    }

    /// Who speaks by the reporting word at `cue`, said words beginning at `open`.
    pub(super) fn by_cue(&mut self, cue: usize, open: usize) -> Option<Speaker> {
        if let Some(past) = self.past.iter().rev().take(MEMORY).find(|past| past.cue == Some(cue)).copied() {
            return Some(self.remember(past));
        }
        let reading = self.text.words[cue].cue;
        let limit = if open > cue { open } else { self.layout.end(cue) };
        let own = match reading {
            Some(_) => speaker::of_cue(self.text, self.layout, cue, limit),
            None => speaker::after(self.text, self.layout, cue + 1, limit),
        };
        let feminine = reading.filter(|reading| reading.form != Form::Noun).map(|reading| reading.feminine);
        if let Some(words) = own {
            let verb = reading.is_some_and(|reading| reading.form == Form::Verb);
            return Some(self.remember(Past { words, cue: Some(cue), feminine: feminine.filter(|_| verb) }));
        }
        let start = self.layout.start(cue);
        let same_sentence =
            self.past.iter().rev().take(MEMORY).find(|past| {
                past.cue.is_some_and(|at| start <= at && at < cue) && fits(past.feminine, feminine)
            });
        if let Some(past) = same_sentence.copied() {
            return Some(self.remember(Past { cue: Some(cue), ..past }));
        }
        // `صرح فلان قائلا`: the verb's own subject.
        if reading.is_some_and(|reading| reading.form != Form::Verb) {
            let verb = (start..cue).rev().find(|&at| {
                self.layout.opaque_at(at).is_none()
                    && self.text.words[at].cue.is_some_and(|other| other.form == Form::Verb)
            });
            if let Some(words) = verb.and_then(|verb| speaker::of_cue(self.text, self.layout, verb, cue)) {
                return Some(self.remember(Past { words, cue: Some(cue), feminine }));
            }
        }
        if let Some(words) = speaker::before(self.text, self.layout, cue) {
            return Some(self.remember(Past { words, cue: Some(cue), feminine }));
        }
        let earlier = self.past.iter().rev().take(MEMORY).find(|past| fits(past.feminine, feminine));
        if let Some(past) = earlier.copied() {
            return Some(self.remember(Past { cue: Some(cue), ..past }));
        }
        self.nearest_person(cue).map(|words| self.remember(Past { words, cue: Some(cue), feminine }))
    }

    /// These words speak.
    pub(super) fn by_words(&mut self, from: usize, to: usize) -> Option<Speaker> {
        Some(self.remember(Past { words: (from, to), cue: None, feminine: None }))
    }

    /// Whoever spoke last goes on.
    pub(super) fn again(&mut self) -> Option<Speaker> {
        let past = *self.past.last()?;
        Some(self.speaker(past.words))
    }

    fn nearest_person(&self, cue: usize) -> Option<(usize, usize)> {
        let words = &self.text.words;
        let at = (0..cue).rev().take(150).find(|&at| words[at].person)?;
        let from = (0..=at).rev().take_while(|&i| words[i].mention == words[at].mention).last()?;
        Some((from, at + 1))
    }

    fn remember(&mut self, past: Past) -> Speaker {
        self.past.push(past);
        self.speaker(past.words)
    }

    fn speaker(&self, (from, to): (usize, usize)) -> Speaker {
        let whole = self.text.span(from, to);
        let skip = match self.text.words[from] {
            word if word.mention != 0 => {
                let name = self.mentions[word.mention as usize - 1].span;
                if name.start > whole.start && name.start < word.span.end {
                    name.start - whole.start
                } else {
                    0
                }
            }
            _ => 0,
        };
        let span = Span::new(whole.start + skip, whole.end);
        let named = self.text.words[from..to].iter().filter(|word| word.mention != 0);
        let mut mentions = named.map(|word| &self.mentions[word.mention as usize - 1]);
        let person = mentions.clone().find(|mention| mention.kind == NameType::Person);
        let entity = person.or_else(|| mentions.find(|mention| mention.kind == NameType::Organization));
        Speaker { span, entity: entity.map(|mention| mention.entity) }
    }
}

fn fits(known: Option<bool>, wanted: Option<bool>) -> bool {
    known.is_none() || wanted.is_none() || known == wanted
}
