//! Words between quotation marks, however they are typed: the cheapest reading of all marks in their order, by what
//! shape, blanks and neighbours say of each.

use crate::order;

use super::{
    cue::Form,
    mark::{Place, Style, cost, read},
    phrase,
    text::Text,
    voice::{self, Voice},
};

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

/// Where a reading may open or close a quote.
#[derive(Clone, Copy)]
enum Event {
    /// A mark of so many words' width.
    Mark(usize, Style, usize),
    /// The text goes on with another paragraph in such a voice.
    Break(usize, Voice),
    /// A paragraph begins, or a reporting word and a colon announce speech: the opening mark may be missing, at a cost;
    /// that nobody speaks there costs something too where it sounds so.
    Start(usize, u32, u32),
    /// A reporting word follows a comma or a full stop: the closing mark may be missing, at a cost.
    Report(usize, u32),
}

/// What a reading makes of an event.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Pass = 0,
    Open,
    Close,
    /// The outer quote closes and the inner one was never opened.
    CloseBoth,
}

/// The open quotes: the outer one's style and [`INNER`] times the inner one's, 0 where there is none.
type Stack = usize;
const INNER: usize = 8;
const STACKS: usize = INNER * INNER;
const NEVER: u32 = u32::MAX / 2;
/// A reading that costs so much more than the best one is given up.
const HOPELESS: u32 = 100;

/// From which open quotes a reading comes, and what it makes of the event: six bits and two.
#[derive(Clone, Copy)]
struct Step(u8);

impl Step {
    fn new(from: Stack, act: Act) -> Self {
        Self(from as u8 | (act as u8) << 6)
    }

    fn from(self) -> Stack {
        (self.0 & 63).into()
    }

    fn act(self) -> Act {
        [Act::Pass, Act::Open, Act::Close, Act::CloseBoth][usize::from(self.0 >> 6)]
    }
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
            let voice = voice::of(text, at);
            if at > 0 {
                events.push(Event::Break(at, voice));
            }
            let unheard = if voice == Voice::Speaker { cost::UNHEARD } else { 0 };
            events.push(Event::Start(at, cost::UNOPENED, unheard));
        }
        match read(text, at) {
            Some((style, width)) => {
                events.push(Event::Mark(at, style, width));
                at += width;
            }
            None => {
                if words[at].mark && is_stop(words[at].text) && reports(text, at + 1) {
                    events.push(Event::Report(at, to_end(text, at)));
                }
                at += 1;
                if announces(text, at) {
                    events.push(Event::Start(at, cost::UNOPENED_SPEECH, 0));
                }
            }
        }
    }
    events.push(Event::Break(words.len(), Voice::Unknown));
    // Without any mark there is nothing to read.
    if !events.iter().any(|event| matches!(event, Event::Mark(..))) {
        events.clear();
    }
    events
}

fn is_stop(mark: &str) -> bool {
    matches!(mark, "،" | "," | "." | "؛")
}

/// Whether a reporting word and a colon, but no mark, stand before the word at `at`.
fn announces(text: &Text, at: usize) -> bool {
    let words = &text.words;
    let line = words[at - 1].line;
    words[at - 1].text == ":"
        && words.get(at).is_some_and(|next| next.line == line && read(text, at).is_none())
        && words[..at - 1]
            .iter()
            .rev()
            .take(8)
            .take_while(|word| word.line == line && !matches!(word.text, "." | ":"))
            .any(|word| word.cue.is_some_and(|cue| cue.form != Form::Noun))
}

/// Whether a reporting word stands at `at` and what it reports, or nothing more, soon follows.
fn reports(text: &Text, mut at: usize) -> bool {
    let words = &text.words;
    let line = words[at - 1].line;
    at += usize::from(words.get(at).is_some_and(|word| matches!(word.text, "و" | "كما")));
    let word = words.get(at).filter(|word| word.line == line);
    let Some(cue) = word.and_then(|word| word.cue) else { return false };
    // `وحذرنا`: the speaker himself goes on.
    if cue.form == Form::Noun || cue.first {
        return false;
    }
    let follows = |next: &usize| {
        words[*next].line != line
            || matches!(words[*next].text, ":" | ".")
            || *next <= at + 3 && matches!(words[*next].text, "،" | ",")
            || phrase::is_complement(words[*next].text)
            || read(text, *next).is_some()
    };
    cue.form == Form::Participle || (at + 1..words.len()).take(8).any(|next| follows(&next))
}

/// What it costs that a quote ends before the comma or full stop at `at`, behind which a reporting word stands: little
/// where another quote closed there and for `…، كما قال فلان`, which nobody says of himself.
fn to_end(text: &Text, at: usize) -> u32 {
    let closed = at.checked_sub(1).is_some_and(|before| read(text, before).is_some());
    let formula = text.words[at].text != "." && text.words.get(at + 1).is_some_and(|word| word.text == "كما");
    if closed || formula { cost::CLOSED_BY_FORMULA } else { cost::CLOSED_BY_REPORT }
}

fn top(stack: Stack) -> usize {
    if stack >= INNER { stack / INNER } else { stack }
}

/// What the cheapest reading makes of each event.
fn cheapest(text: &Text, events: &[Event]) -> Vec<Act> {
    let mut costs = [NEVER; STACKS];
    costs[0] = 0;
    let mut back: Vec<[Step; STACKS]> = Vec::with_capacity(events.len());
    for (index, &event) in events.iter().enumerate() {
        let mut next = [NEVER; STACKS];
        let mut from = [Step::new(0, Act::Pass); STACKS];
        let mut go = |stack: Stack, to: Stack, act: Act, cost: u32| {
            if costs[stack] + cost < next[to] {
                next[to] = costs[stack] + cost;
                from[to] = Step::new(stack, act);
            }
        };
        let best = costs.iter().copied().min().unwrap_or(0);
        let reading = match event {
            Event::Mark(at, style, width) => Place::new(text, at, width).costs(text.words[at].text, style),
            _ => (0, 0, 0),
        };
        for stack in (0..STACKS).filter(|&stack| costs[stack] <= best + HOPELESS) {
            match event {
                Event::Mark(at, style, _) => {
                    let (to_open, to_close, to_pass) = reading;
                    let kind = style as usize;
                    go(stack, stack, Act::Pass, to_pass);
                    if stack < INNER {
                        let nested = match stack {
                            0 if style == Style::Single => cost::SINGLE,
                            0 => 0,
                            _ if style.closes(stack) => cost::NESTED_ALIKE,
                            _ => cost::NESTED,
                        };
                        go(
                            stack,
                            if stack == 0 { kind } else { stack + INNER * kind },
                            Act::Open,
                            to_open + nested,
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
                        to_close + mismatch
                    };
                    if stack > 0 {
                        // A mark right behind an opening one closes nothing.
                        let opened = index > 0 && back[index - 1][stack].act() == Act::Open;
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
                Event::Break(at, voice) => {
                    let (outer, inner) = (stack % INNER, stack / INNER);
                    let reopened = read(text, at).is_some_and(|(style, _)| style as usize == outer);
                    let ended = match outer {
                        0 => 0,
                        _ if reopened => cost::UNCLOSED_AND_REOPENED,
                        _ => cost::UNCLOSED,
                    };
                    go(stack, 0, Act::CloseBoth, ended + if inner > 0 { cost::UNCLOSED } else { 0 });
                    if let Some(carried) = Style::carried(outer, voice).filter(|_| inner == 0) {
                        let again = if carried == outer { cost::CARRIED_ON } else { cost::CARRIED };
                        let cost = match voice {
                            Voice::Speaker => cost::CARRIED_IN_VOICE,
                            Voice::Reporter => again + cost::CARRIED_INTO_REPORT,
                            Voice::Unknown => again,
                        };
                        go(stack, carried, Act::Pass, cost);
                    }
                }
                Event::Start(_, unopened, unheard) => {
                    go(stack, stack, Act::Pass, if stack == 0 { unheard } else { 0 });
                    if stack == 0 {
                        go(stack, Style::Missing as usize, Act::Open, unopened);
                    }
                }
                Event::Report(_, missing) => {
                    go(stack, stack, Act::Pass, 0);
                    if stack > 0 {
                        go(stack, if stack >= INNER { stack % INNER } else { 0 }, Act::Close, missing);
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
        *act = from[stack].act();
        stack = from[stack].from();
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
            Event::Break(at, _) | Event::Start(at, ..) | Event::Report(at, _) => (at, 0),
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
                if matches!(event, Event::Break(..)) {
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
    order::by_key(&mut found, |marked| (marked.open as u64, 0));
    found
}

fn add(text: &Text, open: usize, (first, to): (usize, usize), end: usize, found: &mut Vec<Marked>) {
    let mut pieces = Vec::new();
    let mut from = first;
    let breaks = (first + 1..to).filter(|&at| text.words[at].line != text.words[at - 1].line);
    for end in breaks.chain([to]) {
        if text.count(from, end) > 0 {
            pieces.push((from, end));
        }
        from = end;
    }
    if !pieces.is_empty() {
        found.push(Marked { open, end, pieces });
    }
}
