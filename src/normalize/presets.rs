//! [`Folds`]: sets of folds, their presets and their names.

use std::{
    ops::{BitOr, Sub},
    str::FromStr,
};

use super::folds::FOLDS;
use crate::Error;

/// A set of folds, each a constant here and a file in `src/normalize/folds/`. Combined with `|`, taken away with `-`.
///
/// ```
/// use hamish::normalize::{Folds, normalize};
///
/// let folds: Folds = "clean+tatweel+digits".parse()?;
/// assert_eq!(folds, Folds::CLEAN | Folds::TATWEEL | Folds::DIGITS);
/// assert_eq!(normalize("عـــام ٢٠٢٦", folds).text, "عام 2026");
/// # Ok::<(), hamish::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Folds(pub(super) u32);

impl Folds {
    /// Nothing is folded.
    pub const NONE: Folds = Folds(0);

    /// Safe to show: composed, no bidi controls, zero-width characters or soft hyphens, regular blanks.
    pub const CLEAN: Folds = all(&[Folds::COMPOSE, Folds::BIDI, Folds::ZERO_WIDTH, Folds::BLANKS]);

    /// [`Folds::CLEAN`], and no presentation forms, tatweel or Arabic marks.
    pub const MARKS: Folds = all(&[
        Folds::CLEAN,
        Folds::PRESENTATION,
        Folds::TATWEEL,
        Folds::HARAKAT,
        Folds::SHADDA,
        Folds::DAGGER_ALEF,
        Folds::HAMZA_ABOVE,
        Folds::SMALL_SIGNS,
    ]);

    /// [`Folds::MARKS`], and what readers and keyboards take for one another: alefs, alef maksura and yeh, teh marbuta
    /// and heh, Persian kaf and yeh, digits, quotation marks, punctuation.
    pub const SEARCH: Folds = all(&[
        Folds::MARKS,
        Folds::ZWNJ,
        Folds::ALEF,
        Folds::ALEF_WASLA,
        Folds::ALEF_MAKSURA,
        Folds::TEH_MARBUTA,
        Folds::PERSIAN,
        Folds::DIGITS,
        Folds::QUOTES,
        Folds::PUNCTUATION,
    ]);

    /// [`Folds::SEARCH`], and seats of hamza, ءا → ا, Urdu, Kurdish and loan letters, drawn-out letters.
    pub const LOOSE: Folds = all(&[
        Folds::SEARCH,
        Folds::HAMZA_SEATS,
        Folds::HAMZA_ALEF,
        Folds::HEH_GOAL,
        Folds::YEH_BARREE,
        Folds::URDU,
        Folds::KURDISH,
        Folds::LOAN_LETTERS,
        Folds::REPEATS,
    ]);

    /// Exactly Lucene's `ArabicNormalizationFilter`.
    pub const LUCENE: Folds = all(&[
        Folds::TATWEEL,
        Folds::HARAKAT,
        Folds::SHADDA,
        Folds::ALEF,
        Folds::ALEF_MAKSURA,
        Folds::TEH_MARBUTA,
    ]);

    /// Exactly Lucene's `PersianNormalizationFilter`.
    pub const LUCENE_PERSIAN: Folds =
        all(&[Folds::PERSIAN, Folds::HEH_GOAL, Folds::YEH_BARREE, Folds::HAMZA_ABOVE]);

    /// What the engine's own tables and gazetteers are keyed by: marks, tatweel, bidi controls and zero-width
    /// characters dropped; presentation forms written out; أإآٱ→ا, ى→ي, ة→ه, ؤ→و, ئ→ي; Persian ک ی and گڤپچ to كيكفبج;
    /// digits to ASCII.
    pub const TABLE: Folds = all(&[
        Folds::BIDI,
        Folds::ZERO_WIDTH,
        Folds::ZWNJ,
        Folds::PRESENTATION,
        Folds::TATWEEL,
        Folds::HARAKAT,
        Folds::SHADDA,
        Folds::DAGGER_ALEF,
        Folds::HAMZA_ABOVE,
        Folds::SMALL_SIGNS,
        Folds::ALEF,
        Folds::ALEF_WASLA,
        Folds::ALEF_MAKSURA,
        Folds::TEH_MARBUTA,
        Folds::HAMZA_SEATS,
        Folds::PERSIAN,
        Folds::LOAN_LETTERS,
        Folds::DIGITS,
    ]);

    /// The presets by their names.
    pub const PRESETS: [(&'static str, Folds); 7] = [
        ("clean", Folds::CLEAN),
        ("marks", Folds::MARKS),
        ("search", Folds::SEARCH),
        ("loose", Folds::LOOSE),
        ("lucene", Folds::LUCENE),
        ("lucene-persian", Folds::LUCENE_PERSIAN),
        ("table", Folds::TABLE),
    ];

    /// Every fold by its name, in the order in which they work.
    pub fn all() -> impl Iterator<Item = (&'static str, Folds)> {
        FOLDS.iter().enumerate().map(|(bit, fold)| (fold.name, Folds(1 << bit)))
    }

    /// Whether all of `other` is in this set.
    pub const fn contains(self, other: Folds) -> bool {
        self.0 & other.0 == other.0
    }
}

impl BitOr for Folds {
    type Output = Folds;

    fn bitor(self, other: Folds) -> Folds {
        Folds(self.0 | other.0)
    }
}

impl Sub for Folds {
    type Output = Folds;

    fn sub(self, other: Folds) -> Folds {
        Folds(self.0 & !other.0)
    }
}

/// Names of presets and folds, joined by `+`.
impl FromStr for Folds {
    type Err = Error;

    fn from_str(names: &str) -> Result<Self, Error> {
        names.split('+').map(str::trim).try_fold(Folds::NONE, |folds, name| {
            let known = Folds::PRESETS.into_iter().chain(Folds::all()).find(|(known, _)| *known == name);
            known.map(|(_, more)| folds | more).ok_or_else(|| Error::Option {
                name: "folds",
                given: name.to_owned(),
                takes: "presets (clean, marks, search, loose, lucene, lucene-persian, table) and single folds (such as \
                        tatweel, harakat, alef, digits), joined by +",
            })
        })
    }
}

const fn all(sets: &[Folds]) -> Folds {
    let mut folds = Folds::NONE;
    let mut at = 0;
    while at < sets.len() {
        folds.0 |= sets[at].0;
        at += 1;
    }
    folds
}
