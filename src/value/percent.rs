//! Percents: `5%`, `٪5`, `خمسة في المئة`.

use super::{lexicon::Sense, measure::Measured, text::Text};
use crate::ValueKind;

impl Text<'_> {
    /// `amount` of a hundred or a thousand, as the words at `at` say.
    pub(super) fn percent(&self, at: usize, amount: f64) -> Option<Measured> {
        let divisor =
            self.sense(at, |sense| if let Sense::Percent(divisor) = sense { Some(divisor) } else { None })?;
        Some(Measured { kind: ValueKind::Percent(amount / f64::from(divisor)), end: at + 1 })
    }

    /// A sign before its number: `%5`, as right-to-left text is often typed.
    pub(super) fn percent_before(&self, at: usize) -> Option<Measured> {
        let sign = matches!(self.word(at), "%" | "٪")
            && self.glued(at + 1)
            && !(self.glued(at) && self.wordy(at.max(1) - 1));
        let number = self.number(at + 1).filter(|_| sign)?;
        Some(Measured { end: number.end, ..self.percent(at, number.value)? })
    }
}
