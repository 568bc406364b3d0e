//! Find in the article: which words a query means.

use hamish::{
    Span,
    search::{Reach, search},
};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

/// Asserts that `query` finds exactly the words in ⟦⟧.
#[track_caller]
fn assert_finds(query: &str, reach: Reach, marked: &str) {
    let source = marked.replace(['⟦', '⟧'], "");
    let mut shown = String::new();
    let mut at = 0;
    for Span { start, end } in search(&source, query, reach) {
        shown.extend([&source[at..start], "⟦", &source[start..end], "⟧"]);
        at = end;
    }
    shown.push_str(&source[at..]);
    assert_eq!(shown, marked, "for {query:?}");
}

#[test]
fn proclitics_are_passed_over() {
    for (query, marked) in [
        ("بوتين", "قال ⟦بوتين⟧ و⟦بوتين⟧ ول⟦بوتين⟧ وأن ل⟦بوتين⟧ فب⟦بوتين⟧ بوتينية"),
        ("أحمد", "⟦أحمد⟧ ول⟦أحمد⟧ ل⟦احمد⟧ و⟦أَحْمَد⟧ أحمدي محمد"),
        ("رئيس", "ال⟦رئيس⟧ ⟦رئيس⟧ وال⟦رئيس⟧ بال⟦رئيس⟧ لل⟦رئيس⟧ رئيسي"),
        ("الرئيس", "⟦الرئيس⟧ رئيس وب⟦الرئيس⟧ ل⟦لرئيس⟧ ول⟦لرئيس⟧"),
        ("اللجنة", "⟦اللجنة⟧ ل⟦لجنة⟧ لجنة"),
        ("لجنة", "ال⟦لجنة⟧ ل⟦لجنة⟧ ⟦لجنة⟧"),
        ("يقول", "س⟦يقول⟧ وس⟦يقول⟧ ف⟦يقول⟧"),
        ("ان", "كان ⟦ان⟧ و⟦ان⟧ بان"),
        ("و", "⟦و⟧ وو"),
    ] {
        assert_finds(query, Reach::Word, marked);
    }
}

#[test]
fn spelling_is_folded() {
    for (query, marked) in [
        ("على", "⟦علي⟧ ⟦عـــلى⟧ ⟦عَلَىٰ⟧"),
        ("2026", "عام ⟦٢٠٢٦⟧ و⟦2026⟧ 20261"),
        ("iphone", "هاتف ⟦iPhone⟧ و⟦IPHONE⟧"),
        ("الله", "⟦ﷲ⟧ ⟦اللَّه⟧"),
        ("2.5", "⟦2.5⟧ و⟦٢٫٥⟧ 2. 5 12.5"),
        ("كوفيد-19", "⟦كوفيد-19⟧ ⟦كوفيد 19⟧ كوفيد"),
        ("cafe\u{301}", "⟦café⟧ ⟦cafe\u{301}⟧ cafe"),
    ] {
        assert_finds(query, Reach::Word, marked);
    }
}

#[test]
fn phrases_stand_together_in_one_sentence() {
    assert_finds("وزير الخارجية", Reach::Word, "قال ⟦وزير الخارجيّة⟧ ول⟦وزير  الخارجية⟧ وزير. الخارجية");
    assert_finds("مجلس الأمن", Reach::Word, "ل⟦مجلس الأمن⟧ وال⟦مجلس الأمن⟧ مجلس للأمن مجلس\nالأمن");
    assert_finds("لا لا", Reach::Word, "⟦لا لا⟧ لا");
    assert_finds("الولايات المتحدة", Reach::Word, "ل⟦لولايات المتحدة⟧");
}

#[test]
fn prefixes_are_found_while_the_reader_types() {
    assert_finds("بوت", Reach::Prefix, "⟦بوت⟧ين ول⟦بُوتِ⟧ين");
    assert_finds("وزير الخا", Reach::Prefix, "⟦وزير الخا⟧رجية وزيرة الخارجية");
    assert_finds("الر", Reach::Prefix, "⟦الر⟧ئيس ل⟦لر⟧ئيس");
}

#[test]
fn without_words_the_query_is_looked_for_as_it_is() {
    assert_finds("؟", Reach::Word, "ماذا⟦؟⟧ what⟦?⟧");
    assert_finds("😀", Reach::Word, "⟦😀⟧ و👍");
    assert_finds("👩", Reach::Word, "⟦👨\u{200D}👩\u{200D}👧⟧");
    assert_finds(" ", Reach::Word, "لا شيء");
    assert_finds("", Reach::Word, "لا شيء");
    assert_finds("شيء", Reach::Word, "");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn never_panics_and_hits_are_whole_clusters(source in "[اأوفبكلسيت ـً\u{301}\u{200D}😀🇸🇦.5\n]{0,40}", query in "\\PC{0,6}|[اوبكلست ]{0,6}") {
        for reach in [Reach::Word, Reach::Prefix] {
            let borders: Vec<usize> =
                source.grapheme_indices(true).map(|(at, _)| at).chain([source.len()]).collect();
            let mut behind = 0;
            for hit in search(&source, &query, reach) {
                prop_assert!(borders.contains(&hit.start) && borders.contains(&hit.end) && !hit.is_empty());
                prop_assert!(hit.start >= behind);
                behind = hit.end;
            }
        }
    }

    #[test]
    fn a_word_finds_itself_among_others(before in "[ء-غف-ي]{1,6}", word in "[ء-غف-ي]{1,8}", after in "[ء-غف-ي]{1,6}") {
        let source = [&*before, " ", &*word, " ", &*after].concat();
        let own = Span::new(before.len() + 1, before.len() + 1 + word.len());
        prop_assert!(search(&source, &word, Reach::Word).contains(&own));
    }
}
