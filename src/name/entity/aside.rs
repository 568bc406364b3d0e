//! Other names given beside a name: `حلف شمال الأطلسي (الناتو)`, `منظمة الصحة العالمية (WHO)`, `محمود عباس الملقب بأبي مازن`.

use crate::{
    NameType,
    name::{Named, words::Words},
};

use super::{links::Links, variant::Variant};

/// Words that stand between two names of the same.
const CALLED: [&str; 16] = [
    "المعروف",
    "المعروفه",
    "معروف",
    "معروفه",
    "الملقب",
    "الملقبه",
    "المكني",
    "المكناه",
    "المسمي",
    "المسماه",
    "اختصارا",
    "يعرف",
    "تعرف",
    "يلقب",
    "تلقب",
    "يكني",
];

/// Words between two names that are looked at.
const BETWEEN: usize = 5;

/// Joins the names that the article itself says to be of the same.
pub(super) fn join(
    links: &mut Links,
    variants: &[Variant],
    names: &[Named],
    of_name: &[usize],
    words: &Words,
) {
    for (pair, numbers) in names.windows(2).zip(of_name.windows(2)) {
        let ([name, other], [number, aside]) = (pair, numbers) else { continue };
        let between = name.found.to..other.found.from;
        let text = |at: usize| words.words().get(at).map_or("", |word| words.text(word.folded));
        let called = || {
            let first = between.clone().map(text).find(|text| !matches!(*text, "،" | ","));
            first.is_some_and(|text| CALLED.contains(&text))
        };
        let enclosed = || {
            matches!(
                (text(between.start), text(other.found.to)),
                ("(", ")") | ("[", "]") | ("\"", "\"") | ("«", "»") | ("“", "”")
            )
        };
        let opens = || between.clone().any(|at| words.words()[at].opens);
        let same = match between.len() {
            1 if enclosed() => may_be_aside(&variants[*number], &variants[*aside], words.text(other.folded)),
            1..=BETWEEN => !opens() && called(),
            _ => false,
        };
        if same {
            links.join(*number, *aside);
        }
    }
}

/// Agencies whose pictures and reports papers credit in brackets.
const CREDITED: [&str; 10] = [
    "رويترز",
    "فرانس برس",
    "الفرنسيه",
    "اسوشيتد برس",
    "الاناضول",
    "غيتي",
    "غيتي ايمجز",
    "وكالات",
    "الالمانيه",
    "شينخوا",
];

/// Whether a name in brackets or quotation marks behind another may be of the same: places there are where the first one
/// lies, people whom it is by, agencies whose picture it is.
fn may_be_aside(name: &Variant, aside: &Variant, written: &str) -> bool {
    let kunya = |variant: &Variant| variant.parts.len() == 1 && variant.parts[0].is_kunya();
    name.cased != aside.cased
        || match name.kind {
            NameType::Organization => name.length.min(aside.length) < 3 && !CREDITED.contains(&written),
            NameType::Person => kunya(name) || kunya(aside),
            NameType::Place => false,
        }
}
