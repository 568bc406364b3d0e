//! The caller's own names: expected words are written as marks in the sentence.
#![allow(clippy::unwrap_used)]

use hamish::{Analyzer, Annotations, NameType, Options, OwnName};
use proptest::prelude::*;

fn own(kind: NameType, id: &str, names: &[&str]) -> OwnName {
    OwnName {
        name: names[0].into(),
        kind,
        id: Some(id.into()),
        aliases: names[1..].iter().map(|&alias| alias.into()).collect(),
    }
}

fn analyzer(names: impl IntoIterator<Item = OwnName>) -> Analyzer {
    Analyzer::new(Options::default().with_names(names).unwrap())
}

/// The text with `⟦id …⟧` around each of the caller's names; what the model finds and groups with them has a lower score.
fn annotated(text: &str, annotations: &Annotations) -> String {
    let mut out = text.to_owned();
    for mention in annotations.mentions.iter().rev().filter(|mention| mention.score == 1.0) {
        if let Some(id) = annotations.entities[mention.entity].id.as_ref().filter(|id| id.starts_with("own:"))
        {
            out.insert(mention.span.end, '⟧');
            out.insert_str(mention.span.start, &format!("⟦{} ", &id[4..]));
        }
    }
    out
}

fn check(analyzer: &Analyzer, expected: &str) {
    let mut text = expected.replace('⟧', "");
    while let Some(at) = text.find('⟦') {
        let blank = at + text[at..].find(' ').unwrap();
        text.replace_range(at..=blank, "");
    }
    assert_eq!(annotated(&text, &analyzer.analyze(&text)), expected);
}

#[test]
fn found_in_all_spellings_and_with_clitics() {
    let analyzer = analyzer([
        own(NameType::Person, "own:p", &["أحمد بن عيّاد"]),
        own(NameType::Place, "own:q", &["القيصرية"]),
        own(NameType::Organization, "own:o", &["اللجنة الخضراء", "لجنة الخضر"]),
        own(NameType::Person, "own:a", &["عبد الله أبو طبر"]),
        own(NameType::Place, "own:s", &["سان-بيار"]),
    ]);
    check(&analyzer, "زار ⟦p احمد بن عياد⟧ و⟦q القيصريه⟧ ثم عاد من ⟦q القيصـــريّة⟧ إلى ⟦p أحمَد بن عَيّاد⟧.");
    check(
        &analyzer,
        "سلّم على و⟦p أحمد بن عياد⟧ ف⟦p أحمد بن عياد⟧ ب⟦q القيصرية⟧ ك⟦q القيصرية⟧ ول⟦p أحمد بن عياد⟧.",
    );
    check(
        &analyzer,
        "وصل لل⟦q قيصرية⟧ ولل⟦q قيصرية⟧ وقال ل⟦o لجنة الخضراء⟧ إن ⟦o لجنة الخضر⟧ هي ⟦o اللجنة الخضراء⟧.",
    );
    check(&analyzer, "التقى ⟦a عبدالله أبوطبر⟧ ثم ⟦a عبد الله ابو طبر⟧ وكتب ل⟦a عبدالله أبي طبر⟧.");
    check(&analyzer, "مرّ بين ⟦s سان بيار⟧ و⟦s سان-بيار⟧ و⟦s سان–بيار⟧.");
}

#[test]
fn whole_words_in_one_sentence_alone() {
    let analyzer = analyzer([
        own(NameType::Organization, "own:o", &["نور"]),
        own(NameType::Person, "own:p", &["ورق نور"]),
        own(NameType::Person, "own:l", &["لام"]),
    ]);
    check(&analyzer, "تنورت المدينة بمنور وسط تنور كبير.");
    check(&analyzer, "حضر ⟦p ورق نور⟧ ثم ورق. ⟦o نور⟧ تنشر غدا.\nورق\n⟦o نور⟧");
    check(&analyzer, "هذا كلام كثير بسلام، و⟦l لام⟧ حرف.");
}

#[test]
fn the_longest_name_counts_and_the_first_of_two_alike() {
    let analyzer = analyzer([
        own(NameType::Organization, "own:a", &["دار النهر"]),
        own(NameType::Organization, "own:b", &["دار النهر الأزرق"]),
        own(NameType::Place, "own:c", &["دار النهر"]),
    ]);
    check(&analyzer, "أعلنت ⟦b دار النهر الأزرق⟧ و⟦a دار النهر⟧ الكبيرة.");
}

#[test]
fn latin_names_fold_case_and_short_acronyms_keep_it() {
    let analyzer = analyzer([
        own(NameType::Organization, "own:r", &["Riverbank Media"]),
        own(NameType::Organization, "own:w", &["WHB"]),
        own(NameType::Organization, "own:t", &["R&D Nord", "C++"]),
    ]);
    check(&analyzer, "شركة ⟦r RIVERBANK media⟧ و⟦r Riverbank Media⟧ و⟦w WHB⟧ لا whb في ⟦t R&D Nord⟧.");
    check(&analyzer, "لغة ⟦t C++⟧ لا C وحدها.");
}

#[test]
fn marks_around_a_name_do_not_count() {
    let analyzer = analyzer([own(NameType::Organization, "own:a", &["«الأفق الجديد»"])]);
    check(&analyzer, "قالت صحيفة «⟦a الأفق الجديد⟧» إن ⟦a الأفق الجديد⟧: باقية.");
}

#[test]
fn an_own_name_comes_before_what_the_engine_finds() {
    let text = "وصل الرئيس فلاديمير بوتين إلى موسكو.";
    let analyzer = analyzer([own(NameType::Organization, "own:x", &["موسكو"])]);
    let annotations = analyzer.analyze(text);
    let last = annotations.mentions.last().unwrap();
    assert_eq!((last.span.of(text), last.kind, last.score), ("موسكو", NameType::Organization, 1.0));
    let entity = &annotations.entities[last.entity];
    assert_eq!((entity.name.as_str(), entity.id.as_deref()), ("موسكو", Some("own:x")));
}

#[test]
fn an_alias_is_the_same_entity_under_the_name_that_is_shown() {
    let text = "أعلن المركز الرصدي أمس، وقال مرصد الجبل اليوم إن المركز الرصدي باق.";
    let analyzer = analyzer([own(NameType::Organization, "own:m", &["مرصد الجبل", "المركز الرصدي"])]);
    let annotations = analyzer.analyze(text);
    let entity = &annotations.entities[annotations.mentions[0].entity];
    assert_eq!((entity.name.as_str(), entity.mentions.len()), ("مرصد الجبل", 3));
}

#[test]
fn thousands_of_names_are_found_each() {
    let letters = ["با", "تو", "ري", "سا", "دو", "لي", "ما", "نو", "كي", "زا"];
    let name = |n: usize| -> String {
        (0..4).map(|digit| letters[n / 10_usize.pow(digit) % 10]).chain([" الريفي"]).collect()
    };
    let analyzer = analyzer((0..5000).map(|n| own(NameType::Person, &format!("own:{n}"), &[&name(n)])));
    for n in (0..5000).step_by(37) {
        check(&analyzer, &format!("قابل و⟦{n} {}⟧ أمس.", name(n)));
    }
}

#[test]
fn a_name_without_a_letter_is_refused() {
    for name in ["", " «» ", "2024", "ــ", "َ"] {
        let error =
            Options::default().with_names([own(NameType::Person, "own:x", &["سامي", name])]).unwrap_err();
        assert!(error.to_string().contains("at least one letter"), "{name:?}");
    }
}

fn word() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "وليد",
        "بدر",
        "لمى",
        "كمال",
        "فهد",
        "ولل",
        "الله",
        "عبد",
        "أبو",
        "بن",
        "ال",
        "لل",
        "نور",
        "الدين",
        "و",
        "12",
        "R&D",
        "C",
        "ﷺ",
        "ﷲ",
        "-",
        ".",
        "آ",
        "ـ",
        "سلمى\u{64B}",
        "co",
    ])
    .prop_map(str::to_owned)
}

proptest! {
    #[test]
    fn own_names_are_found_when_they_stand_as_words(
        name in prop::collection::vec(word(), 1..5), before in prop::collection::vec(word(), 0..4),
    ) {
        let name = name.join(" ");
        let Ok(options) = Options::default().with_names([own(NameType::Person, "own:x", &[&name])]) else {
            return Ok(());
        };
        let text = format!("{}\n{name}\n", before.join(" "));
        let line = before.join(" ").len() + 1;
        let annotations = Analyzer::new(options).analyze(&text);
        prop_assert!(annotations.mentions.iter().any(|mention| mention.span.start >= line
            && annotations.entities[mention.entity].id.as_deref() == Some("own:x")));
        for pair in annotations.mentions.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start);
        }
    }
}
