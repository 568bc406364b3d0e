//! Stage 6: how long a text takes to read.
//!
//! Rates are those of `data/languages.tsv`, one a language, each with its source. A text in several languages takes what
//! each part takes in its own.

mod label;
mod language;
mod script;

pub use label::label;

use serde::Serialize;

use crate::{
    Span,
    segment::{Document, Token, TokenKind, is_alphabetic, words},
};
use language::{Language, Languages};
use script::Script;

/// How long a text takes to read.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReadingTime {
    /// Words as readers count them.
    pub words: usize,
    /// At [`ReadingTime::words_per_minute`], images on top.
    pub seconds: usize,
    /// Rounded up; 0 only for nothing to read.
    pub minutes: usize,
    /// The rate that was used: the mean where several languages are read.
    pub words_per_minute: usize,
    /// The minutes in the article's language: دقيقة واحدة, دقيقتان, 3 دقائق, 11 دقيقة.
    pub label: String,
    /// BCP 47 tag of the language of most of the text; `und` where nothing tells.
    #[serde(skip)]
    pub language: &'static str,
}

/// Words a minute where no language is known: the mean of the seventeen of the IReST (see `data/languages.tsv`).
const UNKNOWN_RATE: u16 = 184;

/// Words a minute of Arabic that is vocalised throughout. Readers are slower there (Ibrahim 2013, Creative Education 4;
/// Asadi 2017, Writing Systems Research 9) but no rate of silent reading is published, so this is the IReST's for reading
/// Arabic aloud.
const VOCALISED_RATE: u16 = 138;

/// The reading time of `source`.
///
/// A word is what stands between blanks with a letter or a digit in it: كوفيد-19, 12/10/2024 and an address are one each,
/// tatweel and punctuation none.
///
/// ```
/// use hamish::reading_time;
///
/// let time = reading_time::of(&"وصل الرئيس إلى العاصمة أمس، ".repeat(100));
/// assert_eq!((time.words, time.words_per_minute, time.seconds), (500, 181, 166));
/// assert_eq!(time.label, "3 دقائق");
/// assert_eq!(time.language, "ar");
/// ```
pub fn of(source: &str) -> ReadingTime {
    left(source, 0)
}

/// The reading time of what stands from byte `from` of `source` on, at the rates of the whole text: the time left to a
/// reader who is there.
///
/// # Panics
/// Where `from` is not on a character boundary of `source`.
///
/// ```
/// use hamish::reading_time;
///
/// let source = "وصل الرئيس أمس. ".repeat(200);
/// assert_eq!(reading_time::left(&source, source.len() / 2).words, 300);
/// ```
pub fn left(source: &str, from: usize) -> ReadingTime {
    let of_words = |text| Counts::of(text, words(text));
    let counts = of_words(&source[from..]);
    let main = if from == 0 { counts.main() } else { of_words(source).main() };
    timed(source, &counts, main)
}

/// The reading time of an article whose words are known already.
pub(crate) fn of_document(document: &Document) -> ReadingTime {
    let words = document.tokens().iter().filter(|token| token.kind() != TokenKind::Mark);
    let counts = Counts::of(document.source(), words.map(Token::span));
    timed(document.source(), &counts, counts.main())
}

/// The time for these words of a text, most of which are in the `main` script.
fn timed(source: &str, counts: &Counts, main: Script) -> ReadingTime {
    let languages = Languages::of(source);
    let rate = |script: Script| match languages.in_script(script) {
        _ if script == Script::Arabic && languages.is_vocalised() => VOCALISED_RATE,
        language => language.map_or(UNKNOWN_RATE, Language::rate),
    };
    let words = counts.total();
    let seconds: f64 =
        counts.each(main).map(|(script, words)| words as f64 * 60.0 / f64::from(rate(script))).sum();
    let words_per_minute =
        if words == 0 { usize::from(rate(main)) } else { (words as f64 * 60.0 / seconds).round() as usize };
    let tag = languages.in_script(main).map_or("und", Language::tag);
    ReadingTime::new(words, seconds.round() as usize, words_per_minute, tag)
}

impl ReadingTime {
    fn new(words: usize, seconds: usize, words_per_minute: usize, language: &'static str) -> Self {
        let minutes = seconds.max(usize::from(words > 0)).div_ceil(60);
        Self { words, seconds, minutes, words_per_minute, label: label(minutes, language), language }
    }

    /// The time with this many images looked at: 12 seconds for the first, 11 for the second, down to 3 for the tenth and
    /// each one behind it, as Medium counts.
    pub fn with_images(self, images: usize) -> Self {
        let first = images.min(10);
        let looking = (3..=12).rev().take(first).sum::<usize>() + 3 * (images - first);
        Self::new(self.words, self.seconds + looking, self.words_per_minute, self.language)
    }

    /// The same with its label in the language of this tag; see [`label`].
    pub fn with_label_in(self, language: &str) -> Self {
        Self { label: label(self.minutes, language), ..self }
    }
}

/// Words by script.
struct Counts {
    words: [usize; Script::ALL.len()],
    /// Words without letters.
    figures: usize,
}

impl Counts {
    fn of(text: &str, words: impl Iterator<Item = Span>) -> Self {
        let mut counts = Self { words: [0; Script::ALL.len()], figures: 0 };
        let mut before = Span::new(0, 0);
        for word in words {
            let begins = !is_joined(text, before, word);
            if begins {
                match word.of(text).chars().find(|&c| is_alphabetic(c)) {
                    Some(letter) => counts.words[Script::of(letter) as usize] += 1,
                    None => counts.figures += 1,
                }
            }
            before = word;
        }
        counts
    }

    fn total(&self) -> usize {
        self.words.iter().sum::<usize>() + self.figures
    }

    /// The script of most words; the first of equals.
    fn main(&self) -> Script {
        let most = self.words.iter().copied().max().filter(|&most| most > 0);
        most.and_then(|most| self.words.iter().position(|&words| words == most))
            .map_or(Script::Other, |at| Script::ALL[at])
    }

    /// Words by script, figures as words of the `main` one.
    fn each(&self, main: Script) -> impl Iterator<Item = (Script, usize)> {
        let figures = move |script| if script == main { self.figures } else { 0 };
        Script::ALL.into_iter().map(move |script| (script, self.words[script as usize] + figures(script)))
    }
}

/// Whether readers count two words as one: behind a hyphen, or figures with one mark between.
fn is_joined(text: &str, before: Span, word: Span) -> bool {
    let between = &text[before.end..word.start];
    let figures =
        || before.of(text).ends_with(char::is_numeric) && word.of(text).starts_with(char::is_numeric);
    !before.is_empty()
        && match between {
            "-" | "\u{2010}" | "\u{2011}" => true,
            "/" | ":" | "." | "," | "،" | "–" => figures(),
            _ => false,
        }
}
