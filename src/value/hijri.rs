//! Dates of the Hijri calendar and feasts, told as days of the Gregorian one after the calendar of Umm al-Qura; where
//! months begin by sight of the moon, they may be a day off, and two in earlier centuries. Without a year they say no date, unless a day of
//! publication tells which is nearest.

use super::{
    calendar::{Day, easter, hijri_month, hijri_year},
    date::{BEFORE_MONTH, Dated, Told},
    lexicon::{Feast, Sense},
    text::{Reading, Text},
    when::{Partial, When},
};

impl Text<'_> {
    /// `15 رمضان 1445`, `رمضان 1445 هـ`, `عام 1445هـ`.
    pub(super) fn hijri_date(&self, at: usize) -> Option<Dated> {
        if let Some(dated) = self.hijri_year(at) {
            return Some(dated);
        }
        let day = self.day_of_month(at);
        let mut next = day.map_or(at, |(_, end)| end);
        next += usize::from(day.is_some() && self.is(next, "من"));
        let titled = self.is_time(next, b'm');
        next += usize::from(titled);
        let month = |sense| if let Sense::Hijri(month) = sense { Some(month) } else { None };
        let (month, sure) = self.meaning(next, month).filter(|_| next == at || self.bare(next))?;
        let sure =
            sure && self.cardinal(next).is_none() || at > 0 && BEFORE_MONTH.contains(&self.word(at - 1));
        let end = next + 1;
        let (year, end) = match self.year_of_hijra(end) {
            Some((year, end)) => (Some(year), end),
            // A year that the table does not have.
            None if self.is_time(end, b'Y') && self.digits(end + 1).is_some() => return None,
            None => (None, end),
        };
        if !sure && !titled && day.is_none() && year.is_none() {
            return None;
        }
        let year = match year {
            Some(year) if year < 1700 => year,
            Some(year) => self.hijri_within(year, month)?,
            None => self.nearest(month, day.map_or(1, |(day, _)| day))?,
        };
        let (first, behind) = hijri_month(year, month)?;
        let when = match day {
            Some((day, _)) => Some(first.plus(i32::from(day) - 1)).filter(|day| *day < behind)?.into(),
            None => When::Days(first, behind.plus(-1)),
        };
        Some(Dated { when, end })
    }

    /// A date in numbers, by the calendar that its year or the word behind it tells: `15/9/1445هـ`, `25/3/2024م`.
    pub(super) fn in_its_calendar(&self, told: Told) -> Option<Dated> {
        let Partial { year: Some(year), month: Some(month), day: Some(day) } = told.date else {
            return Some(Dated { when: When::Date(told.date), end: told.end });
        };
        let hijri = self.is_hijri(told.end);
        let common = self.says(told.end, Sense::Era(false)) && self.glued(told.end);
        let end = told.end + usize::from(hijri || common);
        if !hijri && (common || !(1300..=1500).contains(&year)) {
            return Some(Dated { when: When::Date(told.date), end });
        }
        let (first, behind) = hijri_month(year, month)?;
        let there = Some(first.plus(i32::from(day) - 1)).filter(|day| *day < behind)?;
        Some(Dated { when: there.into(), end })
    }

    /// A Hijri year behind its month, or a Gregorian one.
    fn year_of_hijra(&self, at: usize) -> Option<(i32, usize)> {
        let skip = usize::from(self.is(at, "من"));
        let at = at + skip;
        let bare =
            || self.bare_year(at).or_else(|| self.early_year(at)).filter(|_| skip == 0 && self.bare(at));
        let (year, end) = self.titled_year(at).or_else(bare)?;
        let counted = self.is_hijri(end);
        ((1300..=1500).contains(&year) || counted != (year >= 1900))
            .then_some((year, end + usize::from(counted)))
    }

    /// `1445هـ`: from its first to its last day.
    fn hijri_year(&self, at: usize) -> Option<Dated> {
        let year = self.titled_year(at).or_else(|| self.bare_year(at)).or_else(|| self.early_year(at));
        let (year, end) = year.filter(|(_, end)| self.is_hijri(*end))?;
        let (first, _) = hijri_month(year, 1)?;
        let (_, behind) = hijri_month(year, 12)?;
        Some(Dated { when: When::Days(first, behind.plus(-1)), end: end + 1 })
    }

    /// The first Hijri year whose month begins within the Gregorian year.
    fn hijri_within(&self, year: i32, month: u8) -> Option<i32> {
        let new_year = Day::new(year, 1, 1)?;
        let from = hijri_year(new_year);
        (from..from + 2).find(|&hijri| hijri_month(hijri, month).is_some_and(|(first, _)| first >= new_year))
    }

    /// The Hijri year in which this day is nearest to the day of publication.
    fn nearest(&self, month: u8, day: u8) -> Option<i32> {
        let today = self.today?;
        let year = hijri_year(today);
        let away = |year: &i32| {
            let first = hijri_month(*year, month).map_or(i32::MAX, |(first, _)| first.0);
            first.saturating_add(i32::from(day) - 1 - today.0).unsigned_abs()
        };
        (year - 1..=year + 1).min_by_key(away)
    }

    /// `عيد الفطر 2013`; without a year the next one, where nothing else is said.
    pub(super) fn feast(&self, at: usize) -> Option<Dated> {
        let feast =
            self.sense(at, |sense| if let Sense::Feast(feast) = sense { Some(feast) } else { None })?;
        let year = self.titled_year(at + 1).or_else(|| self.bare_year(at + 1).filter(|_| self.bare(at + 1)));
        let (day, end) = match year {
            Some((year, end)) => (self.feast_in(feast, year)?, end),
            None if self.reading == Reading::Phrase => {
                let today = self.today?;
                let year = today.date().0;
                let next = (year..year + 2)
                    .filter_map(|year| self.feast_in(feast, year))
                    .find(|day| *day >= today)?;
                (next, at + 1)
            }
            None => return None,
        };
        Some(Dated { when: day.into(), end })
    }

    fn feast_in(&self, feast: Feast, year: i32) -> Option<Day> {
        match feast {
            Feast::Gregorian(month, day) => Day::new(year, month, day),
            Feast::Easter => easter(year),
            Feast::Hijri(month, day) => {
                let (first, _) = hijri_month(self.hijri_within(year, month)?, month)?;
                Some(first.plus(i32::from(day) - 1))
            }
        }
    }
}
