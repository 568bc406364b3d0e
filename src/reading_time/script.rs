//! Scripts, as far as readers of news meet them.

/// A script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Arabic,
    Latin,
    Cyrillic,
    Hebrew,
    Greek,
    /// With kana.
    Han,
    Hangul,
    Other,
}

impl Script {
    /// All of them, in order.
    pub(super) const ALL: [Script; 8] = [
        Script::Arabic,
        Script::Latin,
        Script::Cyrillic,
        Script::Hebrew,
        Script::Greek,
        Script::Han,
        Script::Hangul,
        Script::Other,
    ];

    /// The script of a letter, by its block.
    pub(super) fn of(letter: char) -> Self {
        match letter {
            '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{870}'..='\u{8FF}' => Script::Arabic,
            '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}' => Script::Arabic,
            'A'..='Z' | 'a'..='z' | '\u{AA}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => Script::Latin,
            '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => Script::Greek,
            '\u{400}'..='\u{52F}' => Script::Cyrillic,
            '\u{590}'..='\u{5FF}' => Script::Hebrew,
            '\u{3040}'..='\u{30FF}'
            | '\u{3400}'..='\u{9FFF}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{20000}'..='\u{3FFFF}' => Script::Han,
            '\u{1100}'..='\u{11FF}' | '\u{AC00}'..='\u{D7A3}' => Script::Hangul,
            _ => Script::Other,
        }
    }

    /// Its name in the table of languages.
    pub(super) fn name(self) -> &'static str {
        match self {
            Script::Arabic => "Arabic",
            Script::Latin => "Latin",
            Script::Cyrillic => "Cyrillic",
            Script::Hebrew => "Hebrew",
            Script::Greek => "Greek",
            Script::Han => "Han",
            Script::Hangul => "Hangul",
            Script::Other => "",
        }
    }
}
