//! [`Document`]: one text, read once, as the later stages need it.

use std::ops::Range;

use super::{letter::is_letter, paragraphs, sentences, tokens};
use crate::{
    Span,
    normalize::{Folded, as_tables_are},
};

/// One text with its tokens, sentences and paragraphs. Tokens are words, numbers and punctuation marks; blanks are none.
#[derive(Debug)]
pub struct Document<'t> {
    source: &'t str,
    folded: Folded,
    tokens: Vec<Token>,
    sentences: Vec<Range<usize>>,
    paragraphs: Vec<Range<usize>>,
}

/// A word, a number or a mark. Sixteen bytes, as a text has one for each ten of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    start: u32,
    /// The source offset, and in the lowest two bits the kind.
    end: u32,
    folded_start: u32,
    folded_end: u32,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Holds a letter.
    Word,
    /// Holds a digit and no letter.
    Number,
    /// Punctuation or a symbol.
    Mark,
}

impl Token {
    fn new(span: Span, folded: Span, kind: TokenKind) -> Self {
        Self {
            start: span.start as u32,
            end: (span.end as u32) << 2 | kind as u32,
            folded_start: folded.start as u32,
            folded_end: folded.end as u32,
        }
    }

    /// Its bytes in the source text.
    pub fn span(&self) -> Span {
        Span::new(self.start as usize, (self.end >> 2) as usize)
    }

    /// Its bytes in the folded text.
    pub fn folded(&self) -> Span {
        Span::new(self.folded_start as usize, self.folded_end as usize)
    }

    /// What it is.
    pub fn kind(&self) -> TokenKind {
        match self.end & 3 {
            0 => TokenKind::Word,
            1 => TokenKind::Number,
            _ => TokenKind::Mark,
        }
    }
}

/// As many as news have at least, so that room is made once.
const BYTES_PER_TOKEN: usize = 8;

impl<'t> Document<'t> {
    /// Folds and segments `source` (up to 1 GiB).
    pub fn new(source: &'t str) -> Self {
        let folded = as_tables_are(source);
        let mut walk = folded.map.walk();
        let mut all = Vec::with_capacity(source.len() / BYTES_PER_TOKEN);
        all.extend(tokens(source).filter(|span| !is_blank(span.of(source))).map(|span| {
            let folded = Span::new(walk.folded(span.start), walk.folded(span.end));
            Token::new(span, folded, TokenKind::of(source, span))
        }));
        let paragraphs = ranges(&all, paragraphs(source));
        let sentences = ranges(&all, sentences(source));
        Self { source, folded, tokens: all, sentences, paragraphs }
    }

    /// The text as it was given.
    pub fn source(&self) -> &'t str {
        self.source
    }

    /// Words, numbers and marks in their order.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The token's words, spelling folded by [`Folds::TABLE`](crate::normalize::Folds::TABLE).
    pub fn folded(&self, token: &Token) -> &str {
        token.folded().of(&self.folded.text)
    }

    /// All of the text, spelling folded by [`Folds::TABLE`](crate::normalize::Folds::TABLE).
    pub fn folded_text(&self) -> &str {
        &self.folded.text
    }

    /// A span of the folded text as one of the source text.
    pub fn to_source(&self, folded: Span) -> Span {
        self.folded.map.to_source(folded)
    }

    /// Each sentence as a range of tokens; together they cover all tokens.
    pub fn sentences(&self) -> &[Range<usize>] {
        &self.sentences
    }

    /// Each paragraph as a range of tokens; together they cover all tokens.
    pub fn paragraphs(&self) -> &[Range<usize>] {
        &self.paragraphs
    }
}

impl TokenKind {
    /// What stands at `span` of `text`; most pieces are known by their first character.
    pub(super) fn of(text: &str, span: Span) -> Self {
        match &text.as_bytes()[span.start..span.end] {
            [0xD8, 0xA1..=0xBF, ..] | [0xD9, 0x81..=0x8A, ..] => TokenKind::Word,
            b" " => TokenKind::Mark,
            _ => TokenKind::of_any(span.of(text)),
        }
    }

    fn of_any(piece: &str) -> Self {
        let mut kind = TokenKind::Mark;
        for c in piece.chars() {
            if is_letter(c) {
                return TokenKind::Word;
            }
            if c.is_numeric() {
                kind = TokenKind::Number;
            }
        }
        kind
    }
}

/// Whether a token has nothing but blanks; most others are known by their first byte.
fn is_blank(token: &str) -> bool {
    match token.as_bytes()[0] {
        0x21..=0x7F | 0xD8..=0xDB => false,
        _ => token.trim_start().is_empty(),
    }
}

/// The tokens of each span; spans in order.
fn ranges(tokens: &[Token], spans: impl Iterator<Item = Span>) -> Vec<Range<usize>> {
    let mut at = 0;
    let ranges = spans.map(|span| {
        let start = at;
        at += tokens[at..].iter().take_while(|token| token.span().start < span.end).count();
        start..at
    });
    ranges.filter(|range| !range.is_empty()).collect()
}
