//! Byte offsets and UTF-16 offsets of one text.

use hamish::{
    normalize::{Folds, normalize},
    utf16::{FoldedUnits, Folder, Utf16, Walk, pairs},
};
use proptest::prelude::*;

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Pairs without those that change nothing: UTF-8 has characters of more lengths than UTF-16.
fn changes(pairs: &[u32]) -> Vec<(u32, u32)> {
    let pairs: Vec<_> = pairs.chunks_exact(2).map(|pair| (pair[0], pair[1] >> 1, pair[1] & 1)).collect();
    let mut changes = vec![(0, 0)];
    let mut distance = 0;
    for (at, &(folded, source, whole)) in pairs.iter().enumerate() {
        let is_one = pairs.get(at + 1).is_some_and(|next| (next.0, next.1) == (folded + 1, source + 1));
        let whole = whole == 1 && !is_one;
        if whole || distance != source as i64 - folded as i64 {
            changes.push((folded, source << 1 | u32::from(whole)));
        }
        distance = if whole { i64::MAX } else { source as i64 - folded as i64 };
    }
    changes
}

/// Words, what is dropped, what composes, and halves of surrogate pairs.
fn any_units() -> impl Strategy<Value = Vec<u16>> {
    let pieces = proptest::sample::select(vec![
        "قال الوزير",
        "أُمّة",
        "ى ة",
        "\u{640}",
        "\u{64E}",
        "\u{654}",
        "\u{200D}",
        "\u{200F}",
        "\u{2000}",
        "“2026”",
        "٢٠",
        "ﷲ",
        "ﹶ",
        "😀",
        "👩\u{200D}👩",
        "e\u{301}",
        "가",
        "ᆨ",
        "ءا",
        "مرووووك",
        "\u{344}",
        "\u{37E}",
        "aaaa bbbb",
        "—",
    ]);
    let piece = prop_oneof![
        8 => pieces.prop_map(|piece| piece.encode_utf16().collect::<Vec<u16>>()),
        1 => any::<char>().prop_map(|c| c.to_string().encode_utf16().collect()),
        1 => any::<u16>().prop_map(|unit| vec![unit]),
        1 => (0xD800..0xE000_u16).prop_map(|half| vec![half]),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn any_folds() -> impl Strategy<Value = Folds> {
    let known: Vec<Folds> = Folds::PRESETS.into_iter().chain(Folds::all()).map(|(_, folds)| folds).collect();
    proptest::collection::vec(proptest::sample::select(known), 0..3)
        .prop_map(|folds| folds.into_iter().fold(Folds::NONE, |all, fold| all | fold))
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

    #[test]
    fn pieces_fold_as_a_whole(part in any_units(), folds in any_folds(), repeats in 1..4_000_usize) {
        let source = part.repeat(repeats);
        let folder = Folder::new(folds);
        let read = |at: usize, units: &mut [u16]| units.copy_from_slice(&source[at..at + units.len()]);
        let mut text = Vec::new();
        let map = folder.fold_pieces(source.len(), read, |piece| text.extend_from_slice(piece));
        prop_assert_eq!(FoldedUnits { text, map }, folder.fold(&source));
    }

    #[test]
    fn utf16_folds_as_utf8_does(source in any_units(), folds in any_folds()) {
        let text = String::from_utf16_lossy(&source);
        let folded = normalize(&text, folds);
        let units = Folder::new(folds).fold(&source);
        prop_assert_eq!(&String::from_utf16_lossy(&units.text), &folded.text);
        prop_assert_eq!(changes(&units.map), changes(&pairs(&text, &folded)));
    }
}
