//! What counts as a letter or a digit; what news is written with is looked up in no table.

/// Whether `c` is one of the letters that Arabic, Persian, Urdu and Kurdish news is written with.
pub(crate) fn is_arabic_letter(c: char) -> bool {
    matches!(c, 'ء'..='ي' | 'ٱ'..='ە')
}

/// How many bytes of a text are letters from U+0620 to U+064A, up to the first other character.
pub(crate) fn leading_letters(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut end = 0;
    while letter_at(bytes, end) {
        end += 2;
    }
    end
}

/// Whether a letter from U+0620 to U+064A stands at `at`: without a branch on its bytes, as they cannot be guessed.
#[inline(always)]
pub(super) fn letter_at(text: &[u8], at: usize) -> bool {
    text.get(at..at + 2).is_some_and(|bytes| {
        let code = u16::from(bytes[0] ^ 0xC0) << 6 | u16::from(bytes[1] ^ 0x80);
        (0x620..0x64B).contains(&code)
    })
}

/// Whether the character is a letter or a digit.
pub(crate) fn is_alphanumeric(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{64A}') || !is_mark_of_news(c) && c.is_alphanumeric()
}

/// Whether Unicode counts the character among what is alphabetic.
pub(crate) fn is_alphabetic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{64A}') || !is_mark_of_news(c) && c.is_alphabetic()
}

/// Whether `c` spells by itself.
pub(super) fn is_letter(c: char) -> bool {
    is_alphabetic(c) && !adorns(c)
}

/// Tatweel and Arabic marks, which Unicode counts among what is alphabetic.
pub(super) fn adorns(c: char) -> bool {
    matches!(c, 'ـ' | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}')
}

/// Blanks and punctuation beyond ASCII that no text goes without.
fn is_mark_of_news(c: char) -> bool {
    matches!(c, '\u{A0}' | '«' | '»' | '،' | '؛' | '؟' | '\u{2000}'..='\u{203E}')
}
