//! Verbs of the present and nouns, told by their other forms: what is `يعمل` of him is `تعمل` of her and `نعمل` of us; a noun
//! has an article at times.

use crate::name::lexicon::entry;

use super::lists::ARTICLELESS;

/// `يعمل`, `ستعمل`, `وتعمل`, `يعملون`, `تجدهم`; not `يونيو`, nor `تقرير`.
pub(super) fn is_present(word: &str) -> bool {
    let ending = ["هم", "ها", "ون"].into_iter().find_map(|ending| word.strip_suffix(ending));
    is_bare_present(word)
        || ending.is_some_and(|rest| letters(rest) > 2 && !entry(word).known && is_bare_present(rest))
}

fn is_bare_present(word: &str) -> bool {
    let joined = word.strip_prefix(['و', 'ف']).filter(|rest| letters(rest) > 3).unwrap_or(word);
    let bare = joined.strip_prefix('س').filter(|rest| letters(rest) > 3).unwrap_or(joined);
    let long = |stem: &&str| letters(stem) > 2;
    let hers = |stem: &str| entry(&format!("ت{stem}"));
    let his = |stem: &str| entry(&format!("ي{stem}"));
    bare.strip_prefix('ي').filter(long).is_some_and(|stem| hers(stem).known)
        || bare.strip_prefix('ت').filter(long).is_some_and(|stem| his(stem).frequency > entry(bare).frequency)
}

/// `أوقف`: of her it is `أوقفت`, in the present `يوقف`, and no article stands before it as often; `قام` is `يقوم`,
/// `وصل` is `يصل`.
pub(super) fn is_past(word: &str) -> bool {
    let stem = word.strip_prefix('ا').filter(|rest| letters(rest) > 2).unwrap_or(word);
    let known = |stem: &str| entry(&format!("ي{stem}")).known;
    let weak = || {
        let mut letters = word.chars();
        match [letters.next(), letters.next(), letters.next(), letters.next()] {
            [Some('و'), Some(second), Some(last), None] => known(&format!("{second}{last}")),
            [Some(first), Some('ا'), Some(last), None] => {
                ['و', 'ي'].iter().any(|middle| known(&format!("{first}{middle}{last}")))
            }
            _ => false,
        }
    };
    if letters(word) < 3 || !known(stem) && !weak() {
        return false;
    }
    let (hers, noun) = (entry(&format!("{word}ت")), entry(&format!("ال{word}")));
    hers.known && (!noun.known || hers.frequency > noun.frequency)
}

/// `التقى`, `التفتت`: the word's `ال` is no article.
pub(super) fn has_no_article(word: &str) -> bool {
    ARTICLELESS.contains(word) || word.strip_suffix('ت').is_some_and(|stem| ARTICLELESS.contains(stem))
}

/// `نلعب`, `سنلعب`: what is `يلعب` of another; `ارسلنا`, but not `بيانا`, which is `بيان`.
pub(super) fn is_of_us(word: &str) -> bool {
    let known = |word: &str| entry(word).known;
    let long = |stem: &&str| letters(stem) > 2;
    let acts = word.strip_prefix('س').unwrap_or(word).strip_prefix('ن').filter(long);
    let acted = word.strip_suffix("نا").filter(long);
    acts.is_some_and(|stem| known(&format!("ي{stem}")))
        || acted.is_some_and(|stem| known(stem) && !known(&format!("{stem}ن")))
}

/// `مهزلة`, whose `المهزلة` is common as well; not `تقدم` or `وصلت`, which are verbs more often.
pub(super) fn is_noun(word: &str) -> bool {
    let bare = word.strip_prefix('و').filter(|_| !entry(word).known).unwrap_or(word);
    if letters(bare) < 4 || bare.starts_with('ت') || bare.ends_with('ت') {
        return false;
    }
    let definite = entry(&format!("ال{bare}"));
    definite.known && definite.frequency + 1 >= entry(bare).frequency
}

fn letters(word: &str) -> usize {
    word.chars().count()
}
