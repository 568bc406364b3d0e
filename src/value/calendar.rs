//! Days, weeks and feasts; the calendar of Umm al-Qura.

use std::sync::LazyLock;

use super::digits;

/// A day of the Gregorian calendar, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(pub i32);

impl Day {
    /// The day of this date, if there is one.
    pub(crate) fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let there = (1..=12).contains(&month) && (1..=month_length(year, month)).contains(&day);
        there.then(|| Self(days_before(year, month) + i32::from(day) - 1))
    }

    /// Reads `YYYY-MM-DD`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let dashed = bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-';
        let digits = bytes.iter().enumerate().all(|(at, byte)| at == 4 || at == 7 || byte.is_ascii_digit());
        if !dashed || !digits {
            return None;
        }
        let field = |range| digits::whole(text.get(range)?);
        Self::new(field(0..4)? as i32, field(5..7)? as u8, field(8..10)? as u8)
    }

    /// Year, month, day. After Howard Hinnant's `civil_from_days`.
    pub(crate) fn date(self) -> (i32, u8, u8) {
        let days = self.0 + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let shifted = (5 * of_year + 2) / 153;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        let day = of_year - (153 * shifted + 2) / 5 + 1;
        (year + era * 400 + i32::from(month <= 2), month as u8, day as u8)
    }

    /// 1 for Monday to 7 for Sunday.
    pub(crate) fn weekday(self) -> u8 {
        (self.0 + 3).rem_euclid(7) as u8 + 1
    }

    /// ISO 8601's year and week.
    pub(crate) fn week(self) -> (i32, u8) {
        let thursday = Self(self.0 + 4 - i32::from(self.weekday()));
        let year = thursday.date().0;
        (year, ((thursday.0 - days_before(year, 1)) / 7 + 1) as u8)
    }

    /// As many days later.
    pub(crate) fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }
}

/// How many days the month has.
pub(crate) fn month_length(year: i32, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from 1970-01-01 to the month's first.
fn days_before(year: i32, month: u8) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let shifted = (i32::from(month) + 9) % 12;
    let of_year = (153 * shifted + 2) / 5;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Easter Sunday of the Gregorian calendar: the anonymous algorithm.
pub(crate) fn easter(year: i32) -> Option<Day> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let at = h + l - 7 * m + 114;
    Day::new(year, (at / 31) as u8, (at % 31 + 1) as u8)
}

/// The first day of the Hijri month and of the one behind it, by the calendar of Umm al-Qura, which is Saudi Arabia's;
/// where months begin by sight of the moon, they may begin a day earlier or later. Before 1318 and behind 1502 by the
/// civil arithmetic calendar, which may be two days off. None outside of the years 1 to 1600.
pub(crate) fn hijri_month(year: i32, month: u8) -> Option<(Day, Day)> {
    if !(1..=1600).contains(&year) || !(1..=12).contains(&month) {
        return None;
    }
    let at = usize::try_from(year - FIRST_HIJRI).map(|years| years * 12 + usize::from(month) - 1);
    let listed = |at: usize| Some((Day(*HIJRI.get(at)?), Day(*HIJRI.get(at + 1)?)));
    let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    at.ok().and_then(listed).or_else(|| Some((arithmetic(year, month), arithmetic(next.0, next.1))))
}

/// The month's first day in cycles of 30 years of which 11 are a day longer, from 16 July 622 (Julian) on.
fn arithmetic(year: i32, month: u8) -> Day {
    let before = 354 * (year - 1) + (3 + 11 * year) / 30 + (59 * (i32::from(month) - 1) + 1) / 2;
    Day(before - 492_148)
}

/// The Hijri year that a day falls into.
pub(crate) fn hijri_year(day: Day) -> i32 {
    FIRST_HIJRI + (HIJRI.partition_point(|&first| first <= day.0).saturating_sub(1) / 12) as i32
}

const FIRST_HIJRI: i32 = 1318;

/// The first day of each month from [`FIRST_HIJRI`] on.
static HIJRI: LazyLock<Vec<i32>> = LazyLock::new(|| {
    let lengths =
        include_str!("../../data/values/umm-al-qura.tsv").lines().filter(|line| !line.starts_with('#'));
    let long = lengths.filter_map(|line| line.split_once('\t')).flat_map(|(_, months)| months.bytes());
    let mut first = days_before(1900, 4) + 29;
    let mut all = vec![first];
    all.extend(long.map(|month| {
        first += 29 + i32::from(month == b'1');
        first
    }));
    all
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_are_one() {
        for day in (-800_000..800_000).step_by(17).map(Day) {
            let (year, month, of_month) = day.date();
            assert_eq!(Day::new(year, month, of_month), Some(day));
        }
        assert_eq!(Day::parse("2024-05-15").map(Day::weekday), Some(3));
        assert_eq!(Day::parse("2021-01-03").map(Day::week), Some((2020, 53)));
    }

    #[test]
    fn the_table_of_months_agrees_with_arithmetic() {
        for year in FIRST_HIJRI..1500 {
            for month in 1..=12 {
                let (first, behind) = hijri_month(year, month).expect("a month of the table");
                assert!((29..=30).contains(&(behind.0 - first.0)));
                assert!((first.0 - arithmetic(year, month).0).abs() <= 2, "{year}-{month}");
            }
        }
        assert_eq!(hijri_month(1, 1).map(|(first, _)| first.date()), Some((622, 7, 19)));
    }

    #[test]
    fn easter_is_a_sunday_of_spring() {
        for year in 1600..2400 {
            let day = easter(year).expect("a date");
            assert_eq!(day.weekday(), 7);
            assert!(Day::new(year, 3, 22) <= Some(day) && Some(day) <= Day::new(year, 4, 25));
        }
        assert_eq!(easter(2013), Day::new(2013, 3, 31));
    }
}
