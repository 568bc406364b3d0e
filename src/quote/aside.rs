//! What stands between a reporting verb and its subject: to whom it is said, where, and how.

use super::{
    clause,
    layout::Layout,
    lists::{ATTRIBUTIVE, MANNERS, OCCASIONS, RECIPIENTS},
    phrase::is_title,
    text::Text,
};

/// `لرويترز مسؤول`, `لصحيفة «الغد» الأردنية نائب`, `في بيان له الاتحاد`, `من مكتبه الوزير`, `بصوت خافت المدير`: how many
/// words from the one at `at` tell to whom, where or how it is said, where a noun follows them before `limit`.
pub(super) fn aside(text: &Text, layout: &Layout, at: usize, limit: usize) -> usize {
    let word = &text.words[at];
    if word.text.strip_prefix("ب").is_some_and(|how| MANNERS.contains(how)) {
        let nominal = |at: usize| at < limit && clause::is_nominal(text, at);
        // `بلهجة الواثق`, `بشكل غير مباشر` tell no more.
        let other = |noun: &str| !is_title(noun);
        let ends = |word: &str| word == "غير" || word.strip_prefix("ال").is_some_and(other);
        let told = text.words.get(at + 1).is_some_and(|next| ends(next.text));
        return (1..=2).find(|by| nominal(at + by)).filter(|_| !told).unwrap_or(0);
    }
    // `من مكتبه الوزير`.
    if word.text == "من" && at + 2 < limit && text.is_owned(at + 1) && clause::is_nominal(text, at + 2) {
        return 2;
    }
    let (to, follows) = if word.text == "في" {
        let to = occasion(text, layout, at);
        (to, to < limit && clause::is_subject(text, to))
    } else {
        let to = recipient(text, layout, at, "ل");
        (to, to < limit && !text.words[to].mark)
    };
    if follows { to - at } else { 0 }
}

/// Behind `للصحفيين`, `لرويترز`, `لقناة محلية`, `لصحيفة «الغد» الأردنية` at `at`; `by` stands before the noun.
fn recipient(text: &Text, layout: &Layout, at: usize, by: &str) -> usize {
    let word = &text.words[at];
    let Some(noun) = word.text.strip_prefix(by) else { return at };
    // `لندن` begins with it itself.
    let named = word.mention != 0 && !word.person && (by.is_empty() || word.clitic);
    let marked = word.mark && layout.within(at).is_some();
    let medium = marked || word.mention == 0 && (RECIPIENTS.contains(noun) || matches!(noun, "" | "ـ"));
    if !named && !medium {
        return at + usize::from(noun.strip_prefix('ل').is_some_and(|noun| RECIPIENTS.contains(noun)));
    }
    let mut to = at + 1;
    while let Some(next) = text.words.get(to) {
        let name = next.mention != 0 && !next.person && (medium || next.mention == word.mention);
        let attribute = next.text.ends_with(if noun.ends_with('ه') { 'ه' } else { 'ي' });
        let more = medium
            && (layout.within(to).is_some() || attribute && (to == at + 1 || next.text.starts_with("ال")));
        if !name && !more {
            break;
        }
        to += 1;
    }
    to
}

/// Behind `في تصريح صحفي`, `في بيان له`, `في كلمته`, `في اتصال مع «الحياة»`, `في حديث لرويترز` at `at`.
fn occasion(text: &Text, layout: &Layout, at: usize) -> usize {
    let word = |at: usize| text.words.get(at).map_or("", |word| word.text);
    if at + 1 == text.words.len() || !is_occasion(text.unowned(at + 1)) {
        return at;
    }
    let mut to = at + 2;
    while word(to).len() > 6 && ATTRIBUTIVE.end(word(to)) && !is_title(word(to)) {
        to += 1;
    }
    let told = if to < text.words.len() { recipient(text, layout, to, "ل") } else { to };
    match word(to) {
        "له" | "لها" => to + 1,
        "مع" if to + 1 < text.words.len() => recipient(text, layout, to + 1, ""),
        _ if told > to => told,
        _ if to > at + 2 || text.is_owned(at + 1) => to,
        _ => at,
    }
}

/// `تصريح`, and `كلمت` that somebody's is.
pub(super) fn is_occasion(noun: &str) -> bool {
    OCCASIONS.contains(noun)
        || noun.strip_suffix('ت').is_some_and(|stem| OCCASIONS.contains(&[stem, "ه"].concat()))
}
