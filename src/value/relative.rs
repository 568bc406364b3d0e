//! Dates told from the day of publication: `أمس`, `الأسبوع الماضي`, `هذا العام`, `قبل ثلاثة أيام`. Without that day they
//! say no date, and are left out.

use super::{
    date::{Dated, Told},
    duration::Length,
    lexicon::{Count, Sense},
    text::{Reading, Text},
    when::{Partial, When},
};

impl Text<'_> {
    /// A date told from the day of publication.
    pub(super) fn relative_date(&self, at: usize) -> Option<Dated> {
        self.today?;
        self.day_word(at).or_else(|| self.this(at)).or_else(|| self.shifted_unit(at)).or_else(|| self.ago(at))
    }

    /// `الماضي`, `الحالي`, `المقبل` behind the word at `at`: -1, 0 or 1; and behind it.
    pub(super) fn shift(&self, at: usize) -> Option<(i32, usize)> {
        let phrase = self.reading == Reading::Phrase;
        let shift = self.sense(at + 1, |sense| match sense {
            Sense::Next(shift) => Some(shift),
            Sense::Story(shift) if phrase => Some(shift),
            _ => None,
        });
        let fits = self.bare(at + 1) && self.definite(at + 1);
        shift.filter(|_| fits).map(|shift| (shift.into(), at + 2))
    }

    /// A month, with or without its day, that `الماضي` or `المقبل` dates.
    pub(super) fn near_today(&self, told: Told) -> Dated {
        let Some((shift, end)) = self.shift(told.end - 1).filter(|_| told.date.year.is_none()) else {
            return Dated { when: When::Date(told.date), end: told.end };
        };
        let year = self.today.map(|today| {
            let (year, month, day) = today.date();
            let told =
                (told.date.month.unwrap_or(month), told.date.day.unwrap_or(if shift < 0 { 31 } else { 1 }));
            match shift {
                -1 if told >= (month, day) => year - 1,
                1 if told <= (month, day) => year + 1,
                _ => year,
            }
        });
        Dated { when: When::Date(Partial { year, ..told.date }), end }
    }

    /// `أمس`, `يوم غد`, `اليوم`, with a weekday behind.
    fn day_word(&self, at: usize) -> Option<Dated> {
        let days = |at| self.sense(at, |sense| if let Sense::Day(days) = sense { Some(days) } else { None });
        let titled = self.is_time(at, b'D');
        let first = at + 1 + usize::from(matches!(self.peek(at + 1), "الذي" | "الي" | "اللي"));
        let (first, days) = match days(first).filter(|days| titled && *days != 0) {
            Some(days) => (first, days),
            None => (at, days(at)?),
        };
        let end = self.weekday(first + 1).filter(|_| self.bare(first + 1)).map_or(first + 1, |(_, end)| end);
        let story = self.ordinal(end).is_some() || self.is_other_day(end);
        if days == 0 && story {
            return None;
        }
        Some(Dated { when: self.today?.plus(days.into()).into(), end })
    }

    /// Whether the word at `at` makes `اليوم` another day: `اليوم التالي`, `اليوم العالمي`.
    fn is_other_day(&self, at: usize) -> bool {
        let told = self.meaning(at, |sense| {
            matches!(sense, Sense::Next(_) | Sense::Story(_) | Sense::Last).then_some(())
        });
        told.is_some() || OTHER_DAYS.contains(&self.peek(at))
    }

    /// `هذا الأسبوع`, `هذه السنة`, `هذا الاثنين`.
    fn this(&self, at: usize) -> Option<Dated> {
        if !self.says(at, Sense::This)
            || !self.bare(at + 1)
            || !self.definite(at + 1) && self.weekday(at + 1).is_none() && !self.is(at + 1, "اليوم")
        {
            return None;
        }
        if let Some((weekday, end)) = self.weekday(at + 1) {
            let today = self.today?;
            let ahead = (i32::from(weekday) - i32::from(today.weekday())).rem_euclid(7);
            return Some(Dated { when: today.plus(ahead).into(), end });
        }
        if self.is(at + 1, "اليوم") {
            return Some(Dated { when: self.today?.into(), end: at + 2 });
        }
        self.unit_from_today(at + 1, 0).map(|when| Dated { when, end: at + 2 })
    }

    /// `العام المقبل`, `الشهر الجاري`.
    fn shifted_unit(&self, at: usize) -> Option<Dated> {
        let (shift, end) = self.shift(at).filter(|_| self.definite(at) || self.is(at, "اليوم"))?;
        if self.is(at, "اليوم") {
            return (self.reading == Reading::Phrase)
                .then(|| Some(Dated { when: self.today?.plus(shift).into(), end }))?;
        }
        self.unit_from_today(at, shift).map(|when| Dated { when, end })
    }

    /// The year, month, week or day that is `shift` from the present one.
    fn unit_from_today(&self, at: usize, shift: i32) -> Option<When> {
        let today = self.today?;
        let unit = self
            .sense(at, |sense| if let Sense::Time(unit, Count::One) = sense { Some(unit) } else { None })?;
        let (year, month, _) = today.date();
        Some(match (unit.letter, unit.times) {
            (b'Y', 1) => When::Date(Partial::year(year + shift)),
            (b'm', _) => When::Date(month_from(year, month, shift)),
            (b'W', _) => {
                let (year, week) = today.plus(7 * shift).week();
                When::Week(year, week)
            }
            (b'D', _) => today.plus(shift).into(),
            _ => return None,
        })
    }

    /// `قبل ثلاثة أيام`, as exact as its unit; not `قبل ثلاثة أيام من الموعد`.
    fn ago(&self, at: usize) -> Option<Dated> {
        let ago = self.says(at, Sense::Ago) || self.is(at, "من") && self.reading == Reading::Phrase;
        let (length, end) = self.length_at(at + 1).filter(|_| ago && self.bare(at + 1))?;
        if self.is(end, "من") || self.is(at, "من") && end < self.len() - 1 {
            return None;
        }
        let today = self.today?;
        let (year, month, _) = today.date();
        let whole = |amount: f64| (amount.fract() == 0.0 && amount < 10_000.0).then_some(amount as i32);
        let [years, months, weeks, days, rest @ ..] = length.0;
        if rest != [0.0; 3] {
            return None;
        }
        let when = match (whole(years)?, whole(months)?, whole(weeks)?, whole(days)?) {
            (years, 0, 0, 0) if years > 0 => When::Date(Partial::year(year - years)),
            (years, months, 0, 0) => When::Date(month_from(year, month, -12 * years - months)),
            (0, 0, weeks, days) => today.plus(-7 * weeks - days).into(),
            _ => return None,
        };
        Some(Dated { when, end })
    }

    /// A length of time: `ثلاثة أيام`, `أسبوعين`, `عام`.
    fn length_at(&self, at: usize) -> Option<(Length, usize)> {
        if let Some(number) = self.number(at) {
            return self.length(number.end, number.value).filter(|_| self.bare(number.end));
        }
        let two =
            self.meaning(at, |sense| if let Sense::Time(_, count) = sense { Some(count) } else { None })?;
        match two.0 {
            Count::Two => self.length(at, 2.0),
            Count::One if !self.definite(at) => self.length(at, 1.0),
            _ => None,
        }
    }
}

/// The month that is `shift` months from this one.
fn month_from(year: i32, month: u8, shift: i32) -> Partial {
    let months = year * 12 + i32::from(month) - 1 + shift;
    Partial { year: Some(months.div_euclid(12)), month: Some(months.rem_euclid(12) as u8 + 1), day: None }
}

/// Adjectives of a day that is not today.
const OTHER_DAYS: [&str; 10] =
    ["العالمي", "الوطني", "الدولي", "نفسه", "ذاته", "الواحد", "الذي", "الموعود", "الاسود", "الدراسي"];
