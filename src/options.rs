//! [`Options`]: what a caller can ask of an analysis.

use std::str::FromStr;

use crate::{Error, NameType, normalize::as_tables_are, value::calendar::Day};

/// What to look for and how. [`Options::default`] finds everything, tuned for F1.
#[derive(Clone, Debug, Default)]
pub struct Options {
    threshold: f32,
    names: Vec<OwnName>,
    published: Option<String>,
    /// What is asked for; all of it where nobody says.
    findings: Option<Vec<Finding>>,
}

/// What an analysis can find beside the reading time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// People, places and organizations.
    Names,
    /// Dates and figures.
    Values,
    /// Quotes with their speakers, and the names that these are found by.
    Quotes,
}

impl FromStr for Finding {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        match name {
            "names" => Ok(Finding::Names),
            "values" => Ok(Finding::Values),
            "quotes" => Ok(Finding::Quotes),
            _ => Err(Error::Option { name: "find", given: name.into(), takes: "names, values and quotes" }),
        }
    }
}

/// A name that the caller brings: found in all spellings and with clitics, before everything else.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnName {
    /// The name as it is shown.
    pub name: String,
    /// What it names.
    #[serde(rename = "type")]
    pub kind: NameType,
    /// The caller's identifier, returned as the entity's.
    #[serde(default)]
    pub id: Option<String>,
    /// Other names of the same.
    #[serde(default)]
    pub aliases: Vec<String>,
}

impl Options {
    /// Leaves out mentions whose score is lower. 0, the default, gives the best F1; higher values trade recall for
    /// precision.
    ///
    /// # Errors
    /// Where `threshold` is not between 0 and 1.
    pub fn with_threshold(mut self, threshold: f32) -> Result<Self, Error> {
        if !(0.0..=1.0).contains(&threshold) {
            return Err(Error::Option {
                name: "threshold",
                given: String::from(if threshold > 1.0 { "more than 1" } else { "less than 0" }),
                takes: "a number from 0 to 1",
            });
        }
        self.threshold = threshold;
        Ok(self)
    }

    /// Adds the caller's own names.
    ///
    /// # Errors
    /// Where a name or an alias holds no letter.
    pub fn with_names(mut self, names: impl IntoIterator<Item = OwnName>) -> Result<Self, Error> {
        for own in names {
            let holds_letter = |name: &str| as_tables_are(name).text.chars().any(char::is_alphabetic);
            if let Some(empty) = [&own.name].into_iter().chain(&own.aliases).find(|name| !holds_letter(name))
            {
                return Err(Error::Option {
                    name: "names",
                    given: empty.clone(),
                    takes: "names with at least one letter",
                });
            }
            self.names.push(own);
        }
        Ok(self)
    }

    /// The day of publication, `YYYY-MM-DD`, that أمس and الأسبوع الماضي are counted from.
    ///
    /// # Errors
    /// Where `date` is no such date: 2024-02-30 is none.
    pub fn with_published(mut self, date: &str) -> Result<Self, Error> {
        if Day::parse(date).is_none() {
            return Err(Error::Option {
                name: "published",
                given: date.into(),
                takes: "a date as YYYY-MM-DD",
            });
        }
        self.published = Some(date.into());
        Ok(self)
    }

    /// Finds these alone, the reading time aside, and takes less time.
    pub fn with_findings(mut self, findings: impl IntoIterator<Item = Finding>) -> Self {
        self.findings = Some(findings.into_iter().collect());
        self
    }

    /// Whether this is asked for.
    pub fn finds(&self, finding: Finding) -> bool {
        let needs =
            |&asked: &Finding| asked == finding || (asked, finding) == (Finding::Quotes, Finding::Names);
        self.findings.as_ref().is_none_or(|findings| findings.iter().any(needs))
    }

    /// The lowest score that is returned.
    pub fn threshold(&self) -> f32 {
        self.threshold
    }

    /// The caller's own names.
    pub fn names(&self) -> &[OwnName] {
        &self.names
    }

    /// The day of publication, `YYYY-MM-DD`.
    pub fn published(&self) -> Option<&str> {
        self.published.as_deref()
    }
}
