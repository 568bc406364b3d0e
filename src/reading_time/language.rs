//! Which language a text is written in: by its script, and within one by common words and letters.

use std::sync::LazyLock;

use super::script::Script;
use crate::{
    normalize::{Folds, Normalizer},
    segment::words,
    tables::languages::{EVIDENCE, LANGUAGES},
};

/// Bytes of a text that are enough to know its languages.
const SAMPLE: usize = 16 << 10;

/// A row of the table of languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Language(usize);

impl Language {
    /// BCP 47 tag.
    pub(super) fn tag(self) -> &'static str {
        LANGUAGES[self.0].0
    }

    /// Words that its readers read in a minute.
    pub(super) fn rate(self) -> u16 {
        LANGUAGES[self.0].2
    }

    fn script(self) -> &'static str {
        LANGUAGES[self.0].1
    }

    fn all() -> impl Iterator<Item = Language> {
        (0..LANGUAGES.len()).map(Language)
    }
}

/// The languages of a text, one for each script in it.
#[derive(Clone, Debug)]
pub(super) struct Languages {
    /// How often each row's words and letters were met.
    evidence: [u16; LANGUAGES.len()],
    is_vocalised: bool,
}

impl Languages {
    pub(super) fn of(source: &str) -> Self {
        let end = (0..=source.len().min(SAMPLE)).rfind(|&at| source.is_char_boundary(at)).unwrap_or(0);
        let sample = &source[..end];
        let folded = NORMALIZER.normalize(sample).text;
        let mut evidence = [0; LANGUAGES.len()];
        let mut count = |known: &str| {
            let start = EVIDENCE.partition_point(|&(word, _)| word < known);
            for &(_, row) in EVIDENCE[start..].iter().take_while(|&&(word, _)| word == known) {
                evidence[usize::from(row)] += 1;
            }
        };
        for word in words(&folded).map(|word| word.of(&folded)) {
            count(word);
            let letters = word.char_indices().filter(|&(_, c)| c > '\u{7F}' && !matches!(c, 'ء'..='ي'));
            letters.for_each(|(at, c)| count(&word[at..at + c.len_utf8()]));
        }
        let is_haraka = |c: char| matches!(c, '\u{64B}'..='\u{652}');
        let [letters, harakat] = sample.chars().fold([0, 0], |[letters, harakat], c| {
            [letters + usize::from(matches!(c, 'ء'..='ي')), harakat + usize::from(is_haraka(c))]
        });
        // Vowels that are written out carry no sign: about every second letter does where all are set.
        Self { evidence, is_vocalised: harakat * 3 > letters }
    }

    /// Whether the text has its harakat throughout.
    pub(super) fn is_vocalised(&self) -> bool {
        self.is_vocalised
    }

    /// The language of what is written in `script`; none where nothing tells.
    pub(super) fn in_script(&self, script: Script) -> Option<Language> {
        let of_script = || Language::all().filter(|language| language.script() == script.name());
        let most = of_script().map(|language| self.evidence[language.0]).max()?;
        let is_certain = most > 0 || of_script().count() == 1 || script == Script::Arabic;
        of_script().find(|language| self.evidence[language.0] == most).filter(|_| is_certain)
    }
}

/// The folds of the table's words.
static NORMALIZER: LazyLock<Normalizer> = LazyLock::new(|| Normalizer::new(Folds::SEARCH | Folds::CASE));
