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
    if text.bytes().filter(u8::is_ascii_digit).count() > LONGEST {
        return None;
    }
    let groups: Groups = text.split(separates).map(str::len).collect();
    let mut marks = text.chars().filter(|&c| separates(c));
    let (Some(first), last) = (marks.next(), text.chars().rfind(|&c| separates(c))) else {
        return Some(Numeral { value: whole(text)? as f64, plain: Some(text.len()) });
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
    let mantissa = text.bytes().filter(u8::is_ascii_digit).fold(0_u64, push_digit);
    let decimals = if decimal { groups.last } else { 0 };
    Some(Numeral { value: mantissa as f64 / ten(decimals), plain: None })
}

/// A number of nothing but digits.
pub(super) fn whole(text: &str) -> Option<u64> {
    let digits = (1..=LONGEST).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.bytes().fold(0, push_digit))
}

/// The power of ten.
pub(super) fn ten(power: usize) -> f64 {
    (0..power).fold(1.0, |ten, _| ten * 10.0)
}

/// Writes a number with at least `width` digits.
pub(super) fn push(out: &mut String, number: u64, width: usize) {
    if number >= 10 || width > 1 {
        push(out, number / 10, width.saturating_sub(1));
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

fn push_digit(number: u64, digit: u8) -> u64 {
    number.wrapping_mul(10).wrapping_add(u64::from(digit - b'0'))
}

/// Digits of a number that somebody reads as one; as many fit into 64 bits.
const LONGEST: usize = 19;

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
