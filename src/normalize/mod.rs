//! Stage 1: equates spellings, with an exact way back to the source text.
//!
//! Folded text is for comparing, never for showing; only [`Folds::CLEAN`] is safe to show.
//!
//! ```
//! use hamish::{Span, normalize::{Folds, normalize}};
//!
//! let source = "قال أَحْمَـــد";
//! let folded = normalize(source, Folds::SEARCH);
//! assert_eq!(folded.text, "قال احمد");
//! assert_eq!(folded.map.to_source(Span::new(7, 15)).of(source), "أَحْمَـــد");
//! ```

mod compose;
mod folded;
mod folds;
mod neighbours;
mod offset_map;
mod presets;
mod table;
pub mod unicode;

pub use folded::Folded;
pub(crate) use folds::case::lower;
pub use offset_map::OffsetMap;
pub use presets::Folds;

use std::sync::LazyLock;

use table::Table;

/// Folds `source` (up to 2 GiB). Twice folded is once folded.
///
/// Work and memory are linear in the text's length: at most eight bytes for each of the source.
pub fn normalize(source: &str, folds: Folds) -> Folded {
    Normalizer::new(folds).normalize(source)
}

/// What [`normalize`] gives with [`Folds::TABLE`], made ready once for all.
pub(crate) fn as_tables_are(source: &str) -> Folded {
    static NORMALIZER: LazyLock<Normalizer> = LazyLock::new(|| Normalizer::new(Folds::TABLE));
    NORMALIZER.normalize(source)
}

/// Folds made ready, for whoever folds many short texts.
#[derive(Debug)]
pub struct Normalizer {
    table: Table,
}

impl Normalizer {
    /// Makes `folds` ready.
    pub fn new(folds: Folds) -> Self {
        Self { table: Table::new(folds) }
    }

    /// The folds that it was made for.
    pub fn folds(&self) -> Folds {
        self.table.folds()
    }

    /// What becomes of `c` whatever stands beside it: another character or nothing. None where that matters.
    pub(crate) fn turn_alone(&self, c: char) -> Option<Option<char>> {
        self.table.turn_alone(c)
    }

    /// Whether what becomes of a cluster never depends on another one.
    pub(crate) fn is_local(&self) -> bool {
        !neighbours::are_looked_at(self.folds())
    }

    /// What [`normalize`] gives with these folds.
    pub fn normalize(&self, source: &str) -> Folded {
        let fold = if self.is_local() { folded::fold } else { neighbours::fold };
        fold(source, &self.table)
    }
}
