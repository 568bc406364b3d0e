//! Lists of words in few bytes.

/// A list of Arabic words, packed: for each length the length, how many words have it, and these, a byte a letter.
pub(super) struct Words(pub(super) &'static [u8]);

impl Words {
    /// Whether the word is one of them.
    #[inline(never)]
    pub(super) fn contains(&self, word: &str) -> bool {
        let mut rest = self.0;
        while let [length, count, tail @ ..] = rest {
            let length = usize::from(*length);
            let Some((group, longer)) = tail.split_at_checked(length * usize::from(*count)) else { break };
            if 2 * length == word.len() {
                let mut letters = [0; LONGEST];
                for (letter, bytes) in letters.iter_mut().zip(word.as_bytes().chunks_exact(2)) {
                    *letter = packed(bytes[0], bytes[1]);
                }
                let is = |known: &[u8]| known[0] == letters[0] && letters.starts_with(known);
                return group.chunks_exact(length).any(is);
            }
            rest = longer;
        }
        false
    }

    /// Whether the word begins with one of them, of three letters at most.
    #[inline(never)]
    pub(super) fn begin(&self, word: &str) -> bool {
        (1..4).any(|letters| word.get(..2 * letters).is_some_and(|beginning| self.contains(beginning)))
    }

    /// Whether the word ends with one of them, of two letters at most.
    #[inline(never)]
    pub(super) fn end(&self, word: &str) -> bool {
        let ends = |letters: usize| word.get(word.len().checked_sub(2 * letters)?..);
        (1..3).any(|letters| ends(letters).is_some_and(|ending| self.contains(ending)))
    }
}

/// A letter of U+0600 to U+06FF, which UTF-8 begins with 0xD8 to 0xDB; what begins otherwise is no letter.
const fn packed(first: u8, second: u8) -> u8 {
    match first {
        0xD8..=0xDB => first << 6 | second & 0x3F,
        _ => 0,
    }
}

/// The longest word of a list, in letters.
const LONGEST: usize = 16;

/// How many bytes the list takes.
pub(super) const fn size(words: &[&str]) -> usize {
    let mut at = 0;
    while at < words.len() {
        assert!(
            words[at].len().is_multiple_of(2) && words[at].len() <= 2 * LONGEST,
            "no Arabic word, or too long a one"
        );
        at += 1;
    }
    let (mut size, mut length) = (0, 1);
    while length <= LONGEST {
        let count = count(words, length);
        size += if count > 0 { 2 + count * length } else { 0 };
        length += 1;
    }
    size
}

/// How many have that many letters.
const fn count(words: &[&str], length: usize) -> usize {
    let (mut count, mut at) = (0, 0);
    while at < words.len() {
        count += (words[at].len() == 2 * length) as usize;
        at += 1;
    }
    count
}

/// The list in so many bytes.
pub(super) const fn pack<const SIZE: usize>(words: &[&str]) -> [u8; SIZE] {
    let (mut list, mut end, mut length) = ([0; SIZE], 0, 1);
    while length <= LONGEST {
        let count = count(words, length);
        if count > 0 {
            (list[end], list[end + 1]) = (length as u8, count as u8);
            end += 2;
        }
        let mut at = 0;
        while at < words.len() {
            let (word, mut letter) = (words[at].as_bytes(), 0);
            while word.len() == 2 * length && letter < length {
                list[end] = packed(word[2 * letter], word[2 * letter + 1]);
                (end, letter) = (end + 1, letter + 1);
            }
            at += 1;
        }
        length += 1;
    }
    list
}

/// Packs the words at compile time.
macro_rules! words {
    ($($word:literal),* $(,)?) => {{
        const LIST: &[&str] = &[$($word),*];
        const PACKED: [u8; $crate::quote::words::size(LIST)] = $crate::quote::words::pack(LIST);
        $crate::quote::words::Words(&PACKED)
    }};
}
pub(super) use words;
