//! Canonical composition (UAX #15, form C), cluster by cluster, and the folds of each cluster in one go.
//!
//! A cluster is a character that stands for itself and all behind it that may compose or change places with it: marks,
//! jamo, and what is dropped among them.

use super::{
    folded::Writer,
    table::{Table, Turn},
    unicode::{classes, unicode},
};
use crate::order;

/// Composes and folds the cluster of the character at `at`; returns its end.
pub(super) fn fold_cluster(writer: &mut Writer, table: &Table, at: usize) -> usize {
    let source = writer.source;
    let opener = source[..at].char_indices().rev().find(|&(i, c)| opens(table, source, i, c));
    let start = opener.map_or(0, |(i, _)| i);
    let own = source[at..].chars().next().map_or(0, char::len_utf8);
    let next = source[at + own..].char_indices().find(|&(i, c)| opens(table, source, at + own + i, c));
    let end = next.map_or(source.len(), |(i, _)| at + own + i);
    let cluster = &source[start..end];
    if is_done(table, cluster) {
        return end;
    }

    let mut parts = Vec::new();
    let mut before = source[..start].chars().next_back();
    for c in cluster.chars() {
        match table.turn(before, c) {
            // What is dropped and is no mark does not keep its neighbours apart.
            Turn::Drop if class(c) == 0 => {}
            Turn::Form(form) => form
                .chars()
                .filter(|&c| class(c) > 0 || table.turn(None, c) != Turn::Drop)
                .for_each(|c| decompose(c, &mut parts)),
            _ => decompose(c, &mut parts),
        }
        before = Some(c);
    }
    compose(&mut parts);
    while turn_all(table, &mut parts) {
        // A turned letter may compose anew.
        let mut again = Vec::with_capacity(parts.len());
        parts.iter().for_each(|part| decompose(part.1, &mut again));
        compose(&mut again);
        parts = again;
    }

    writer.rewind(start);
    let same = cluster.chars().zip(&parts).take_while(|(c, part)| *c == part.1);
    let (kept, bytes) = same.fold((0, 0), |(count, bytes), (c, _)| (count + 1, bytes + c.len_utf8()));
    let folded: String = parts[kept..].iter().map(|part| part.1).collect();
    writer.replace(start + bytes, end, &folded);
    end
}

/// Whether `c` may compose or change places with what stands before it, or is never composed.
pub(super) fn meets(table: &Table, c: char) -> bool {
    // Punctuation, symbols and ideographs, with nothing to compose among them.
    if matches!(c, '\u{2002}'..'\u{20D0}' | '\u{2500}'..'\u{2A00}' | '\u{3100}'..'\u{A000}' | '\u{1F000}'..'\u{20000}')
    {
        return false;
    }
    match table.turn(None, c) {
        // A form may begin with a tatweel that is dropped, and so with a mark.
        Turn::Form(form) => form.starts_with('ـ'),
        _ if class(c) > 0 || is_second(c as u32) || is_hangul_second(c) => true,
        Turn::To(to) => is_apart(to),
        _ => is_apart(c),
    }
}

/// Code points below U+0800 that may compose or change places, as first and behind the last.
pub(super) fn meeting_ranges() -> impl Iterator<Item = (u32, u32)> {
    let marks = (classes().from.windows(2).zip(&classes().class))
        .filter(|(_, class)| **class != 0)
        .map(|(pair, _)| (pair[0], pair[1]));
    // What is never composed, marks aside.
    [(0x374, 0x375), (0x37E, 0x37F), (0x387, 0x388)].into_iter().chain(marks)
}

/// Whether a character composes with some character before it, Hangul aside.
pub(super) fn is_second(code: u32) -> bool {
    classes().seconds.binary_search(&code).is_ok() || code > 0xFFFF && unicode().far[0].contains(&code)
}

/// Whether a cluster begins with the character at `at`.
fn opens(table: &Table, source: &str, at: usize, c: char) -> bool {
    if matches!(c, ' ' | 'ء'..='ي') {
        return table.turn(None, c) != Turn::Drop;
    }
    match table.turn(source[..at].chars().next_back(), c) {
        Turn::Drop => false,
        Turn::Form(_) => !meets(table, c),
        _ => class(c) == 0 && !is_second(c as u32) && !is_hangul_second(c) && first_part_class(c) == 0,
    }
}

/// Whether a cluster is composed and folded as it stands.
fn is_done(table: &Table, cluster: &str) -> bool {
    let mut before = 0;
    cluster.chars().enumerate().all(|(nth, c)| {
        let class = class(c);
        let in_order = class == 0 && nth == 0 || class >= before && class > 0;
        before = class;
        in_order && !is_second(c as u32) && !is_apart(c) && table.turn(None, c) == Turn::Keep
    })
}

/// Turns and drops what the other folds turn and drop; whether anything changed.
fn turn_all(table: &Table, parts: &mut Vec<(u8, char)>) -> bool {
    let mut changed = false;
    let mut before = None;
    parts.retain_mut(|(class, c)| {
        let turn = table.turn(before, *c);
        before = Some(*c);
        changed |= turn != Turn::Keep;
        if let Turn::To(to) = turn {
            (*class, *c) = (self::class(to), to);
        }
        turn != Turn::Drop
    });
    changed
}

/// Puts marks in their canonical order and composes what composes.
fn compose(parts: &mut Vec<(u8, char)>) {
    for marks in parts.chunk_by_mut(|a, b| a.0 != 0 && b.0 != 0) {
        order::by_key(marks, |part| (part.0.into(), 0));
    }
    let mut starter: Option<usize> = None;
    let mut len = 0;
    for at in 0..parts.len() {
        let (class, c) = parts[at];
        if let Some(starter) = starter
            && (starter + 1 == len || parts[len - 1].0 < class)
            && let Some(composite) = compose_pair(parts[starter].1, c)
        {
            parts[starter].1 = composite;
            continue;
        }
        if class == 0 {
            starter = Some(len);
        }
        parts[len] = (class, c);
        len += 1;
    }
    parts.truncate(len);
}

fn compose_pair(first: char, second: char) -> Option<char> {
    let (first, second) = (first as u32, second as u32);
    if (0x1100..0x1113).contains(&first) && (0x1161..0x1176).contains(&second) {
        return char::from_u32(0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28);
    }
    if (0xAC00..0xD7A4).contains(&first) && (first - 0xAC00) % 28 == 0 && (0x11A8..0x11C3).contains(&second) {
        return char::from_u32(first + second - 0x11A7);
    }
    let unicode = unicode();
    if let Ok(at) = classes().seconds.binary_search(&second) {
        let rows = unicode.starts[at] as usize..unicode.starts[at + 1] as usize;
        if let Ok(row) = unicode.firsts[rows.clone()].binary_search(&first) {
            return char::from_u32(unicode.composites[rows.start + row]);
        }
    }
    let [seconds, firsts, composites] = &unicode.far;
    let pair = (0..seconds.len()).find(|&pair| seconds[pair] == second && firsts[pair] == first)?;
    char::from_u32(composites[pair])
}

/// Appends the parts of `c` with their classes.
fn decompose(c: char, parts: &mut Vec<(u8, char)>) {
    match step(c) {
        Some((first, second)) => {
            decompose(first, parts);
            second.into_iter().for_each(|second| decompose(second, parts));
        }
        None => parts.push((class(c), c)),
    }
}

/// One step of taking `c` apart.
fn step(c: char) -> Option<(char, Option<char>)> {
    let code = c as u32;
    let unicode = unicode();
    let parts = |first, second| Some((char::from_u32(first)?, Some(char::from_u32(second)?)));
    match code {
        ..0xC0 | 0x627..0x6C0 | 0x3100..0xAC00 => return None,
        0xAC00..0xD7A4 => {
            let syllable = code - 0xAC00;
            return match syllable % 28 {
                0 => parts(0x1100 + syllable / 588, 0x1161 + syllable / 28 % 21),
                trailing => parts(code - trailing, 0x11A7 + trailing),
            };
        }
        0x2F800..0x2FA1E => {
            let original = char::from_u32(unicode.ideographs[(code - 0x2F800) as usize])?;
            return Some((original, None));
        }
        _ => {}
    }
    if let Ok(at) = unicode.doubles.binary_search(&code) {
        return Some((char::from_u32(unicode.originals[at])?, None));
    }
    if let Some(row) = unicode.composites.iter().position(|&composite| composite == code) {
        let second = unicode.starts.partition_point(|&start| start as usize <= row) - 1;
        return parts(unicode.firsts[row], classes().seconds[second]);
    }
    [&unicode.only_apart, &unicode.far].into_iter().find_map(|[seconds, firsts, composites]| {
        let pair = composites.iter().position(|&composite| composite == code)?;
        parts(firsts[pair], seconds[pair])
    })
}

/// Whether composed text never has `c`.
fn is_apart(c: char) -> bool {
    let code = c as u32;
    matches!(code, 0x2F800..0x2FA1E)
        || unicode().doubles.binary_search(&code).is_ok()
        || unicode().only_apart[2].contains(&code)
}

/// The class of what `c` begins with when it is taken apart.
fn first_part_class(c: char) -> u8 {
    match step(c) {
        Some((first, _)) => first_part_class(first),
        None => class(c),
    }
}

/// A vowel or a trailing consonant of Hangul.
fn is_hangul_second(c: char) -> bool {
    matches!(c, '\u{1161}'..'\u{1176}' | '\u{11A8}'..'\u{11C3}')
}

/// The canonical combining class.
fn class(c: char) -> u8 {
    match c as u32 {
        ..0x300 | 0x621..0x64B => 0,
        code @ 0x64B..0x653 => (code - 0x64B + 27) as u8,
        code => {
            let after = classes().from.partition_point(|&from| from <= code);
            after.checked_sub(1).map_or(0, |last| classes().class[last] as u8)
        }
    }
}
