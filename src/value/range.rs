//! From one date to another: `2019-2021`, `من 13 إلى 15 تموز`, `بين عامي 2019 و2021`, `أواخر مارس`; and one date told in
//! two calendars.

use super::{
    calendar::month_length,
    date::{Dated, Told},
    digits,
    lexicon::Sense,
    text::Text,
    when::{Partial, When},
};

impl Text<'_> {
    /// A range that begins with the date at `at`, which is `one` where it can stand alone.
    pub(super) fn date_range(&self, at: usize, one: Option<Dated>) -> Option<Dated> {
        self.years(at).or_else(|| self.days(at)).or_else(|| {
            let one = one?;
            let When::Date(first) = one.when else { return None };
            let next = self.reach(at, one.end)?;
            let last = self.single_date(next).and_then(|last| match last.when {
                When::Date(date) => Some(Told { date, end: last.end }),
                _ => None,
            });
            // `يوليو 13-15`
            let day = || {
                let (day, end) =
                    self.day_of_month(next).filter(|_| first.day.is_some() && first.month.is_some())?;
                Some(Told { date: Partial { day: Some(day), ..first }, end })
            };
            // `سنة 2019-2020`
            let year = || {
                let (year, end) = self
                    .bare_year(next)
                    .filter(|_| first == Partial { year: first.year, ..Partial::default() })?;
                Some(Told { date: Partial::year(year), end })
            };
            between(first, last.or_else(day).or_else(year)?)
        })
    }

    /// Years without a title.
    fn years(&self, at: usize) -> Option<Dated> {
        let (first, end) = self.bare_year(at)?;
        let next = self.reach(at, end).or_else(|| self.is(end, "/").then_some(end + 1))?;
        let (last, end) = self
            .bare_year(next)
            .or_else(|| self.titled_year(next))
            .or_else(|| self.short_year(first, next))?;
        let near = (1800..=2100).contains(&first) && (first + 1..first + 200).contains(&last);
        let counted = self.measured(end, 1.0).is_some() || self.number_goes_on(end);
        if !near || counted || self.is_hijri(end) {
            return None;
        }
        between(Partial::year(first), Told { date: Partial::year(last), end })
    }

    /// The second year of `1982-83`.
    fn short_year(&self, first: i32, at: usize) -> Option<(i32, usize)> {
        let text = self.digits(at).filter(|text| text.len() == 2 && self.glued(at) && self.glued(at - 1))?;
        let year = first - first % 100 + digits::whole(text)? as i32;
        (first < year && !self.is(at + 1, "-") && !self.is(at + 1, "/")).then_some((year, at + 1))
    }

    /// The first of several days of the same month: `14 و18 تشرين الثاني`.
    pub(super) fn listed_day(&self, at: usize) -> Option<Dated> {
        let (day, end) = self.day_of_month(at).filter(|_| self.digits(at).is_some())?;
        let mut next = self.and(end)?;
        for _ in 0..4 {
            if let Some(told) = self.calendar_date(next).filter(|told| told.date.day.is_some()) {
                let date = Partial { day: Some(day), ..told.date };
                return date.exists().then_some(Dated { when: When::Date(date), end });
            }
            next = self.and(self.day_of_month(next)?.1)?;
        }
        None
    }

    fn number_goes_on(&self, at: usize) -> bool {
        self.sense(at, |sense| matches!(sense, Sense::Scale(..)).then_some(())).is_some()
    }

    /// `13 إلى 15 تموز`, `من الثالث والعشرين وحتى السادس والعشرين من أكتوبر`.
    fn days(&self, at: usize) -> Option<Dated> {
        let (day, end) = self.day_of_month(at)?;
        let next = self.reach(at, end)?;
        let last = self.calendar_date(next).filter(|last| last.date.day.is_some_and(|last| last > day))?;
        between(Partial { day: Some(day), ..Partial::default() }, last)
    }

    /// Behind what leads from a date that begins at `at` to another: `إلى`, `-`, `و` of `بين … و`.
    pub(super) fn reach(&self, at: usize, end: usize) -> Option<usize> {
        if matches!(self.peek(end), "-" | "–" | "—") || self.says(end, Sense::To) {
            return Some(end + 1);
        }
        let among = |at: usize| at > 0 && self.is(at - 1, "بين");
        let between = among(at)
            || at > 1 && matches!(self.word(at - 1), "عامي" | "سنتي" | "يومي" | "شهري") && among(at - 1);
        self.and(end).filter(|_| between)
    }

    /// A third of a month, in its tradition of ten days: `أوائل آذار`; its middle day: `منتصف آذار`.
    pub(super) fn third_of_month(&self, at: usize) -> Option<Dated> {
        let third =
            self.sense(at, |sense| if let Sense::Third(third) = sense { Some(third) } else { None })?;
        let month = self.calendar_date(at + 1).filter(|told| told.date.day.is_none() && self.bare(at + 1))?;
        let date = month.date;
        let last = month_length(date.year.unwrap_or(2001), date.month?);
        let on = |day| Partial { day: Some(day), ..date };
        let when = match third {
            1 => When::Between(on(1), on(10)),
            2 => When::Between(on(11), on(20)),
            3 => When::Between(on(21), on(last)),
            4 => When::Date(on(15)),
            _ => return None,
        };
        Some(Dated { when, end: month.end })
    }

    /// `الثمانينيات`: of the last century, unless another one is named.
    pub(super) fn decade(&self, at: usize) -> Option<Dated> {
        let decade =
            self.sense(at, |sense| if let Sense::Decade(decade) = sense { Some(decade) } else { None })?;
        // `في الثمانينيات من عمره`
        if self.is(at + 1, "من") && self.peek(at + 2).contains("عمر") {
            return None;
        }
        let titled = self.is(at + 1, "القرن") || self.is(at + 1, "قرن");
        let last = titled && self.shift(at + 1).is_some();
        let named = self.ordinal(at + 2).filter(|(century, _)| titled && (2..=30).contains(century));
        let (century, end) = match named {
            Some((century, end)) => (i32::from(century) - 1, end),
            None => (19, if last { at + 3 } else { at + 1 }),
        };
        let first = 100 * century + i32::from(decade);
        Some(Dated { when: When::Between(Partial::year(first), Partial::year(first + 9)), end })
    }

    /// Takes in the same date in the other calendar: `15 رمضان 1445هـ الموافق 25 مارس 2024`, of which the Gregorian one
    /// is exact.
    pub(super) fn with_equal(&self, one: Dated) -> Dated {
        let opened =
            self.is(one.end, "(") || self.is(one.end, "/") || self.is(one.end, "-") || self.is(one.end, "،");
        let equal = self.is(one.end, "الموافق") || self.is(one.end + usize::from(opened), "الموافق");
        let mut next = one.end + usize::from(opened);
        next += usize::from(self.is(next, "الموافق"));
        next += usize::from(equal && self.is(next, "ل"));
        if next == one.end {
            return one;
        }
        let Some(other) = self.single_date(next) else { return one };
        let exact = |when: When| matches!(when, When::Date(date) if date.day.is_some());
        let hijri = |from: usize, to: usize| {
            (from..to).any(|at| {
                self.meaning(at, |sense| matches!(sense, Sense::Hijri(_) | Sense::Era(true)).then_some(()))
                    .is_some()
            })
        };
        let (first, second) = (hijri(next.min(one.end).saturating_sub(6), one.end), hijri(next, other.end));
        if !exact(one.when) || !exact(other.when) || first == second && !equal {
            return one;
        }
        let end = other.end + usize::from(opened && self.is(next - 1, "(") && self.is(other.end, ")"));
        Dated { when: if second { one.when } else { other.when }, end }
    }
}

/// The range, if its end is told at least as exactly as its beginning.
fn between(first: Partial, last: Told) -> Option<Dated> {
    let first = first.or(Partial { day: None, ..last.date });
    let alike =
        first.day.is_some() == last.date.day.is_some() && first.month.is_some() == last.date.month.is_some();
    let end = Partial { year: last.date.year.or(first.year), ..last.date };
    (alike && first.exists() && first != end)
        .then_some(Dated { when: When::Between(first, end), end: last.end })
}
