//! Dates of the Gregorian calendar: `15 آذار/مارس 2024`, `الأول من شباط`, `عام 2019`, `12/10/2022`.

use super::{
    digits,
    lexicon::{Count, Sense, TimeUnit},
    text::{Reading, Text},
    when::{Partial, When},
};

/// A date that was read, and what it ends before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dated {
    pub when: When,
    pub end: usize,
}

/// Day, month, year as far as they are told, and what they end before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub date: Partial,
    pub end: usize,
}

impl Text<'_> {
    /// The date that begins at item `at`.
    pub(super) fn date(&self, at: usize) -> Option<Dated> {
        let one = self.single_date(at);
        longer(one, self.date_range(at, one)).map(|dated| self.with_equal(dated))
    }

    /// A date that is no range: of all readings the longest, of those as long the first.
    pub(super) fn single_date(&self, at: usize) -> Option<Dated> {
        let readings: [fn(&Self, usize) -> Option<Dated>; 11] = [
            Self::weekday_date,
            Self::date_in_numbers,
            Self::date_by_name,
            Self::listed_day,
            Self::hijri_date,
            Self::feast,
            Self::relative_date,
            Self::third_of_month,
            Self::decade,
            Self::nth_of_month,
            Self::year_alone,
        ];
        readings.iter().fold(None, |best, read| longer(best, read(self, at)))
    }

    /// `15/3/2024`, in the calendar that its year tells.
    pub(super) fn date_in_numbers(&self, at: usize) -> Option<Dated> {
        self.in_its_calendar(self.numeric_date(at)?)
    }

    /// `15 مارس`, with `الماضي` behind.
    pub(super) fn date_by_name(&self, at: usize) -> Option<Dated> {
        Some(self.near_today(self.calendar_date(at)?))
    }

    /// Day and month, month, either with a year.
    pub(super) fn calendar_date(&self, at: usize) -> Option<Told> {
        // `اليوم الأول من شباط`
        let at = at + usize::from(self.is_time(at, b'D') && self.ordinal(at + 1).is_some());
        let part = at > 0 && self.digits(at).is_none() && PARTS.contains(&self.word(at - 1));
        if let Some((day, end)) = self.day_of_month(at).filter(|_| !part) {
            let of = end + usize::from(self.is(end, "من") || self.is(end, "-") || self.is(end, "/"));
            let month = self.month(of).filter(|_| self.bare(of) || of > end || self.says(of, Sense::Such));
            if let Some((month, end, _)) = month {
                let date = Partial { year: None, month: Some(month), day: Some(day) };
                return self.with_year(Told { date, end }).filter(|told| told.date.exists());
            }
        }
        let (month, end, sure) = self.month(at)?;
        let mut told = Told { date: Partial { month: Some(month), ..Partial::default() }, end };
        if let Some((day, end)) = self.day_of_month(end).filter(|_| self.digits(end).is_some()) {
            let other = self.month(end).is_some() || self.up_to_day(end) || self.measured(end, 1.0).is_some();
            if !other || self.reading == Reading::Phrase {
                told = Told { date: Partial { day: Some(day), ..told.date }, end };
            }
        }
        let told = self.with_year(told)?;
        let governed =
            self.shift(told.end - 1).is_some() || at > 0 && BEFORE_MONTH.contains(&self.word(at - 1));
        let sure = sure || governed || told.date.year.is_some() || told.date.day.is_some();
        (sure && told.date.exists()).then_some(told)
    }

    fn up_to_day(&self, at: usize) -> bool {
        self.says(at, Sense::To) || self.is(at, "-")
    }

    /// A month with its other name behind it, `شهر` before it; and whether its name alone tells.
    pub(super) fn month(&self, at: usize) -> Option<(u8, usize, bool)> {
        let named =
            |at| self.meaning(at, |sense| if let Sense::Month(month) = sense { Some(month) } else { None });
        let titled = self.is_time(at, b'm');
        let first = at + usize::from(titled);
        let Some((month, sure)) = named(first).filter(|_| !titled || self.bare(first)) else {
            return self.month_by_number(at).filter(|_| titled);
        };
        let mut end = first + 1;
        let opened = matches!(self.peek(end), "/" | "(" | "-" | "–");
        if opened && named(end + 1).is_some_and(|(other, _)| other == month) {
            end += 2 + usize::from(self.is(end, "(") && self.is(end + 2, ")"));
        } else if named(end).is_some_and(|(other, _)| other == month) {
            end += 1;
        }
        Some((month, end, sure || titled || end > first + 1))
    }

    /// `شهر 3`, `شهر ثلاثة`, `الشهر الثامن`: where nothing but a date is meant.
    fn month_by_number(&self, at: usize) -> Option<(u8, usize, bool)> {
        if self.reading == Reading::Running {
            return None;
        }
        let numeral =
            self.digits(at + 1).and_then(digits::read).map(|numeral| (numeral.value as u16, at + 2));
        let (number, end) =
            numeral.or_else(|| Some((self.cardinal(at + 1)?, at + 2))).or_else(|| self.ordinal(at + 1))?;
        (1..=12).contains(&number).then_some((number as u8, end, true))
    }

    /// `15`, `الخامس عشر`, `الأول`.
    pub(super) fn day_of_month(&self, at: usize) -> Option<(u8, usize)> {
        let numeral = self.digits(at).filter(|text| text.len() <= 2).and_then(digits::read);
        let (day, end) = match numeral {
            Some(numeral) => (numeral.value as u16, at + 1),
            None => self.ordinal(at)?,
        };
        (1..=31).contains(&day).then_some((day as u8, end))
    }

    /// Adds the year behind a date, in its many ways: `2019`, `من عام 2019`, `لعام 2019`, `الماضي`.
    fn with_year(&self, told: Told) -> Option<Told> {
        let at = told.end;
        let skip = matches!(self.peek(at), "من" | "في" | "،" | ",") as usize;
        let titled = self.is_time(at + skip, b'Y');
        let year = match titled {
            true => self.titled_year(at + skip),
            false if skip > 0 && self.is(at, "في") => None,
            false => self
                .bare_year(at + skip)
                .or_else(|| self.early_year(at + skip))
                .filter(|_| self.bare(at + skip)),
        };
        let year = year.filter(|(_, end)| !self.is_hijri(*end));
        Some(match year {
            Some((year, end)) => Told { date: Partial { year: Some(year), ..told.date }, end },
            None => told,
        })
    }

    /// `عام 2019`, `سنة ألف وتسعمئة`, `العام الماضي`.
    pub(super) fn titled_year(&self, at: usize) -> Option<(i32, usize)> {
        if !self.is_time(at, b'Y') {
            return None;
        }
        if let Some((shift, end)) = self.shift(at) {
            return Some((self.today?.date().0 + shift, end));
        }
        let number = self.number(at + 1).filter(|_| self.bare(at + 1))?;
        let year = number.value as i32;
        let ordered = number.value.fract() == 0.0 && (1..=2999).contains(&year);
        // A year of one or two words counts years: `سنة واحدة`.
        let told = self.digits(at + 1).is_some_and(|text| text.len() >= 2) || year >= 100;
        (ordered && told).then(|| (year, self.behind_era(number.end)))
    }

    /// Four digits that can be a year.
    pub(super) fn bare_year(&self, at: usize) -> Option<(i32, usize)> {
        let text = self.digits(at).filter(|text| text.len() == 4)?;
        let year = digits::read(text).filter(|numeral| numeral.plain.is_some())?.value as i32;
        let broken = self.is(at + 1, "/") && self.digits(at + 2).is_some_and(|next| next.len() < 4);
        ((1000..=2999).contains(&year) && !broken).then(|| (year, self.behind_era(at + 1)))
    }

    /// `932 م`, `411 هـ`.
    pub(super) fn early_year(&self, at: usize) -> Option<(i32, usize)> {
        let common = self.says(at + 1, Sense::Era(false));
        let text = self.digits(at).filter(|text| text.len() == 3 && (common || self.is_hijri(at + 1)))?;
        Some((digits::read(text)?.value as i32, at + 1 + usize::from(common)))
    }

    /// Whether the year before `at` is counted from the Hijra.
    pub(super) fn is_hijri(&self, at: usize) -> bool {
        self.says(at, Sense::Era(true)) && (self.glued(at) || self.bare(at))
    }

    fn behind_era(&self, at: usize) -> usize {
        at + usize::from(self.says(at, Sense::Era(false)) && (self.glued(at) || self.bare(at)))
    }

    /// A year without a month: by its title, or where the words around say so.
    pub(super) fn year_alone(&self, at: usize) -> Option<Dated> {
        let dated = |year, end| Some(Dated { when: When::Date(Partial::year(year)), end });
        if let Some((year, end)) =
            self.titled_year(at).filter(|(_, end)| self.shift(at).is_none() && !self.is_hijri(*end))
        {
            return dated(year, end);
        }
        let (year, end) = self.bare_year(at).filter(|(_, end)| !self.is_hijri(*end))?;
        let before = if at > 0 { self.word(at - 1) } else { "" };
        let era = end > at + 1;
        let told = era || BEFORE_YEAR.contains(&before) || self.governed(at) && !self.definite(at);
        let next = self.peek(end);
        let joined = next.starts_with("ال") || next.starts_with('و');
        let counts = self.wordy(end) && self.bare(end) && !BEHIND_YEAR.contains(&next) && !joined;
        let recent = (1900..=2050).contains(&year) && !next.ends_with('ا');
        let modern = (1900..=2099).contains(&year) && at > 0 && !counts && self.reading == Reading::Running;
        let hung = at > 0 && self.glued(at) && (self.is(at - 1, "-") || self.is(at - 1, "."));
        let year_here = told && (recent || !counts) || era || modern && !hung;
        if year_here { dated(year, end) } else { None }
    }

    /// `12/10/2022` (the day first), `2022-10-12`, `12.10.2022`, `2/2013`.
    pub(super) fn numeric_date(&self, at: usize) -> Option<Told> {
        let dotted = self.digits(at).filter(|text| text.bytes().filter(|&b| b == b'.').count() == 2);
        if let Some(text) = dotted {
            let mut parts = text.split('.').map(|part| (digits::whole(part).unwrap_or(0) as i32, part.len()));
            return ordered([parts.next()?, parts.next()?, parts.next()?], at + 1);
        }
        let part = |at| {
            let text = self.digits(at)?;
            Some((digits::read(text).filter(|numeral| numeral.plain.is_some())?.value as i32, text.len()))
        };
        let mark = self.peek(at + 1);
        if !matches!(mark, "/" | "-" | "\\") {
            return None;
        }
        let (first, second) = (part(at)?, part(at + 2)?);
        if self.is(at + 3, mark) {
            return ordered([first, second, part(at + 4)?], at + 5);
        }
        if !self.glued(at + 1) || !self.glued(at + 2) {
            return None;
        }
        let month = |number: i32| u8::try_from(number).ok().filter(|month| (1..=12).contains(month));
        let whole = |date, end| Some(Told { date, end });
        match (first, second) {
            ((m, 1..=2), (year @ 1900..=2099, 4)) if mark == "/" => {
                whole(Partial { year: Some(year), month: Some(month(m)?), day: None }, at + 3)
            }
            // `21/09`: a zero is written in no fraction.
            ((day @ 1..=31, 1..=2), (m, 2)) if mark == "/" && self.peek(at + 2).starts_with('0') => {
                whole(Partial { year: None, month: Some(month(m)?), day: Some(day as u8) }, at + 3)
            }
            _ => None,
        }
    }

    /// Whether item `at` names the unit of time with this letter, as one.
    pub(super) fn is_time(&self, at: usize, letter: u8) -> bool {
        self.says(at, Sense::Time(TimeUnit { letter, times: 1 }, Count::One))
    }
}

/// The longer of two readings; of two as long the first.
fn longer(one: Option<Dated>, other: Option<Dated>) -> Option<Dated> {
    match (one, other) {
        (Some(first), Some(second)) if second.end > first.end => other,
        (None, _) => other,
        _ => one,
    }
}

/// Day, month, year of three numbers with the lengths that they are written in.
fn ordered(parts: [(i32, usize); 3], end: usize) -> Option<Told> {
    let [(a, wide), (b, _), (c, narrow)] = parts;
    let (year, month, day) = match (wide, narrow) {
        (4, ..=2) => (a, b, c),
        (..=2, 4) if b > 12 => (c, a, b),
        (..=2, 4) => (c, b, a),
        _ => return None,
    };
    let date = Partial { year: Some(year), month: u8::try_from(month).ok(), day: u8::try_from(day).ok() };
    let there = (1..=12).contains(&month) && day >= 1 && date.exists() && (1000..3000).contains(&year);
    there.then_some(Told { date, end })
}

/// What is counted within a month, and not its days.
const PARTS: [&str; 6] = ["النصف", "نصف", "الاسبوع", "اسبوع", "الثلث", "الربع"];
/// What stands before a month, so that `مارس` is no verb.
pub(super) const BEFORE_MONTH: [&str; 16] = [
    "في",
    "منذ",
    "خلال",
    "حتي",
    "نهايه",
    "مطلع",
    "بدايه",
    "اوايل",
    "اواخر",
    "منتصف",
    "شهر",
    "شهري",
    "بحلول",
    "اواسط",
    "قبل",
    "بعد",
];
/// What stands before a year.
const BEFORE_YEAR: [&str; 26] = [
    "في",
    "منذ",
    "خلال",
    "حتي",
    "عام",
    "سنه",
    "بحلول",
    "مطلع",
    "نهايه",
    "بدايه",
    "اواخر",
    "اوايل",
    "منتصف",
    "موسم",
    "صيف",
    "شتاء",
    "ربيع",
    "خريف",
    "عامي",
    "مونديال",
    "دوره",
    "انتخابات",
    "ثوره",
    "حرب",
    "دستور",
    "العالم",
];
/// What may follow a year and not what is counted.
const BEHIND_YEAR: [&str; 24] = [
    "و",
    "او",
    "في",
    "من",
    "علي",
    "الي",
    "عن",
    "مع",
    "ان",
    "حيث",
    "بعد",
    "قبل",
    "عندما",
    "حين",
    "لكن",
    "حتي",
    "كان",
    "كانت",
    "هو",
    "هي",
    "هذا",
    "هذه",
    "ثم",
    "اي",
];
