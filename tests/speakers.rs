//! Who speaks: the phrase that the engine finds for each quote, in order.

use hamish::Analyzer;

fn speakers(text: &str) -> Vec<Option<String>> {
    let quotes = Analyzer::default().analyze(text).quotes;
    quotes.iter().map(|quote| quote.speaker.map(|speaker| speaker.span.of(text).to_owned())).collect()
}

#[test]
fn a_source_ends_before_what_it_tells() {
    assert_eq!(speakers("وبحسب المرصد فقد اغتنم المقاتلون أسلحة كثيرة من الموقع."), [Some("المرصد".into())]);
}

#[test]
fn a_headline_names_its_speaker_before_its_colon() {
    assert_eq!(
        speakers("وزير الصحة: غرف العناية المركزة امتلأت منذ أسبوع\nزار الوزير المستشفى."),
        [Some("وزير الصحة".into())]
    );
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
