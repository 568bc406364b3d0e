//! Durations: `10 أشهر`, `أسبوعين`, `ثلاث سنوات ونصف`, `ساعة و20 دقيقة`.

use super::{
    digits,
    lexicon::{Sense, TimeUnit},
    measure::Measured,
    text::Text,
};
use crate::ValueKind;

/// The letters of ISO 8601 in their order; months are `m`, so that minutes can be `M`.
const LETTERS: [u8; 7] = *b"YmWDHMS";
/// How many of the next smaller unit make one, where that is exact.
const PARTS: [f64; 7] = [12.0, 0.0, 7.0, 24.0, 60.0, 60.0, 0.0];
/// Which one that is.
const SMALLER: [usize; 7] = [1, 1, 3, 4, 5, 6, 6];

/// A length of time by its units, in the order of [`LETTERS`].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Length(pub [f64; 7]);

impl Text<'_> {
    /// `amount` of the unit of time that is named at `at`, and of smaller ones behind it.
    pub(super) fn duration(&self, at: usize, amount: f64) -> Option<Measured> {
        let (length, end) = self.length(at, amount)?;
        Some(Measured { kind: ValueKind::Duration(length.iso()), end })
    }

    /// The same as a length of time.
    pub(super) fn length(&self, at: usize, amount: f64) -> Option<(Length, usize)> {
        let mut length = Length::default();
        let mut unit = self.sense(at, as_time)?;
        length.add(unit, amount);
        let mut end = at + 1;
        loop {
            if let Some(part) = self.half(end) {
                length.add(unit, part.0);
                return Some((length, part.1));
            }
            let Some(next) = self.and(end) else { return Some((length, end)) };
            let (count, named) = match self.number(next) {
                Some(number) => (number.value, number.end),
                None => (2.0, next),
            };
            let smaller = self.meaning(named, |sense| match sense {
                Sense::Time(smaller, super::lexicon::Count::Two) => Some(smaller),
                Sense::Time(smaller, _) if named > next => Some(smaller),
                _ => None,
            });
            match smaller.map(|(smaller, _)| smaller).filter(|smaller| place(*smaller) > place(unit)) {
                Some(smaller) => {
                    length.add(smaller, count);
                    (unit, end) = (smaller, named + 1);
                }
                None => return Some((length, end)),
            }
        }
    }
}

impl Length {
    fn add(&mut self, unit: TimeUnit, amount: f64) {
        let mut place = place(unit);
        let mut amount = amount * f64::from(unit.times);
        // Half a year is six months; half a month is no number of days.
        while amount.fract() != 0.0 && PARTS[place] > 0.0 && LETTERS[place] != b'W' {
            let part = amount.fract() * PARTS[place];
            if (part - part.round()).abs() > 1e-9 && LETTERS[place] == b'Y' {
                break;
            }
            self.0[place] += amount.trunc();
            amount = (part * 1e9).round() / 1e9;
            place = SMALLER[place];
        }
        self.0[place] += amount;
    }

    /// As ISO 8601 writes it.
    pub(super) fn iso(&self) -> String {
        let mut iso = String::from("P");
        for (letter, amount) in LETTERS.into_iter().zip(self.0) {
            if letter == b'H' && self.0[4..].iter().any(|&amount| amount != 0.0) {
                iso.push('T');
            }
            if amount != 0.0 {
                push_decimal(&mut iso, amount);
                iso.push(char::from(letter.to_ascii_uppercase()));
            }
        }
        if iso.len() == 1 { "PT0S".into() } else { iso }
    }
}

/// Writes an amount with at most six decimals.
fn push_decimal(iso: &mut String, amount: f64) {
    let millionths = (amount.abs() * 1e6).round() as u64;
    let (whole, mut rest) = (millionths / 1_000_000, millionths % 1_000_000);
    digits::push(iso, whole, 1);
    let mut width = 6;
    while rest > 0 && rest % 10 == 0 {
        (rest, width) = (rest / 10, width - 1);
    }
    if rest > 0 {
        iso.push('.');
        digits::push(iso, rest, width);
    }
}

/// Where the unit stands in [`LETTERS`].
fn place(unit: TimeUnit) -> usize {
    LETTERS.iter().position(|&letter| letter == unit.letter).unwrap_or(0)
}

pub(super) fn as_time(sense: Sense) -> Option<TimeUnit> {
    if let Sense::Time(unit, _) = sense { Some(unit) } else { None }
}
