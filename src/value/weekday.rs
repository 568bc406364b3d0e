//! Weekdays and what is counted by them: `الخميس المقبل`, `الأربعاء 13 شباط`, `ثالث ثلاثاء من أيلول`.

use super::{
    calendar::{Day, month_length},
    date::Dated,
    lexicon::Sense,
    text::{Reading, Text},
    when::{Partial, When},
};

impl Text<'_> {
    /// A weekday and the date behind it.
    pub(super) fn weekday_date(&self, at: usize) -> Option<Dated> {
        let titled = self.is_time(at, b'D');
        let (weekday, mut end) = self.weekday(at)?;
        if let Some((shift, behind)) = self.shift(end - 1) {
            let when = self.today.map_or(When::Weekday(weekday), |today| step(today, weekday, shift).into());
            return Some(Dated { when, end: behind });
        }
        if let Some(of_week) = self.weekday_of_week(weekday, end) {
            return Some(of_week);
        }
        while matches!(self.peek(end), "،" | "," | "-" | "(")
            || self.says(end, Sense::Such) && !self.is_time(end, b'm')
        {
            end += 1;
        }
        // `الثلاثاء الثالث من أيلول 2014` is no third of September if that was no Tuesday.
        let fits = |date: Partial| match (date.year, date.month, date.day) {
            (Some(year), Some(month), Some(day)) => {
                Day::new(year, month, day).is_some_and(|day| day.weekday() == weekday)
            }
            _ => date.day.is_some(),
        };
        let nth = self.nth_of_month(at).is_some();
        let exact = |dated: &Dated| match dated.when {
            When::Date(date) => date.day.is_some() && (!nth || fits(date)),
            When::Days(first, last) => first == last,
            _ => false,
        };
        let begin = at + 1 + usize::from(titled);
        let named = || self.date_by_name(end).filter(exact).or_else(|| self.hijri_date(end).filter(exact));
        if let Some(dated) = self.date_in_numbers(end).filter(exact).or_else(named) {
            let closed = self.is(dated.end, ")") && self.is(end - 1, "(");
            return Some(Dated { end: dated.end + usize::from(closed), ..dated });
        }
        self.day_of_this_month(end).or(Some(Dated { when: When::Weekday(weekday), end: begin }))
    }

    /// `الخميس`, `يوم الخميس`.
    pub(super) fn weekday(&self, at: usize) -> Option<(u8, usize)> {
        let at = at + usize::from(self.is_time(at, b'D'));
        let named = self.meaning(at, |sense| if let Sense::Weekday(day) = sense { Some(day) } else { None });
        let teen = self.bare(at + 1) && self.says(at + 1, Sense::Teen);
        named.filter(|(_, sure)| (*sure || self.definite(at)) && !teen).map(|(day, _)| (day, at + 1))
    }

    /// `أحد الأسبوع الماضي`, `الاثنين من هذا الأسبوع`.
    fn weekday_of_week(&self, weekday: u8, at: usize) -> Option<Dated> {
        let week = self.relative_date(at + usize::from(self.is(at, "من")))?;
        let When::Week(year, number) = week.when else { return None };
        // The fourth of January is always in the first week.
        let first = Day::new(year, 1, 4)?;
        let monday = first.plus(1 - i32::from(first.weekday()) + 7 * (i32::from(number) - 1));
        Some(Dated { when: monday.plus(i32::from(weekday) - 1).into(), end: week.end })
    }

    /// `السبت السادس عشر`: a day of the month that is not named, the one of publication.
    fn day_of_this_month(&self, at: usize) -> Option<Dated> {
        let (day, end) = self.day_of_month(at).filter(|_| self.digits(at).is_none() && self.definite(at))?;
        let this = self.is(end, "من").then(|| self.relative_date(end + 1)).flatten();
        let (date, end) = match this {
            Some(Dated { when: When::Date(month), end }) if month.month.is_some() && month.day.is_none() => {
                (month, end)
            }
            _ if self.reading == Reading::Phrase => (
                {
                    let (year, month, _) = self.today?.date();
                    Partial { year: Some(year), month: Some(month), day: None }
                },
                end,
            ),
            _ => return None,
        };
        let date = Partial { day: Some(day), ..date };
        date.exists().then_some(Dated { when: When::Date(date), end })
    }

    /// `ثالث ثلاثاء من أيلول 2014`, `الاثنين الأخير من شهر آذار`, `آخر أسبوع في سبتمبر`, `آخر يوم من مارس`.
    pub(super) fn nth_of_month(&self, at: usize) -> Option<Dated> {
        let rank = |at| match self.says(at, Sense::Last) {
            true => Some((0, at + 1)),
            false => self
                .ordinal(at)
                .filter(|(rank, _)| (1..=5).contains(rank))
                .map(|(rank, end)| (rank as u8, end)),
        };
        let (rank, thing, end) = match rank(at) {
            Some((rank, thing)) => (rank, self.thing(thing)?, self.thing_end(thing)),
            None => {
                let behind = self.thing_end(at);
                let (rank, end) =
                    rank(behind).filter(|_| self.definite(behind) || self.says(behind, Sense::Last))?;
                (rank, self.thing(at)?, end)
            }
        };
        let of = end + usize::from(matches!(self.peek(end), "من" | "في"));
        if of == end && !self.governed(end) {
            return None;
        }
        let month = match self.calendar_date(of) {
            Some(told) if told.date.day.is_none() => (told.date, told.end),
            _ => match self.relative_date(of)? {
                Dated { when: When::Date(date), end } if date.month.is_some() && date.day.is_none() => {
                    (date, end)
                }
                _ => return None,
            },
        };
        let (date, end) = month;
        let (year, month) = (date.year.or_else(|| Some(self.today?.date().0))?, date.month?);
        Some(Dated { when: thing.in_month(rank, year, month)?, end })
    }

    fn thing(&self, at: usize) -> Option<Thing> {
        if let Some((weekday, _)) = self.weekday_word(at) {
            return Some(Thing::Weekday(weekday));
        }
        match () {
            () if self.is_time(at, b'W') => Some(Thing::Week),
            () if self.is_time(at, b'D') => Some(Thing::Day),
            () => None,
        }
    }

    fn thing_end(&self, at: usize) -> usize {
        self.weekday_word(at).map_or(at + 1, |(_, end)| end)
    }

    /// The weekday with or without its article.
    fn weekday_word(&self, at: usize) -> Option<(u8, usize)> {
        let at = at + usize::from(self.is_time(at, b'D'));
        self.sense(at, |sense| if let Sense::Weekday(day) = sense { Some((day, at + 1)) } else { None })
    }
}

/// What is counted within a month.
#[derive(Clone, Copy)]
enum Thing {
    Weekday(u8),
    Week,
    Day,
}

impl Thing {
    /// The `rank`-th in the month, 0 for the last one; of weeks those that lie within it.
    fn in_month(self, rank: u8, year: i32, month: u8) -> Option<When> {
        let first = Day::new(year, month, 1)?;
        let length = i32::from(month_length(year, month));
        let weekday = match self {
            Thing::Day if rank == 0 => return Some(first.plus(length - 1).into()),
            Thing::Day => return Some(first.plus(i32::from(rank) - 1).into()),
            Thing::Weekday(weekday) => weekday,
            Thing::Week => 1,
        };
        let span = if matches!(self, Thing::Week) { 7 } else { 1 };
        let start = (i32::from(weekday) - i32::from(first.weekday())).rem_euclid(7);
        let back = if rank == 0 { (length - span - start) / 7 } else { i32::from(rank) - 1 };
        let day = first.plus(start + 7 * back);
        if start + 7 * back + span > length {
            return None;
        }
        Some(match self {
            Thing::Week => {
                let (year, week) = day.week();
                When::Week(year, week)
            }
            _ => day.into(),
        })
    }
}

/// The next such weekday behind today, the last one before it, or the one of this week.
fn step(today: Day, weekday: u8, shift: i32) -> Day {
    let ahead = (i32::from(weekday) - i32::from(today.weekday())).rem_euclid(7);
    match shift {
        1 => today.plus(if ahead == 0 { 7 } else { ahead }),
        -1 => today.plus(ahead - 7),
        _ => today.plus(i32::from(weekday) - i32::from(today.weekday())),
    }
}
