//! Segmentation: Unicode's boundaries, and what Arabic news has otherwise.

use hamish::{
    Span,
    segment::{Document, paragraphs, sentence_bounds, sentences, tokens, word_bounds, words},
};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

fn pieces(text: &str, spans: impl Iterator<Item = Span>) -> Vec<&str> {
    spans.map(|span| span.of(text)).collect()
}

/// Asserts that `segment` gives the pieces in ⟦⟧.
#[track_caller]
fn assert_pieces(segment: fn(&str) -> Vec<Span>, marked: &str) {
    let source = marked.replace(['⟦', '⟧'], "");
    let mut shown = String::new();
    let mut at = 0;
    for Span { start, end } in segment(&source) {
        shown.extend([&source[at..start], "⟦", &source[start..end], "⟧"]);
        at = end;
    }
    shown.push_str(&source[at..]);
    assert_eq!(shown, marked);
}

#[track_caller]
fn assert_sentences(marked: &str) {
    assert_pieces(|text| sentences(text).collect(), marked);
}

#[track_caller]
fn assert_words(marked: &str) {
    assert_pieces(|text| words(text).collect(), marked);
}

#[test]
fn words_hold_a_letter_or_a_digit() {
    assert_words("⟦قال⟧ ⟦بوتين⟧: «⟦نعم⟧» (⟦3.5⟧%) - ⟦٢٠٢٦⟧ ـــ 😀");
    assert_words("⟦مُحَمَّـــد⟧ ⟦ق.م⟧ ⟦أ.د⟧. ⟦كوفيد⟧-⟦19⟧ ⟦مي\u{200C}خواهم⟧");
}

#[test]
fn addresses_are_one_word() {
    assert_words("⟦راسلوا⟧ ⟦desk@example.com⟧، ⟦الموقع⟧:⟦https://example.com/خبر?b=1⟧.");
    assert_words("⟦@some_user⟧ ⟦#بيروت_تنهض⟧");
}

#[test]
fn marks_between_arabic_words_part_them() {
    assert_words("⟦انتهى⟧.⟦وقال⟧:⟦نعم⟧ ⟦ب⟧‘⟦القاعدة⟧’");
    assert_words("⟦it's⟧ ⟦U.S⟧. ⟦1.5⟧ ⟦example.org⟧");
}

#[test]
fn stops_and_lines_end_sentences() {
    assert_sentences("⟦العنوان⟧\n\n⟦وصل أمس.⟧ ⟦هل عاد؟!⟧ ⟦نعم!⟧  \n ⟦بلا نقطة⟧\r\n⟦آخر⟧");
    assert_sentences("⟦انتهى.⟧⟦وقال نعم .⟧ ⟦ثم مضى؛ وعاد، هنا.⟧");
}

#[test]
fn abbreviations_and_initials_end_none() {
    assert_sentences("⟦التقى د. أحمد وأ.د. سعاد ود. ليلى.⟧ ⟦ثم م. كريم.⟧");
    assert_sentences("⟦كتبت ج. ك. رولينغ في ص. 5 عن J. K. Rowling.⟧ ⟦حكم سنة 323 ق.م. في بابل.⟧");
    assert_sentences("⟦قال Dr. Smith نعم.⟧ ⟦1. الأول.⟧ ⟦لا أعلم.⟧");
    assert_sentences("⟦انتهى عام 2024.⟧ ⟦وقال: لا بد.⟧ ⟦ثم عاد⟧");
}

#[test]
fn decimals_addresses_and_suspension_end_none() {
    assert_sentences("⟦ارتفع 3.5 في المئة إلى ١٢.٥ في example.com/a?b=1 اليوم.⟧ ⟦ثم a!b⟧");
    assert_sentences("⟦ثم ... مضى (...) وعاد … إلينا.⟧ ⟦ثم صمت...⟧ ⟦وعاد…⟧ ⟦وقال⟧");
}

#[test]
fn sentences_inside_quotation_marks_stay_together() {
    assert_sentences("⟦قال: «سنواصل. لن نتوقف! هل نعود؟» ثم مضى.⟧ ⟦وأضاف: \"نعم. ربما\".⟧ ⟦انتهى⟧");
    assert_sentences("⟦«لن نتوقف.»⟧ ⟦قال ثم مضى.⟧");
    assert_sentences("⟦بدأ «ولم يغلق.⟧ ⟦ثم مضى.⟧\n⟦وقال».⟧ ⟦انتهى⟧");
}

#[test]
fn a_documents_ranges_cover_its_tokens() {
    let source = "العنوان\n\nقال د. أحمد: «نعم. سنعود». ثم مضى.\n 😀 \n";
    let document = Document::new(source);
    for ranges in [document.sentences(), document.paragraphs()] {
        let all: Vec<usize> = ranges.iter().cloned().flatten().collect();
        assert!(all.iter().copied().eq(0..document.tokens().len()), "{ranges:?}");
    }
    assert_eq!((document.sentences().len(), document.paragraphs().len()), (4, 3));
}

/// The rows of one of Unicode's own files, as the pieces that each falls into.
fn unicodes_rows(file: &str) -> Vec<Vec<String>> {
    let rows = file.lines().filter(|line| !line.starts_with('#'));
    let piece = |codes: &str| -> String {
        codes
            .split('×')
            .map(|code| u32::from_str_radix(code.trim(), 16).expect("a code point"))
            .map(|code| char::from_u32(code).expect("a character"))
            .collect()
    };
    rows.map(|row| row.trim_matches(['÷', ' ']).split('÷').map(piece).collect()).collect()
}

#[test]
fn unicodes_word_break_test_holds() {
    let rows = unicodes_rows(include_str!("unicode/WordBreakTest.txt"));
    assert_eq!(rows.len(), 1944);
    for row in rows {
        let text = row.concat();
        assert_eq!(pieces(&text, word_bounds(&text)), row, "{text:?}");
    }
}

#[test]
fn unicodes_sentence_break_test_holds() {
    let rows = unicodes_rows(include_str!("unicode/SentenceBreakTest.txt"));
    assert_eq!(rows.len(), 512);
    for row in rows {
        let text = row.concat();
        assert_eq!(pieces(&text, sentence_bounds(&text)), row, "{text:?}");
    }
}

#[track_caller]
fn assert_as_unicode_segmentation(text: &str) {
    assert_eq!(pieces(text, word_bounds(text)), text.split_word_bounds().collect::<Vec<_>>(), "{text:?}");
    assert_eq!(
        pieces(text, sentence_bounds(text)),
        text.split_sentence_bounds().collect::<Vec<_>>(),
        "{text:?}"
    );
}

#[test]
fn every_character_is_bounded_as_unicode_segmentation_does() {
    for c in '\0'..=char::MAX {
        assert_as_unicode_segmentation(&format!("a{c}a א{c}1{c}1\u{200D}{c}.{c}A.{c} a!{c}ا"));
    }
}

/// Arabic with everything that bounds words and sentences.
fn arabic() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        5 => proptest::sample::select(vec!["قال", "أحمد", "د", "ق", "وزير", "إلى", "شيء", "2026", "٢٥", "3", "a", "The", "ـ"]),
        3 => proptest::sample::select(vec![
            " ", " ", "\n", ".", ".", "؟", "!", "…", "،", ":", "؛", "«", "»", "\"", "“", "”", "(", ")", "-", "'", "’", "_", "/", "@", "#", ",", "٫", "٬",
        ]),
        2 => proptest::sample::select(vec![
            "َ", "ّ", "ٔ", "ٰ", "\u{200F}", "\u{200C}", "\u{200D}", "\u{202B}", "\u{AD}", "\u{FEFF}", "\u{A0}", "\r", "\u{85}", "\u{2029}", "\u{301}",
        ]),
        1 => proptest::sample::select(vec![
            "😀", "👨\u{200D}👩", "🇸🇦", "🇪", "א", "ב\"ג", "ア", "カ", "中", "ﷲ", "ﻻ", "ℹ", "🅰", "。", "！", "ǅ", "é", "www.example.com/a?b", "a@b.com",
        ]),
        1 => any::<char>().prop_map(|c| &*c.to_string().leak()),
    ];
    proptest::collection::vec(piece, 0..32).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 4000, ..ProptestConfig::default() })]

    #[test]
    fn bounds_are_those_of_unicode_segmentation(text in arabic(), other in any::<String>()) {
        assert_as_unicode_segmentation(&text);
        assert_as_unicode_segmentation(&other);
    }

    #[test]
    fn tokens_cover_text(text in arabic(), other in any::<String>()) {
        for text in [text, other] {
            prop_assert_eq!(pieces(&text, tokens(&text)).concat(), text.as_str());
            prop_assert!(tokens(&text).all(|token| !token.is_empty()));
        }
    }

    #[test]
    fn sentences_lie_in_paragraphs_and_cover_them(text in arabic()) {
        let lines: Vec<Span> = paragraphs(&text).collect();
        let mut here = 0;
        for sentence in sentences(&text) {
            prop_assert!(lines.iter().any(|line| line.contains(sentence)), "{:?} in {:?}", sentence, lines);
            prop_assert!(text[here..sentence.start].chars().all(char::is_whitespace));
            here = sentence.end;
        }
        prop_assert!(text[here..].chars().all(char::is_whitespace));
    }
}

/// Quadratic work on texts of this length would not come to an end.
#[test]
fn linear_time() {
    const LENGTH: usize = 1 << 20;
    for unit in [
        "ا",
        " ",
        ".",
        ". ",
        ".)",
        "«",
        "«ا",
        "« »",
        "1.",
        "\u{301}",
        "\u{200D}",
        "a@",
        "a-",
        "http://",
        "د. ",
        "a.\u{301}",
        "'",
        "ا'",
        "قال.",
        "قال.أ.",
        "\"ا. ",
        "…",
    ] {
        let text = [unit.repeat(LENGTH / unit.len()), unit.to_owned()].join("ا");
        assert!(tokens(&text).count() > 0);
        assert!(sentences(&text).count() > 0);
        assert!(word_bounds(&text).count() + sentence_bounds(&text).count() + paragraphs(&text).count() > 0);
    }
}
