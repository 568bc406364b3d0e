//! Money. A name that several countries use, such as `ريال`, is read by the adjective behind it; where there is none, it
//! belongs to the country of them that the article speaks of most; failing that, it is the commonest one's, as
//! `data/values/currencies.tsv` has it. `دولار` alone is always the American one.

use super::{
    lexicon::{Count, Sense, lexicon},
    measure::Measured,
    number::Form,
    text::Text,
};
use crate::ValueKind;

impl Text<'_> {
    /// `amount` of the money that is named at `at`, and of its hundredths behind it.
    pub(super) fn money(&self, at: usize, amount: f64) -> Option<Measured> {
        let ((money, _), sure) = self.meaning(at, as_money)?;
        let (code, end) = self.currency(money, at + 1);
        // `أوقية` is an ounce where the article does not speak of Mauritania.
        if !sure && end == at + 1 && self.speaks_of(money) == 0 {
            return None;
        }
        Some(self.with_share(amount / lexicon().moneys[usize::from(money)].divisor, code, end))
    }

    /// A sign or code before its number: `$5`, `USD 5`, `€3 ملايين`.
    pub(super) fn money_before(&self, at: usize) -> Option<Measured> {
        let (money, _) = self.sense(at, as_money).filter(|(_, count)| *count == Count::Sign)?;
        let number = self.number(at + 1).filter(|_| self.bare(at + 1))?;
        let code = lexicon().moneys[usize::from(money)].code;
        // `€ 120 مليون يورو`
        let named = self.sense(number.end, as_money).filter(|_| self.bare(number.end));
        let again = named.is_some_and(|(named, _)| self.currency(named, number.end + 1).0 == code);
        Some(self.with_share(number.value, code, number.end + usize::from(again)))
    }

    /// Adds hundredths: `و43 سنتا`.
    fn with_share(&self, amount: f64, code: &str, end: usize) -> Measured {
        let whole = Measured { kind: ValueKind::Money { amount, currency: code.into() }, end };
        let next = self.and(end).unwrap_or(end);
        let Some(share) =
            self.number(next).filter(|share| matches!(share.form, Form::Plain(_) | Form::Exact))
        else {
            return whole;
        };
        let divisor = self
            .sense(share.end, as_money)
            .map_or(1.0, |(money, _)| lexicon().moneys[usize::from(money)].divisor);
        if divisor <= 1.0 || share.value >= divisor {
            return whole;
        }
        // Two decimals more than a floating-point sum would keep exactly.
        let amount = ((amount + share.value / divisor) * 1e4).round() / 1e4;
        Measured { kind: ValueKind::Money { amount, currency: code.into() }, end: share.end + 1 }
    }

    /// The code of the money with this name, by the words at `at`; and behind those.
    fn currency(&self, money: u16, at: usize) -> (&'static str, usize) {
        let lexicon = lexicon();
        let of = |country: u16| (lexicon.countries[usize::from(country)].money == money).then_some(country);
        let adjective = |sense| if let Sense::Of(country) = sense { of(country) } else { None };
        match self.sense(at, adjective).filter(|_| self.bare(at)) {
            Some(country) => (lexicon.countries[usize::from(country)].code, at + 1),
            None => (self.likeliest(money), at),
        }
    }

    /// Whose money the name stands for in this article.
    fn likeliest(&self, money: u16) -> &'static str {
        let lexicon = lexicon();
        let own = &lexicon.moneys[usize::from(money)];
        let evidence = self.evidence.get_or_init(|| self.weigh());
        let shared = lexicon.countries.iter().zip(evidence);
        let most = shared
            .filter(|(country, _)| country.money == money && !own.fixed)
            .max_by_key(|(_, weight)| **weight);
        most.filter(|(_, weight)| **weight > 0).map_or(own.code, |(country, _)| country.code)
    }

    /// How often the article speaks of the countries whose money has this name.
    fn speaks_of(&self, money: u16) -> u32 {
        let evidence = self.evidence.get_or_init(|| self.weigh());
        lexicon()
            .countries
            .iter()
            .zip(evidence)
            .filter(|(country, _)| country.money == money)
            .map(|(_, weight)| weight)
            .sum()
    }

    /// How often the article speaks of each country that shares the name of its money.
    fn weigh(&self) -> Vec<u32> {
        let mut weights = vec![0; lexicon().countries.len()];
        for at in 0..self.len() {
            for meaning in self.meanings(at) {
                match meaning.sense {
                    // Behind a name of money it says whose it is.
                    Sense::Of(country) => {
                        weights[usize::from(country)] +=
                            if at > 0 && self.sense(at - 1, as_money).is_some() { 100 } else { 1 }
                    }
                    Sense::Country(country) => weights[usize::from(country)] += 1,
                    _ => {}
                }
            }
        }
        weights
    }
}

fn as_money(sense: Sense) -> Option<(u16, Count)> {
    if let Sense::Money(money, count) = sense { Some((money, count)) } else { None }
}
