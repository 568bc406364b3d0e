//! Addresses: URLs, e-mail addresses, handles, hashtags and domains, each read as one word.

use std::sync::LazyLock;

use super::automaton::Automaton;
use crate::{Span, coder::unpack};

/// The addresses in a text, by start.
///
/// ```
/// use hamish::segment::addresses;
///
/// let text = "راسلوا desk@example.com، أو زوروا https://example.com/a?b=1.";
/// let found: Vec<_> = addresses(text).map(|span| span.of(text)).collect();
/// assert_eq!(found, ["desk@example.com", "https://example.com/a?b=1"]);
/// ```
pub fn addresses(text: &str) -> Addresses<'_> {
    Addresses { text, from: 0 }
}

/// The iterator of [`addresses`].
#[derive(Clone, Debug)]
pub struct Addresses<'t> {
    text: &'t str,
    from: usize,
}

impl Iterator for Addresses<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        while let Some(start) = next_start(self.text.as_bytes(), self.from) {
            let rest = &self.text.as_bytes()[start..];
            if let Some(length) = AUTOMATON.longest(rest) {
                self.from = start + length;
                return Some(Span::new(start, self.from));
            }
            self.from = start + run(rest);
        }
        self.from = self.text.len();
        None
    }
}

/// The next place at or after `from` where an address can begin: at an ASCII character of one, with none before it.
fn next_start(bytes: &[u8], from: usize) -> Option<usize> {
    let begins = |at: usize| opens(bytes[at]) && (at == 0 || at == from || !inner(bytes[at - 1]));
    let mut at = from;
    while at < bytes.len() {
        if bytes[at..].first_chunk().is_some_and(|&eight| !may_open(eight)) {
            at += 8;
        } else if begins(at) {
            return Some(at);
        } else {
            at += 1;
        }
    }
    None
}

/// False where none of eight bytes is ASCII from `#` on.
fn may_open(eight: [u8; 8]) -> bool {
    const LANES: u64 = 0x0101_0101_0101_0101;
    let bytes = u64::from_le_bytes(eight);
    let from_first = (bytes & (LANES * 0x7F)) + LANES * (0x80 - b'#' as u64);
    !bytes & from_first & (LANES * 0x80) != 0
}

/// The length of what an unsuccessful search has read at most, so that nothing is read twice.
fn run(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|&&byte| inner(byte)).count().max(1)
}

fn opens(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'@' | b'#')
}

fn inner(byte: u8) -> bool {
    opens(byte) || matches!(byte, b'.' | b'-' | b'_' | b'%' | b'+')
}

static AUTOMATON: LazyLock<Automaton> =
    LazyLock::new(|| unpack(include_bytes!("../tables/addresses.bin"), Automaton::pass));
