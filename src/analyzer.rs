//! [`Analyzer`]: runs the stages; the only file that knows their order.

use crate::{
    Annotations, Entity, Finding, Mention, Options,
    name::{self, own::OwnNames},
    quote, reading_time,
    segment::Document,
    value,
};

/// Names in a text and whom they name.
pub(crate) type Names = (Vec<Mention>, Vec<Entity>);

/// Reads articles. Make one and use it for many.
///
/// ```
/// let annotations = hamish::Analyzer::default().analyze("وصل بوتين إلى مينسك.");
/// assert_eq!(annotations.language, "ar");
/// ```
#[derive(Debug, Default)]
pub struct Analyzer {
    options: Options,
    own_names: OwnNames,
}

impl Analyzer {
    /// An analyzer with these options.
    pub fn new(options: Options) -> Self {
        let own_names = OwnNames::new(options.names());
        Self { options, own_names }
    }

    /// The notes on one article, its headline on the first line. Takes any text (up to 1 GiB); time grows linearly
    /// with its length.
    pub fn analyze(&self, source: &str) -> Annotations {
        self.analyze_named(source, None)
    }

    /// The names of an article, for [`Self::analyze_named`].
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn names(&self, source: &str) -> Names {
        self.find_names(&Document::new(source))
    }

    /// The notes on one article, its names found already or not.
    pub(crate) fn analyze_named(&self, source: &str, names: Option<Names>) -> Annotations {
        let document = Document::new(source);
        let (mentions, entities) = names.unwrap_or_else(|| self.find_names(&document));
        let values = self.find(Finding::Values, || value::find(&document, &self.options));
        let quotes = self.find(Finding::Quotes, || quote::find(&document, &mentions));
        let reading_time = reading_time::of_document(&document);
        Annotations { language: reading_time.language, reading_time, mentions, entities, quotes, values }
    }

    #[inline(never)]
    fn find_names(&self, document: &Document) -> Names {
        self.find(Finding::Names, || name::find(document, &self.options, &self.own_names))
    }

    /// What `find` finds, or nothing where it is not asked for.
    fn find<T: Default>(&self, finding: Finding, find: impl FnOnce() -> T) -> T {
        if self.options.finds(finding) { find() } else { T::default() }
    }
}
