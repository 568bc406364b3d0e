//! The reporting word that marked words belong to.

use super::{
    Scene, begin,
    cue::{Form, Kind},
    layout::Layout,
    marks::Marked,
    named, phrase,
    report::Report,
    text::Text,
};

/// So many words behind a reporting word in a relative clause are its own.
const RELATED: usize = 4;
/// How far a relative clause may go on behind its reporting word, in words and marks.
const CLAUSE: usize = 60;

/// The reporting word that words may belong to, and how it was found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Attribution {
    /// The reporting word.
    pub cue: Option<usize>,
    /// `behind`, `before`, `report` or `none`.
    pub side: &'static str,
}

/// Looks for the reporting word of the marked words of `index`.
pub(super) fn of(scene: &Scene, index: usize) -> Attribution {
    let text = scene.text;
    let marked = &scene.marked[index];
    let start = scene.layout.start(marked.open);
    let last = marked.open.checked_sub(1).map(|at| &text.words[at]).filter(|_| marked.open > start);
    let around = scene.report_around(marked.open);
    // `قال إن البلاد ستواصل «معركتها»`: what goes on is no speech.
    let goes_on = |lemma| matches!(lemma, "واصل" | "تابع" | "اكمل" | "انهي") && around.is_some();
    let tight = last.is_some_and(|word| {
        matches!(word.text, ":" | "؛")
            || phrase::is_complement(word.text)
            || word.cue.is_some_and(|cue| !goes_on(cue.lemma))
    });
    let cue = before(scene, index, start);
    let tight = tight || cue.is_some_and(|at| leads_up(scene, at, marked.open));
    if let (Some(cue), false) = (behind(text, scene.layout, marked), tight && cue.is_some()) {
        return Attribution { cue: Some(cue), side: "behind" };
    }
    // `وفقا للوكالة، قال فلان: «…»`: the source passes on what another says.
    let says =
        |at: usize| text.words[at].cue.is_some_and(|cue| cue.form == Form::Verb && cue.kind == Kind::Say);
    let source = |at: usize| text.words[at].cue.is_some_and(|cue| cue.kind == Kind::Source);
    let nearer = |report: &&Report| {
        report.cue.is_some_and(source) && cue.is_some_and(|cue| cue >= report.words.0 && says(cue))
    };
    let report = around.filter(|_| !tight || cue.is_none());
    if let Some(report) = report.filter(|report| !nearer(report)) {
        return Attribution { cue: report.cue, side: "report" };
    }
    Attribution { cue, side: if cue.is_some() { "before" } else { "none" } }
}

/// `أجاب فلان «…»`: only who speaks stands between the reporting word at `cue` and the marks that `open`.
fn leads_up(scene: &Scene, cue: usize, open: usize) -> bool {
    let text = scene.text;
    let says = text.words[cue].cue.is_some_and(|cue| cue.form == Form::Verb && cue.kind == Kind::Say);
    says && named::by(text, scene.layout, cue, open).is_some_and(|(_, to)| text.count(to, open) == 0)
}

/// The reporting word right behind the marks, no conjunction before it.
fn behind(text: &Text, layout: &Layout, marked: &Marked) -> Option<usize> {
    let words = &text.words;
    let line = words[marked.end - 1].line;
    let mut at = marked.end;
    let mut stop = false;
    while at < marked.end + 3
        && words.get(at).is_some_and(|word| matches!(word.text, "،" | "," | "." | "-" | "–" | "؛"))
    {
        stop |= words[at].text == ".";
        at += 1;
    }
    if words.get(at).is_some_and(|word| {
        matches!(word.text, "كما" | "هكذا" | "حسب" | "بهذا")
            && words.get(at + 1).is_some_and(|next| next.cue.is_some_and(|cue| cue.kind != Kind::Source))
    }) {
        at += 1;
    }
    // `على ما جاء في البيان`.
    if let [on, what, cue, ..] = &words[at.min(words.len())..]
        && (on.text, what.text) == ("علي", "ما")
        && cue.cue.is_some()
    {
        at += 2;
    }
    let word = words.get(at).filter(|word| word.line == line)?;
    if word.text == "علي" && words.get(at + 1).is_some_and(|next| next.text == "حد") {
        return (at + 2 < words.len()).then_some(at + 2);
    }
    let cue = word.cue.filter(|cue| cue.skip == 0 && cue.form == Form::Verb && cue.kind != Kind::Call)?;
    if stop && cue.kind != Kind::Source {
        let end = layout.end(at);
        let own = (at + 1..end.min(at + 20))
            .any(|next| words[next].text == ":" || phrase::is_complement(words[next].text));
        if own {
            return None;
        }
    }
    Some(at)
}

/// The nearest reporting word before the marks in their sentence, which begins at `start`.
fn before(scene: &Scene, index: usize, start: usize) -> Option<usize> {
    let (text, layout, all) = (scene.text, scene.layout, scene.marked);
    let words = &text.words;
    let open = all[index].open;
    let own = layout.within(open);
    let mut related = None;
    let mut at = open;
    while at > start {
        at -= 1;
        if let Some(other) = layout.opaque_at(at).filter(|other| Some(*other) != own) {
            if text.count(all[other].end, open) > 12 {
                return related;
            }
            at = all[other].open.max(start);
            continue;
        }
        let Some(cue) = words[at].cue else { continue };
        let close = text.count(at + 1, open) <= 1 || words[open - 1].text == ":";
        let homograph =
            at + 1 < words.len() && cue.form == Form::Verb && matches!(words[at].text, "بين" | "رد" | "حسب");
        // `تصريحات نقلتها الوكالة`: what is passed on stands before it.
        let passed_on = cue.kind == Kind::Relay
            && words[at].text.ends_with("ها")
            && words[at + 1..open].iter().take(12).all(|word| word.text != "عن");
        if !passed_on && (close || cue.form != Form::Noun && !homograph) {
            if relates(text, at, open) {
                related = related.or(Some(at));
                continue;
            }
            let says = cue.form == Form::Verb && cue.kind == Kind::Say;
            return related.filter(|_| !says).or(Some(at));
        }
    }
    related
}

/// `قال في المؤتمر الذي انتقد فيه سياسة فلان: «…»`: the reporting word at `cue` tells of the noun before it and nothing of
/// the marks far behind it that `open`; but `الذي قال فيه فلان: «…»`.
fn relates(text: &Text, cue: usize, open: usize) -> bool {
    let words = &text.words;
    let relative = cue > 0 && matches!(words[cue - 1].text, "الذي" | "التي" | "الذين");
    let told = words[cue].cue.is_some_and(|cue| cue.kind != Kind::Say) || text.has_object(cue);
    let far = text.count(cue + 1, open) > RELATED && open - cue <= CLAUSE;
    relative && told && far && (cue + 1..open).all(|at| !begin::complements(text, at))
}

/// `فلان: «…»`: the words before the colon.
pub(super) fn head_before(text: &Text, layout: &Layout, start: usize, end: usize) -> Option<(usize, usize)> {
    let words = &text.words;
    if let Some(at) = (start..end).rev().take(12).find(|&at| words[at].person) {
        let from =
            (start..=at).rev().take_while(|&i| words[i].mention == words[at].mention).last().unwrap_or(at);
        return Some((from, at + 1));
    }
    let border = |at: &usize| matches!(words[*at].text, "،" | "," | "." | "؛" | "!" | "؟" | "…" | "-");
    let from =
        (start..end).rev().take(12).find(border).map_or(start.max(end.saturating_sub(12)), |at| at + 1);
    phrase::after(text, layout, from, end)
}
