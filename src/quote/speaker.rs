//! The noun phrase that says who speaks.

use super::{
    cue::{Form, Kind},
    layout::Layout,
    text::Text,
};

/// The longest phrase, in words and marks.
const LONGEST: usize = 18;

const COMPLEMENTS: &[&str] = &[
    "ان",
    "انه",
    "انها",
    "انهم",
    "انهما",
    "انني",
    "اننا",
    "اني",
    "انك",
    "انا",
    "بان",
    "بانه",
    "بانها",
    "بانهم",
    "باننا",
    "بانني",
    "باني",
    "بانهما",
];
const ADVERBS: &[&str] = &[
    "ايضا",
    "امس",
    "اليوم",
    "غدا",
    "مساء",
    "صباح",
    "صباحا",
    "يوم",
    "السبت",
    "الاحد",
    "الاثنين",
    "الثلاثاء",
    "الاربعاء",
    "الخميس",
    "الجمعه",
    "لاحقا",
    "مجددا",
    "عليها",
    "عليه",
    "عليهم",
    "له",
    "لها",
    "لهم",
    "لنا",
    "لي",
    "فيه",
    "فيها",
    "بدوره",
    "بدورها",
    "الان",
    "هنا",
    "ذلك",
    "هذا",
    "كذلك",
    "اخيرا",
    "ضاحكا",
    "مبتسما",
    "بالفعل",
];
const PREPOSITIONS: &[&str] = &[
    "علي",
    "عن",
    "الي",
    "خلال",
    "بعد",
    "قبل",
    "عبر",
    "عقب",
    "ردا",
    "حول",
    "مع",
    "عند",
    "حين",
    "عندما",
    "اثر",
    "امام",
    "وسط",
    "ضمن",
    "لدي",
    "منذ",
    "حيث",
    "بينما",
    "فيما",
    "لكن",
    "لكنه",
    "ثم",
    "كما",
    "اذ",
    "اذا",
    "لم",
    "لن",
    "لا",
    "ما",
    "قد",
    "كان",
    "كانت",
    "الذي",
    "التي",
    "الذين",
    "اللذان",
    "وهو",
    "وهي",
    "وهم",
    "انذاك",
    "تعليقا",
    "خصوصا",
    "طالبا",
    "بشان",
    "بعدما",
    "قوله",
    "قولها",
    "قولهم",
    "نهايه",
    "حسبما",
    "هو",
    "هي",
    "وقد",
    "لقد",
];
const OCCASIONS: &[&str] = &[
    "تصريح",
    "تصريحات",
    "بيان",
    "حديث",
    "موتمر",
    "مقابله",
    "رساله",
    "كلمه",
    "اتصال",
    "تغريده",
    "ختام",
    "وقت",
    "منشور",
    "حوار",
    "لقاء",
    "خطاب",
    "تعليق",
    "رد",
    "تقرير",
    "مداخله",
    "مقال",
    "مقطع",
    "جلسه",
    "خطابه",
    "كلمته",
    "بيانها",
    "بيانه",
    "تصريحاته",
    "حديثه",
    "المقابل",
    "نهايه",
    "هذا",
    "ذلك",
    "تدوينه",
    "شهادته",
];

const RECIPIENTS: &[&str] = &[
    "قناه",
    "وكاله",
    "صحيفه",
    "جريده",
    "موقع",
    "مجله",
    "اذاعه",
    "شبكه",
    "وكالتنا",
    "برنامج",
    "وسايل",
    "مراسل",
    "مراسلنا",
];
const MANNERS: &[&str] = &[
    "كلمه",
    "كلمات",
    "صوت",
    "لهجه",
    "نبره",
    "حزن",
    "غضب",
    "سخريه",
    "ابتسامه",
    "جمله",
    "عباره",
    "تحقيق",
    "وضوح",
    "شده",
    "حراره",
];

/// Whether the word opens a report: `أن`, `بأنها`.
pub(super) fn is_complement(word: &str) -> bool {
    COMPLEMENTS.contains(&word)
}

/// Where the phrase that a reporting word is followed by begins and ends, if there is one before `limit`.
pub(super) fn after(text: &Text, layout: &Layout, from: usize, limit: usize) -> Option<(usize, usize)> {
    let words = &text.words;
    let mut start = from;
    while start < limit
        && (ADVERBS.contains(&words[start].text) || matches!(words[start].text, "،" | "," | "(" | ")"))
    {
        start += 1;
    }
    if start < limit && is_object(text, start) {
        return None;
    }
    let limit = limit.min(start + LONGEST);
    let mut person = false;
    let mut at = start;
    while at < limit {
        let word = &words[at];
        if word.mark {
            let goes_on = match word.text {
                "،" | "," => {
                    !person
                        && at > start
                        && (at + 1..limit.min(at + 6)).any(|next| words[next].person)
                        && words
                            .get(at + 1)
                            .is_some_and(|next| next.cue.is_none() && !stops(text, at + 1, person, at + 1))
                }
                "(" | ")" | "-" | "." | "/" => {
                    at > start && word.text != "." || person && word.text == "." && at + 1 < limit
                }
                _ => layout.within(at).is_some() && layout.opaque_at(at).is_none(),
            };
            if !goes_on {
                break;
            }
        } else if word.cue.is_some_and(|cue| at > start || cue.form != Form::Noun)
            && !after_bare_name(text, at, start)
            || stops(text, at, person, start)
        {
            break;
        }
        person |= word.person;
        at += 1;
    }
    while at > start && words[at - 1].mark {
        at -= 1;
    }
    (at > start).then_some((start, at))
}

/// `لوكالة`, `بكلمة`: to whom or how it is said.
fn is_object(text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    let letters = word.text.chars().count();
    let named = word.mention != 0 && (at == 0 || text.words[at - 1].mention != word.mention);
    word.text.starts_with("لل")
        || matches!(word.text, "ل" | "ب")
        || !word.person && letters > 4 && RECIPIENTS.contains(&word.text.strip_prefix('ل').unwrap_or(""))
        || !named && letters > 4 && word.text.starts_with("بال")
        || !named && MANNERS.contains(&word.text.strip_prefix('ب').unwrap_or(""))
}

/// A participle that belongs to a title, as in `المتحدث`, carries the article and is no reporting word; nothing else does.
fn after_bare_name(text: &Text, at: usize, start: usize) -> bool {
    at == start && text.words[at].cue.is_some_and(|cue| cue.form == Form::Participle)
}

fn stops(text: &Text, at: usize, person: bool, start: usize) -> bool {
    let words = &text.words;
    let word = words[at].text;
    let next = words.get(at + 1).map_or("", |next| next.text);
    if words[at].mention != 0 && at > start && words[at - 1].mention == words[at].mention {
        return false;
    }
    is_complement(word)
        || PREPOSITIONS.contains(&word)
        || at > start && ADVERBS.contains(&word)
        || word == "في" && (person || at == start || OCCASIONS.contains(&next))
        || word == "من" && (at == start || person)
        || word == "ل" && (person || next == "«" || next == "\"")
        || word.starts_with('ل')
            && words[at].mention != 0
            && !words[at].person
            && !word.starts_with("لل")
            && person
        || word.starts_with("لل") && person
        || at > start && person && word.starts_with('ب') && words[at].mention == 0 && word.len() > 6
}

/// The phrase before a reporting word in its own sentence: the nearest person, or the noun that begins the sentence.
pub(super) fn before(text: &Text, layout: &Layout, cue: usize) -> Option<(usize, usize)> {
    let words = &text.words;
    let start = layout.start(cue);
    let free = |at: &usize| layout.opaque_at(*at).is_none();
    if let Some(at) = (start..cue).rev().filter(free).find(|&at| words[at].person) {
        let mention = words[at].mention;
        let from = (start..=at).rev().take_while(|&i| words[i].mention == mention).last().unwrap_or(at);
        return Some((from, at + 1));
    }
    let mut from = start;
    while from < cue
        && (words[from].mark
            || matches!(
                words[from].text,
                "لكن"
                    | "اما"
                    | "كما"
                    | "ولكن"
                    | "فيما"
                    | "بينما"
                    | "وكان"
                    | "كان"
                    | "وكانت"
                    | "كانت"
                    | "وقد"
            ))
    {
        from += 1;
    }
    let noun = words.get(from)?;
    if from >= cue
        || !free(&from)
        || noun.cue.is_some()
        || !(noun.mention != 0 || noun.text.starts_with("ال") || noun.text.starts_with("وال"))
    {
        return None;
    }
    after(text, layout, from, cue)
}

/// Who passes on whose words: behind `عن`, or behind a particle the one that it names.
pub(super) fn of_cue(text: &Text, layout: &Layout, cue: usize, limit: usize) -> Option<(usize, usize)> {
    let words = &text.words;
    let reading = words[cue].cue?;
    match reading.kind {
        Kind::Relay => {
            let from = (cue + 1..limit.min(cue + 20)).find(|&at| words[at].text == "عن")?;
            after(text, layout, from + 1, limit).or_else(|| after(text, layout, cue + 1, from))
        }
        Kind::Source => {
            let mut from = cue + 1;
            if words.get(from).is_some_and(|word| matches!(word.text, "ما" | "لما" | "الي" | "عن" | "ل"))
            {
                from += 1;
            }
            if words.get(from).is_some_and(|word| word.cue.is_some()) {
                from += 1;
            }
            if words.get(from).is_some_and(|word| matches!(word.text, "عنه" | "عنها" | "به" | "عن"))
            {
                from += 1;
            }
            if from >= limit
                || matches!(words[from].text, "قوله" | "قولها" | "وصفه" | "وصفها" | "تعبيره" | "تعبيرها")
            {
                return None;
            }
            after(text, layout, from, limit)
        }
        _ if reading.form == Form::Verb => after(text, layout, cue + 1, limit),
        _ => None,
    }
}
