//! Numbers in digits: which separator groups thousands, which one begins the fraction.

/// A number written in digits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Numeral {
    pub value: f64,
    /// How many digits, where there are no separators.
    pub plain: Option<usize>,
}

/// Reads digits with separators. None where they are no number: versions, dates, addresses.
pub(super) fn read(text: &str) -> Option<Numeral> {
    if text.len() > LONGEST {
        return None;
    }
    let groups: Groups = text.split(separates).map(str::len).collect();
    let mut marks = text.chars().filter(|&c| separates(c));
    let (Some(first), last) = (marks.next(), text.chars().rfind(|&c| separates(c))) else {
        return Some(Numeral { value: text.parse().ok()?, plain: Some(text.len()) });
    };
    let others = marks.next().is_some();
    let last = last.unwrap_or(first);
    let decimal = match first {
        '٫' => true,
        '٬' | '\'' => last != first,
        _ if others => last != first,
        '.' => !(text.ends_with(".000") && groups.first <= 3 && !text.starts_with('0')),
        _ => !(groups.last == 3 && groups.first <= 3 && !text.starts_with('0')),
    };
    let whole = groups.count - usize::from(decimal);
    let grouped = whole == 1 || groups.first <= 3 && groups.inner_are_three(decimal);
    let fits = if decimal && first == last { !others } else { true };
    // A comma that parts a list is not the mark of a fraction: `2019،2020`.
    let listed = decimal && matches!(last, ',' | '،') && (groups.last > 2 || groups.first > 6);
    if !grouped || !fits || listed {
        return None;
    }
    let mut plain = [0; 40];
    let mut len = 0;
    let cut = if decimal { text.rfind(separates)? } else { text.len() };
    for (at, byte) in text.bytes().enumerate() {
        let digit = if at == cut { b'.' } else { byte };
        if digit.is_ascii_digit() || at == cut {
            *plain.get_mut(len)? = digit;
            len += 1;
        }
    }
    Some(Numeral { value: std::str::from_utf8(&plain[..len]).ok()?.parse().ok()?, plain: None })
}

/// Bytes of a number that somebody reads as one.
const LONGEST: usize = 30;

fn separates(c: char) -> bool {
    !c.is_ascii_digit()
}

/// The lengths of what stands between separators.
struct Groups {
    first: usize,
    last: usize,
    count: usize,
    /// How many groups behind the first are not of three digits, the last one not counted.
    odd: usize,
}

impl Groups {
    fn inner_are_three(&self, decimal: bool) -> bool {
        self.odd == 0 && (decimal || self.last == 3)
    }
}

impl FromIterator<usize> for Groups {
    fn from_iter<I: IntoIterator<Item = usize>>(lengths: I) -> Self {
        let mut groups = Groups { first: 0, last: 0, count: 0, odd: 0 };
        for length in lengths {
            match groups.count {
                0 => groups.first = length,
                1 => {}
                _ => groups.odd += usize::from(groups.last != 3),
            }
            groups.last = length;
            groups.count += 1;
        }
        groups
    }
}
