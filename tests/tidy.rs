//! Typography: which edits a text gets.

use hamish::{
    normalize::{Folds, normalize},
    tidy::{Edit, QuoteStyle, apply, hide_harakat, tidy},
};
use proptest::prelude::*;

#[track_caller]
fn assert_tidies(source: &str, expected: &str) {
    assert_eq!(apply(source, &tidy(source, QuoteStyle::Guillemets)), expected, "from {source:?}");
}

#[test]
fn blanks_before_marks_are_closed_up() {
    assert_tidies("قال ، ثم مضى ؛ هل عاد ؟ نعم !", "قال، ثم مضى؛ هل عاد؟ نعم!");
    assert_tidies("أضاف  : انتهى .", "أضاف: انتهى.");
    assert_tidies("موقع .com ووجه :) ولا شيء", "موقع .com ووجه :) ولا شيء");
    assert_tidies("سطر\n ، سطر", "سطر\n ، سطر");
}

#[test]
fn doubled_blanks_and_dots_become_one() {
    assert_tidies("قال  لنا\u{A0} ثم", "قال لنا ثم");
    assert_tidies("  في أول السطر  \n", "  في أول السطر  \n");
    assert_tidies("ثم ... مضى.... وعاد . . . هنا.. 1.5", "ثم… مضى… وعاد… هنا.. 1.5");
}

#[test]
fn quotation_marks_become_one_style() {
    assert_tidies("قال: \"نعم\" و“لا” و«ربما”", "قال: «نعم» و«لا» و«ربما»");
    assert_tidies("قال: \"سمعته يقول \"لا\" أمس\".", "قال: «سمعته يقول “لا” أمس».");
    assert_tidies("ب\"القاعدة\" و(\"نعم\")", "ب«القاعدة» و(«نعم»)");
    assert_tidies("»نعم« و”لا“", "«نعم» و«لا»");
    assert_tidies("شاشة 15\" وعنوان \"The End\" لا يُمس", "شاشة 15\" وعنوان \"The End\" لا يُمس");
    assert_tidies("بلا إغلاق \"نعم\nوسطر \"آخر", "بلا إغلاق \"نعم\nوسطر \"آخر");
    let curly = "قال: «نعم «لا» ربما»";
    assert_eq!(apply(curly, &tidy(curly, QuoteStyle::Curly)), "قال: “نعم «لا» ربما”");
}

#[test]
fn edits_are_applied_one_by_one() {
    let source = "قال  لنا \"نعم\" ...";
    let edits = tidy(source, QuoteStyle::Guillemets);
    let shown: Vec<(&str, &str)> =
        edits.iter().map(|edit| (edit.span.of(source), edit.replacement)).collect();
    assert_eq!(shown, [("  ", " "), ("\"", "«"), ("\"", "»"), (" ", ""), ("...", "…")]);
}

#[test]
fn hidden_harakat_leave_hamza() {
    let source = "يَسْتَهْزِئُ هٰذا ا\u{0654}حمدُ ٱلْقُرْآنِ";
    assert_eq!(apply(source, &hide_harakat(source)), "يستهزئ هذا ا\u{0654}حمد ٱلقرآن");
}

fn assert_sorted_and_apart(edits: &[Edit]) {
    assert!(edits.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "{edits:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn tidy_twice_is_tidy(source in "[اب5a ،؛:؟!.…\"«»“”()\n\u{A0}-]{0,24}|\\PC{0,24}") {
        for style in [QuoteStyle::Guillemets, QuoteStyle::Curly] {
            let edits = tidy(&source, style);
            assert_sorted_and_apart(&edits);
            let once = apply(&source, &edits);
            prop_assert_eq!(tidy(&once, style), [], "{:?} became {:?}", source, once);
        }
    }

    #[test]
    fn hiding_harakat_is_folding_them(source in "[ابأً-ْٰ ]{0,24}|\\PC{0,24}") {
        let edits = hide_harakat(&source);
        assert_sorted_and_apart(&edits);
        let folds = Folds::HARAKAT | Folds::SHADDA | Folds::DAGGER_ALEF;
        prop_assert_eq!(apply(&source, &edits), normalize(&source, folds).text);
    }
}
