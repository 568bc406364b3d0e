//! Quotes and their reporting words: expected words are written as marks in the sentence.

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
    check("وعلى حد قوله فإن ⟦indirect المحادثات كانت مفيدة للجميع⟧.");
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
    check("وبحسب عدد من الخبراء، ⟦indirect تدفع الشركات رسوما سنوية عن كل مركبة⟧.");
    check("ووفقا لنظام المرور، تمنع المركبات الثقيلة من دخول وسط المدينة صباحا.");
}

#[test]
fn a_that_which_belongs_to_another_word_opens_no_report() {
    check("وقال مراسل شبكة سي إن إن في القاهرة إن ⟦indirect الاجتماع تأجل إلى يوم الأحد⟧.");
    check("وقال الوزير بعد أن عاد من باريس إن ⟦indirect الاتفاق بات قريبا⟧.");
    check("وقال الوزير الذي يحاول أن يقنع النواب إن ⟦indirect الاتفاق بات قريبا⟧.");
    check("وتعهد الرئيس بوقف الحملة نهائيا حيث إن البلاد على وشك الانتخابات.");
}

#[test]
fn a_headline_reports_behind_its_colon() {
    check("وزير الصحة: ⟦indirect غرف العناية المركزة امتلأت منذ أسبوع⟧\nزار الوزير المستشفى صباحا.");
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
fn an_unclosed_quote_ends_before_a_paragraph_that_quotes_anew() {
    check(
        "ويضيف الخباز: \"⟦direct كان الدقيق رخيصا والفرن مزدحما كل صباح.⟧\nوفي الشارع المقابل خفضت صاحبة المخبز الأسعار وهي تضحك. \"⟦direct كل جيراني زبائن عندي⟧\"، قالت المرأة.\nوعاد الهدوء إلى الشارع.",
    );
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
fn a_name_beside_another_is_a_term_as_well() {
    check("وطالبت فصائل «⟦term الراية الحمراء⟧» و«⟦term لجان الساحل⟧» في بيان بوقف القتال.");
}

#[test]
fn an_opinion_in_a_report_is_quoted_in_part() {
    check("وصرح المتحدث بأن ⟦indirect الحكومة لا ترى «⟦partial بديلا مناسبا⟧» للخطة⟧.");
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
fn the_conjunction_is_no_part_of_the_cue() {
    let text = "وأضاف المدير: «سنعود غدا إلى العمل».";
    let quotes = Analyzer::default().analyze(text).quotes;
    assert_eq!(quotes[0].cue.map(|cue| cue.of(text)), Some("أضاف"));
    assert_eq!(cues("وعلى حد قوله فإن المحادثات كانت مفيدة للجميع."), [Some("على حد قوله")]);
}

/// What the reporting word of each quote is.
fn cues(text: &str) -> Vec<Option<&str>> {
    let quotes = Analyzer::default().analyze(text).quotes;
    quotes.iter().map(|quote| quote.cue.map(|cue| cue.of(text))).collect()
}

#[test]
fn words_that_look_like_reporting_words_are_none() {
    let between = "حذر الرئيس من أن نشر القوات على الحدود «يخلق حالة عداء» بين البلدين.";
    assert_eq!(cues(between), [Some("حذر"), Some("حذر")]);
    let seat = "وأفاد البنك، ومقره العاصمة مانيلا، بأن القرض سيستخدم في دعم الوزارة.";
    assert_eq!(cues(seat), [Some("أفاد")]);
    let typed = "وقالت الوزيرة إن العمل مستمر، مؤكده أن الطريق كان مغلقا منذ الصباح.";
    assert_eq!(cues(typed), [Some("قالت"), Some("مؤكده")]);
    check("ولم تقتل السيول أهل الوادي فحسب بل دمرت البيوت والجسور أيضا.");
    check("ولم تقتل السيول أهل الوادي وحسب بل دمرت البيوت والجسور أيضا.");
    check("وتقدر الحاجة هذا الموسم بمليون ونصف طن، وهو ما يعني أن الإنتاج تقلص.");
    check("بيروت - رويترز: تتداول العواصم المعنية بالنزاع فكرة نشر قوة سلام في الجنوب.");
    let clear = "من جانبه، بين مدير المياه سامي الحداد أن الخزانات امتلأت قبل موعدها.";
    assert_eq!(cues(clear), [Some("بين")]);
    let goes_on = "وأردف قائلا: إن دمشق ستواصل «خوض هذه المعركة المقدسة» ضد الإرهاب.";
    assert_eq!(cues(goes_on), [Some("قائلا"), Some("قائلا")]);
    assert_eq!(cues("وخرج النواب معربين عن «قلقهم البالغ» من القرار."), [Some("معربين")]);
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
