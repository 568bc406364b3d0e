//! Quantities, by the units of CLDR.

use super::{
    lexicon::{Sense, lexicon},
    measure::Measured,
    text::Text,
};
use crate::ValueKind;

impl Text<'_> {
    /// `amount` of the unit that is named at `at`; `تحت الصفر` behind a temperature makes it negative.
    pub(super) fn quantity(&self, at: usize, amount: f64) -> Option<Measured> {
        let unit = |sense| if let Sense::Unit(unit, _) = sense { Some(unit) } else { None };
        let unit = lexicon().units[usize::from(self.sense(at, unit)?)];
        if unit == "degree" && self.is_magnitude(at) {
            return None;
        }
        let warmth = matches!(unit, "degree" | "celsius" | "fahrenheit");
        let (amount, end) =
            if warmth && self.below_zero(at + 1) { (-amount, at + 3) } else { (amount, at + 1) };
        Some(Measured { kind: ValueKind::Quantity { amount, unit: unit.into() }, end })
    }

    /// Whether the degrees before `at` are an earthquake's: `بقوة 7 درجات`, `6 درجات على مقياس ريختر`.
    fn is_magnitude(&self, at: usize) -> bool {
        let strength = |at: usize| STRENGTH.contains(&self.word(at));
        self.is(at + 2, "مقياس") || at > 1 && strength(at - 2)
    }

    /// Degrees below zero without a unit.
    pub(super) fn frost(&self, at: usize, amount: f64) -> Option<Measured> {
        let kind = ValueKind::Quantity { amount: -amount, unit: "degree".into() };
        self.below_zero(at).then_some(Measured { kind, end: at + 2 })
    }

    fn below_zero(&self, at: usize) -> bool {
        self.is(at, "تحت") && self.cardinal(at + 1) == Some(0)
    }
}

/// What an earthquake's magnitude is told by.
const STRENGTH: [&str; 6] = ["قوه", "بقوه", "قوته", "قوتها", "شدته", "شدتها"];
