//! Which reporting word marked words belong to, and how they are quoted.

use crate::QuoteKind;

use super::{
    cue::{Form, Kind},
    layout::Layout,
    marks::Marked,
    speaker,
    text::Text,
};

/// What words in marks were found to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Verdict {
    /// How they are quoted.
    pub kind: QuoteKind,
    /// The reporting word.
    pub cue: Option<usize>,
    /// Who speaks where no reporting word tells.
    pub named: Named,
}

/// Who speaks where no reporting word tells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Named {
    /// Nobody known.
    Nobody,
    /// These words: `فلان: «…»`.
    Words(usize, usize),
    /// Whoever spoke last.
    Last,
}

/// Nouns that a title or a name in marks follows.
const HEADS: &[&str] = &[
    "صحيفه",
    "جريده",
    "وكاله",
    "مجله",
    "قناه",
    "شبكه",
    "موقع",
    "حزب",
    "حركه",
    "جماعه",
    "تنظيم",
    "شركه",
    "موسسه",
    "منصه",
    "برنامج",
    "فيلم",
    "مسلسل",
    "كتاب",
    "روايه",
    "ديوان",
    "اغنيه",
    "اغاني",
    "البوم",
    "عنوان",
    "بعنوان",
    "باسم",
    "اسم",
    "مركز",
    "مبادره",
    "مشروع",
    "حمله",
    "مصطلح",
    "كلمه",
    "عباره",
    "لقب",
    "بلقب",
    "وسم",
    "هاشتاغ",
    "تطبيق",
    "مهرجان",
    "اذاعه",
    "راديو",
    "فريق",
    "نادي",
    "مسرحيه",
    "قصيده",
    "عمليه",
    "سفينه",
    "خام",
    "طراز",
    "نظام",
    "قانون",
    "تسميه",
    "جائزه",
    "جايزه",
    "معرض",
    "دار",
    "كتله",
    "تيار",
    "تحالف",
    "جمعيه",
    "منظمه",
    "قوات",
    "الويه",
    "كتايب",
    "صاروخ",
    "مركبه",
    "فيروس",
    "سوره",
    "مجموعه",
    "المسمي",
    "المسماه",
    "يدعي",
    "تدعي",
    "يسمي",
    "لصحيفه",
    "لوكاله",
    "لموقع",
    "لقناه",
    "شعار",
    "فرقه",
    "لوحه",
    "مسابقه",
    "بطوله",
    "متحف",
    "نشره",
    "خدمه",
    "طايره",
];

/// Judges marked words by what stands before and behind them.
pub(super) fn judge(
    text: &Text,
    layout: &Layout,
    all: &[Marked],
    index: usize,
    last: Option<(usize, usize)>,
) -> Verdict {
    let marked = &all[index];
    let words = &text.words;
    let count: usize = marked.pieces.iter().map(|&(from, to)| text.count(from, to)).sum();
    let (from, to) = marked.pieces[0];
    let open = marked.open;
    let start = layout.start(open);
    let behind_bracket = |mut at: usize| {
        while at > start && matches!(words[at - 1].text, "(" | "\"" | "«" | "“" | "”") {
            at -= 1;
        }
        at
    };
    let edge = behind_bracket(open);
    let term = Verdict { kind: QuoteKind::Term, cue: None, named: Named::Nobody };
    let before = (edge > start).then(|| &words[edge - 1]);
    let before_text = before.map_or("", |word| word.text);
    let colon = matches!(before_text, ":" | "؛")
        || before_text == "." && edge > start + 1 && words[edge - 2].text == ".";
    let all_name = marked.pieces.len() == 1
        && words[from..to].iter().all(|word| word.mention != 0 || word.mark)
        && count <= 5;
    let bare = before_text.strip_prefix('و').unwrap_or(before_text);
    let bare = bare.strip_prefix("ال").unwrap_or(bare);
    if !colon && count <= 8 && (HEADS.contains(&bare) || HEADS.contains(&before_text)) || !colon && all_name {
        return term;
    }
    if matches!(before_text, "ل" | "لـ") && count <= 4 {
        return term;
    }
    let nested = layout.within(open).is_some_and(|outer| outer != index);
    if nested && count < 5 {
        return term;
    }
    // What follows: `«…»، قال فلان`.
    let follows = attribution_behind(text, layout, marked);
    let (cue, crossed) = nearest_before(text, layout, all, index, start);
    let complement = speaker::is_complement(before_text);
    let adjacent = before.is_some_and(|word| word.cue.is_some());
    let tight = colon || complement || adjacent;
    let partial_or_direct = |least| if count >= least { QuoteKind::Direct } else { QuoteKind::Partial };
    if let (Some(cue), false) = (follows, tight && cue.is_some()) {
        let woven = !colon && text.count(start, open) >= 3 && !crossed;
        let kind = if woven && count < 12 || count < 2 { QuoteKind::Partial } else { partial_or_direct(2) };
        return Verdict { kind, cue: Some(cue), named: Named::Nobody };
    }
    if let Some(cue) = cue {
        let reading = words[cue].cue;
        let call = reading.is_some_and(|reading| reading.kind == Kind::Call);
        let source = reading.is_some_and(|reading| reading.kind == Kind::Source);
        let with_ba = matches!(before_text, "ب" | "بـ");
        let between = text.count(cue + 1, open);
        let kind = if colon {
            QuoteKind::Direct
        } else if call && (between <= 6 || with_ba) {
            QuoteKind::Partial
        } else if complement {
            let pronoun = !matches!(before_text, "ان" | "بان");
            let rest = text.count(marked.end, report_end(text, layout, marked.end));
            if rest >= 3 && count < 8 {
                QuoteKind::Partial
            } else {
                partial_or_direct(if pronoun { 5 } else { 3 })
            }
        } else if adjacent {
            partial_or_direct(3)
        } else {
            let clause = speaker::of_cue(text, layout, cue, open).is_some_and(|(_, to)| to + 1 >= edge);
            let in_report = (cue + 1..open).any(|at| speaker::is_complement(words[at].text));
            if clause || before_text == "،" && !in_report && count >= 5 {
                partial_or_direct(4)
            } else if with_ba && count >= 1 {
                QuoteKind::Partial
            } else if count <= 1 || count == 2 && !in_report || source && count <= 3 {
                QuoteKind::Term
            } else if count >= 12 && !in_report {
                QuoteKind::Direct
            } else {
                QuoteKind::Partial
            }
        };
        let cue = (kind != QuoteKind::Term).then_some(cue);
        return Verdict { kind, cue, named: Named::Nobody };
    }
    if colon && count >= 2 {
        let mut end = edge - 1;
        while end > start && words[end - 1].mark {
            end -= 1;
        }
        let named = head_before(text, layout, start, end);
        return Verdict { kind: QuoteKind::Direct, cue: None, named };
    }
    let leads = text.count(start, open) == 0 || crossed;
    match count {
        0..=3 => term,
        4..=5 if !leads || last.is_none() => term,
        _ if leads => Verdict { kind: QuoteKind::Direct, cue: None, named: Named::Last },
        6.. => Verdict { kind: QuoteKind::Partial, cue: None, named: Named::Nobody },
        _ => term,
    }
}

/// `فلان: «…»`: the words before the colon.
fn head_before(text: &Text, layout: &Layout, start: usize, end: usize) -> Named {
    let words = &text.words;
    if let Some(at) = (start..end).rev().take(12).find(|&at| words[at].person) {
        let from =
            (start..=at).rev().take_while(|&i| words[i].mention == words[at].mention).last().unwrap_or(at);
        return Named::Words(from, at + 1);
    }
    let from = (start..end).rev().take(8).take_while(|&at| !words[at].mark).last().unwrap_or(end);
    match speaker::after(text, layout, from, end) {
        Some((from, to)) => Named::Words(from, to),
        None => Named::Last,
    }
}

/// The reporting word right behind the marks, no conjunction before it.
fn attribution_behind(text: &Text, layout: &Layout, marked: &Marked) -> Option<usize> {
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
    let word = words.get(at).filter(|word| word.line == line)?;
    if word.text == "علي" && words.get(at + 1).is_some_and(|next| next.text == "حد") {
        return (at + 2 < words.len()).then_some(at + 2);
    }
    let cue = word.cue.filter(|cue| cue.skip == 0 && cue.form == Form::Verb && cue.kind != Kind::Call)?;
    if stop && cue.kind != Kind::Source {
        let end = layout.end(at);
        let own = (at + 1..end.min(at + 20))
            .any(|next| words[next].text == ":" || speaker::is_complement(words[next].text));
        if own {
            return None;
        }
    }
    Some(at)
}

/// The nearest reporting word before the marks in their sentence, and whether another quote stands between.
fn nearest_before(
    text: &Text,
    layout: &Layout,
    all: &[Marked],
    index: usize,
    start: usize,
) -> (Option<usize>, bool) {
    let words = &text.words;
    let mut at = all[index].open;
    let own = layout.within(at);
    let mut crossed = false;
    while at > start {
        at -= 1;
        if let Some(other) = layout.opaque_at(at).filter(|other| Some(*other) != own) {
            if text.count(all[other].end, all[index].open) > 12 {
                return (None, true);
            }
            crossed = true;
            at = all[other].open.max(start);
            continue;
        }
        if let Some(cue) = words[at].cue {
            let close = text.count(at + 1, all[index].open) <= 1 || words[all[index].open - 1].text == ":";
            if cue.form == Form::Noun && !close
                || at + 1 < words.len()
                    && cue.form == Form::Verb
                    && matches!(words[at].text, "عبر" | "بين" | "رد" | "حسب")
                    && !close
            {
                continue;
            }
            return (Some(at), crossed);
        }
    }
    (None, crossed)
}

/// Where a report that begins at `from` ends: with its sentence, or where another begins.
pub(super) fn report_end(text: &Text, layout: &Layout, from: usize) -> usize {
    let words = &text.words;
    if from == 0 || from >= words.len() {
        return from.min(words.len());
    }
    let end = if words[from].line == words[from - 1].line { layout.end(from - 1) } else { from };
    let mut at = from;
    while at < end {
        let word = &words[at];
        let after_comma = at > from && matches!(words[at - 1].text, "،" | "," | "؛");
        let cue = word.cue.filter(|cue| match cue.form {
            Form::Verb => cue.skip > 0 || after_comma || cue.kind == Kind::Source && cue.skip == 0,
            Form::Participle => {
                at > from + 2 && !words[at - 1].mark | after_comma && word.text.ends_with(['ا', 'ه'])
            }
            Form::Noun => false,
        });
        let turn = after_comma && matches!(word.text, "بينما" | "فيما" | "علما" | "وذلك")
            || after_comma
                && word.text == "في"
                && words.get(at + 1).is_some_and(|next| matches!(next.text, "حين" | "ظل" | "وقت" | "اشاره"));
        if (cue.is_some() || turn) && layout.within(at).is_none() {
            break;
        }
        at += 1;
    }
    while at > from && words[at - 1].mark && matches!(words[at - 1].text, "،" | "," | "." | "؛" | "-" | ":")
    {
        at -= 1;
    }
    at
}
