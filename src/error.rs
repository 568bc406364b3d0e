//! [`Error`]: what can be wrong with what a caller gives.

use std::fmt;

/// Options that the engine cannot use. Text itself is never wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// An option's value is outside of what it takes.
    Option {
        /// Which option.
        name: &'static str,
        /// What was given.
        given: String,
        /// What it takes.
        takes: &'static str,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Option { name, given, takes } => {
                write!(f, "option `{name}`: got `{given}`; it takes {takes}")
            }
        }
    }
}

impl std::error::Error for Error {}
