//! Figures: numbers with and without a unit, ordinals; and when a word of two senses is one.

use super::{
    lexicon::{Count, Sense},
    measure::Measured,
    number::{Form, Number, OPENERS},
    text::{Reading, Text},
};
use crate::ValueKind;

impl Text<'_> {
    /// The number, ordinal, percent, money, duration or quantity at `at`.
    pub(super) fn figure(&self, at: usize) -> Option<Measured> {
        let before = self
            .percent_before(at)
            .or_else(|| self.money_before(at))
            .or_else(|| self.measured_word(at))
            .or_else(|| self.counted_before(at));
        if before.is_some() {
            return before;
        }
        let ordinal = self
            .sure_ordinal(at)
            .map(|(value, end)| Measured { kind: ValueKind::Ordinal(value.into()), end });
        let figure = self.number(at).and_then(|number| {
            self.measured_number(&number).or_else(|| self.first_of_range(at, &number)).or_else(|| {
                self.stands_alone(at, &number)
                    .then_some(Measured { kind: ValueKind::Number(number.value), end: number.end })
            })
        });
        // `العشرون` is the twentieth, `ثانية` a second where it is counted.
        match (figure, ordinal) {
            (Some(figure), Some(ordinal)) if ordinal.end < figure.end => Some(figure),
            (figure, None) => figure,
            (_, ordinal) => ordinal,
        }
    }

    /// `الأيام الثلاثة الماضية`, `الساعات الـ24`: what is counted stands before.
    fn counted_before(&self, at: usize) -> Option<Measured> {
        let many = |sense| if let Sense::Time(_, Count::Many) = sense { Some(()) } else { None };
        self.sense(at, many).filter(|()| self.definite(at) && self.definite(at + 1) && self.bare(at + 1))?;
        let number = self.number(at + 1)?;
        Some(Measured { end: number.end, ..self.duration(at, number.value)? })
    }

    /// The first number of a range, whose unit stands behind the second: `10-20 دولارا`.
    fn first_of_range(&self, at: usize, number: &Number) -> Option<Measured> {
        let upper = self.up_to(at, number)?;
        // `من 3 إلى 4 ملايين`
        let shared = number.scale == 1.0 && upper.scale > 1.0 && number.value * upper.scale < upper.value;
        let amount = if shared { number.value * upper.scale } else { number.value };
        let kind = match self.measured_number(&upper).map(|unit| unit.kind) {
            Some(ValueKind::Percent(_)) => ValueKind::Percent(amount),
            Some(ValueKind::Money { currency, .. }) => ValueKind::Money { amount, currency },
            Some(ValueKind::Quantity { unit, .. }) => ValueKind::Quantity { amount, unit },
            Some(ValueKind::Duration(_)) => self.measured(upper.end, amount)?.kind,
            _ if shared => ValueKind::Number(amount),
            _ => return None,
        };
        Some(Measured { kind, end: number.end })
    }

    /// Whether digits behind item `at` are part of a name with it: `كوفيد-19`, `F16`.
    fn hangs_on(&self, at: usize) -> bool {
        let word = self.word(at);
        match self.wordy(at) {
            true => word.is_ascii(),
            false => {
                let after_value = at > 0 && word == "-" && self.sense(at - 1, |_| Some(())).is_some();
                !(OPENERS.contains(&word) || after_value || self.after_digits(at))
            }
        }
    }

    /// Whether the digits at `at` are part of a telephone number or the like: `02-123456`, `1-2-3`.
    fn is_code(&self, at: usize) -> bool {
        let joined = |at: usize| self.is(at, "-") && self.glued(at) && self.glued(at + 1);
        let before = |at: usize| at > 1 && joined(at - 1) && self.digits(at - 2).is_some();
        let behind = |at: usize| joined(at + 1) && self.digits(at + 2).is_some();
        let coded = |at: usize| self.word(at).len() > 1 && self.word(at).starts_with('0');
        let (back, ahead) = (before(at), behind(at));
        back && (coded(at - 2) || ahead || before(at - 2)) || ahead && (coded(at) || behind(at + 2))
    }

    /// Whether the mark at `at` stands between two numbers: `2-1`, `3/4`.
    fn after_digits(&self, at: usize) -> bool {
        at > 0 && self.digits(at - 1).is_some() && matches!(self.word(at), "-" | "–" | "/" | ":")
    }

    /// Whether the number is a figure though no unit follows.
    fn stands_alone(&self, at: usize, number: &Number) -> bool {
        if self.reading == Reading::Phrase {
            return true;
        }
        let next = number.end;
        let followed = self.wordy(next) && self.bare(next);
        match number.form {
            Form::Plain(len) => {
                let hung = self.glued(at) && at > 0 && self.hangs_on(at - 1);
                let going_on = self.glued(next) && self.wordy(next) && self.word(next).is_ascii();
                // `1. العنوان`, `[3]`
                let opens = at == 0 || self.word(at - 1).is_empty();
                let listed =
                    opens && matches!(self.peek(next), "." | "-" | ")" | "–") && self.wordy(next + 1);
                let noted = at > 0 && self.is(at - 1, "[") && self.is(next, "]");
                !(hung
                    || going_on
                    || listed
                    || noted
                    || self.is_code(at)
                    || len > 1 && self.word(at).starts_with('0'))
            }
            Form::Exact => {
                let alone = next == at + 1 && self.digits(at).is_none();
                let scale = self.sense(at, |sense| matches!(sense, Sense::Scale(..)).then_some(())).is_some();
                // Behind `ألف` comes a genitive: `ألف كتاب`; `ألف كتابا` is a verb.
                let genitive = !self.peek(next).ends_with('ا');
                !(alone && scale) || !self.definite(at) && followed && genitive
            }
            Form::Rough => self.definite(next) || self.is(next, "من") || followed && next > at + 1,
            Form::Fraction => {
                !self.definite(at)
                    && (self.definite(next) || next > at + 1)
                    && !FINALS.contains(&self.peek(next))
            }
            // `ست مباريات`; not `لست`, `الست`, `ست الدار`.
            Form::Unsure => {
                let counts = followed && !self.definite(next) || self.is(next, "من");
                number.value > 1.0 && counts && !self.definite(at) && !self.toward(at)
            }
        }
    }
}

/// Behind `نصف` and `ربع` they name a round of a cup.
const FINALS: [&str; 2] = ["نهايي", "النهايي"];
