//! [`Lexicon`]: what a word can say in a date or a figure; read once from the tables in `data/values/`.

use std::sync::LazyLock;

use super::{digits, pieces::pieces};
use crate::{
    name::table::{hash, mix},
    normalize::as_tables_are,
};

/// One thing that a word can say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Sense {
    /// A number up to nine hundred.
    Cardinal(u16),
    /// Ten, behind the unit: `عشر` of `ثلاثة عشر`.
    Teen,
    /// A power of ten and how many of it the word says.
    Scale(u8, Count),
    /// `عشرات`, `مئات`.
    Tens(u16),
    /// One part of so many, its plural, and two thirds.
    Fraction(u8),
    Part(u8),
    Thirds,
    Ordinal(u16),
    /// What a hundred is divided by.
    Percent(u8),
    /// `فاصلة`.
    Point,
    Month(u8),
    Hijri(u8),
    /// 1 is Monday.
    Weekday(u8),
    Period(Period),
    /// Days from today.
    Day(i8),
    /// Before, in or after the present one: `الماضي`, `الحالي`, `المقبل`.
    Next(i8),
    /// The same, told from within the story: `التالي`.
    Story(i8),
    This,
    Last,
    /// Of a month: `أوائل`, `أواسط`, `أواخر`, `منتصف`; 0 for less exact words.
    Third(u8),
    /// `الثمانينيات`: its first year in a century.
    Decade(u8),
    /// `الساعة`.
    Hour,
    /// `إلا`.
    Minus,
    /// Greenwich.
    Zone,
    /// Whether the year is counted from the Hijra.
    Era(bool),
    Feast(Feast),
    From,
    To,
    /// May stand between the parts of a date.
    Such,
    /// Leads to a value and says nothing of it: `حوالي`.
    Leads,
    /// `قبل`
    Ago,
    Time(TimeUnit, Count),
    /// Index into [`Lexicon::units`].
    Unit(u16, Count),
    /// Index into [`Lexicon::moneys`].
    Money(u16, Count),
    /// Indices into [`Lexicon::countries`]: the adjective, the country.
    Of(u16),
    Country(u16),
    /// Words behind this one may be part of the same name.
    Opens,
}

impl Sense {
    /// Whether a value can begin with it.
    fn begins(self) -> bool {
        use Sense::*;
        let counted = !matches!(self, Unit(_, Count::Many) | Money(_, Count::Many));
        let inner =
            matches!(self, Teen | Part(_) | Point | Period(_) | Next(_) | Story(_) | Minus | Zone | Era(_));
        let outer = matches!(self, From | To | Such | Leads | Of(_) | Country(_) | Opens);
        counted && !inner && !outer
    }
}

/// What the lexicon has on a word or a name.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    /// The first of its meanings and the one behind the last.
    from: u16,
    to: u16,
    /// Whether a value can begin with it.
    pub begins: bool,
}

/// How many the word says by its own form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Count {
    One,
    Two,
    Many,
    /// A sign, which may stand before its number.
    Sign,
}

/// Part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Period {
    Morning,
    Noon,
    Afternoon,
    Night,
}

/// A feast with a day of its own: month and day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feast {
    Gregorian(u8, u8),
    Hijri(u8, u8),
    Easter,
}

/// A unit of ISO 8601 durations and how many of it the word stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TimeUnit {
    pub letter: u8,
    pub times: u8,
}

/// A sense, and whether the word has it whatever stands around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Meaning {
    pub sense: Sense,
    pub sure: bool,
}

/// A name of money: its code, what an amount is divided by.
#[derive(Debug)]
pub(super) struct Money {
    pub code: &'static str,
    pub divisor: f64,
    /// Whether it is this money's wherever no adjective says otherwise.
    pub fixed: bool,
}

/// Whose money a name is: the index of the name, the code.
#[derive(Debug)]
pub(super) struct Country {
    pub money: u16,
    pub code: &'static str,
}

/// All words with their senses.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    /// By hashes; 0 marks a free slot.
    slots: Vec<(u64, Entry)>,
    meanings: Vec<Meaning>,
    pub units: Vec<&'static str>,
    pub moneys: Vec<Money>,
    pub countries: Vec<Country>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);

/// The engine's words of dates and figures.
pub(super) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

/// Hash of a name that begins with what has hash `state` and goes on with `word`.
pub(super) fn extend(state: u64, word: &str) -> u64 {
    mix(state, hash(bare(word).as_bytes()))
}

/// The word without its article, if more than a letter is left.
pub(super) fn bare(word: &str) -> &str {
    word.strip_prefix("ال").filter(|rest| rest.len() > 2).unwrap_or(word)
}

impl Lexicon {
    /// What there is on the word or name with this hash.
    pub(super) fn get(&self, hash: u64) -> Option<Entry> {
        let (found, entry) = self.slots[self.slot(hash)];
        (found == hash).then_some(entry)
    }

    /// All that a word or a name can say.
    pub(super) fn meanings(&self, entry: Entry) -> &[Meaning] {
        &self.meanings[usize::from(entry.from)..usize::from(entry.to)]
    }

    fn read() -> Self {
        let mut lexicon = Self::default();
        let mut words: Vec<(u64, Meaning)> = Vec::new();
        for table in [
            include_str!("../../data/values/numbers.tsv"),
            include_str!("../../data/values/calendar.tsv"),
            include_str!("../../data/values/units.tsv"),
            include_str!("../../data/values/currencies.tsv"),
        ] {
            let mut names: Vec<&str> = Vec::new();
            for line in table.lines().filter(|line| !line.starts_with('#')) {
                let mut columns = line.split('\t');
                let row: [&'static str; 6] = std::array::from_fn(|_| columns.next().unwrap_or(""));
                lexicon.read_row(row, &mut names, &mut words);
            }
        }
        lexicon.index(&words);
        lexicon
    }

    fn read_row(&mut self, row: [&'static str; 6], names: &mut Vec<&str>, words: &mut Vec<(u64, Meaning)>) {
        let [kind, value, ..] = row;
        let counted = [(row[2], Count::One), (row[3], Count::Two), (row[4], Count::Many)];
        match kind {
            "time" => {
                let (times, letter) = value.split_at(value.len() - 1);
                let unit =
                    TimeUnit { letter: letter.as_bytes()[0], times: digits::whole(times).unwrap_or(1) as u8 };
                for (forms, count) in counted {
                    add(words, forms, Sense::Time(unit, count));
                }
            }
            "unit" => {
                self.units.push(value);
                for (forms, count) in counted {
                    add(words, forms, Sense::Unit(self.units.len() as u16 - 1, count));
                }
            }
            "money" => {
                let [_, name, code, ..] = row;
                let (code, factor) = code.split_at(code.len().min(3));
                let amount = digits::whole(factor.get(1..).unwrap_or("")).unwrap_or(1) as f64;
                let divisor = if factor.starts_with('*') { 1.0 / amount } else { amount };
                let money = self.moneys.len() as u16;
                self.moneys.push(Money { code, divisor, fixed: factor == "!" });
                names.push(name);
                let counted = [(row[3], Count::One), (row[4], Count::Two), (row[5], Count::Many)];
                for (forms, count) in counted {
                    add(words, forms, Sense::Money(money, count));
                }
            }
            "sign" => {
                names.push("");
                self.moneys.push(Money { code: value, divisor: 1.0, fixed: true });
                add(words, row[2], Sense::Money(self.moneys.len() as u16 - 1, Count::Sign));
            }
            "of" => {
                let [_, name, code, adjectives, countries, _] = row;
                let money = names.iter().position(|known| *known == name).unwrap_or(0) as u16;
                let country = self.countries.len() as u16;
                self.countries.push(Country { money, code });
                for adjective in adjectives.split(',').filter(|form| !form.is_empty()) {
                    for ending in ["", "ة", "ا"] {
                        add(words, &[adjective, ending].concat(), Sense::Of(country));
                    }
                }
                add(words, countries, Sense::Country(country));
            }
            _ => {
                if let Some(sense) = simple(kind, value) {
                    add(words, row[2], sense);
                }
            }
        }
    }

    fn index(&mut self, words: &[(u64, Meaning)]) {
        self.slots = vec![(0, Entry::default()); (2 * words.len() + 1).next_power_of_two()];
        for &(hash, meaning) in words {
            let slot = self.slot(hash);
            let entry = &mut self.slots[slot].1;
            (entry.to, entry.begins) = (entry.to + 1, entry.begins | meaning.sense.begins());
            self.slots[slot].0 = hash;
        }
        let mut from = 0;
        for (_, entry) in &mut self.slots {
            (entry.from, entry.to, from) = (from, from, from + entry.to);
        }
        self.meanings = vec![Meaning { sense: Sense::Opens, sure: true }; words.len()];
        for &(hash, meaning) in words {
            let slot = self.slot(hash);
            let entry = &mut self.slots[slot].1;
            self.meanings[usize::from(entry.to)] = meaning;
            entry.to += 1;
        }
    }

    /// The slot of a hash, or the free one that it would get.
    fn slot(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while self.slots[slot].0 != 0 && self.slots[slot].0 != hash {
            slot = (slot + 1) & mask;
        }
        slot
    }
}

/// Adds each of the forms, and of names of several words their beginnings.
fn add(words: &mut Vec<(u64, Meaning)>, forms: &str, sense: Sense) {
    let folded = as_tables_are(forms).text;
    for form in folded.split(',').filter(|form| !form.is_empty()) {
        let sure = !form.starts_with('?');
        let parts: Vec<&str> = pieces(form.trim_start_matches('?')).map(|piece| piece.text).collect();
        let [first, rest @ ..] = &parts[..] else { continue };
        let mut state = hash(if rest.is_empty() { first } else { bare(first) }.as_bytes());
        for part in rest {
            if !words.iter().any(|word| word.0 == state && word.1.sense == Sense::Opens) {
                words.push((state, Meaning { sense: Sense::Opens, sure: true }));
            }
            state = extend(state, part);
        }
        words.push((state, Meaning { sense, sure }));
    }
}

fn simple(kind: &str, value: &'static str) -> Option<Sense> {
    let size = digits::whole(value.trim_start_matches('-')).unwrap_or(0);
    let (word, byte) = (size as u16, size as u8);
    let signed = if value.starts_with('-') { -(size as i8) } else { size as i8 };
    Some(match kind {
        "cardinal" => Sense::Cardinal(word),
        "teen" => Sense::Teen,
        "scale" => Sense::Scale(byte, Count::One),
        "scale2" => Sense::Scale(byte, Count::Two),
        "scales" => Sense::Scale(byte, Count::Many),
        "tens" => Sense::Tens(word),
        "fraction" => Sense::Fraction(byte),
        "part" => Sense::Part(byte),
        "thirds" => Sense::Thirds,
        "ordinal" => Sense::Ordinal(word),
        "percent" => Sense::Percent(byte),
        "point" => Sense::Point,
        "month" => Sense::Month(byte),
        "hijri" => Sense::Hijri(byte),
        "weekday" => Sense::Weekday(byte),
        "period" => Sense::Period(match value {
            "am" => Period::Morning,
            "noon" => Period::Noon,
            "pm" => Period::Afternoon,
            _ => Period::Night,
        }),
        "day" => Sense::Day(signed),
        "next" => Sense::Next(signed),
        "story" => Sense::Story(signed),
        "this" => Sense::This,
        "last" => Sense::Last,
        "third" => Sense::Third(byte),
        "decade" => Sense::Decade(byte),
        "hour" => Sense::Hour,
        "minus" => Sense::Minus,
        "zone" => Sense::Zone,
        "era" => Sense::Era(byte == 1),
        "feast" => Sense::Feast(feast(value)?),
        "from" => Sense::From,
        "to" => Sense::To,
        "such" => Sense::Such,
        "leads" => Sense::Leads,
        "ago" => Sense::Ago,
        _ => return None,
    })
}

fn feast(value: &str) -> Option<Feast> {
    let Some((month, day)) = value.split_once('-') else { return Some(Feast::Easter) };
    let day = digits::whole(day)? as u8;
    Some(match month.strip_prefix('h') {
        Some(month) => Feast::Hijri(digits::whole(month)? as u8, day),
        None => Feast::Gregorian(digits::whole(month)? as u8, day),
    })
}
