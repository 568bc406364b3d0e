//! The folds, one file each, in the order in which they work.

mod alef;
mod alef_maksura;
mod alef_wasla;
mod bidi;
mod blanks;
pub(super) mod case;
mod compose;
mod dagger_alef;
pub(super) mod digits;
mod hamza_above;
mod hamza_alef;
mod hamza_seats;
mod harakat;
mod heh_goal;
mod isolated_marks;
mod kurdish;
mod loan_letters;
mod persian;
mod phrases;
mod presentation;
mod punctuation;
mod quotes;
mod repeats;
mod shadda;
mod small_signs;
mod tatweel;
mod teh_marbuta;
mod urdu;
mod yeh_barree;
pub(super) mod zero_width;
mod zwnj;

use super::Folds;

/// What a fold does to single characters. Folds that need more than that are finished in the files that their own name.
pub(super) struct Fold {
    pub(super) name: &'static str,
    /// Characters that become another, below U+0800.
    pub(super) turns: &'static [(char, char)],
    /// First and last of ranges of characters that are dropped.
    pub(super) drops: &'static [(char, char)],
}

impl Fold {
    const fn new(name: &'static str) -> Self {
        Self { name, turns: &[], drops: &[] }
    }

    const fn turning(self, turns: &'static [(char, char)]) -> Self {
        Self { turns, ..self }
    }

    const fn dropping(self, drops: &'static [(char, char)]) -> Self {
        Self { drops, ..self }
    }
}

/// Lists every fold once: its flag and its file.
macro_rules! folds {
    ($($(#[$doc:meta])* $flag:ident = $module:ident;)*) => {
        #[repr(u32)]
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Bit { $($flag),* }

        impl Folds {
            $($(#[$doc])* pub const $flag: Folds = Folds(1 << Bit::$flag as u32);)*
        }

        pub(super) static FOLDS: &[Fold] = &[$($module::FOLD),*];
    };
}

folds! {
    /// Drops bidi controls.
    BIDI = bidi;
    /// Drops zero-width characters and soft hyphens; the joiner of emoji stays.
    ZERO_WIDTH = zero_width;
    /// Drops the zero-width non-joiner.
    ZWNJ = zwnj;
    /// Space separators → the plain blank; tabs and line ends stay.
    BLANKS = blanks;
    /// Presentation forms → letters: ﻣ → م, ﻻ → لا, ﷲ → الله.
    PRESENTATION = presentation;
    /// The phrases ﷺ ﷻ and the sign ﷼ written out.
    PHRASES = phrases;
    /// Presentation forms of marks that stand alone → what they stand for.
    ISOLATED_MARKS = isolated_marks;
    /// Canonical composition: Unicode's NFC.
    COMPOSE = compose;
    /// Drops tatweel.
    TATWEEL = tatweel;
    /// Drops short vowels, tanwin and sukun.
    HARAKAT = harakat;
    /// Drops shadda.
    SHADDA = shadda;
    /// Drops the dagger alef.
    DAGGER_ALEF = dagger_alef;
    /// Drops the hamza sign above, where it is a mark of its own.
    HAMZA_ABOVE = hamza_above;
    /// Drops all other Arabic marks.
    SMALL_SIGNS = small_signs;
    /// أإآ → ا.
    ALEF = alef;
    /// ٱ → ا.
    ALEF_WASLA = alef_wasla;
    /// ى → ي.
    ALEF_MAKSURA = alef_maksura;
    /// ة → ه.
    TEH_MARBUTA = teh_marbuta;
    /// ؤ → و, ئ → ي.
    HAMZA_SEATS = hamza_seats;
    /// Persian ک ی → ك ي.
    PERSIAN = persian;
    /// ہ ۀ → ه.
    HEH_GOAL = heh_goal;
    /// ے → ي.
    YEH_BARREE = yeh_barree;
    /// Urdu's further letters → Arabic ones.
    URDU = urdu;
    /// Sorani Kurdish letters → Arabic ones.
    KURDISH = kurdish;
    /// ڤ → ف, پ → ب, چ → ج, گ → ك.
    LOAN_LETTERS = loan_letters;
    /// All decimal digits → ASCII.
    DIGITS = digits;
    /// Quotation marks → the typewriter's.
    QUOTES = quotes;
    /// Arabic and typographic punctuation → ASCII.
    PUNCTUATION = punctuation;
    /// Small letters, in scripts that have two cases.
    CASE = case;
    /// ءا → ا.
    HAMZA_ALEF = hamza_alef;
    /// Three or more of one Arabic letter → one.
    REPEATS = repeats;
}
