//! Quotes, their reporting words and speakers: expected words are written as marks in the sentence.

use hamish::{Analyzer, Quote, QuoteKind};
use proptest::prelude::*;

fn kind(quote: &Quote) -> &'static str {
    match quote.kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Partial => "partial",
        QuoteKind::Term => "term",
        QuoteKind::Indirect => "indirect",
    }
}

/// The text with `⟦kind …⟧` around each piece that the engine found.
fn annotated(text: &str) -> String {
    let quotes = Analyzer::default().analyze(text).quotes;
    let mut edges = Vec::new();
    for quote in &quotes {
        for piece in &quote.segments {
            edges.push((piece.start, 1, format!("⟦{} ", kind(quote))));
            edges.push((piece.end, 0, "⟧".to_owned()));
        }
    }
    edges.sort_by_key(|&(at, side, _)| (at, side));
    let mut out = text.to_owned();
    for (at, _, mark) in edges.iter().rev() {
        out.insert_str(*at, mark);
    }
    out
}

fn check(expected: &str) {
    let mut text = expected.replace('⟧', "");
    for kind in ["direct", "partial", "term", "indirect"] {
        text = text.replace(&format!("⟦{kind} "), "");
    }
    assert_eq!(annotated(&text), expected);
}

fn speakers(text: &str) -> Vec<Option<String>> {
    let quotes = Analyzer::default().analyze(text).quotes;
    quotes.iter().map(|quote| quote.speaker.map(|speaker| speaker.span.of(text).to_owned())).collect()
}

#[test]
fn marks_of_every_style_hold_a_quote() {
    check("قال الوزير: «⟦direct سنواصل العمل حتى النهاية⟧».");
    check("قال الوزير: \"⟦direct سنواصل العمل حتى النهاية⟧\".");
    check("قال الوزير: “⟦direct سنواصل العمل حتى النهاية⟧”.");
    check("قال الوزير: ”⟦direct سنواصل العمل حتى النهاية⟧“.");
    check("قال الوزير: <<⟦direct سنواصل العمل حتى النهاية⟧>>.");
    check("قال الوزير : \" ⟦direct سنواصل العمل حتى النهاية⟧ \" .");
    check("قال الوزير: ‘⟦direct سنواصل العمل حتى النهاية⟧’.");
}

#[test]
fn a_quote_without_its_closing_mark_ends_with_the_paragraph() {
    check("قال الوزير: «⟦direct سنواصل العمل حتى النهاية.⟧\nوعاد إلى مكتبه.");
}

#[test]
fn a_missing_mark_is_where_the_reporter_speaks() {
    check(
        "وقال الوزير: «⟦direct المهلة انتهت أمس ولن تمدد يوما واحدا⟧، مشيرا إلى أن ⟦indirect المجلس رفض الطلب⟧.",
    );
}

#[test]
fn a_mark_before_the_reporting_word_opens_nothing() {
    check("\"وقال الوزير \"⟦direct سنواصل العمل حتى النهاية⟧\".");
}

#[test]
fn an_opening_mark_may_be_missing_behind_a_colon() {
    check("التقى الوزير الوفد.\nوأضاف الوزير: ⟦direct سنواصل العمل حتى النهاية⟧\".\nوعاد إلى مكتبه.");
}

#[test]
fn a_quote_in_a_quote_is_read_whatever_touches_its_marks() {
    check("قال الوزير: \"⟦direct سألته متى يعود فأجاب: ‘⟦direct الله أعلم⟧’⟧\".");
}

#[test]
fn the_reporter_goes_on_behind_a_report() {
    check("وقال الوزير إن ⟦indirect العمل سيستمر حتى نهاية العام⟧، فيما نفت الشركة تأخير المشروع.");
    check("وبحسب وزارة الصحة فإن ⟦indirect الإصابات في تراجع مستمر⟧.");
    check("وقالت هيئة الإذاعة البريطانية (بي.بي.سي) إن ⟦indirect البث سيتوقف غدا⟧.");
}

#[test]
fn a_report_holds_neither_a_dateline_nor_another_report() {
    check("المدينة نيوز :- ⟦indirect بلغت حرارة الهواء أربعين درجة في العاصمة⟧، بحسب مركز الأرصاد.");
    check("وقال مجاهد إن ⟦indirect العمل سيتوقف غدا⟧، وفقا لوكالة الأنباء.");
}

#[test]
fn a_report_ends_before_the_next_one() {
    check("وقالت المديرة إن ⟦indirect المدرسة ستفتح غدا⟧، وأضافت: «⟦direct لن نؤجل الدروس يوما واحدا⟧».");
    check(
        "وقال المحافظ إن ⟦indirect الجسر سيفتح أمام السيارات بعد العيد⟧ كما قال إن ⟦indirect العمل فيه لم يتوقف يوما⟧.",
    );
}

#[test]
fn a_source_in_the_middle_of_a_sentence_opens_a_report() {
    check("امتلأت السدود مبكرا هذا العام، وبحسب وزارة المياه فقد ⟦indirect بلغ المخزون تسعين مليون متر⟧.");
}

#[test]
fn a_source_goes_on_behind_its_comma() {
    check("وبحسب مدير المرور، العقيد سالم بدر، ⟦indirect وقع الحادث عند منتصف الليل⟧.");
    check("يذكر أن ⟦indirect المدينة تضم خمسين مدرسة⟧، بحسب أرقام البلدية.");
}

#[test]
fn a_full_stop_in_a_name_ends_nothing() {
    check("وقال المتحدث جون دي. ميلر إن ⟦indirect القطار سيعود إلى العمل غدا⟧.");
}

#[test]
fn a_complement_may_be_joined_to_the_noun_behind_it() {
    check("وأوضح الوزير في بيان أن⟦indirect الرسوم لن ترتفع قبل نهاية العام⟧.");
    check("وأكدت الشركة فيما بعد أن ⟦indirect الخدمة ستعود مساء اليوم⟧.");
}

#[test]
fn a_rule_is_no_source() {
    check("وفقا للقانون، تدفع الشركات رسوما سنوية عن كل مركبة تملكها.");
    assert_eq!(speakers("وبحسب المرصد فقد اغتنم المقاتلون أسلحة كثيرة من الموقع."), [Some("المرصد".into())]);
}

#[test]
fn a_that_which_belongs_to_another_word_opens_no_report() {
    check("وقال مراسل شبكة سي إن إن في القاهرة إن ⟦indirect الاجتماع تأجل إلى يوم الأحد⟧.");
    check("وقال الوزير بعد أن عاد من باريس إن ⟦indirect الاتفاق بات قريبا⟧.");
}

#[test]
fn a_headline_reports_behind_its_colon() {
    check("وزير الصحة: ⟦indirect غرف العناية المركزة امتلأت منذ أسبوع⟧\nزار الوزير المستشفى صباحا.");
    assert_eq!(
        speakers("وزير الصحة: غرف العناية المركزة امتلأت منذ أسبوع\nزار الوزير المستشفى."),
        [Some("وزير الصحة".into())]
    );
    check("الساعة 10:30 صباحا يبدأ العرض في القاعة\nوينتهي ظهرا.");
}

#[test]
fn a_complement_written_onto_the_reporting_word_is_read() {
    check("التقى الوزير الوفد مؤكداأن ⟦indirect العمل سيستمر حتى النهاية⟧.");
}

#[test]
fn a_quote_goes_on_over_paragraphs() {
    let text = "قال المدير: «لن نعود إلى الوراء أبدا.\nالطريق طويل أمامنا جميعا.\nولن نغلق الباب أمام أحد».";
    let quotes = Analyzer::default().analyze(text).quotes;
    assert_eq!(quotes.len(), 1);
    assert_eq!(quotes[0].segments.len(), 3);
}

#[test]
fn a_paragraph_in_the_speakers_voice_goes_on_with_an_unclosed_quote() {
    check(
        "وقال المدرب: \"⟦direct خسرنا المباراة أمام جمهورنا.⟧\n⟦direct سنلعب غدا بكل ما لدينا.⟧\nوغادر الفريق الملعب ليلا.",
    );
    check("وقال المدرب: \"⟦direct الخسارة قاسية جدا.⟧\nوغادر الفريق الملعب بيانا بعد بيان.");
}

#[test]
fn the_opening_mark_may_be_missing_paragraphs_before_the_closing_one() {
    check(
        "قال المدرب: \"⟦direct كانت ليلة قاسية على الجميع⟧\" بعد المباراة.\n⟦direct سنلعب غدا بكل قوتنا.⟧\n⟦direct ولدينا هدف واحد هو الفوز.⟧\"\nوغادر الفريق الملعب.",
    );
}

#[test]
fn a_reporting_word_ends_a_quote_carried_over_paragraphs() {
    check(
        "\"⟦direct في العادة لا أبكي على شيء.⟧\n⟦direct أنا فخور بالفريق وبما أنجزناه⟧، قال المدرب عقب المباراة.",
    );
}

#[test]
fn apostrophes_and_inch_signs_are_no_marks() {
    check("يبلغ قطر الشاشة 55\" وسعرها في متجر Macy's معقول.");
}

#[test]
fn titles_and_names_in_marks_are_terms() {
    check("وصلت صحيفة «⟦term المساء⟧» إلى القراء.");
    check("وعُرض فيلم «⟦term الطريق⟧» في القاعة.");
}

#[test]
fn whole_sentences_in_marks_are_no_terms() {
    let said =
        "كنا هنا منذ الصباح الباكر وانتظرنا طويلا أمام الباب المغلق ثم عدنا إلى بيوتنا في آخر النهار متعبين.";
    for before in ["وعُرض فيلم", "تحت شعار", "ما يسمى", "أنا فخور بكم، قال المدرب."]
    {
        let quotes = Analyzer::default().analyze(&format!("{before} «{said}\n«{said}»")).quotes;
        assert!(!quotes.is_empty() && quotes.iter().all(|quote| quote.kind != QuoteKind::Term), "{before}");
    }
}

#[test]
fn a_report_is_found_behind_its_reporting_word() {
    check("أكد المتحدث أن ⟦indirect العمل مستمر في الميناء⟧، مشيرا إلى أن ⟦indirect السفن ستصل غدا⟧.");
    check("ودخل الوزير قبل أن يصل الوفد إلى القاعة.");
}

#[test]
fn the_attribution_may_break_a_quote() {
    let text = "«لن نعود إلى الوراء أبدا»، قال المدير، «ولن نغلق الباب أمام أحد».";
    let quotes = Analyzer::default().analyze(text).quotes;
    assert_eq!(quotes.len(), 1);
    assert_eq!(quotes[0].segments.len(), 2);
    assert_eq!(quotes[0].cue.map(|cue| cue.of(text)), Some("قال"));
}

#[test]
fn the_speaker_is_named_behind_before_or_earlier() {
    assert_eq!(speakers("قال المدير: «سنعود غدا إلى العمل»."), [Some("المدير".into())]);
    assert_eq!(
        speakers("قال المدير: «سنعود غدا إلى العمل». وأضاف: «الباب مفتوح للجميع»."),
        [Some("المدير".into()), Some("المدير".into())]
    );
    assert_eq!(
        speakers("نقلت الوكالة عن مسؤول محلي قوله: «الطريق مغلق منذ الصباح»."),
        [Some("مسؤول محلي".into())]
    );
    assert_eq!(speakers("«الطريق مغلق منذ الصباح»، بحسب الشرطة."), [Some("الشرطة".into())]);
    assert_eq!(
        speakers("قال عمر النجار البالغ من العمر أربعين عاما: «سنعود غدا إلى العمل»."),
        [Some("عمر النجار".into())]
    );
}

#[test]
fn the_speaker_is_who_acts_before() {
    let named = |name: &str| Some(name.to_owned());
    let arrives = "وصلت سلمى الحداد إلى القاعة متأخرة.\nوقالت: «الطريق كان مغلقا منذ الصباح».";
    assert_eq!(speakers(arrives), [named("سلمى الحداد")]);
    let talks = "كانت المهندسة سلمى الحداد تتحدث عن الرئيس عمر النجار، قائلة: «خسرنا عاما كاملا من العمل».";
    assert_eq!(speakers(talks), [named("المهندسة سلمى الحداد")]);
    let answers =
        "قال المدير عمر النجار: «سنعود غدا إلى العمل».\nوردت سلمى الحداد: «لن نعود قبل أن نقبض رواتبنا».";
    assert_eq!(speakers(answers), [named("المدير عمر النجار"), named("سلمى الحداد")]);
}

#[test]
fn when_and_how_it_is_said_is_no_speaker() {
    assert_eq!(speakers("وكانت الصحيفة قد ذكرت الشهر الماضي أن الطريق سيغلق ليلا."), [Some("الصحيفة".into())]);
    assert_eq!(
        speakers("وصلت سلمى الحداد متأخرة.\nوأضافت قائلة: «الطريق كان مغلقا منذ الصباح»."),
        [Some("سلمى الحداد".into())]
    );
    assert_eq!(
        speakers("وصلت سلمى الحداد متأخرة.\nوأردفت قائلة إن الطريق كان مغلقا منذ الصباح."),
        [Some("سلمى الحداد".into())]
    );
    assert_eq!(
        speakers("وصلت سلمى الحداد متأخرة.\nوأجابت ضاحكة: «الطريق كان مغلقا منذ الصباح»."),
        [Some("سلمى الحداد".into())]
    );
    assert_eq!(speakers("دفن الرجل أمس. والده قال غاضبا: «كان سند البيت كله»."), [Some("والده".into())]);
}

#[test]
fn a_report_may_begin_behind_a_colon_and_that() {
    check("وأردف المدير قائلا: إن ⟦indirect العمل سيستمر حتى نهاية العام⟧.");
}

#[test]
fn a_formula_of_attribution_ends_an_unclosed_quote() {
    check(
        "\"⟦direct لن نعود إلى الوراء أبدا⟧، كما أضاف المدير في ختام اللقاء.\n\"⟦direct والطريق طويل أمامنا جميعا⟧\".",
    );
}

#[test]
fn a_mark_between_blanks_and_before_a_dash_closes() {
    check("وقال المدير : \" ⟦direct أعرف فريق \" ⟦term النجوم⟧ \" - منذ فترة طويلة - وأنا سعيد به⟧ \" .");
}

#[test]
fn a_title_follows_the_noun_whosever_it_is() {
    check("ووقعت الكاتبة روايتها الأخيرة «⟦term باب البحر⟧» في المعرض.");
}

#[test]
fn the_source_passes_on_what_another_says() {
    let passed_on = "ووفقا لوكالة الأنباء، قال عمر النجار، «لن نعود قبل أن نقبض رواتبنا».";
    assert_eq!(speakers(passed_on).last(), Some(&Some("عمر النجار".into())));
    assert_eq!(
        speakers("نسبت القناة إلى مسؤول محلي قوله: «الطريق مغلق منذ الصباح»."),
        [Some("مسؤول محلي".into())]
    );
    assert_eq!(
        speakers("«الطريق مغلق منذ الصباح»، على ما جاء في بيان الشرطة."),
        [Some("بيان الشرطة".into())]
    );
}

#[test]
fn a_headline_may_join_another_who_speaks() {
    let text = "انقطاع الماء عن العاصمة لليوم الثالث والحكومة ترد: «الإصلاح يحتاج إلى أسبوع كامل»\nخرج السكان إلى الشوارع.";
    assert_eq!(speakers(text), [Some("الحكومة".into())]);
}

#[test]
fn what_is_asked_about_does_not_answer() {
    assert_eq!(
        speakers("وصلت سلمى الحداد متأخرة.\nوسئلت عن غياب الرئيس، فقالت: «لا أعرف متى يعود»."),
        [Some("سلمى الحداد".into())]
    );
}

#[test]
fn a_verb_begins_no_speaker() {
    let text = "في السوق يقف البائع عمر النجار.\nيبعد زبائنه عن الباب ويقول: «الطريق كان مغلقا منذ الصباح».";
    assert_eq!(speakers(text), [Some("عمر النجار".into())]);
}

#[test]
fn a_speaker_ends_before_the_verb() {
    let text = "الوزيرة تزور القرية اليوم وتقول: «لم أنم منذ يومين ولن أعود».";
    assert_eq!(speakers(text), [Some("الوزيرة".into())]);
}

#[test]
fn a_speaker_goes_on_behind_the_one_she_works_for() {
    assert_eq!(
        speakers("قالت السكرتيرة الصحفية لترامب، سارة ساندرز، إن «الموعد لم يحدد»."),
        [Some("السكرتيرة الصحفية لترامب، سارة ساندرز".into())]
    );
}

#[test]
fn who_is_addressed_does_not_speak() {
    let text =
        "ظهر سامي الحداد أمس.\nوبكلمته الموجهة إلى رئيسة الوزراء مريم الزيني، قال: «لم يحدد الموعد بعد».";
    assert_eq!(speakers(text), [Some("سامي الحداد".into())]);
}

#[test]
fn who_is_quoted_in_a_quote_does_not_go_on_behind_it() {
    let text = "قال المدير عمر النجار: «سألني الحارس: “متى تعود إلى مكتبك؟”، ولم أجب».\nوأضاف: «سنعود غدا إلى العمل».";
    assert_eq!(speakers(text).last(), Some(&Some("المدير عمر النجار".into())));
}

#[test]
fn words_behind_a_name_tell_whether_it_is_a_womans() {
    let text = "التقى كارم الزيني، الذي غاب شهرا، زميلته لين الشامي، التي عادت أمس.\nوقال: «اشتقت إلى العمل معها كل يوم».";
    assert_eq!(speakers(text), [Some("كارم الزيني".into())]);
}

#[test]
fn letters_written_onto_the_speaker_are_no_part_of_the_name() {
    assert_eq!(
        speakers("«الطريق مغلق منذ الصباح»، وفقا للوزير عمر النجار."),
        [Some("وزير عمر النجار".into())]
    );
}

#[test]
fn the_conjunction_is_no_part_of_the_cue() {
    let text = "وأضاف المدير: «سنعود غدا إلى العمل».";
    let quotes = Analyzer::default().analyze(text).quotes;
    assert_eq!(quotes[0].cue.map(|cue| cue.of(text)), Some("أضاف"));
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "قال",
        "وأضاف",
        "الوزير",
        "إن",
        "أن",
        "بحسب",
        "قائلا",
        "نقلت",
        "عن",
        "سنعود",
        "،",
        ".",
        ":",
        "«",
        "»",
        "\"",
        "“",
        "”",
        "'",
        "‘",
        "’",
        "<<",
        ">>",
        "\n",
        "(",
        ")",
        "على حد",
        "12",
        "a",
    ]);
    prop::collection::vec((piece, prop::bool::ANY), 0..60).prop_map(|pieces| {
        pieces.iter().map(|(word, blank)| word.to_string() + if *blank { " " } else { "" }).collect()
    })
}

proptest! {
    #[test]
    fn segments_lie_inside_and_never_cross(text in pieces()) {
        let quotes = Analyzer::default().analyze(&text).quotes;
        let all: Vec<_> = quotes.iter().flat_map(|quote| &quote.segments).collect();
        for quote in &quotes {
            prop_assert!(!quote.segments.is_empty());
            for pair in quote.segments.windows(2) {
                prop_assert!(pair[0].end <= pair[1].start);
            }
        }
        for a in &all {
            prop_assert!(a.start < a.end && text.get(a.start..a.end).is_some());
            for b in &all {
                prop_assert!(!a.overlaps(**b) || a.contains(**b) || b.contains(**a), "{:?} crosses {:?}", a, b);
            }
        }
    }

    #[test]
    fn never_panics(text in any::<String>()) {
        Analyzer::default().analyze(&text);
    }

    #[test]
    fn spelling_does_not_matter(text in pieces()) {
        let kinds = |text: &str| Analyzer::default().analyze(text).quotes.iter().map(kind).collect::<Vec<_>>();
        let drawn = text.replace("قال", "قَــالَ").replace("الوزير", "الوزيــــرُ");
        prop_assert_eq!(kinds(&text), kinds(&drawn));
    }
}

#[test]
fn a_source_is_who_tells_it() {
    let text = "أفادت وكالة الأنباء نقلا عن مصدر في الوزارة بأن العمل سيتوقف غدا.";
    assert_eq!(speakers(text), [Some("مصدر في الوزارة".into())]);
}

#[test]
fn this_is_what_somebody_said_names_who_speaks_above() {
    let text = "اجتمع السائقون صباحا.\n«الطريق مسدود منذ أسبوع كامل»\n«ولن نعود قبل الصيف أبدا»\nهذا ما صرح به السائق كريم منصور أمس.";
    let speakers = speakers(text);
    assert_eq!(speakers[0].as_deref(), Some("السائق كريم منصور"));
}

#[test]
fn somebody_elses_relative_is_not_himself() {
    let text = "زار نجل كريم منصور المعرض. وقال كريم منصور: «سنواصل العمل حتى النهاية».";
    assert_eq!(speakers(text), [Some("كريم منصور".into())]);
}

#[test]
fn a_family_name_may_be_a_word() {
    let text = "وصل جيمس لي إلى المؤتمر صباحا.\nوذكر لي أن المصنع سيغلق أبوابه غدا.";
    assert_eq!(speakers(text), [Some("لي".into())]);
}
