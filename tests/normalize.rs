//! Folding: what each fold equates, and the way back.

use hamish::{
    Span,
    normalize::{Folded, Folds, Normalizer, normalize},
};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// Asserts what `source` folds to, and that the folded word `word` was made from the words in ⟦⟧.
#[track_caller]
fn assert_way_back(folds: Folds, marked: &str, word: &str) {
    let (before, rest) = marked.split_once('⟦').expect("⟦");
    let (slice, after) = rest.split_once('⟧').expect("⟧");
    let source = [before, slice, after].concat();
    let folded = normalize(&source, folds);
    let at = folded.text.find(word).unwrap_or_else(|| panic!("{word:?} is not in {:?}", folded.text));
    let span = folded.map.to_source(Span::new(at, at + word.len()));
    assert_eq!(span.of(&source), slice, "in {source:?} folded to {:?}", folded.text);
    assert_eq!(span.start, before.len());
}

#[test]
fn presets_equate() {
    for (folds, source, expected) in [
        (Folds::CLEAN, "قا\u{200F}ل\u{00A0}أ\u{00AD}حمد", "قال أحمد"),
        (Folds::CLEAN, "ا\u{0654}حمد", "أحمد"),
        (Folds::CLEAN, "مي\u{200C}خواهم", "مي\u{200C}خواهم"),
        (Folds::CLEAN, "👨\u{200D}👩\u{200D}👧 ه\u{200D}", "👨\u{200D}👩\u{200D}👧 ه"),
        (Folds::MARKS, "ﻣﺤﻤَّـــد ﷺ ﷼", "محمد ﷺ ﷼"),
        (Folds::MARKS, "هٰذا", "هذا"),
        (Folds::MARKS, "ﷲ ﻷن", "الله لأن"),
        (Folds::SEARCH, "«أُمّة» ٢٠٢٦، علی", "\"امه\" 2026, علي"),
        (Folds::LOOSE, "مسؤول رئيس قرءان مبرووووك ههههه گوگل", "مسوول رييس قران مبروك ه كوكل"),
        (Folds::LUCENE, "ٱلْأمة ـ پ", "ٱلامه  پ"),
        (Folds::TABLE, "ڤيينا وٱلأمّ‏ة ٢٫٥ ﻓﻲ", "فيينا والامه 2٫5 في"),
        (Folds::NONE, "أَ\u{200F}ـ", "أَ\u{200F}ـ"),
    ] {
        assert_eq!(normalize(source, folds).text, expected, "{folds:?} of {source:?}");
    }
}

#[test]
fn dropped_characters_belong_to_the_kept_one_before() {
    assert_way_back(Folds::SEARCH, "قال ⟦مُحَمَّدٌـ⟧ غدًا", "محمد");
    assert_way_back(Folds::SEARCH, "\u{200F}⟦قَ⟧ال", "ق");
    assert_way_back(Folds::SEARCH, "في ⟦٢٠\u{200F}٢٦\u{200F}⟧", "2026");
}

#[test]
fn compositions_expansions_and_reorderings_are_rounded_outward() {
    assert_way_back(Folds::CLEAN, "من ⟦ا\u{064E}\u{0654}⟧حمد", "أ");
    assert_way_back(Folds::MARKS, "من ⟦ﷲ⟧ الرحمن", "لل");
    assert_way_back(Folds::MARKS, "ا⟦ﻷ⟧ن", "أ");
    assert_way_back(Folds::CLEAN, "م⟦\u{0651}\u{064E}⟧د", "\u{0651}");
    assert_way_back(Folds::LOOSE, "مبر⟦ووووُ⟧ك", "و");
    assert_way_back(Folds::LOOSE, "قر⟦ءَاً⟧ن", "ا");
}

#[test]
fn names_of_folds_are_read() {
    for (name, folds) in Folds::PRESETS.into_iter().chain(Folds::all()) {
        assert_eq!(name.parse(), Ok(folds));
    }
    assert_eq!("marks + alef".parse(), Ok(Folds::MARKS | Folds::ALEF));
    let error = "marks+alif".parse::<Folds>().unwrap_err().to_string();
    assert!(error.contains("alif") && error.contains("search"), "{error}");
}

#[test]
fn every_single_character_composes_as_unicode_says() {
    for c in '\0'..=char::MAX {
        let one = c.to_string();
        assert_eq!(normalize(&one, Folds::COMPOSE).text, one.nfc().to_string(), "{c:?}");
        let apart: String = one.nfd().collect();
        assert_eq!(normalize(&apart, Folds::COMPOSE).text, one.nfc().to_string(), "{c:?} apart");
    }
}

/// Unicode's own file, without its part 1: single characters are tested above.
#[test]
fn every_capital_folds_to_its_one_small_letter() {
    let normalizer = Normalizer::new(Folds::CASE);
    for c in '\0'..=char::MAX {
        let small: String = c.to_lowercase().collect();
        // Of Ⱥ and Ⱦ the small one takes a byte more.
        let one = small.chars().nth(1).is_none() && !"ȺȾ".contains(c);
        let expected = if one { small } else { c.to_string() };
        assert_eq!(normalizer.normalize(c.encode_utf8(&mut [0; 4])).text, expected, "{c:?}");
    }
}

#[test]
fn unicodes_normalization_test_holds() {
    let file = include_str!("unicode/NormalizationTest.txt");
    let text = |codes: &str| -> String {
        let codes = codes.split(' ').map(|code| u32::from_str_radix(code, 16).expect("a code point"));
        codes.map(|code| char::from_u32(code).expect("a character")).collect()
    };
    let mut rows = 0;
    for row in file.lines().filter(|row| !row.starts_with('#')) {
        let columns: Vec<String> = row.split(';').map(text).collect();
        for column in &columns {
            assert_eq!(normalize(column, Folds::COMPOSE).text, columns[1], "{row}");
        }
        rows += 1;
    }
    assert_eq!(rows, 2045);
}

/// Real words with what pages sprinkle into them.
fn arabic() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => proptest::sample::select(vec![
            "قال", "أحمد", "وزير", "الخارجية", "إلى", "مسؤول", "شيء", "ءا", "ئ", "ﷲ", "ﻻ", "ﻣ", "ﷺ", "ﹶ", "ﹷ", "ﱠ", "2026", "٢٥", "پ",
        ]),
        3 => proptest::sample::select(vec![
            "َ", "ُ", "ّ", "ٌ", "ٓ", "ٔ", "ٕ", "ٰ", "ـ", "\u{200F}", "\u{200C}", "\u{200D}", "\u{202B}", "\u{AD}", "\u{FEFF}", "ا", "ا", "و",
        ]),
        1 => proptest::sample::select(vec![
            " ", "\u{A0}", "\n", "،", "«", "”", "😀", "👨\u{200D}👩", "e\u{301}", "J\u{30C}", "ᄀ", "ᅡ", "ᆨ", "가", "\u{93C}", "क", "\u{2ADC}", "Ⱥ", "İ",
        ]),
        1 => any::<char>().prop_map(|c| &*c.to_string().leak()),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn any_folds() -> impl Strategy<Value = Folds> {
    let presets = proptest::sample::select(Folds::PRESETS.map(|(_, folds)| folds).to_vec());
    let single = proptest::sample::select(Folds::all().map(|(_, fold)| fold).collect::<Vec<_>>());
    let several = proptest::collection::vec(single, 0..12)
        .prop_map(|folds| folds.into_iter().fold(Folds::NONE, |all, fold| all | fold));
    prop_oneof![presets, several]
}

/// Every folded character's source slices, in order.
fn slices(folded: &Folded) -> Vec<Span> {
    let ends = folded.text.char_indices().map(|(at, c)| Span::new(at, at + c.len_utf8()));
    ends.map(|c| folded.map.to_source(c)).collect()
}

#[track_caller]
fn check_way_back(source: &str, folds: Folds) {
    let folded = normalize(source, folds);
    let slices = slices(&folded);
    let mut covered = slices.first().map_or(source.len(), |first| first.start);
    // What is dropped before the first kept character belongs to none.
    assert_eq!(normalize(&source[..covered], folds).text, "");
    for (slice, (at, c)) in slices.iter().zip(folded.text.char_indices()) {
        assert!(source.get(slice.start..slice.end).is_some_and(|slice| !slice.is_empty()), "{slice:?}");
        assert!(slice.start <= covered && slice.end >= covered, "{slice:?} does not follow {covered}");
        covered = slice.end;
        // The slice alone gives the character again, among what was folded with it.
        let again = normalize(slice.of(source), folds).text;
        let joins = c == '\u{200D}'; // stays by what is before it
        assert!(joins || again.contains(c), "{c:?} from {:?}, which folds to {again:?}", slice.of(source));
        let back = folded.map.to_folded(slice.start);
        assert!(back <= at && folded.text.is_char_boundary(back), "{back} for {at}");
        assert!(folded.map.to_folded(slice.end) >= at + c.len_utf8());
    }
    assert_eq!(covered, source.len());
    let all = Span::new(0, folded.text.len());
    assert_eq!(folded.map.to_folded(source.len()), all.end);
    let offsets: Vec<usize> = (0..=source.len()).map(|at| folded.map.to_folded(at)).collect();
    assert!(offsets.is_sorted());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn fold_has_a_way_back(source in arabic(), folds in any_folds()) {
        check_way_back(&source, folds);
    }

    #[test]
    fn fold_has_a_way_back_from_any_text(source in any::<String>(), folds in any_folds()) {
        check_way_back(&source, folds);
    }

    #[test]
    fn fold_twice_is_fold(source in arabic(), folds in any_folds()) {
        let once = normalize(&source, folds).text;
        prop_assert_eq!(&normalize(&once, folds).text, &once);
    }

    #[test]
    fn fold_twice_is_fold_of_any_text(source in any::<String>(), folds in any_folds()) {
        let once = normalize(&source, folds).text;
        prop_assert_eq!(&normalize(&once, folds).text, &once);
    }

    #[test]
    fn any_text_composes_as_unicode_says(source in prop_oneof![arabic(), any::<String>()]) {
        prop_assert_eq!(normalize(&source, Folds::COMPOSE).text, source.nfc().to_string());
    }

    #[test]
    fn slices_of_the_source_find_their_folded_words(source in arabic()) {
        let folded = normalize(&source, Folds::TABLE);
        for (at, word) in source.split(' ').scan(0, |at, word| {
            let start = *at;
            *at += word.len() + 1;
            Some((start, word))
        }) {
            let span = Span::new(folded.map.to_folded(at), folded.map.to_folded(at + word.len()));
            prop_assert_eq!(span.of(&folded.text), &normalize(word, Folds::TABLE).text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn long_texts_fold_as_short_ones_do(piece in arabic(), folds in any_folds()) {
        let words = ["مبروووك", "قرءَان", "a\u{301}", "٢", "م\u{640}"].map(|word| format!("{word}{piece} "));
        let long = 70_000;
        let words: Vec<&str> = words.iter().map(String::as_str).cycle().take(long / piece.len().max(8)).collect();
        let folded = normalize(&words.concat(), folds);
        let (mut at, mut source) = (0, 0);
        for word in words {
            let alone = normalize(word, folds).text;
            prop_assert!(folded.text[at..].starts_with(&alone));
            prop_assert_eq!(folded.map.to_source(Span::new(at, at + alone.len())), Span::new(source, source + word.len()));
            at += alone.len();
            source += word.len();
        }
        prop_assert_eq!(at, folded.text.len());
    }
}
