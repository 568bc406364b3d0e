//! [`When`]: what a date says, as ISO 8601.

use super::{
    calendar::{Day, month_length},
    digits,
};

/// Year, month and day as far as they are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Partial {
    pub year: Option<i32>,
    pub month: Option<u8>,
    pub day: Option<u8>,
}

/// A point or a stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    Date(Partial),
    /// 1 is Monday.
    Weekday(u8),
    Week(i32, u8),
    /// First and last day.
    Days(Day, Day),
    /// From one date to another, both included.
    Between(Partial, Partial),
}

impl Partial {
    /// A year.
    pub(super) fn year(year: i32) -> Self {
        Self { year: Some(year), ..Self::default() }
    }

    /// Whether there can be such a date.
    pub(super) fn exists(&self) -> bool {
        let (Some(month), Some(day)) = (self.month, self.day) else { return true };
        day <= month_length(self.year.unwrap_or(2000), month)
    }

    /// What is not told is as in `other`.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            year: self.year.or(other.year),
            month: self.month.or(other.month),
            day: self.day.or(other.day),
        }
    }

    fn write(&self, iso: &mut String) {
        match self.year {
            Some(year) => digits::push(iso, year.unsigned_abs().into(), 4),
            None => iso.push('-'),
        }
        for field in [self.month, self.day] {
            let Some(field) = field else { return };
            iso.push('-');
            digits::push(iso, field.into(), 2);
        }
    }
}

impl From<Day> for Partial {
    fn from(day: Day) -> Self {
        let (year, month, day) = day.date();
        Self { year: Some(year), month: Some(month), day: Some(day) }
    }
}

impl From<Day> for When {
    fn from(day: Day) -> Self {
        When::Date(day.into())
    }
}

impl When {
    /// ISO 8601, as exact as the text; weekdays as `W-1` to `W-7`.
    pub(super) fn iso(&self) -> String {
        let mut iso = String::new();
        match *self {
            When::Date(date) => date.write(&mut iso),
            When::Weekday(day) => {
                iso.push_str("W-");
                digits::push(&mut iso, day.into(), 1);
            }
            When::Week(year, week) => {
                Partial::year(year).write(&mut iso);
                iso.push_str("-W");
                digits::push(&mut iso, week.into(), 2);
            }
            When::Days(first, last) => return When::Between(first.into(), last.into()).iso(),
            When::Between(first, last) => {
                first.write(&mut iso);
                iso.push('/');
                last.write(&mut iso);
            }
        }
        iso
    }
}
