//! One quotation mark: its style, its shape, how it stands among its neighbours, and what each makes it cost to read it
//! as opening, as closing or as a stray.

use super::{cue::Form, phrase, text::Text, voice::Voice};

/// Costs in tenths of what it takes to believe that a mark is missing, about 30.
pub(super) mod cost {
    pub(in crate::quote) const STRAY: u32 = 44;
    pub(in crate::quote) const STRAY_SINGLE: u32 = 18;
    pub(in crate::quote) const AGAINST_SHAPE: u32 = 35;
    pub(in crate::quote) const MISTAKEN: u32 = 3;
    pub(in crate::quote) const UNCLOSED: u32 = 24;
    pub(in crate::quote) const UNOPENED: u32 = 34;
    pub(in crate::quote) const UNOPENED_SPEECH: u32 = 30;
    pub(in crate::quote) const UNCLOSED_AND_REOPENED: u32 = 4;
    pub(in crate::quote) const CLOSED_BY_REPORT: u32 = 19;
    pub(in crate::quote) const CLOSED_BY_FORMULA: u32 = 3;
    pub(in crate::quote) const CARRIED: u32 = 15;
    pub(in crate::quote) const CARRIED_ON: u32 = 1;
    pub(in crate::quote) const CARRIED_INTO_REPORT: u32 = 15;
    pub(in crate::quote) const CARRIED_IN_VOICE: u32 = 1;
    pub(in crate::quote) const UNHEARD: u32 = 6;
    pub(in crate::quote) const SINGLE: u32 = 8;
    pub(in crate::quote) const NESTED_ALIKE: u32 = 26;
    pub(in crate::quote) const NESTED: u32 = 8;
    pub(in crate::quote) const MISMATCH: u32 = 22;
    pub(in crate::quote) const EMPTY: u32 = 60;
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Angle = 1,
    Double,
    Single,
    /// The opening mark is missing.
    Missing,
    /// Opened in an earlier paragraph.
    AngleCarried,
    DoubleCarried,
    MissingCarried,
}

impl Style {
    /// The style that a quote of this one has in the paragraphs behind its first, the next of which is in `voice`.
    pub(super) fn carried(style: usize, voice: Voice) -> Option<usize> {
        match style {
            1 | 5 => Some(Style::AngleCarried as usize),
            2 | 6 => Some(Style::DoubleCarried as usize),
            4 | 7 if voice == Voice::Speaker => Some(Style::MissingCarried as usize),
            _ => None,
        }
    }

    /// Whether a mark of this style closes, as it should, what one of style `open` opened.
    pub(super) fn closes(self, open: usize) -> bool {
        let missing = open == Style::Missing as usize || open == Style::MissingCarried as usize;
        open == self as usize
            || match self {
                Style::Angle => missing || open == Style::AngleCarried as usize,
                Style::Double => missing || open == Style::DoubleCarried as usize,
                _ => false,
            }
    }
}

/// The mark at `at`: its style and its width in words.
pub(super) fn read(text: &Text, at: usize) -> Option<(Style, usize)> {
    let words = &text.words;
    let word = words.get(at).filter(|word| word.mark)?;
    let doubled = || words.get(at + 1).is_some_and(|next| !next.apart && next.text == word.text);
    Some(match word.text {
        "«" | "»" | "《" | "》" | "≪" | "≫" => (Style::Angle, 1),
        "<" | ">" if doubled() => (Style::Angle, 2),
        "\"" | "“" | "”" | "„" | "‟" | "＂" | "〝" | "〞" => (Style::Double, 1),
        "'" | "‘" | "’" if doubled() => (Style::Double, 2),
        "'" | "‘" | "’" | "‚" | "‛" | "‹" | "›" => (Style::Single, 1),
        _ => return None,
    })
}

/// What its shape makes it cost that a mark opens and that it closes; `“ ”` and their like are mistaken for each other so
/// often that theirs says little.
fn shape(mark: &str) -> (u32, u32) {
    match mark {
        "«" | "《" | "≪" | "<" | "‹" | "„" | "‚" => (0, cost::AGAINST_SHAPE),
        "»" | "》" | "≫" | ">" | "›" => (cost::AGAINST_SHAPE, 0),
        "“" | "‘" | "‟" | "‛" | "〝" => (0, cost::MISTAKEN),
        "”" | "’" | "〞" => (cost::MISTAKEN, 0),
        _ => (0, 0),
    }
}

/// How a mark stands among its neighbours.
pub(super) struct Place {
    blank_before: bool,
    blank_behind: bool,
    /// First in its paragraph; last in it.
    first: bool,
    last: bool,
    /// The neighbour before is `:` or `(`, a letter written onto the next word, or a reporting word.
    leads_in: bool,
    /// The neighbour behind is a mark that closes something.
    leads_out: bool,
    /// Another quotation mark touches this one, before or behind.
    touched_before: bool,
    touched_behind: bool,
    number_before: bool,
    /// Between two letters of a word.
    inside_word: bool,
    /// A reporting word follows.
    reports: bool,
}

impl Place {
    pub(super) fn new(text: &Text, at: usize, width: usize) -> Self {
        let words = &text.words;
        let line = words[at].line;
        let before = at.checked_sub(1).map(|at| &words[at]).filter(|word| word.line == line);
        let behind = words.get(at + width).filter(|word| word.line == line);
        let blank_before = words[at].apart || before.is_none();
        let blank_behind = behind.is_none_or(|word| word.apart);
        let letter = before.is_some_and(|word| matches!(word.text, "و" | "ف" | "ب" | "ل" | "ك"));
        Self {
            blank_before,
            blank_behind,
            first: before.is_none(),
            last: behind.is_none(),
            leads_in: letter
                || before.is_some_and(|word| match word.mark {
                    true => matches!(word.text, ":" | "(" | "[" | "/" | "-" | "–"),
                    false => word.cue.is_some() || phrase::is_complement(word.text),
                }),
            leads_out: behind.is_some_and(|word| {
                word.mark && !matches!(word.text, "(" | "[") && read(text, at + width).is_none()
            }),
            touched_before: !blank_before && at > 0 && read(text, at - 1).is_some(),
            touched_behind: !blank_behind && read(text, at + width).is_some(),
            number_before: before.is_some_and(|word| word.text.as_bytes()[0].is_ascii_digit())
                && !words[at].apart,
            inside_word: !blank_before
                && !blank_behind
                && !letter
                && before.is_some_and(|word| !word.mark)
                && behind.is_some_and(|word| !word.mark),
            reports: behind
                .is_some_and(|word| word.cue.is_some_and(|cue| cue.form == Form::Verb && !cue.first)),
        }
    }

    /// What it costs to read the mark as opening, as closing and as a stray.
    pub(super) fn costs(&self, mark: &str, style: Style) -> (u32, u32, u32) {
        let (open, close) = shape(mark);
        (open + self.to_open(), close + self.to_close(), self.to_pass(style))
    }

    fn to_open(&self) -> u32 {
        let blanks = match (self.blank_before, self.blank_behind) {
            (true, false) => 0,
            (true, true) => 7,
            (false, false) if self.touched_before => 2,
            (false, false) if self.leads_in => 2,
            (false, false) => 9,
            (false, true) if self.leads_in => 6,
            (false, true) => 45,
        };
        let neighbours = if self.last {
            60
        } else if self.leads_out {
            24
        } else {
            0
        };
        blanks
            + neighbours
            + if self.leads_in || self.first || self.touched_before { 0 } else { 6 }
            + if self.reports { 10 } else { 0 }
    }

    fn to_close(&self) -> u32 {
        let blanks = match (self.blank_before, self.blank_behind) {
            (false, true) => 0,
            (true, true) => 5,
            (false, false) if self.leads_out => 0,
            (false, false) if self.touched_behind => 2,
            (false, false) => 9,
            (true, false) if self.leads_out => 4,
            (true, false) => 45,
        };
        let neighbours = if self.first {
            60
        } else if self.leads_in {
            17
        } else {
            0
        };
        blanks + neighbours + if self.leads_out || self.last || self.touched_behind { 0 } else { 3 }
    }

    fn to_pass(&self, style: Style) -> u32 {
        match style {
            // An apostrophe, and the signs of feet and inches.
            Style::Single if self.inside_word => 0,
            _ if self.number_before => 8,
            Style::Single if !(self.leads_in && self.blank_before && !self.blank_behind) => {
                cost::STRAY_SINGLE
            }
            _ => cost::STRAY,
        }
    }
}
