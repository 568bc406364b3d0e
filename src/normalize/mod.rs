//! Stage 1: equates spellings, with an exact way back to the source text.
//!
//! Folded text is for comparing, never for showing.

mod offset_map;

pub use offset_map::OffsetMap;

/// A set of folds. Combine with `|`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Folds(u32);

impl Folds {
    /// What the engine's own tables and gazetteers are keyed by: marks, tatweel, bidi controls and zero-width
    /// characters dropped; أإآٱ→ا, ى→ي, ة→ه, ؤ→و, ئ→ي; Persian ک ی and گڤپچ to كيكفبج; digits to ASCII.
    pub const TABLE: Folds = Folds(1);
}

/// Folded text and the way back.
#[derive(Clone, Debug)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// Folded offsets to source offsets.
    pub map: OffsetMap,
}

/// Folds `source`.
pub fn normalize(source: &str, _folds: Folds) -> Folded {
    let mut text = String::with_capacity(source.len());
    let mut map = OffsetMap::default();
    for (at, c) in source.char_indices() {
        let Some(folded) = table_fold(c) else { continue };
        map.push(text.len(), at);
        text.push(folded);
    }
    map.push(text.len(), source.len());
    Folded { text, map }
}

fn table_fold(c: char) -> Option<char> {
    Some(match c {
        '\u{0610}'..='\u{061A}'
        | '\u{064B}'..='\u{065F}'
        | '\u{0670}'
        | '\u{06D6}'..='\u{06DC}'
        | '\u{06DF}'..='\u{06E4}' => return None,
        '\u{06E7}'
        | '\u{06E8}'
        | '\u{06EA}'..='\u{06ED}'
        | '\u{0640}'
        | '\u{061C}'
        | '\u{00AD}'
        | '\u{FEFF}' => return None,
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' => {
            return None;
        }
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ئ' | 'ی' => 'ي',
        'ة' => 'ه',
        'ؤ' => 'و',
        'ک' | 'گ' => 'ك',
        'ڤ' => 'ف',
        'پ' => 'ب',
        'چ' => 'ج',
        '٠'..='٩' => char::from(b'0' + (c as u32 - '٠' as u32) as u8),
        '۰'..='۹' => char::from(b'0' + (c as u32 - '۰' as u32) as u8),
        _ => c,
    })
}
