//! Which quotation marks of a line belong together.

/// Two quotation marks and what is between them. Offsets are bytes of the line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pair {
    /// Where the opening mark stands.
    pub(crate) opening: usize,
    /// Where the closing mark stands.
    pub(crate) closing: usize,
    /// How many pairs it stands in.
    pub(crate) depth: usize,
    /// Whether an Arabic letter stands inside.
    pub(crate) is_arabic: bool,
}

/// The pairs of a line in the order in which they close.
pub(crate) fn pairs(line: &str) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    // Where marks stand that are still open, and how many Arabic letters before each.
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut letters = 0;
    let mut before = '\n';
    let mut chars = line.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        letters += usize::from(is_arabic_letter(c));
        if is_quotation_mark(c) {
            let next = chars.peek().map_or('\n', |next| next.1);
            match Side::of(before, c, next, !open.is_empty()) {
                Side::Opening => open.push((at, letters)),
                Side::Closing => {
                    if let Some((opening, letters_before)) = open.pop() {
                        let is_arabic = letters > letters_before;
                        pairs.push(Pair { opening, closing: at, depth: open.len(), is_arabic });
                    }
                }
                Side::Neither => {}
            }
        }
        before = c;
    }
    // Marks that never closed do not count as a level.
    for pair in &mut pairs {
        pair.depth -= open.partition_point(|mark| mark.0 < pair.opening).min(pair.depth);
    }
    pairs
}

/// Whether `c` opens or closes what somebody says; single marks may be apostrophes and are left out.
pub(crate) fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '«' | '»' | '“' | '”' | '„' | '‟')
}

enum Side {
    Opening,
    Closing,
    Neither,
}

impl Side {
    /// By the neighbours first, as papers mix up the shapes; then by the shape.
    fn of(before: char, mark: char, next: char, is_inside: bool) -> Self {
        let apart_before = before.is_whitespace() || matches!(before, '(' | '[' | '{');
        let apart_next =
            !next.is_alphanumeric() && !is_quotation_mark(next) && !matches!(next, '(' | '[' | '{' | '…');
        match (apart_before, apart_next) {
            (true, false) => Side::Opening,
            (false, true) if is_inside => Side::Closing,
            (true, true) if !is_inside && mark == '"' => match next {
                '.' => Side::Opening,
                _ => Side::Neither,
            },
            _ if mark == '"' && before.is_ascii_digit() && !is_inside => Side::Neither,
            // Behind a proclitic, whatever its shape.
            (false, false) if !is_inside => Side::Opening,
            _ => match mark {
                '«' | '“' | '„' => Side::Opening,
                _ if is_inside => Side::Closing,
                _ => Side::Neither,
            },
        }
    }
}

fn is_arabic_letter(c: char) -> bool {
    matches!(c, 'ء'..='ي' | 'ٱ'..='ۓ')
}
