//! What is counted or measured: a number with its unit, a unit that says two by its form, and ranges of both.

use super::{
    lexicon::{Count, Sense},
    number::{Form, Number},
    text::{Reading, Text},
};
use crate::ValueKind;

/// A value with a unit, and what it ends before.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Measured {
    pub kind: ValueKind,
    pub end: usize,
}

impl Text<'_> {
    /// `amount` of what is named at `at`.
    pub(super) fn measured(&self, at: usize, amount: f64) -> Option<Measured> {
        self.percent(at, amount)
            .or_else(|| self.money(at, amount))
            .or_else(|| self.duration(at, amount))
            .or_else(|| self.quantity(at, amount))
    }

    /// The number with the unit behind it.
    pub(super) fn measured_number(&self, number: &Number) -> Option<Measured> {
        // `عشرات الملايين من الدولارات`.
        let partitive =
            number.form == Form::Rough && self.is(number.end, "من") && self.definite(number.end + 1);
        let at = number.end + usize::from(partitive);
        // `العشرة الثانية` are no seconds.
        let whole = matches!(number.form, Form::Plain(_) | Form::Exact | Form::Unsure) && number.scale == 1.0;
        // `4 يوم الأحد`
        let dated = self.is(at, "يوم") && self.weekday(at).is_some();
        if !self.bare(at) || dated || whole && self.definite(at) {
            return None;
        }
        self.measured(at, number.value)
            .map(|whole| self.and_a_half(at, number.value, whole))
            .or_else(|| self.frost(at, number.value))
    }

    /// What says its number by its own form, or has it behind: `عامين`, `ساعة ونصف`, `دولار واحد`.
    pub(super) fn measured_word(&self, at: usize) -> Option<Measured> {
        let count = |sense| match sense {
            Sense::Time(_, count) | Sense::Unit(_, count) | Sense::Money(_, count) => Some(count),
            _ => None,
        };
        let (count, sure) = self.meaning(at, count)?;
        match count {
            Count::Two if sure => self.measured(at, 2.0).map(|two| self.and_a_half(at, 2.0, two)),
            Count::One => {
                let one = self.measured(at, 1.0)?;
                let more = self.and_a_half(at, 1.0, one.clone());
                let alone = !self.definite(at) && self.below_thousand(one.end) == Some((1, one.end + 1));
                if alone && self.bare(one.end) {
                    return Some(Measured { end: one.end + 1, ..one });
                }
                let longer = matches!(one.kind, ValueKind::Duration(_)) && one.end > at + 1;
                (longer || more.end > one.end || self.reading == Reading::Phrase).then_some(more)
            }
            _ => None,
        }
    }

    /// Adds a fraction behind the unit: `لتر ونصف`, `3 دولارات وربع`. Durations have done so themselves.
    fn and_a_half(&self, at: usize, amount: f64, whole: Measured) -> Measured {
        let part = self.half(whole.end).filter(|_| !matches!(whole.kind, ValueKind::Percent(_)));
        let part = part.or_else(|| self.half_of_scale(whole.end));
        let Some((part, end)) = part else { return whole };
        self.measured(at, amount + part).map_or(whole, |more| Measured { end, ..more })
    }

    /// `ونصف`, `وربع`, `ونصف الساعة`.
    pub(super) fn half(&self, at: usize) -> Option<(f64, usize)> {
        let next = self.and(at)?;
        let part = self.number(next).filter(|part| part.form == Form::Fraction)?;
        match self.unit(part.end).filter(|_| self.bare(part.end)) {
            // `ساعة ونصف الساعة`
            Some(unit) if at > 0 && self.unit(at - 1) == Some(unit) => Some((part.value, part.end + 1)),
            Some(_) => None,
            None => (!self.definite(part.end)).then_some((part.value, part.end)),
        }
    }

    /// `ونصف المليار`, behind `مليارا دولار`.
    fn half_of_scale(&self, at: usize) -> Option<(f64, usize)> {
        let next = self.and(at)?;
        let fraction = self.sense(next, |sense| matches!(sense, Sense::Fraction(_)).then_some(()));
        let part = fraction.and_then(|()| self.number(next))?;
        (part.scale > 1.0 && self.definite(part.end - 1)).then_some((part.value, part.end))
    }

    fn unit(&self, at: usize) -> Option<(u8, u16)> {
        self.sense(at, |sense| match sense {
            Sense::Time(unit, _) => Some((unit.letter, unit.times.into())),
            Sense::Unit(unit, _) => Some((0, unit)),
            Sense::Money(money, _) => Some((1, money)),
            _ => None,
        })
    }

    /// The number that a range goes on to: `10-20`, `من عشرة إلى عشرين`, `بين 5 و10`, `3 أو 4`.
    pub(super) fn up_to(&self, at: usize, number: &Number) -> Option<Number> {
        let end = number.end;
        let between = at > 0 && self.says(at - 1, Sense::From);
        let next = if matches!(self.peek(end), "-" | "–" | "—" | "−" | "او") || self.says(end, Sense::To)
        {
            end + 1
        } else if between && self.toward(end) {
            end
        } else {
            self.and(end).filter(|_| between)?
        };
        let upper = self.number(next).filter(|upper| upper.value > 0.0)?;
        (next == end || self.bare(next) || self.and(end) == Some(next)).then_some(upper)
    }
}
