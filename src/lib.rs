//! Hamish (هامش, *margin*) reads an Arabic news article and writes notes in its margin: how long it takes to read,
//! who says what, who and what is named, which dates and figures it gives.
//!
//! ```
//! use hamish::{Analyzer, NameType};
//!
//! let text = "قال الرئيس فلاديمير بوتين في موسكو: «سنواصل المحادثات».";
//! let annotations = Analyzer::default().analyze(text);
//! let names: Vec<_> = annotations.mentions.iter().map(|m| m.span.of(text)).collect();
//! assert_eq!(names, ["فلاديمير بوتين", "موسكو"]);
//! assert_eq!(annotations.quotes[0].span().of(text), "سنواصل المحادثات");
//! ```
//!
//! The stages stand in the order in which a text passes them: [`normalize`] → [`segment`] → [`name`] → [`value`] →
//! [`quote`] → [`reading_time`]. All spans are half-open ranges of bytes of the source text; [`utf16`] converts them
//! for JavaScript, [`record`] writes them as JSON.
//!
//! The library reads no files, opens no sockets and asks no clock.
#![forbid(unsafe_code)]

pub mod analyzer;
pub mod annotation;
mod bytes;
pub mod coder;
pub mod error;
pub mod name;
pub mod normalize;
pub mod options;
mod order;
pub mod quote;
pub mod reading_time;
pub mod record;
pub mod search;
pub mod segment;
pub mod span;
mod tables;
pub mod tidy;
pub mod utf16;
pub mod value;

#[cfg(target_arch = "wasm32")]
#[doc(hidden)]
pub mod wasm;

pub use analyzer::Analyzer;
pub use annotation::{Annotations, Entity, Mention, NameType, Quote, QuoteKind, Speaker, Value, ValueKind};
pub use error::Error;
pub use options::{Finding, Options, OwnName};
pub use span::Span;
