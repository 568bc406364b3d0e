//! How marked words are quoted: said, said in part, or a title, a name, a so-called.

use crate::{QuoteKind, name::lexicon::entry};

use super::{
    Scene,
    attribution::Attribution,
    lists::{FIRST_PERSON, HEADS, PARTICLES},
    model::{Answer, Ballot, Question},
    named, phrase,
    sort::{class, cluster, shape},
};

/// What may be answered, terms first.
const KINDS: [(QuoteKind, &str); 3] =
    [(QuoteKind::Term, "term"), (QuoteKind::Direct, "direct"), (QuoteKind::Partial, "partial")];

/// Words of the longest titles, names and slogans that are put in marks: of 763 in the training articles one has 12, the
/// others have at most 8.
const LONGEST_TERM: usize = 15;

/// What is known of earlier quotes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Earlier {
    /// The kind of the quote before and the index behind it.
    pub last: Option<(QuoteKind, usize)>,
    /// How many marked words were terms.
    pub terms: usize,
    /// How many were said.
    pub said: usize,
}

/// Asks how the words of `index` are quoted.
pub(super) fn ask(scene: &Scene, index: usize, found: &Attribution, earlier: &Earlier, ballot: &mut Ballot) {
    let pieces = &scene.marked[index].pieces;
    let length = pieces.iter().map(|&(from, to)| scene.text.count(from, to)).sum();
    ballot.ask(Question::Kind, scene.text.span(pieces[0].0, pieces[0].1));
    ballot.say("bias", "");
    ballot.count("length", length);
    around(scene, index, found, ballot);
    inside(scene, index, ballot);
    since(scene, index, earlier, ballot);
    let kinds = KINDS.map(|(kind, name)| (Answer::Kind(kind), name));
    ballot.options(if length > LONGEST_TERM { &kinds[1..] } else { &kinds });
}

/// What stands around the marks in their sentence.
fn around(scene: &Scene, index: usize, found: &Attribution, ballot: &mut Ballot) {
    let (text, layout) = (scene.text, scene.layout);
    let words = &text.words;
    let marked = &scene.marked[index];
    let (start, end) = (layout.start(marked.open), layout.end(marked.end - 1));
    let mut edge = marked.open;
    while edge > start && matches!(words[edge - 1].text, "(" | "\"" | "«" | "“" | "”") {
        edge -= 1;
    }
    let before = |back: usize| edge.checked_sub(back).filter(|&at| at >= start);
    let behind = |by: usize| Some(marked.end + by).filter(|&at| at < end);
    let text_at = |at: Option<usize>, border: &'static str| at.map_or(border, |at| words[at].text);
    let last = text_at(before(1), "^");
    let cue = found.cue.and_then(|at| words[at].cue);
    let between = found.cue.filter(|&at| at < edge).map_or("-", |at| {
        let reported = (at + 1..edge).any(|at| phrase::is_complement(words[at].text));
        let subject = named::by(text, layout, at, marked.open);
        match subject {
            _ if reported => "reported",
            Some((_, to)) if to + 1 >= edge => "subject",
            _ => "other",
        }
    });
    ballot.say_all(&[
        ("lead", before(1).map_or("^", |at| lead(scene, start, at))),
        ("before", last),
        ("bare", bare(last)),
        ("before2", text_at(before(2), "^")),
        ("class", before(1).map_or("^", |at| class(text, at))),
        ("class2", before(2).map_or("^", |at| class(text, at))),
        ("after", text_at(behind(0), "$")),
        ("trail", behind(0).map_or("$", |at| class(text, at))),
        ("after2", text_at(behind(1), "$")),
        ("side", found.side),
        ("cue", cue.map_or("-", |cue| cue.kind.name())),
        ("lemma", cue.map_or("-", |cue| cue.lemma)),
        ("between", between),
        ("nested", if scene.nested(index) { "nested" } else { "-" }),
        ("level", if words[marked.open].line == 0 { "headline" } else { "text" }),
        ("mark", words[marked.open].text),
    ]);
    cluster("bare-cluster", bare(last), ballot);
    if let Some(at) = found.cue {
        ballot.count("distance", text.count(at.min(marked.open), at.max(marked.open)));
    }
    ballot.count("led", text.count(start, marked.open));
}

/// What stands before the marks, at `at` in the sentence that begins at `start`.
fn lead(scene: &Scene, start: usize, at: usize) -> &'static str {
    let words = &scene.text.words;
    // `فيلمه «…»`, `فيلمه الأخير «…»`.
    let definite = words[at].text.starts_with("ال");
    let heads = |at: usize| words[at].mention == 0 && is_head(words[at].text);
    match words[at].text {
        ":" => ":",
        "ب" | "ل" | "و" | "ك" | "لـ" | "بـ" => "proclitic",
        _ if heads(at) || definite && at > start && heads(at - 1) => "head",
        _ => class(scene.text, at),
    }
}

/// What the quoted words themselves say.
fn inside(scene: &Scene, index: usize, ballot: &mut Ballot) {
    let text = scene.text;
    let pieces = &scene.marked[index].pieces;
    let (from, to) = pieces[0];
    let all = &text.words[from..to];
    let last = text.words[pieces[pieces.len() - 1].1 - 1].text;
    let mut words = all.iter().filter(|word| !word.mark);
    // Names hold words that the lexicon does not know.
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
    let first = words.next().map_or("$", |word| word.text);
    let second = words.next().map(|word| word.text);
    ballot.say_all(&[
        ("first", first),
        ("last-word", last),
        ("first-class", class(text, from)),
        ("named", share(named)),
        ("unknown", share(unknown)),
        ("shape", shape(first)),
        ("second-shape", second.map_or("-", shape)),
    ]);
    cluster("first-cluster", first, ballot);
    cluster("last-cluster", words.next_back().map_or(second.unwrap_or(first), |word| word.text), ballot);
    let mut signs = [false; 4];
    for word in all.iter().take(30) {
        signs[0] |= FIRST_PERSON.contains(word.text);
        signs[1] |= PARTICLES.contains(word.text);
        signs[2] |= word.cue.is_some();
        signs[3] |= word.mark && matches!(word.text, "،" | "," | "." | "؟" | "!");
    }
    for (_, name) in signs.into_iter().zip(["first-person", "particle", "cue", "marks"]).filter(|one| one.0) {
        ballot.say("inside", name);
    }
}

/// What was quoted before, and what else of the article stands in marks.
fn since(scene: &Scene, index: usize, earlier: &Earlier, ballot: &mut Ballot) {
    let open = scene.marked[index].open;
    let line = |at: usize| scene.text.words.get(at).map(|word| word.line);
    let (last, near) = earlier.last.map_or(("-", "-"), |(kind, behind)| {
        let near = match () {
            () if (scene.layout.start(open)..=open).contains(&behind) => "sentence",
            () if behind < open && line(behind) == line(open) => "line",
            () => "far",
        };
        (KINDS.iter().find(|(one, _)| *one == kind).map_or("-", |(_, name)| name), near)
    });
    ballot.say_all(&[("last", last), ("last-near", near), ("echo", scene.echoes[index])]);
    ballot.count("terms", earlier.terms);
    ballot.count("said", earlier.said);
    // Of four in marks; two before anything stood in marks.
    ballot.count("share", (earlier.terms * 4 + 2) / (earlier.terms + earlier.said + 1));
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
