//! How marked words are quoted: said, said in part, or a title, a name, a so-called.

use crate::{
    QuoteKind,
    name::lexicon::{entry, lexicon},
};

use super::{
    Scene, attribution,
    cue::{Form, Kind},
    lists::{FIRST_PERSON, HEADS, PARTICLES},
    model::{Answer, Ballot, Question, bucket},
    named, phrase,
    report::Report,
    sort,
    text::Word,
};

const KINDS: [(Answer, &str); 3] = [
    (Answer::Kind(QuoteKind::Term), "term"),
    (Answer::Kind(QuoteKind::Direct), "direct"),
    (Answer::Kind(QuoteKind::Partial), "partial"),
];

/// Words of the longest titles, names and slogans that are put in marks: of 763 in the training articles one has 12, the
/// others have at most 8.
const LONGEST_TERM: usize = 15;

/// What is known of earlier quotes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Earlier {
    /// The kind of the quote before and the index behind it.
    pub last: Option<(QuoteKind, usize)>,
    /// Whether anybody has spoken.
    pub spoken: bool,
    /// How many marked words were terms.
    pub terms: usize,
    /// How many were said.
    pub said: usize,
}

/// The reporting word that marked words may belong to, and how it was found.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Attribution {
    /// The reporting word.
    pub cue: Option<usize>,
    /// `behind`, `before`, `report` or `none`.
    pub side: &'static str,
    /// Whether another quote stands between.
    pub crossed: bool,
}

/// Looks for the reporting word of marked words.
pub(super) fn attribution(scene: &Scene, index: usize) -> Attribution {
    let (text, layout) = (scene.text, scene.layout);
    let marked = &scene.marked[index];
    let start = layout.start(marked.open);
    let before = marked.open.checked_sub(1).map(|at| &text.words[at]).filter(|_| marked.open > start);
    let tight = before.is_some_and(|word| {
        matches!(word.text, ":" | "؛") || phrase::is_complement(word.text) || word.cue.is_some()
    });
    let (cue, crossed) = attribution::before(text, layout, scene.marked, index, start);
    if let (Some(cue), false) = (attribution::behind(text, layout, marked), tight && cue.is_some()) {
        return Attribution { cue: Some(cue), side: "behind", crossed };
    }
    // `وفقا للوكالة، قال فلان: «…»`: the source passes on what another says.
    let says =
        |at: usize| text.words[at].cue.is_some_and(|cue| cue.form == Form::Verb && cue.kind == Kind::Say);
    let source = |at: usize| text.words[at].cue.is_some_and(|cue| cue.kind == Kind::Source);
    let nearer = |report: &&Report| {
        report.cue.is_some_and(source) && cue.is_some_and(|cue| cue >= report.words.0 && says(cue))
    };
    let report = scene.report_around(marked.open).filter(|_| !tight || cue.is_none());
    if let Some(report) = report.filter(|report| !nearer(report)) {
        return Attribution { cue: report.cue, side: "report", crossed };
    }
    Attribution { cue, side: if cue.is_some() { "before" } else { "none" }, crossed }
}

/// Asks how the words of `index` are quoted.
pub(super) fn ask(scene: &Scene, index: usize, found: &Attribution, earlier: &Earlier, ballot: &mut Ballot) {
    let (text, layout) = (scene.text, scene.layout);
    let words = &text.words;
    let marked = &scene.marked[index];
    let (from, to) = marked.pieces[0];
    let start = layout.start(marked.open);
    let end = layout.end(marked.end - 1);
    ballot.ask(Question::Kind, text.span(from, to));
    ballot.say("bias", "");

    let count: usize = marked.pieces.iter().map(|&(from, to)| text.count(from, to)).sum();
    let length = bucket(count);
    ballot.say("length", length);
    let mut edge = marked.open;
    while edge > start && matches!(words[edge - 1].text, "(" | "\"" | "«" | "“" | "”") {
        edge -= 1;
    }
    let before = |back: usize| (edge >= start + back).then(|| &words[edge - back]);
    let before_text = before(1).map_or("^", |word| word.text);
    let bare = bare(before_text);
    let lead = match before(1) {
        None => "^",
        Some(word) if word.cue.is_some() => "cue",
        Some(word) if phrase::is_complement(word.text) => "complement",
        Some(word) if word.text == ":" => ":",
        Some(word) if word.mark => "mark",
        Some(word) if word.person => "person",
        Some(word) if word.mention != 0 => "name",
        Some(word) if is_head(word.text) => "head",
        Some(word) if matches!(word.text, "ب" | "ل" | "و" | "ك" | "لـ" | "بـ") => "proclitic",
        Some(word) if word.text.starts_with("ال") => match before(2) {
            // `فيلمه الأخير «…»`.
            Some(head) if is_head(head.text) => "head",
            _ => "definite",
        },
        Some(_) => "word",
    };
    ballot.say("lead", lead);
    ballot.say_both("lead-length", lead, length);
    ballot.say("before", before_text);
    ballot.say("bare", bare);
    ballot.say("before2", before(2).map_or("^", |word| word.text));
    if before(1).is_some_and(|word| word.mark) {
        let inner = before(2).map_or("^", |word| {
            if word.cue.is_some() {
                "cue"
            } else if word.mention != 0 {
                "name"
            } else {
                "word"
            }
        });
        ballot.say_both("before-mark", before_text, inner);
    }

    let class = |back: usize| before(back).map_or("^", |_| sort::class(text, edge - back));
    ballot.say_both("classes", class(2), class(1));
    ballot.say_both("shape-lead", shape(words[from].text), lead);
    clusters(("bare-64", "bare-256"), bare, ballot);
    clusters(("first-64", "first-256"), words[from].text, ballot);

    let next = words.get(marked.end).filter(|_| marked.end < end);
    let next_text = next.map_or("$", |word| word.text);
    let trail = match next {
        None => "$",
        Some(word) if word.cue.is_some() => "cue",
        Some(word) if word.mark => word.text,
        Some(word) if word.mention != 0 => "name",
        Some(word) if word.text.starts_with("ال") => "definite",
        Some(_) => "word",
    };
    ballot.say("after", next_text);
    ballot.say_both("lead-trail", lead, trail);
    if next.is_some_and(|word| word.mark) {
        ballot.say(
            "after2",
            words.get(marked.end + 1).filter(|_| marked.end + 1 < end).map_or("$", |word| word.text),
        );
    }

    let cue = found.cue.and_then(|at| words[at].cue);
    let lemma = cue.map_or("-", |cue| cue.lemma);
    let kind = cue.map_or("-", |cue| kind_name(cue.kind));
    ballot.say("side", found.side);
    ballot.say_both("side-lead", found.side, lead);
    ballot.say_both("cue-kind", kind, found.side);
    ballot.say_both("lemma", lemma, found.side);
    if let Some(at) = found.cue {
        let between = text.count(at.min(marked.open), at.max(marked.open));
        ballot.say_both("distance", found.side, bucket(between));
        if at < edge {
            let reported = (at + 1..edge).any(|at| phrase::is_complement(words[at].text));
            let clause = named::by(text, layout, at, marked.open).is_some_and(|(_, to)| to + 1 >= edge);
            let shape = match (reported, clause) {
                (true, _) => "reported",
                (_, true) => "subject",
                _ => "other",
            };
            ballot.say_both("between", shape, lead);
        }
    }
    if found.crossed {
        ballot.say_both("crossed", lead, length);
    }
    inside(scene, index, count, ballot);

    if scene.nested(index) {
        ballot.say_both("nested", lead, length);
        ballot.say_both("nested-trail", lead, trail);
    }
    let led = text.count(start, marked.open);
    ballot.say_both("led", bucket(led.min(6)), length);
    let headline = if words[marked.open].line == 0 { "headline" } else { "text" };
    ballot.say_both("line", headline, lead);
    ballot.say_both("line-length", headline, length);
    let last = earlier.last.map_or("-", |(kind, _)| kind_of(kind));
    ballot.say_both("last", last, lead);
    if let Some((_, behind)) = earlier.last {
        let near = match () {
            () if behind >= start && behind <= marked.open => bucket(text.count(behind, marked.open).min(6)),
            () if behind < marked.open
                && words[behind.min(words.len() - 1)].line == words[marked.open].line =>
            {
                "line"
            }
            () => "far",
        };
        ballot.say_both("last-near", last, near);
    }
    ballot.say_both("spoken", if earlier.spoken { "yes" } else { "no" }, lead);
    ballot.say_both("echo", scene.echoes[index], length);
    ballot.say_both("echo-line", scene.echoes[index], headline);
    let mark = words[marked.open].text;
    ballot.say("mark", mark);
    // How many of four earlier ones in marks were terms; two before anything stood in marks.
    let terms = (earlier.terms * 4 + 2) / (earlier.terms + earlier.said + 1);
    ballot.say_both("terms", bucket(terms), mark);
    ballot.options(if count > LONGEST_TERM { &KINDS[1..] } else { &KINDS });
}

/// What the quoted words themselves say.
fn inside(scene: &Scene, index: usize, count: usize, ballot: &mut Ballot) {
    let words = &scene.text.words;
    let marked = &scene.marked[index];
    let length = bucket(count);
    let (from, to) = marked.pieces[0];
    let all = &words[from..to];
    let first = &words[from];
    let last = &words[marked.pieces[marked.pieces.len() - 1].1 - 1];
    ballot.say("first", first.text);
    ballot.say("last-word", last.text);
    if count == 1 {
        ballot.say("only", first.text);
    }
    sorts(all, length, ballot);
    if last.mark {
        ballot.say("ends-in", last.text);
    }
    let mut signs = [false; 4];
    for word in all.iter().take(30) {
        signs[0] |= FIRST_PERSON.contains(word.text);
        signs[1] |= PARTICLES.contains(word.text);
        signs[2] |= word.cue.is_some();
        signs[3] |= word.mark && matches!(word.text, "،" | "," | "." | "؟" | "!");
    }
    for (sign, name) in signs.into_iter().zip(["first-person", "particle", "cue", "marks"]) {
        if sign {
            ballot.say_both("inside", name, length);
        }
    }
    if all.iter().all(|word| !word.text.chars().any(|c| ('\u{621}'..='\u{6ff}').contains(&c))) {
        ballot.say("script", "other");
    }
}

/// What sorts of words are quoted: names hold words that the lexicon does not know.
fn sorts(all: &[Word], length: &str, ballot: &mut Ballot) {
    let mut words = all.iter().filter(|word| !word.mark);
    let (mut count, mut named, mut unknown) = (0, 0, 0);
    for word in words.clone().take(20) {
        let number = word.text.as_bytes()[0].is_ascii_digit();
        count += 1;
        named += usize::from(word.mention != 0);
        unknown += usize::from(!number && !entry(word.text).known);
    }
    let share = |part: usize| match part {
        0 => "none",
        part if part == count => "all",
        _ => "some",
    };
    ballot.say_both("named-unknown", share(named), share(unknown));
    if named == count {
        ballot.say("all-name", length);
    }
    let Some(first) = words.next() else { return };
    let second = words.next();
    if let Some(second) = second {
        ballot.say_both("shapes", shape(first.text), shape(second.text));
    }
    cluster("last-64", words.next_back().or(second).unwrap_or(first).text, ballot);
}

/// The word's distributional clusters, coarse and fine.
pub(super) fn clusters((coarse, fine): (&str, &str), word: &str, ballot: &mut Ballot) {
    let number = entry(word).cluster;
    if number > 0 {
        cluster(coarse, word, ballot);
        ballot.say_number(fine, (number - 1).into());
    }
}

/// The coarse one alone.
pub(super) fn cluster(name: &str, word: &str, ballot: &mut Ballot) {
    let number = entry(word).cluster;
    if number > 0 {
        ballot.say_number(name, lexicon().coarse(number).into());
    }
}

/// Whether a title or a name may follow the noun, whosever it is: `روايتها «…»`.
fn is_head(word: &str) -> bool {
    let bare = bare(word);
    let mut owned = ["ها", "هم", "ه"].into_iter().filter_map(|owner| bare.strip_suffix(owner));
    HEADS.contains(word)
        || HEADS.contains(bare)
        || owned.any(|noun| {
            HEADS.contains(noun)
                || noun.strip_suffix('ت').is_some_and(|stem| HEADS.contains(format!("{stem}ه").as_str()))
        })
}

/// A word without its conjunction and article.
fn bare(word: &str) -> &str {
    let bare = word.strip_prefix('و').unwrap_or(word);
    bare.strip_prefix("ال").unwrap_or(bare)
}

/// A word's last two letters.
pub(super) fn ending(word: &str) -> &str {
    word.char_indices().rev().nth(1).map_or(word, |(at, _)| &word[at..])
}

/// What a word's first letters tell of it.
pub(super) fn shape(word: &str) -> &'static str {
    let long = word.chars().count() > 3;
    match word.chars().next() {
        _ if word.starts_with("ال") => "definite",
        Some('ي' | 'ت' | 'ن') if long => "verb",
        Some('س') if long => "future",
        Some('ا') if long => "alef",
        Some('و') if long => "and",
        Some('ل' | 'ب') if long => "proclitic",
        Some('0'..='9') => "number",
        _ => "other",
    }
}

pub(super) fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Say => "say",
        Kind::Claim => "claim",
        Kind::Call => "call",
        Kind::Relay => "relay",
        Kind::Source => "source",
    }
}

pub(super) fn form_name(form: Form) -> &'static str {
    match form {
        Form::Verb => "verb",
        Form::Participle => "participle",
        Form::Noun => "noun",
    }
}

fn kind_of(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Partial => "partial",
        QuoteKind::Term => "term",
        QuoteKind::Indirect => "indirect",
    }
}
