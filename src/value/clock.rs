//! Times of day: `الساعة الثامنة مساءً`, `10:30`, `السادسة والنصف صباحاً`, `الثانية عشرة إلا ربعا`. Without a part of the
//! day the hour is as it is written.

use super::{
    digits,
    lexicon::{Period, Sense},
    number::Form,
    text::Text,
};

/// A time of day, and what it ends before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    seconds: u32,
    /// Whether seconds are told.
    exact: bool,
    period: Option<Period>,
    universal: bool,
    pub end: usize,
}

impl Text<'_> {
    /// The time that begins at `at`; of a range its first one, which may be told by the second one's part of the day.
    pub(super) fn clock(&self, at: usize) -> Option<Clock> {
        let mut clock = self.single_clock(at)?;
        if clock.period.is_none()
            && let Some(next) = self.reach(at, clock.end)
            && let Some(other) = self.single_clock(next)
        {
            clock.period = other.period;
        }
        Some(clock)
    }

    fn single_clock(&self, at: usize) -> Option<Clock> {
        let titled = self.says(at, Sense::Hour) || self.is_time(at, b'H') && self.definite(at);
        let start = at + usize::from(titled);
        if titled && !self.bare(start) {
            return None;
        }
        let (seconds, end, exact, written) = match self.written_clock(start) {
            Some((seconds, end, exact)) => (seconds, end, exact, self.glued(end - 1)),
            None => {
                let (hour, end) = self.hour(start, titled)?;
                let (minutes, end) = self.minutes(end).unwrap_or((0, end));
                ((i32::from(hour) * 60 + minutes).max(0) as u32 * 60, end, false, false)
            }
        };
        let (period, end) = self.period(end);
        let universal = self.says(end, Sense::Zone);
        let told = titled || written || period.is_some();
        told.then_some(Clock { seconds, exact, period, universal, end: end + usize::from(universal) })
    }

    /// `10:30`, `15:23:24`.
    fn written_clock(&self, at: usize) -> Option<(u32, usize, bool)> {
        let part = |at: usize, below: u32| {
            let text = self.digits(at).filter(|text| text.len() <= 2)?;
            digits::read(text).map(|numeral| numeral.value as u32).filter(|value| *value < below)
        };
        if let Some(clock) = self.dotted_clock(at) {
            return Some(clock);
        }
        let parted = |at: usize| self.is(at, ":") && self.glued(at) == self.glued(at + 1);
        let hour = part(at, 25).filter(|_| parted(at + 1))?;
        let minute = part(at + 2, 60).filter(|_| self.word(at + 2).len() == 2)?;
        // `1:2:3:4` is no time.
        let before = at > 1 && self.is(at - 1, ":") && self.glued(at);
        let second = part(at + 4, 60).filter(|_| parted(at + 3) && self.word(at + 4).len() == 2);
        let end = if second.is_some() { at + 5 } else { at + 3 };
        (!before && !parted(end))
            .then(|| (hour * 3600 + minute * 60 + second.unwrap_or(0), end, second.is_some()))
    }

    /// `7.55`, which is a time only where more is said.
    fn dotted_clock(&self, at: usize) -> Option<(u32, usize, bool)> {
        let (hour, minute) = self.digits(at)?.split_once('.')?;
        let number = |text: &str, below: u32| {
            digits::whole(text).map(|value| value as u32).filter(|value| *value < below)
        };
        let told = self.period(at + 1).0.is_some() || at > 0 && self.says(at - 1, Sense::Hour);
        let (hour, minute) = (number(hour, 25)?, number(minute, 60).filter(|_| minute.len() == 2 && told)?);
        Some((hour * 3600 + minute * 60, at + 1, false))
    }

    /// `8`, `الثامنة`, `ثمانية`; untitled only `الثامنة` and digits, and only with a part of the day behind.
    fn hour(&self, at: usize, titled: bool) -> Option<(u8, usize)> {
        if let Some(text) = self.digits(at).filter(|_| !self.glued(at)) {
            let hour =
                digits::read(text).filter(|numeral| numeral.plain.is_some_and(|len| len <= 2))?.value as u8;
            let hours = if titled { 0..=24 } else { 1..=12 };
            return hours.contains(&hour).then_some((hour, at + 1));
        }
        if let Some(hour) = ordinal_hour(self, at).filter(|_| titled || self.word(at).ends_with('ه')) {
            return Some((hour.0 as u8, hour.1));
        }
        if self.cardinal(at) == Some(1) && self.definite(at) {
            return Some((1, at + 1));
        }
        let ordinal =
            self.ordinal(at).filter(|(hour, end)| (2..=12).contains(hour) && (*end == at + 1 || *hour > 10));
        let definite = ordinal.filter(|_| self.definite(at) && (titled || self.word(at).ends_with('ه')));
        let cardinal = || {
            let hour = self.cardinal(at).filter(|hour| (1..=10).contains(hour))?;
            let teen = self.bare(at + 1) && self.says(at + 1, Sense::Teen) && hour <= 2;
            Some(if teen { (hour + 10, at + 2) } else { (hour, at + 1) })
        };
        definite.or_else(|| cardinal().filter(|_| titled)).map(|(hour, end)| (hour as u8, end))
    }

    /// `ونصف`, `إلا ربعا`, `و18 دقيقة`, `وخمس وأربعون دقيقة`.
    fn minutes(&self, at: usize) -> Option<(i32, usize)> {
        let minus = self.says(at, Sense::Minus);
        let next = if minus { at + 1 } else { self.and(at)? };
        let number = self.number(next)?;
        let named = self.is_time(number.end, b'M')
            || self.sense(number.end, super::duration::as_time).is_some_and(|unit| unit.letter == b'M');
        let part =
            self.sense(next, |sense| if let Sense::Fraction(parts) = sense { Some(parts) } else { None });
        let (minutes, end) = match part {
            Some(parts @ 2..=4) if number.form == Form::Fraction => (60 / i32::from(parts), next + 1),
            _ if named || minus => (number.value as i32, number.end + usize::from(named)),
            _ => return None,
        };
        (0..60).contains(&minutes).then_some((if minus { -minutes } else { minutes }, end))
    }

    fn period(&self, at: usize) -> (Option<Period>, usize) {
        let skip = usize::from(self.is(at, "من") || self.is(at, "في"));
        let period =
            |at| self.sense(at, |sense| if let Sense::Period(period) = sense { Some(period) } else { None });
        match period(at + skip).filter(|_| self.bare(at + skip) || skip == 0 && self.bare(at)) {
            // `8 ليلة` and the like are no times.
            Some(period) => (Some(period), at + skip + 1),
            None => (None, at),
        }
    }
}

/// `الحادية عشرة` and `الثانية عشرة`, whose first words are cardinals too.
fn ordinal_hour(text: &Text, at: usize) -> Option<(u16, usize)> {
    text.ordinal(at).filter(|(hour, end)| (11..=12).contains(hour) && *end == at + 2)
}

impl Clock {
    /// ISO 8601: `15:30`, `15:23:24`, `06:00Z`.
    pub(super) fn iso(&self) -> String {
        let half_day = 12 * 3600;
        let seconds = match self.period {
            Some(Period::Morning) if self.seconds >= half_day => self.seconds - half_day,
            Some(Period::Noon) if self.seconds < 10 * 3600 => self.seconds + half_day,
            Some(Period::Afternoon) if self.seconds < half_day => self.seconds + half_day,
            Some(Period::Night) if (6 * 3600..half_day).contains(&self.seconds) => self.seconds + half_day,
            Some(Period::Night) if self.seconds >= half_day && self.seconds < half_day + 3600 => {
                self.seconds - half_day
            }
            _ => self.seconds,
        };
        let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        let mut iso = String::new();
        digits::push(&mut iso, hour.into(), 2);
        iso.push(':');
        digits::push(&mut iso, minute.into(), 2);
        if self.exact {
            iso.push(':');
            digits::push(&mut iso, second.into(), 2);
        }
        if self.universal {
            iso.push('Z');
        }
        iso
    }
}
