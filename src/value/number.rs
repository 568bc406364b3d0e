//! Numbers in digits and words, and what is a number without a unit.

use super::{
    digits,
    lexicon::{Count, Sense},
    text::{Reading, Text},
};

/// A number that was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    pub value: f64,
    /// Behind its last item.
    pub end: usize,
    /// How it is written.
    pub form: Form,
    /// The power of ten that its last words say, 1 where they say none.
    pub scale: f64,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Only digits, this many.
    Plain(usize),
    /// With separators, a sign or words.
    Exact,
    /// `آلاف`, `عشرات الملايين`.
    Rough,
    /// `نصف`, `ثلاثة أرباع`.
    Fraction,
    /// A word that is a number only where others say so.
    Unsure,
}

impl Text<'_> {
    /// The number that begins at item `at`.
    pub(super) fn number(&self, at: usize) -> Option<Number> {
        if let Some(fraction) = self.fraction(at) {
            return Some(fraction);
        }
        if self.negative(at)
            && let Some((value, end)) = self.written_fraction(at + 1)
        {
            return Some(Number { value: -value, end, form: Form::Exact, scale: 1.0 });
        }
        let mut number = self.sum(at)?;
        if let Some(point) = self.point(&number) {
            number = point;
        }
        if !matches!(number.form, Form::Rough)
            && let Some(next) = self.and(number.end)
            && let Some(part) = self.fraction(next).filter(|part| part.value < 1.0 || part.scale > 1.0)
        {
            if part.scale > 1.0 {
                number.value += part.value;
            } else {
                number.value += part.value * number.scale;
            }
            (number.end, number.form) = (part.end, Form::Exact);
        }
        Some(number)
    }

    /// Terms of falling size joined by `و`: `ثلاثة ملايين ومئتا ألف وخمسة`.
    fn sum(&self, at: usize) -> Option<Number> {
        let mut sum = self.term(at)?;
        let mut limit = sum.scale;
        while limit > 1.0
            && let Some(next) = self.and(sum.end)
            && let Some(term) = self.term(next).filter(|term| term.value < limit && term.form != Form::Rough)
        {
            sum = Number { value: sum.value + term.value, form: Form::Exact, ..term };
            limit = term.scale;
        }
        Some(sum)
    }

    /// A count and the powers of ten behind it.
    fn term(&self, at: usize) -> Option<Number> {
        let mut term = self.count(at)?;
        // `ألف مليار` is the longest that is said.
        while term.scale < 1e12 && self.bare(term.end) {
            let Some((power, count)) = self.scale(term.end) else { break };
            let rough = term.form == Form::Rough && count == Count::Many;
            if count == Count::Two {
                break;
            }
            let factor = digits::ten(power.into());
            let form = if rough { Form::Rough } else { Form::Exact };
            term = Number { value: term.value * factor, end: term.end + 1, form, scale: term.scale * factor };
        }
        Some(term)
    }

    fn count(&self, at: usize) -> Option<Number> {
        let made = |value, end, form, scale| Some(Number { value, end, form, scale });
        if let Some((numeral, end)) = self.numeral(at) {
            return made(numeral.value, end, numeral.plain.map_or(Form::Exact, Form::Plain), 1.0);
        }
        if let Some(((power, count), sure)) = self.meaning(at, as_scale) {
            let factor = digits::ten(power.into());
            let count = if self.is_dual(at) { Count::Two } else { count };
            return match count {
                Count::Two => {
                    made(2.0 * factor, at + 1, if sure { Form::Exact } else { Form::Unsure }, factor)
                }
                Count::Many => made(factor, at + 1, Form::Rough, factor),
                _ => made(factor, at + 1, Form::Exact, factor),
            };
        }
        if let Some(tens) =
            self.sense(at, |sense| if let Sense::Tens(tens) = sense { Some(tens) } else { None })
            && self.spelt_out(at)
        {
            return made(f64::from(tens), at + 1, Form::Rough, 1.0);
        }
        let (value, end) = self.below_thousand(at)?;
        let sure = end > at + 1 || self.meaning(at, as_cardinal).is_some_and(|(_, sure)| sure);
        made(f64::from(value), end, if sure { Form::Exact } else { Form::Unsure }, 1.0)
    }

    /// Digits with what is written apart from them: a sign, a leading point, thousands behind a blank.
    fn numeral(&self, at: usize) -> Option<(digits::Numeral, usize)> {
        let negative = self.negative(at);
        let start = at + usize::from(negative);
        let mut numeral = match self.digits(start) {
            Some(text) => (digits::read(text)?, start + 1),
            None => {
                let point = matches!(self.peek(start), "." | "٫") && self.glued(start + 1);
                let alone = !(self.glued(start) && start > 0 && self.wordy(start - 1));
                let tail = self.digits(start + 1).filter(|_| point && alone)?;
                let value = digits::read(tail).filter(|tail| tail.plain.is_some())?.value;
                let value = value / digits::ten(tail.len());
                (digits::Numeral { value, plain: None }, start + 2)
            }
        };
        if numeral.0.plain.is_some_and(|len| len <= 3) && !negative {
            let zeros = |at: usize| self.digits(at) == Some("000") && self.bare(at) && !self.glued(at);
            while zeros(numeral.1) && numeral.0.value < 1e15 {
                numeral = (digits::Numeral { value: numeral.0.value * 1000.0, plain: None }, numeral.1 + 1);
            }
        }
        if negative {
            numeral.0 = digits::Numeral { value: -numeral.0.value, plain: None };
        }
        Some(numeral)
    }

    /// Whether a minus stands at `at`, and no hyphen.
    fn negative(&self, at: usize) -> bool {
        let minus = matches!(self.peek(at), "-" | "−");
        let hyphen = at > 0 && (self.glued(at) || self.wordy(at - 1) && !self.glued(at + 1));
        minus && (!hyphen || OPENERS.contains(&self.word(at - 1)))
    }

    /// `ثلاث مئة وخمسة وعشرون`.
    pub(super) fn below_thousand(&self, at: usize) -> Option<(u16, usize)> {
        let first = self.cardinal(at)?;
        let parted = (3..=9).contains(&first) && self.bare(at + 1) && self.cardinal(at + 1) == Some(100);
        let (hundreds, end) = match first {
            100.. => (first, at + 1),
            _ if parted => (100 * first, at + 2),
            _ => return self.below_hundred(at),
        };
        let rest = self.and(end).and_then(|next| self.below_hundred(next));
        Some(rest.map_or((hundreds, end), |(rest, end)| (hundreds + rest, end)))
    }

    fn below_hundred(&self, at: usize) -> Option<(u16, usize)> {
        let first = self.cardinal(at).filter(|&first| first < 100)?;
        if (1..=9).contains(&first) {
            if self.bare(at + 1) && self.says(at + 1, Sense::Teen) {
                return Some((first + 10, at + 2));
            }
            if let Some(next) = self.and(at + 1)
                && let Some(tens) = self.cardinal(next).filter(|tens| (20..100).contains(tens))
            {
                return Some((first + tens, next + 1));
            }
        }
        Some((first, at + 1))
    }

    pub(super) fn cardinal(&self, at: usize) -> Option<u16> {
        self.sense(at, as_cardinal).filter(|_| self.spelt_out(at))
    }

    /// `مئة` and `مئات` are written with hamza, `كمية` and `كميات` are not.
    fn spelt_out(&self, at: usize) -> bool {
        !self.word(at).starts_with("مي") || self.source(at).contains(['ئ', '\u{654}', '\u{FE8B}', '\u{FE8C}'])
    }

    fn scale(&self, at: usize) -> Option<(u8, Count)> {
        self.sense(at, as_scale)
    }

    /// `مليونا دولار` are two of them, `مليوناً` is one in the accusative.
    fn is_dual(&self, at: usize) -> bool {
        let both =
            self.meanings(at).iter().any(|meaning| matches!(meaning.sense, Sense::Scale(_, Count::Two)));
        both && self.word(at).ends_with('ا')
            && !self.source(at).contains('\u{64B}')
            && self.wordy(at + 1)
            && self.bare(at + 1)
    }

    /// `ثلاثة أرباع`, `نصف`, and what it is a part of: `نصف مليون`.
    fn fraction(&self, at: usize) -> Option<Number> {
        let part = |at| self.sense(at, |sense| if let Sense::Part(part) = sense { Some(part) } else { None });
        let counted = self.cardinal(at).filter(|count| *count < 10).and_then(|count| {
            part(at + 1)
                .filter(|_| self.bare(at + 1))
                .map(|part| (f64::from(count) / f64::from(part), at + 2))
        });
        let (value, end) = counted.or_else(|| self.simple_fraction(at))?;
        let mut fraction = Number { value, end, form: Form::Fraction, scale: 1.0 };
        if self.bare(end)
            && let Some((power, Count::One)) = self.scale(end)
        {
            fraction.scale = digits::ten(power.into());
            fraction.value *= fraction.scale;
            (fraction.end, fraction.form) = (end + 1, Form::Exact);
        }
        Some(fraction)
    }

    fn simple_fraction(&self, at: usize) -> Option<(f64, usize)> {
        if self.says(at, Sense::Thirds) {
            return Some((2.0 / 3.0, at + 1));
        }
        if let Some(whole) = self.written_fraction(at) {
            return Some(whole);
        }
        let parts = |sense| if let Sense::Fraction(parts) = sense { Some(parts) } else { None };
        let (parts, sure) = self.meaning(at, parts)?;
        // `خمس` is five or a fifth; a damma tells.
        let told = self.cardinal(at).is_some() && self.source(at).contains('\u{64F}');
        let sure = told || sure && self.cardinal(at).is_none();
        sure.then(|| (1.0 / f64::from(parts), at + 1))
    }

    /// `3/4`, where it is no date.
    fn written_fraction(&self, at: usize) -> Option<(f64, usize)> {
        let over = self.is(at + 1, "/") && self.glued(at + 1) && self.glued(at + 2) && !self.is(at + 3, "/");
        let (above, below) = (self.digits(at)?, self.digits(at + 2).filter(|_| over)?);
        let (above, below) = (digits::read(above)?, digits::read(below)?);
        let told = self.reading == Reading::Phrase
            || matches!((above.value as i64, below.value as i64), (1..=3, 2..=5));
        let plain = above.plain.is_some() && below.plain.is_some() && below.value > 0.0;
        (told && plain).then(|| (above.value / below.value, at + 3))
    }

    /// `3 فاصلة 5`.
    fn point(&self, whole: &Number) -> Option<Number> {
        let part = whole.end + 1;
        if !self.says(whole.end, Sense::Point) || whole.scale > 1.0 {
            return None;
        }
        let (value, end) = match self.digits(part) {
            Some(text) => (digits::read(text)?.value / digits::ten(text.len()), part + 1),
            None => {
                let (value, end) = self.below_thousand(part)?;
                let width = 1 + usize::from(value >= 10) + usize::from(value >= 100);
                (f64::from(value) / digits::ten(width), end)
            }
        };
        Some(Number { value: whole.value + value, end, form: Form::Exact, scale: 1.0 })
    }
}

/// Marks that a number may be written onto.
pub(super) const OPENERS: [&str; 9] = ["(", "«", "\"", "“", "[", ":", "،", "'", "!"];

fn as_cardinal(sense: Sense) -> Option<u16> {
    if let Sense::Cardinal(value) = sense { Some(value) } else { None }
}

fn as_scale(sense: Sense) -> Option<(u8, Count)> {
    if let Sense::Scale(power, count) = sense { Some((power, count)) } else { None }
}
