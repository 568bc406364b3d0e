//! Whom names name: the names stand as marks in the sentence, the expected entities as their spellings.
#![allow(clippy::unwrap_used)]

use hamish::{
    Analyzer, Annotations, Entity, Mention, NameType, Options, Span,
    name::{Found, Named, entity, words::Words},
    segment::Document,
};
use proptest::prelude::*;

/// A text with its names, as a model would have found them.
struct Marked {
    text: String,
    spans: Vec<(Span, NameType, f32)>,
}

impl Marked {
    /// Reads `⟦person بوتين⟧`; a figure behind the type is the score in tenths.
    fn new(marked: &str) -> Self {
        let (mut text, mut spans) = (String::new(), Vec::new());
        for piece in marked.split_inclusive('⟧') {
            let Some((before, name)) = piece.split_once('⟦') else {
                text.push_str(piece);
                continue;
            };
            text.push_str(before);
            let (kind, name) = name.split_once(' ').unwrap();
            let tenths: f32 = kind.trim_start_matches(char::is_alphabetic).parse().unwrap_or(9.0);
            let kind = match kind.trim_end_matches(char::is_numeric) {
                "person" => NameType::Person,
                "place" => NameType::Place,
                "organization" => NameType::Organization,
                other => panic!("{other}"),
            };
            let start = text.len();
            text.push_str(name.trim_end_matches('⟧'));
            spans.push((Span::new(start, text.len()), kind, tenths / 10.0));
        }
        Self { text, spans }
    }

    fn group(&self) -> (Vec<Mention>, Vec<Entity>) {
        let document = Document::new(&self.text);
        let words = Words::new(&document);
        let source: Vec<Span> = words.words().iter().map(|word| document.to_source(word.folded)).collect();
        let named = self.spans.iter().map(|&(span, kind, score)| {
            let from = source.partition_point(|word| word.end <= span.start);
            let to = source.partition_point(|word| word.start < span.end);
            let word = words.words()[from].folded;
            let skip = words
                .text(word)
                .char_indices()
                .map(|(at, _)| at)
                .find(|&at| document.to_source(Span::new(word.start + at, word.end)).start >= span.start);
            let start = word.start + skip.unwrap();
            Named {
                found: Found { from, to, kind, score },
                folded: Span::new(start, words.words()[to - 1].folded.end),
                swallowed: words.text(Span::new(word.start, start)).ends_with("لل"),
                own: None,
            }
        });
        entity::group(&document, &words, &named.collect::<Vec<_>>(), &[])
    }
}

/// Each entity as `name: mention, mention`.
fn entities(marked: &str) -> Vec<String> {
    let marked = Marked::new(marked);
    let (mentions, entities) = marked.group();
    let spelled = |entity: &Entity| {
        let words: Vec<&str> = entity.mentions.iter().map(|&at| mentions[at].span.of(&marked.text)).collect();
        format!("{}: {}", entity.name, words.join(", "))
    };
    entities.iter().map(spelled).collect()
}

#[test]
fn a_family_name_a_first_name_and_a_kunya_are_their_bearers() {
    assert_eq!(
        entities(
            "⟦person الصيرفي⟧ يصل\nقال ⟦person مازن الصيرفي⟧ إن ⟦person هناء القاضي⟧ وصلت. وأضاف ⟦person الصيرفي⟧ أن \
             ⟦person هناء⟧ بخير."
        ),
        ["مازن الصيرفي: الصيرفي, مازن الصيرفي, الصيرفي", "هناء القاضي: هناء القاضي, هناء"]
    );
    assert_eq!(
        entities(
            "⟦person حازم الريدي⟧ (⟦person أبو غسان⟧) غاب. ثم عاد ⟦person أبو غسان⟧ مع ل⟦person أبي غسان⟧."
        ),
        ["حازم الريدي: حازم الريدي, أبو غسان, أبو غسان, أبي غسان"]
    );
    assert_eq!(
        entities("⟦person لويس فان دير موت⟧ مدرب، و⟦person فان دير موت⟧ لاعب سابق، و⟦person ر. موت⟧ أيضا."),
        ["لويس فان دير موت: لويس فان دير موت, فان دير موت, ر. موت"]
    );
}

#[test]
fn the_father_and_the_sons_are_three() {
    assert_eq!(
        entities("⟦person فهد بن سلطان⟧ وأخوه ⟦person تركي بن سلطان⟧ وأبوهما ⟦person سلطان⟧."),
        ["فهد بن سلطان: فهد بن سلطان", "تركي بن سلطان: تركي بن سلطان", "سلطان: سلطان"]
    );
    assert_eq!(
        entities("⟦person عدي حسن القاضي⟧ هو ابن ⟦person حسن القاضي⟧."),
        ["عدي حسن القاضي: عدي حسن القاضي", "حسن القاضي: حسن القاضي"]
    );
    assert_eq!(
        entities("⟦person محمد حسن القاضي⟧ يعرفه الناس باسم ⟦person حسن القاضي⟧."),
        ["محمد حسن القاضي: محمد حسن القاضي, حسن القاضي"]
    );
}

#[test]
fn a_name_that_two_bear_is_the_ones_who_was_named_most_or_last() {
    assert_eq!(
        entities(
            "⟦person سامر الطحان⟧ أول، و⟦person رامي الطحان⟧ ثان. قال ⟦person الطحان⟧ نعم. ثم ⟦person سامر الطحان⟧ \
             وقال ⟦person الطحان⟧ لا."
        ),
        ["سامر الطحان: سامر الطحان, سامر الطحان, الطحان", "رامي الطحان: رامي الطحان, الطحان"]
    );
    assert_eq!(
        entities("⟦person الطحان⟧ يفوز\n⟦person سامر الطحان⟧ هزم ⟦person رامي الطحان⟧."),
        ["سامر الطحان: الطحان, سامر الطحان", "رامي الطحان: رامي الطحان"]
    );
}

#[test]
fn spellings_of_one_name_are_one() {
    for pair in [
        "⟦person نتنياهو⟧ ⟦person نتانياهو⟧",
        "⟦person ماكرون⟧ ⟦person ماكغون⟧",
        "⟦person أحمد⟧ ⟦person احـــمد⟧",
        "⟦person عبد الله⟧ ⟦person عبدالله⟧",
        "⟦person مُصْطفى⟧ ⟦person مصطفي⟧",
        "⟦organization غوغل⟧ ⟦organization جوجل⟧",
        "⟦organization الفيفا⟧ ⟦organization فيفا⟧",
        "⟦place سوريا⟧ ⟦place سورية⟧",
        "⟦place بيتسبيرغ⟧ ⟦place بيتسبرج⟧",
        "⟦place أبو ظبي⟧ ⟦place أبوظبي⟧",
        "⟦place الأمم⟧ لل⟦place أمم⟧",
    ] {
        assert_eq!(entities(pair).len(), 1, "{pair}");
    }
}

#[test]
fn names_that_differ_by_their_vowels_or_a_letter_are_two() {
    for pair in [
        "⟦person سالم⟧ ⟦person سليم⟧",
        "⟦person حسن⟧ ⟦person حسين⟧",
        "⟦person جمال⟧ ⟦person كمال⟧",
        "⟦person عمر⟧ ⟦person عمرو⟧",
        "⟦person كارل⟧ ⟦person كارلا⟧",
        "⟦person كيم⟧ ⟦person جيم⟧",
        "⟦person مارين⟧ ⟦person موران⟧",
        "⟦place موسكو⟧ ⟦person ماسك⟧",
        "⟦place كوريا الشمالية⟧ ⟦place كوريا الجنوبية⟧",
        "⟦place السودان⟧ ⟦place جنوب السودان⟧",
        "⟦place ميناء المرجان⟧ ⟦place المرجان⟧",
        "⟦organization الاتحاد⟧ ⟦organization الاتحاد الأوروبي⟧",
        "⟦organization الأهلي⟧ ⟦organization أهلي البرج⟧",
        "⟦organization مصرف النهر⟧ ⟦organization مصارف النهر⟧",
        "⟦organization لجنة الكونغرس للمرافئ⟧ ⟦organization الكونغرس⟧",
    ] {
        assert_eq!(entities(pair).len(), 2, "{pair}");
    }
}

#[test]
fn bodies_go_by_the_beginning_of_their_names_and_without_the_head_noun() {
    assert_eq!(
        entities("⟦organization حزب النهر الأخضر⟧ و⟦organization حزب النهر⟧ و⟦organization النهر⟧."),
        ["حزب النهر الأخضر: حزب النهر الأخضر, حزب النهر, النهر"]
    );
    assert_eq!(
        entities(
            "⟦organization النقل⟧ ترد\n⟦organization وزارة النقل التونسية⟧ و⟦organization سيتي⟧ و⟦organization مانشستر سيتي⟧."
        ),
        ["وزارة النقل التونسية: النقل, وزارة النقل التونسية", "مانشستر سيتي: سيتي, مانشستر سيتي"]
    );
    assert_eq!(
        entities(
            "⟦organization وزارة النقل الليبية⟧ و⟦organization وزارة النقل التونسية⟧. وقالت ⟦organization وزارة النقل⟧ نعم."
        ),
        [
            "وزارة النقل الليبية: وزارة النقل الليبية",
            "وزارة النقل التونسية: وزارة النقل التونسية, وزارة النقل"
        ]
    );
}

#[test]
fn an_aside_gives_another_name_of_the_same() {
    for same in [
        "⟦organization هيئة المرافئ العربية⟧ (⟦organization همع⟧)",
        "⟦organization هيئة المرافئ العربية⟧ (⟦organization AHB⟧)",
        "⟦organization هيئة المرافئ العربية⟧ \"⟦organization همع⟧\"",
        "⟦organization هيئة المرافئ العربية⟧، المعروفة اختصارا باسم ⟦organization همع⟧",
        "⟦person لويزا ماركوني⟧ (⟦person Luisa Marconi⟧)",
        "⟦person سليم الحداد⟧ الملقب ب⟦person الوميض⟧",
    ] {
        assert_eq!(entities(same).len(), 1, "{same}");
    }
    for different in [
        "⟦place كفر الزهر⟧ (⟦place الجليل⟧)",
        "⟦organization بلدية النهر⟧ (⟦organization رويترز⟧)",
        "⟦person سليم الحداد⟧ (⟦person هناء القاضي⟧)",
        "⟦person سليم الحداد⟧ و⟦person الوميض⟧",
    ] {
        assert_eq!(entities(different).len(), 2, "{different}");
    }
}

#[test]
fn what_the_gazetteer_knows_as_the_same_is_one_with_its_identifier() {
    let marked = Marked::new(
        "زار ⟦place السعودية⟧ ثم عاد إلى ⟦place المملكة العربية السعودية⟧ ومنها إلى ⟦place بكين⟧.",
    );
    let (_, entities) = marked.group();
    let known: Vec<_> = entities.iter().map(|entity| (entity.name.as_str(), entity.id.as_deref())).collect();
    assert_eq!(known, [("المملكة العربية السعودية", Some("iso3166:SA")), ("بكين", Some("geonames:1816670"))]);
}

#[test]
fn names_that_the_gazetteer_lists_for_the_same_are_one() {
    for pair in [
        "⟦organization حلف شمال الأطلسي⟧ ⟦organization الناتو⟧",
        "⟦organization منظمة الصحة العالمية⟧ ⟦organization WHO⟧",
        "⟦organization فرانس برس⟧ ⟦organization أ.ف.ب⟧",
    ] {
        assert_eq!(entities(pair).len(), 1, "{pair}");
    }
}

#[test]
fn a_name_of_a_country_and_of_a_large_city_elsewhere_has_no_identifier() {
    let identifiers = |marked: &str| {
        let (_, entities) = Marked::new(marked).group();
        entities.into_iter().map(|entity| entity.id).collect::<Vec<_>>()
    };
    assert_eq!(identifiers("⟦place عمان⟧ مدينة."), [None]);
    assert_eq!(identifiers("⟦place سلطنة عمان⟧ دولة، و⟦place عمان⟧ أيضا."), [Some("iso3166:OM".into())]);
    assert_eq!(identifiers("⟦organization الجزائر⟧ ناد."), [None]);
}

#[test]
fn the_name_is_the_fullest_in_arabic_letters_without_clitics() {
    assert_eq!(
        entities("قرار لل⟦organization لجنة العليا للمرافئ⟧."),
        ["اللجنة العليا للمرافئ: لجنة العليا للمرافئ"]
    );
    assert_eq!(
        entities("⟦organization همع⟧ (⟦organization Arab Harbour Board⟧)"),
        ["همع: همع, Arab Harbour Board"]
    );
}

#[test]
fn the_type_is_voted() {
    let marked =
        Marked::new("⟦place5 المرسال⟧ أعلنت، و⟦organization8 المرسال⟧ نشرت، ونقلت ⟦organization8 المرسال⟧.");
    let (mentions, entities) = marked.group();
    assert_eq!(entities.len(), 1);
    assert_eq!(entities[0].kind, NameType::Organization);
    assert!(mentions.iter().all(|mention| mention.kind == NameType::Organization));
}

#[test]
fn a_doubtful_name_with_which_a_persons_ends_is_theirs() {
    assert_eq!(
        entities("⟦person مازن الصيرفي⟧ عاد. قال ⟦organization4 الصيرفي⟧ نعم."),
        ["مازن الصيرفي: مازن الصيرفي, الصيرفي"]
    );
    assert_eq!(entities("⟦person مازن الصيرفي⟧ عاد إلى ⟦organization9 الصيرفي⟧.").len(), 2);
}

#[test]
fn a_higher_threshold_leaves_out_mentions_and_their_entities() {
    let text = "قال الرئيس فلاديمير بوتين في موسكو إن باريس ولندن شريكتان. وأضاف بوتين أن موسكو تنتظر.";
    let all = Analyzer::default().analyze(text);
    let mut scores: Vec<f32> = all.mentions.iter().map(|mention| mention.score).collect();
    scores.sort_by(f32::total_cmp);
    for threshold in scores.iter().copied().chain([1.0]) {
        let some = Analyzer::new(Options::default().with_threshold(threshold).unwrap()).analyze(text);
        assert_eq!(some.mentions.len(), scores.iter().filter(|&&score| score >= threshold).count());
        assert_lists_back(&some);
    }
}

/// Every mention's entity lists it, once; entities stand by first mention; mentions do not overlap.
fn assert_lists_back(annotations: &Annotations) {
    let listed: usize = annotations.entities.iter().map(|entity| entity.mentions.len()).sum();
    assert_eq!(listed, annotations.mentions.len());
    for (at, mention) in annotations.mentions.iter().enumerate() {
        assert!(annotations.entities[mention.entity].mentions.contains(&at));
    }
    for entity in &annotations.entities {
        assert!(entity.mentions.is_sorted_by(|a, b| a < b) && !entity.name.is_empty());
    }
    assert!(annotations.entities.is_sorted_by(|a, b| a.mentions[0] < b.mentions[0]));
    assert!(annotations.mentions.is_sorted_by(|a, b| a.span.end <= b.span.start));
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "الرئيس",
        "فلاديمير",
        "بوتين",
        "وبوتين",
        "محمد",
        "بن",
        "سلمان",
        "عبد",
        "الله",
        "الدين",
        "أبو",
        "مازن",
        "عباس",
        "ال",
        "للأمم",
        "الأمم",
        "المتحدة",
        "حلف",
        "الناتو",
        "شركة",
        "غوغل",
        "جوجل",
        "وزارة",
        "الدفاع",
        "الروسية",
        "دمشق",
        "سوريا",
        "(",
        ")",
        "\"",
        "،",
        ".",
        "\n",
        "المعروف",
        "باسم",
        "WHO",
        "ﷺ",
        "ﷲ",
        "ـ",
        "-",
        "12",
    ]);
    prop::collection::vec(piece, 0..50).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #[test]
    fn mentions_and_entities_agree(text in pieces()) {
        assert_lists_back(&Analyzer::default().analyze(&text));
    }

    #[test]
    fn grouping_takes_any_names(
        words in prop::collection::vec(("[ابدهوينلمرك]{1,6}|محمد|بن|ابو|فان|WHO|[(\")]", 0..3_usize, 0..5_usize), 1..60)
    ) {
        let kinds = ["person", "place", "organization"];
        let marked: String = words
            .iter()
            .map(|(word, kind, named)| match named {
                0 => format!("{word} "),
                _ if word.contains(['(', '"', ')']) => format!("{word} "),
                _ => format!("⟦{} {word} {word}⟧ ", kinds[*kind]),
            })
            .collect();
        let marked = Marked::new(&marked);
        let (mentions, entities) = marked.group();
        prop_assert_eq!(mentions.len(), marked.spans.len());
        let again = marked.group();
        prop_assert_eq!((&mentions, &entities), (&again.0, &again.1));
        for (at, mention) in mentions.iter().enumerate() {
            prop_assert!(entities[mention.entity].mentions.contains(&at));
        }
    }
}
