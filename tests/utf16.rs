//! Byte offsets and UTF-16 offsets of one text.

use hamish::{
    normalize::{Folds, normalize},
    utf16::{Utf16, Walk, pairs},
};
use proptest::prelude::*;

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn utf16_agrees(text in "[a-zأ-ي \u{64B}😀👩\u{200D}€]{0,200}|\\PC{0,100}") {
        let (table, mut walk) = (Utf16::new(&text), Walk::new(&text));
        for at in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
            prop_assert_eq!(table.of(at), units(&text[..at]));
            prop_assert_eq!(walk.of(at), units(&text[..at]));
            prop_assert_eq!(table.to_byte(table.of(at)), at);
        }
    }

    #[test]
    fn pairs_are_the_maps_changes(text in "[اأً\u{640}ﷲ😀\u{A0}é ]{0,40}|\\PC{0,40}") {
        let folded = normalize(&text, Folds::SEARCH);
        let pairs = pairs(&text, &folded);
        prop_assert!(pairs.chunks_exact(2).is_sorted_by_key(|pair| (pair[0], pair[1] >> 1)));
        for pair in pairs.chunks_exact(2) {
            let (of_folded, of_source) = (pair[0] as usize, (pair[1] >> 1) as usize);
            prop_assert!(of_folded <= units(&folded.text) && of_source <= units(&text));
            let source = Utf16::new(&text).to_byte(of_source);
            let found = folded.map.to_folded(source);
            prop_assert_eq!(units(&folded.text[..found]), of_folded);
        }
    }
}
