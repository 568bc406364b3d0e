//! Words between quotation marks, however they are typed: the cheapest reading of all marks in their order, by what
//! shape, blanks and neighbours say of each.

use super::{cue::Form, text::Text};

/// Words in quotation marks.
#[derive(Clone, Debug)]
pub(super) struct Marked {
    /// Index of the opening mark; of the first word where that mark is missing.
    pub open: usize,
    /// Index behind the closing mark; behind the last word where that mark is missing.
    pub end: usize,
    /// The words, marks left out: one range a paragraph.
    pub pieces: Vec<(usize, usize)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Angle = 1,
    Double,
    Single,
    /// The opening mark is missing.
    Missing,
    /// Opened in an earlier paragraph.
    AngleCarried,
    DoubleCarried,
}

impl Style {
    /// The style that a quote of this one has in the paragraphs behind its first.
    fn carried(style: usize) -> Option<usize> {
        match style {
            1 | 5 => Some(Style::AngleCarried as usize),
            2 | 6 => Some(Style::DoubleCarried as usize),
            _ => None,
        }
    }

    /// Whether a mark of this style closes, as it should, what one of style `open` opened.
    fn closes(self, open: usize) -> bool {
        open == self as usize
            || match self {
                Style::Angle => open == Style::AngleCarried as usize || open == Style::Missing as usize,
                Style::Double => open == Style::DoubleCarried as usize || open == Style::Missing as usize,
                _ => false,
            }
    }
}

/// What its shape says of a mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Opens,
    Closes,
    /// `“ ”` and their like are mistaken for each other so often that they say little.
    MayOpen,
    MayClose,
    Neutral,
}

/// Where a reading may open or close a quote.
#[derive(Clone, Copy)]
enum Event {
    /// A mark of so many words' width.
    Mark(usize, Style, usize),
    /// The text goes on with another paragraph.
    Break(usize),
    /// A paragraph begins: its opening mark may be missing.
    Start(usize),
    /// A reporting word follows a comma or a full stop: the closing mark may be missing.
    Report(usize),
}

/// What a reading makes of an event.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Pass,
    Open,
    Close,
    /// The outer quote closes and the inner one was never opened.
    CloseBoth,
}

/// The open quotes: the outer one's style and [`INNER`] times the inner one's, 0 where there is none.
type Stack = usize;
const INNER: usize = 7;
const STACKS: usize = INNER * INNER;
const NEVER: u32 = u32::MAX / 2;

/// Costs in tenths of what it takes to believe that a mark is missing, about 30.
mod cost {
    pub(super) const STRAY: u32 = 40;
    pub(super) const STRAY_SINGLE: u32 = 18;
    pub(super) const UNCLOSED: u32 = 24;
    pub(super) const UNOPENED: u32 = 34;
    pub(super) const UNCLOSED_AND_REOPENED: u32 = 8;
    pub(super) const CLOSED_BY_REPORT: u32 = 16;
    pub(super) const CARRIED: u32 = 10;
    pub(super) const CARRIED_ON: u32 = 3;
    pub(super) const CARRIED_INTO_REPORT: u32 = 15;
    pub(super) const NESTED_ALIKE: u32 = 20;
    pub(super) const NESTED: u32 = 3;
    pub(super) const MISMATCH: u32 = 22;
    pub(super) const EMPTY: u32 = 60;
}

/// All marked spans by their opening marks; they nest and never cross.
pub(super) fn find(text: &Text) -> Vec<Marked> {
    let events = events(text);
    let acts = cheapest(text, &events);
    build(text, &events, &acts)
}

fn events(text: &Text) -> Vec<Event> {
    let words = &text.words;
    let mut events = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if at == 0 || words[at].line != words[at - 1].line {
            if at > 0 {
                events.push(Event::Break(at));
            }
            events.push(Event::Start(at));
        }
        match read(text, at) {
            Some((style, width)) => {
                events.push(Event::Mark(at, style, width));
                at += width;
            }
            None => {
                if words[at].mark && is_stop(words[at].text) && reports(text, at + 1) {
                    events.push(Event::Report(at));
                }
                at += 1;
            }
        }
    }
    events.push(Event::Break(words.len()));
    // Without any mark there is nothing to read.
    if !events.iter().any(|event| matches!(event, Event::Mark(..))) {
        events.clear();
    }
    events
}

fn is_stop(mark: &str) -> bool {
    matches!(mark, "،" | "," | "." | "؛")
}

/// Whether a reporting word that begins an attribution stands at `at`.
fn reports(text: &Text, at: usize) -> bool {
    let cue =
        text.words.get(at).filter(|word| word.line == text.words[at - 1].line).and_then(|word| word.cue);
    cue.is_some_and(|cue| cue.form != Form::Noun)
}

/// Whether the paragraph that begins at `at` begins with a reporting word.
fn leads_report(text: &Text, at: usize) -> bool {
    let first = text.words.iter().skip(at).take(3);
    first
        .take_while(|word| word.line == text.words[at].line)
        .any(|word| word.cue.is_some_and(|cue| cue.form == Form::Verb))
}

/// The mark at `at`: its style and its width in words.
fn read(text: &Text, at: usize) -> Option<(Style, usize)> {
    let words = &text.words;
    let word = words.get(at).filter(|word| word.mark)?;
    let doubled = || words.get(at + 1).is_some_and(|next| !next.apart && next.text == word.text);
    Some(match word.text {
        "«" | "»" | "《" | "》" | "≪" | "≫" => (Style::Angle, 1),
        "<" | ">" if doubled() => (Style::Angle, 2),
        "\"" | "“" | "”" | "„" | "‟" | "＂" | "〝" | "〞" => (Style::Double, 1),
        "'" | "‘" | "’" if doubled() => (Style::Double, 2),
        "'" | "‘" | "’" | "‚" | "‛" | "‹" | "›" => (Style::Single, 1),
        _ => return None,
    })
}

fn shape(mark: &str) -> Shape {
    match mark {
        "«" | "《" | "≪" | "<" | "‹" | "„" | "‚" => Shape::Opens,
        "»" | "》" | "≫" | ">" | "›" => Shape::Closes,
        "“" | "‘" | "‟" | "‛" | "〝" => Shape::MayOpen,
        "”" | "’" | "〞" => Shape::MayClose,
        _ => Shape::Neutral,
    }
}

/// How a mark stands among its neighbours.
struct Place {
    blank_before: bool,
    blank_behind: bool,
    /// First in its paragraph; last in it.
    first: bool,
    last: bool,
    /// The neighbour before is `:` or `(`, a letter written onto the next word, or a reporting word.
    leads_in: bool,
    /// The neighbour behind is a mark that closes something.
    leads_out: bool,
    number_before: bool,
}

impl Place {
    fn new(text: &Text, at: usize, width: usize) -> Self {
        let words = &text.words;
        let line = words[at].line;
        let before = at.checked_sub(1).map(|at| &words[at]).filter(|word| word.line == line);
        let behind = words.get(at + width).filter(|word| word.line == line);
        Self {
            blank_before: words[at].apart || before.is_none(),
            blank_behind: behind.is_none_or(|word| word.apart),
            first: before.is_none(),
            last: behind.is_none(),
            leads_in: before.is_some_and(|word| {
                matches!(word.text, ":" | "(" | "[" | "/" | "-" | "–")
                    || matches!(word.text, "و" | "ف" | "ب" | "ل" | "ك")
                    || word.cue.is_some()
                    || super::speaker::is_complement(word.text)
            }),
            leads_out: behind.is_some_and(|word| {
                word.mark && !matches!(word.text, "(" | "[") && read(text, at + width).is_none()
            }),
            number_before: before.is_some_and(|word| word.text.as_bytes()[0].is_ascii_digit())
                && !words[at].apart,
        }
    }

    fn to_open(&self, shape: Shape) -> u32 {
        let shape = match shape {
            Shape::Closes => 35,
            Shape::MayClose => 6,
            _ => 0,
        };
        let blanks = match (self.blank_before, self.blank_behind) {
            (true, false) => 0,
            (true, true) => 5,
            (false, false) if self.leads_in => 2,
            (false, false) => 9,
            (false, true) if self.leads_in => 6,
            (false, true) => 45,
        };
        let neighbours = if self.last {
            60
        } else if self.leads_out {
            15
        } else {
            0
        };
        shape + blanks + neighbours + if self.leads_in || self.first { 0 } else { 6 }
    }

    fn to_close(&self, shape: Shape) -> u32 {
        let shape = match shape {
            Shape::Opens => 35,
            Shape::MayOpen => 6,
            _ => 0,
        };
        let blanks = match (self.blank_before, self.blank_behind) {
            (false, true) => 0,
            (true, true) => 5,
            (false, false) if self.leads_out => 0,
            (false, false) => 9,
            (true, false) if self.leads_out => 4,
            (true, false) => 45,
        };
        let neighbours = if self.first {
            60
        } else if self.leads_in {
            15
        } else {
            0
        };
        shape + blanks + neighbours + if self.leads_out || self.last { 0 } else { 6 }
    }

    fn to_pass(&self, style: Style) -> u32 {
        match style {
            // An apostrophe, and the signs of feet and inches.
            Style::Single if !self.blank_before && !self.blank_behind => 0,
            _ if self.number_before => 8,
            Style::Single if !(self.leads_in && self.blank_before && !self.blank_behind) => {
                cost::STRAY_SINGLE
            }
            _ => cost::STRAY,
        }
    }
}

fn top(stack: Stack) -> usize {
    if stack >= INNER { stack / INNER } else { stack }
}

/// What the cheapest reading makes of each event.
fn cheapest(text: &Text, events: &[Event]) -> Vec<Act> {
    let mut costs = [NEVER; STACKS];
    costs[0] = 0;
    let mut back: Vec<[(u8, Act); STACKS]> = Vec::with_capacity(events.len());
    for (index, &event) in events.iter().enumerate() {
        let mut next = [NEVER; STACKS];
        let mut from = [(0, Act::Pass); STACKS];
        let mut go = |stack: Stack, to: Stack, act: Act, cost: u32| {
            if costs[stack] + cost < next[to] {
                next[to] = costs[stack] + cost;
                from[to] = (stack as u8, act);
            }
        };
        for stack in (0..STACKS).filter(|&stack| costs[stack] < NEVER) {
            match event {
                Event::Mark(at, style, width) => {
                    let place = Place::new(text, at, width);
                    let shape = shape(text.words[at].text);
                    let kind = style as usize;
                    go(stack, stack, Act::Pass, place.to_pass(style));
                    if stack < INNER {
                        let nested = match stack {
                            0 if style == Style::Single => 8,
                            0 => 0,
                            _ if stack == kind => cost::NESTED_ALIKE,
                            _ => cost::NESTED,
                        };
                        go(
                            stack,
                            if stack == 0 { kind } else { stack + INNER * kind },
                            Act::Open,
                            place.to_open(shape) + nested,
                        );
                    }
                    let empty = match index.checked_sub(1).map(|last| events[last]) {
                        Some(Event::Mark(last, _, width)) if last + width == at => cost::EMPTY,
                        _ => 0,
                    };
                    let close = |open: usize| {
                        let mismatch = match style {
                            _ if style.closes(open) => 0,
                            Style::Single => 2 * cost::MISMATCH,
                            _ if open == Style::Single as usize => 2 * cost::MISMATCH,
                            _ => cost::MISMATCH,
                        };
                        place.to_close(shape) + mismatch
                    };
                    if stack > 0 {
                        // A mark right behind an opening one closes nothing.
                        let opened = index > 0 && back[index - 1][stack].1 == Act::Open;
                        go(
                            stack,
                            if stack >= INNER { stack % INNER } else { 0 },
                            Act::Close,
                            close(top(stack)) + if opened { empty } else { 0 },
                        );
                    }
                    if stack >= INNER {
                        go(stack, 0, Act::CloseBoth, close(stack % INNER) + cost::UNCLOSED);
                    }
                }
                Event::Break(at) => {
                    let (outer, inner) = (stack % INNER, stack / INNER);
                    let reopened = read(text, at).is_some_and(|(style, _)| style as usize == outer);
                    let ended = match outer {
                        0 => 0,
                        _ if reopened => cost::UNCLOSED_AND_REOPENED,
                        _ => cost::UNCLOSED,
                    };
                    go(stack, 0, Act::CloseBoth, ended + if inner > 0 { cost::UNCLOSED } else { 0 });
                    if let Some(carried) = Style::carried(outer).filter(|_| inner == 0) {
                        let again = if carried == outer { cost::CARRIED_ON } else { cost::CARRIED };
                        let report = if leads_report(text, at) { cost::CARRIED_INTO_REPORT } else { 0 };
                        go(stack, carried, Act::Pass, again + report);
                    }
                }
                Event::Start(_) => {
                    go(stack, stack, Act::Pass, 0);
                    if stack == 0 {
                        go(stack, Style::Missing as usize, Act::Open, cost::UNOPENED);
                    }
                }
                Event::Report(_) => {
                    go(stack, stack, Act::Pass, 0);
                    if stack > 0 && top(stack) < Style::AngleCarried as usize {
                        go(
                            stack,
                            if stack >= INNER { stack % INNER } else { 0 },
                            Act::Close,
                            cost::CLOSED_BY_REPORT,
                        );
                    }
                }
            }
        }
        costs = next;
        back.push(from);
    }
    let mut stack = 0;
    let mut acts = vec![Act::Pass; events.len()];
    for (act, from) in acts.iter_mut().zip(&back).rev() {
        let (before, taken) = from[stack];
        *act = taken;
        stack = before.into();
    }
    acts
}

fn build(text: &Text, events: &[Event], acts: &[Act]) -> Vec<Marked> {
    let mut found = Vec::new();
    // Opening mark and first word.
    let mut open: Vec<(usize, usize)> = Vec::new();
    for (&event, &act) in events.iter().zip(acts) {
        let (at, width) = match event {
            Event::Mark(at, _, width) => (at, width),
            Event::Break(at) | Event::Start(at) | Event::Report(at) => (at, 0),
        };
        match act {
            Act::Pass => {}
            Act::Open => open.push((at, at + width)),
            Act::Close => {
                if let Some((mark, first)) = open.pop() {
                    add(text, mark, (first, at), at + width, &mut found);
                }
            }
            Act::CloseBoth => {
                if matches!(event, Event::Break(_)) {
                    if let Some((mark, first)) = open.pop() {
                        add(text, mark, (first, at), at, &mut found);
                    }
                    open.clear();
                } else {
                    open.truncate(1);
                    if let Some((mark, first)) = open.pop() {
                        add(text, mark, (first, at), at + width, &mut found);
                    }
                }
            }
        }
    }
    found.sort_by_key(|marked| marked.open);
    found
}

fn add(text: &Text, open: usize, (mut from, to): (usize, usize), end: usize, found: &mut Vec<Marked>) {
    let mut pieces = Vec::new();
    for at in from..to {
        if at + 1 == to || text.words[at + 1].line != text.words[at].line {
            if text.count(from, at + 1) > 0 {
                pieces.push((from, at + 1));
            }
            from = at + 1;
        }
    }
    if !pieces.is_empty() {
        found.push(Marked { open, end, pieces });
    }
}
