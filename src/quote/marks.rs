//! Words between quotation marks, however they are typed.

use super::text::Text;
use crate::order;

/// How far a quote may run on before its mark is taken for a stray one: words, and paragraphs.
const LONGEST: usize = 400;
const MOST_LINES: usize = 6;

/// Words in quotation marks.
#[derive(Clone, Debug)]
pub(super) struct Marked {
    /// Index of the opening mark.
    pub open: usize,
    /// Index behind the closing mark.
    pub end: usize,
    /// The words, marks left out: one range a paragraph.
    pub pieces: Vec<(usize, usize)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Angle,
    Double,
    Single,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    Either,
}

/// All marked spans by their opening marks; they nest and never cross.
pub(super) fn find(text: &Text) -> Vec<Marked> {
    let words = &text.words;
    let mut found = Vec::new();
    let mut stack: Vec<(Style, usize)> = Vec::new();
    let mut at = 0;
    let mut line = 0;
    while at < words.len() {
        if words[at].line != line {
            at = unclosed(text, &mut stack, at, &mut found);
            if at >= words.len() {
                break;
            }
            line = words[at].line;
        }
        let Some((style, side, width)) = read(text, at) else {
            at += 1;
            continue;
        };
        let open = stack.iter().rposition(|(known, _)| *known == style);
        let opens = match side {
            Side::Opens => stack.len() < 3 && !(style == Style::Single && open.is_some()),
            Side::Closes => false,
            Side::Either => style == Style::Double && open.is_none(),
        };
        if opens {
            stack.push((style, at));
        } else if let Some(open) = open {
            let (_, start) = stack[open];
            stack.truncate(open);
            add(text, start, at, at + width, &mut found);
        }
        at += width;
    }
    unclosed(text, &mut stack, words.len(), &mut found);
    order::by_key(&mut found, |marked| (marked.open as u64, 0));
    found
}

/// What to do with the marks that are open where a paragraph ends, `end` its end: a quote may go on in the next ones.
fn unclosed(text: &Text, stack: &mut Vec<(Style, usize)>, end: usize, found: &mut Vec<Marked>) -> usize {
    let Some(&(style, start)) = stack.iter().find(|(style, _)| *style != Style::Single) else {
        stack.clear();
        return end;
    };
    stack.clear();
    if end - start > LONGEST {
        return end;
    }
    let width = if text.words[start].text == "<" { 2 } else { 1 };
    let mut pieces = vec![(start + width, end)];
    let mut from = end;
    let mut at = end;
    let first = text.words.get(end).map_or(0, |word| word.line);
    while let Some(word) = text.words.get(at) {
        if word.line >= first + MOST_LINES || at - start > LONGEST {
            break;
        }
        if word.line != text.words[from].line {
            pieces.push((from, at));
            from = at;
        }
        if let Some((other, side, width)) = read(text, at).filter(|(other, ..)| *other != Style::Single) {
            let ends = text.words.get(at + width).is_none_or(|next| next.line != word.line || next.mark);
            if other == style && at > from && (side == Side::Closes || ends) {
                pieces.push((from, at));
                found.push(Marked { open: start, end: at + width, pieces });
                return at + width;
            }
            break;
        }
        at += 1;
    }
    // Nothing closes it: the quote ends with its paragraph.
    pieces.truncate(1);
    if pieces[0].0 < pieces[0].1 {
        found.push(Marked { open: start, end, pieces });
    }
    end
}

fn add(text: &Text, open: usize, close: usize, end: usize, found: &mut Vec<Marked>) {
    let width = if text.words[open].text == "<" { 2 } else { 1 };
    if open + width < close && text.count(open + width, close) > 0 {
        found.push(Marked { open, end, pieces: vec![(open + width, close)] });
    }
}

/// The mark at `at`: its style, the side that its shape and the blanks around it show, its width in words.
fn read(text: &Text, at: usize) -> Option<(Style, Side, usize)> {
    let words = &text.words;
    let word = &words[at];
    if !word.mark {
        return None;
    }
    let glued = |at: usize| words.get(at).is_some_and(|next| !next.apart && next.text == word.text);
    let (style, width) = match word.text {
        "«" | "»" | "《" | "》" => (Style::Angle, 1),
        "<" | ">" if glued(at + 1) => (Style::Angle, 2),
        "\"" | "“" | "”" | "„" | "‟" | "＂" => (Style::Double, 1),
        "'" if glued(at + 1) => (Style::Double, 2),
        "'" | "‘" | "’" | "‚" | "‛" | "‹" | "›" => (Style::Single, 1),
        _ => return None,
    };
    let next = words.get(at + width).filter(|next| next.line == word.line);
    let last = at.checked_sub(1).map(|at| &words[at]).filter(|last| last.line == word.line);
    let blank_before = word.apart || last.is_none();
    let blank_behind = next.is_none_or(|next| next.apart);
    let proclitic = last.is_some_and(|last| !last.mark && last.text.chars().count() == 1);
    let opens_by_place = blank_before && !blank_behind
        || !blank_before
            && (proclitic
                || last.is_some_and(|last| matches!(last.text, ":" | "(" | "[" | "/" | "،" | "," | "-")))
            && next.is_some_and(|next| !next.mark);
    let closes_by_place = !blank_before && (blank_behind || next.is_some_and(|next| next.mark));
    let side = match word.text {
        "«" | "《" | "<" | "‹" => Side::Opens,
        "»" | "》" | ">" | "›" => Side::Closes,
        _ if opens_by_place => Side::Opens,
        _ if closes_by_place => Side::Closes,
        _ => Side::Either,
    };
    // A single mark between letters is an apostrophe.
    (style != Style::Single || side != Side::Either).then_some((style, side, width))
}
