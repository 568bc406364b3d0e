//! Names found against names wanted, span and type both right.

use std::{
    collections::{BTreeMap, HashSet},
    fmt,
};

use hamish::{NameType, Span, name::tagger};

use crate::{corpus::Guide, model::Tagged, prepared::Prepared};

/// Right, found and wanted by type.
#[derive(Clone, Copy, Debug, Default)]
struct Score([[usize; 3]; 3]);

impl Score {
    fn add(&mut self, wanted: &[(Span, NameType)], found: &[(Span, NameType)]) {
        let set: HashSet<_> = wanted.iter().copied().collect();
        for (_, kind) in wanted {
            self.0[*kind as usize][2] += 1;
        }
        for name in found {
            self.0[name.1 as usize][1] += 1;
            self.0[name.1 as usize][0] += usize::from(set.contains(name));
        }
    }

    fn all(&self) -> [usize; 3] {
        std::array::from_fn(|column| self.0.iter().map(|row| row[column]).sum())
    }
}

fn ratios([right, found, wanted]: [usize; 3]) -> (f64, f64, f64) {
    let share = |of: usize| right as f64 / of.max(1) as f64;
    (share(found), share(wanted), 2.0 * right as f64 / (found + wanted).max(1) as f64)
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (precision, recall, both) = ratios(self.all());
        let [person, place, organization] = self.0.map(|row| 100.0 * ratios(row).2);
        write!(
            f,
            "F1 {:.2} (P {:.1} R {:.1}) person {person:.1} place {place:.1} organization {organization:.1}",
            100.0 * both,
            100.0 * precision,
            100.0 * recall
        )
    }
}

/// Scores by group and pass.
#[derive(Debug, Default)]
pub(crate) struct Scores(BTreeMap<(&'static str, u8), Score>);

impl Scores {
    /// Counts the names that a pass's `tags` say in each of the article's groups.
    pub(crate) fn add(&mut self, article: &Prepared, groups: &[&'static str], pass: u8, tags: &[u8]) {
        let found = article.names(tags);
        for group in groups {
            self.0.entry((group, pass)).or_default().add(&article.gold, &found);
        }
    }
}

impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|((group, pass), score)| writeln!(f, "{group:8} {pass}: {score}"))
    }
}

/// By tenths of the score how many names of the project's guide were found with it, and how many of these are right.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Calibration([[usize; 2]; 10]);

impl Calibration {
    pub(crate) fn add(&mut self, article: &Prepared, tagged: &Tagged) {
        if article.guide == Guide::AnerCorp {
            return;
        }
        for (words, kind) in article.named(&tagged.tags) {
            let name = (article.span(&words), kind);
            let score = tagger::score(words, &tagged.tags, &tagged.marginals);
            let [right, found] = &mut self.0[((score * 10.0) as usize).min(9)];
            *found += 1;
            *right += usize::from(article.gold.contains(&name));
        }
    }
}

impl fmt::Display for Calibration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("right of found by score")?;
        for (tenth, [right, found]) in self.0.iter().enumerate().filter(|(_, [_, found])| *found > 0) {
            write!(f, " .{tenth}: {right}/{found}")?;
        }
        Ok(())
    }
}
