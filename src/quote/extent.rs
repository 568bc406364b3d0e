//! How far the noun phrase goes that says who speaks.

use crate::name::lexicon::{Entry, Trigger, entry};

use super::{
    clause::bare,
    cue::Form,
    layout::Layout,
    lists::{
        ADVERBS, AGENCIES, ARTICLES, ATTRIBUTIVE, ENDINGS, FOLLOWERS, GOVERNING, MANNERS, NO_HEADS,
        OCCASIONS, PERIODS, PREPOSITIONS, PROCLITICS, RECIPIENTS, WHICH_PERIOD,
    },
    phrase::{acted, acts, is_bare_title, is_complement, is_title, is_with},
    text::Text,
    verb,
};

/// The longest phrase, in words and marks.
const LONGEST: usize = 18;

/// How far the phrase goes that begins at `start`.
pub(super) fn extent(text: &Text, layout: &Layout, start: usize, limit: usize) -> Option<(usize, usize)> {
    let words = &text.words;
    let limit = limit.min(start + LONGEST);
    let mut person = false;
    let mut at = start;
    while at < limit {
        let word = &words[at];
        let goes_on = if word.mark {
            at > start && goes_on_behind(text, layout, (start, at, limit), person)
        } else {
            !(word.cue.is_some_and(|cue| at > start || cue.form != Form::Noun)
                && !is_title_participle(text, at, start)
                || stops(text, (start, at, limit))
                || at > start && !attaches(text, (start, at, limit), person))
        };
        if !goes_on {
            break;
        }
        // `السكرتيرة الصحفية لفلان، فلانة`: the phrase goes on to her.
        let other = word.clitic && word.text.starts_with('ل') && at > start;
        person |= word.person && !other;
        at += 1;
    }
    while at > start && is_open(text, start, at - 1) {
        at -= 1;
    }
    (at > start).then_some((start, at))
}

/// Whether the phrase goes on behind the mark at `at`.
fn goes_on_behind(
    text: &Text,
    layout: &Layout,
    (start, at, limit): (usize, usize, usize),
    person: bool,
) -> bool {
    let words = &text.words;
    let before = &words[at - 1];
    let named = words.get(at + 1).is_some_and(|next| next.person);
    match words[at].text {
        "،" | "," => {
            !person
                && (at + 1..limit.min(at + 6)).any(|next| words[next].person)
                && words.get(at + 1).is_some_and(|next| next.cue.is_none())
                && !stops(text, (at + 1, at + 1, limit))
        }
        ")" => !is_open(text, start, at),
        "(" => !before.person && words[at..limit].iter().any(|word| word.text == ")"),
        // `د. فلان`.
        "." => (person || before.text.chars().count() == 1) && at + 1 < limit,
        // `نيوتون - بيشوب`, but `فلان - رئيس`.
        "-" | "/" => !before.person || named,
        _ if layout.within(at).is_none() || layout.opaque_at(at).is_some() => false,
        _ => layout.within(at) == layout.within(at - 1) || named || !is_definite(text, start, at - 1),
    }
}

/// Whether no phrase ends with the word or mark at `at`: an opening mark, a preposition.
fn is_open(text: &Text, start: usize, at: usize) -> bool {
    let word = &text.words[at];
    let opening = match word.text {
        ")" => "(",
        "»" => "«",
        "”" => "“",
        "\"" => "\"",
        text => {
            return word.mark
                || word.mention == 0
                    && (matches!(text, "من" | "في" | "ب" | "ل" | "و") || PREPOSITIONS.contains(text));
        }
    };
    text.words[start..at].iter().all(|word| word.text != opening)
}

/// Whether the noun at `at` needs no other to be definite: a name, one with an article or, first in its phrase, with an owner.
fn is_definite(text: &Text, start: usize, at: usize) -> bool {
    let word = &text.words[at];
    word.mention != 0
        || word.text.starts_with("ال")
        || if at == start { text.is_owned(at) } else { ARTICLES.begin(word.text) }
}

/// Whether the word at `at` may belong to the noun before it in the phrase that begins at `start`: only attributes, titles,
/// names and what prepositions bring in stand behind a definite one, only more of a name behind a person's.
fn attaches(text: &Text, (start, at, limit): (usize, usize, usize), person: bool) -> bool {
    let (before, word) = (&text.words[at - 1], &text.words[at]);
    let reading = entry(word.text);
    let article = word.text.starts_with("ال");
    if word.mention != 0 && (word.person || before.mention == word.mention) {
        return true;
    }
    if person || before.person {
        let name = reading.is(Trigger::Nasab) || article && (reading.names != 0 || !reading.known);
        return before.mark && before.text != ")" || name && !is_bare_title(word.text);
    }
    if !is_definite(text, start, at - 1) {
        return true;
    }
    if word.text == "من" {
        return at > start + 1 || before.text.starts_with("البالغ");
    }
    let next = text.words[..limit].get(at + 1);
    let strange = !reading.known
        && !text.is_owned(at)
        && (article || !PROCLITICS.begin(word.text) && !ENDINGS.end(word.text));
    // `عانق المدرب خصمه فلانا`: whose he is tells that he is another.
    let before_name = next.is_some_and(|next| next.person) && !text.is_owned(at);
    if word.mention != 0 || reading.names != 0 || strange || before_name {
        return true;
    }
    if is_bare_title(word.text) {
        // `الميدالية رجل أعمال`: object and subject.
        let headed = is_title(text.words[start].text) || is_title(text.unowned(start));
        return if word.text.ends_with("ين") {
            headed && !article
        } else {
            headed || article || word.text.len() < 3
        };
    }
    if article {
        // `زار الوزير القرية`: no attribute of one whom `الوزيرة` has beside him; but `الوزراء الثلاثة`.
        let his = is_title(before.text.trim_start_matches("ال")) && entry(&[before.text, "ه"].concat()).known;
        return is_attribute(word.text) && !(his && text.is_feminine(at));
    }
    FOLLOWERS.contains(word.text)
        || ARTICLES.begin(word.text)
        || word.text.as_bytes()[0].is_ascii_digit()
        || word.text.strip_prefix("و").is_some_and(|rest| is_title(rest) || verb::is_noun(rest))
        || word.text.strip_prefix("ب").is_some_and(|rest| rest.starts_with("اسم") || is_body(entry(rest)))
        || word.text.strip_prefix("ل").is_some_and(|rest| entry(rest).known && !verb::is_present(rest))
}

/// `السابق`, `السابقة`: what is common of him is said of her as well; not `القرار`, nor `الحكومة`.
fn is_attribute(word: &str) -> bool {
    let frequency = entry(word).frequency;
    let other = word.strip_suffix("ه").map_or_else(|| entry(&[word, "ه"].concat()), entry).frequency;
    let most = word.len() < 14 && word.starts_with("الا");
    frequency < 4 || frequency < other + 4 || most || ATTRIBUTIVE.end(word)
}

/// `وزارة`, `مدينة`.
pub(super) fn is_body(entry: Entry) -> bool {
    use Trigger::{OrganizationIn, OrganizationOut, PlaceIn, PlaceOut};
    [OrganizationIn, OrganizationOut, PlaceIn, PlaceOut].into_iter().any(|trigger| entry.is(trigger))
}

/// A participle that a speaker's phrase begins with, as in `متحدثة باسم الجيش`; `قائلا` tells only how he speaks.
pub(super) fn is_title_participle(text: &Text, at: usize, start: usize) -> bool {
    let word = &text.words[at];
    let participle = word.cue.is_some_and(|cue| cue.form == Form::Participle);
    let next = text.words.get(at + 1).map_or("", |next| next.text);
    // `أضافت، مشيرة إلى`.
    let reports = word.text.ends_with('ه') && matches!(next, "الي" | "علي" | "عن");
    let titled = is_bare_title(word.text) || !opens_speech(text, at + 1);
    at == start && participle && !word.text.ends_with("ا") && titled && !reports
}

/// Whether what is said begins at `at`: a mark or `أن`.
pub(super) fn opens_speech(text: &Text, at: usize) -> bool {
    text.words.get(at).is_some_and(|word| word.mark || is_complement(word.text))
}

/// Whether a phrase that begins at `start` ends before the word at `at`.
fn stops(text: &Text, (start, at, limit): (usize, usize, usize)) -> bool {
    let words = &text.words;
    let word = words[at].text;
    if at == start {
        let head = if is_bare_title(word) { word } else { bare(word) };
        // `إمام المسجد`.
        let imam = || words[at].span.of(text.document.source()).starts_with("إم");
        // `نحو 200 منهم`.
        let about = || {
            let next = words.get(at + 1).map_or("", |next| next.text);
            word == "نحو" && (next.starts_with(|c: char| c.is_ascii_digit()) || next.starts_with("مي"))
        };
        // `قد أمر`: a verb.
        let done = || at > 0 && matches!(bare(words[at - 1].text), "قد" | "لقد");
        return is_complement(head)
            || words[at].mention == 0 && done()
            || (PREPOSITIONS.contains(head) || PREPOSITIONS.contains(word)) && !imam()
            || NO_HEADS.contains(word) && !about()
            || matches!(head, "في" | "من")
            || acts(text, at)
            || acted(text, at);
    }
    if words[at].mention != 0 {
        // `مسؤول لرويترز`.
        return words[at].clitic && word.strip_prefix("ل").is_some_and(|rest| AGENCIES.contains(rest));
    }
    let next = words.get(at + 1).map_or("", |next| next.text);
    let to_him =
        || word.strip_prefix("لل").or(word.strip_prefix("ل")).is_some_and(|rest| RECIPIENTS.contains(rest));
    match word {
        "ب" => return true,
        "ل" if next == "«" || next == "\"" => return true,
        "في" if OCCASIONS.contains(next) => return true,
        "في" | "من" => return at + 1 < limit && text.is_owned(at + 1) && !next.starts_with("عمر"),
        _ => {}
    }
    is_complement(word)
        || PREPOSITIONS.contains(word) && !brings_in(text, (start, at, limit))
        || ADVERBS.contains(word)
        || time(text, at) > 0
        || to_him()
        || word.strip_prefix("ب").is_some_and(|rest| MANNERS.contains(rest))
        || word.strip_prefix("ف").is_some_and(|rest| is_with(word, rest))
}

/// `صادر عن الوزارة`, `النائب عن الجنوب فلان`, `سفيرة فرنسا لدى المملكة`, `مطلع على الملف`: the preposition at `at` belongs to
/// the noun before it.
fn brings_in(text: &Text, (start, at, limit): (usize, usize, usize)) -> bool {
    let words = &text.words;
    let next = words[..limit].get(at + 1).map_or("", |next| next.text);
    match words[at].text {
        "عن" | "علي" if GOVERNING.contains(words[at - 1].text) || GOVERNING.contains(words[start].text) => {
            true
        }
        "عن" => {
            let mut on = words[at..limit].iter().take_while(|word| !word.mark && word.cue.is_none());
            is_title(words[start].text) && !is_title(next) && on.any(|word| word.person)
        }
        word => word == "لدي",
    }
}

/// How many words from the one at `at` tell when: `الشهر الماضي`, `عام 1998`.
pub(super) fn time(text: &Text, at: usize) -> usize {
    let next = text.words.get(at + 1).map_or("", |next| next.text);
    if (text.words[at].text, next) == ("اول", "امس") {
        return 2;
    }
    let tells = PERIODS.contains(text.words[at].text)
        && (WHICH_PERIOD.contains(next) || next.as_bytes().first().is_some_and(u8::is_ascii_digit));
    if tells { 2 } else { 0 }
}
