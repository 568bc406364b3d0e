//! Where sentences begin and end, marks heeded: a full stop inside a quotation ends nothing outside it.

use super::{
    marks::Marked,
    text::{Text, Word},
};

/// Marked spans of so many words are read as a whole by what stands around them.
const OPAQUE: usize = 5;
/// How many words are looked through for what belongs to a quote.
pub(super) const WINDOW: usize = 70;

/// Sentences and marked spans by word.
pub(super) struct Layout {
    /// Per word, the index of its sentence's first word.
    starts: Vec<usize>,
    /// Per word, the index behind its sentence's last word.
    ends: Vec<usize>,
    /// Per word, the outermost marked span that it is in, plus one.
    within: Vec<usize>,
    opaque: Vec<bool>,
}

impl Layout {
    /// Lays out a text.
    pub(super) fn new(text: &Text, marked: &[Marked]) -> Self {
        let count = text.words.len();
        let mut within = vec![0; count];
        let mut filled = 0;
        let mut opaque = Vec::with_capacity(marked.len());
        for (index, one) in marked.iter().enumerate() {
            let words: usize = one.pieces.iter().map(|&(from, to)| text.count(from, to)).sum();
            let colon = one.open > 0 && text.words[one.open - 1].text == ":";
            opaque.push(words >= OPAQUE || colon);
            if one.open >= filled {
                within[one.open..one.end].fill(index + 1);
                filled = one.end;
            }
        }
        let mut layout = Self { starts: vec![0; count], ends: vec![count; count], within, opaque };
        let mut start = 0;
        for at in 0..count {
            layout.starts[at] = start;
            let next = at + 1;
            if next == count || layout.breaks(text, at) {
                layout.ends[start..next].fill(next);
                start = next;
            }
        }
        layout
    }

    fn breaks(&self, text: &Text, at: usize) -> bool {
        let (word, next) = (&text.words[at], &text.words[at + 1]);
        if self.opaque_at(at).is_some() && self.within[at] == self.within[at + 1] {
            return false;
        }
        // `دي. برايس`: a full stop inside of a name ends nothing.
        if word.line == next.line && word.mention != 0 && word.mention == next.mention {
            return false;
        }
        let letter = at > 0 && !text.words[at - 1].mark && text.words[at - 1].text.chars().count() == 1;
        let decimal = at > 0 && text.words[at - 1].text.as_bytes()[0].is_ascii_digit() && !next.apart;
        // `بي.بي.سي`.
        let short = |word: &Word| !word.mark && word.text.chars().count() <= 3;
        let dotted = at > 0 && !word.apart && !next.apart && short(&text.words[at - 1]) && short(next);
        let ends = match word.text {
            "؟" | "?" | "!" | "…" => true,
            "." => !letter && !decimal && !dotted,
            _ => false,
        };
        word.line != next.line || word.mark && ends && self.within[at] == 0
    }

    /// The first word of the sentence, no further back than the window.
    pub(super) fn start(&self, at: usize) -> usize {
        self.starts[at].max(at.saturating_sub(WINDOW))
    }

    /// Behind the last word of the sentence, no further on than the window.
    pub(super) fn end(&self, at: usize) -> usize {
        self.ends[at].min(at + 2 * WINDOW)
    }

    /// The outermost marked span around a word.
    pub(super) fn within(&self, at: usize) -> Option<usize> {
        self.within[at].checked_sub(1)
    }

    /// The outermost marked span around a word, if it is long.
    pub(super) fn opaque_at(&self, at: usize) -> Option<usize> {
        self.within(at).filter(|&index| self.opaque[index])
    }
}
