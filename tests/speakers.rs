//! Who speaks: the phrase that the engine finds for each quote, in order.

use hamish::Analyzer;

fn speakers(text: &str) -> Vec<Option<String>> {
    let quotes = Analyzer::default().analyze(text).quotes;
    quotes.iter().map(|quote| quote.speaker.map(|speaker| speaker.span.of(text).to_owned())).collect()
}

/// Somebody speaks each time.
fn check(text: &str, expected: &[&str]) {
    let expected: Vec<_> = expected.iter().map(|&name| Some(name.to_owned())).collect();
    assert_eq!(speakers(text), expected);
}

#[test]
fn a_source_ends_before_what_it_tells() {
    check("وبحسب المرصد فقد اغتنم المقاتلون أسلحة كثيرة من الموقع.", &["المرصد"]);
}

#[test]
fn a_headline_names_its_speaker_before_its_colon() {
    check("وزير الصحة: غرف العناية المركزة امتلأت منذ أسبوع\nزار الوزير المستشفى.", &["وزير الصحة"]);
}

#[test]
fn the_speaker_is_named_behind_before_or_earlier() {
    check("قال المدير: «سنعود غدا إلى العمل».", &["المدير"]);
    check("قال المدير: «سنعود غدا إلى العمل». وأضاف: «الباب مفتوح للجميع».", &["المدير", "المدير"]);
    check("نقلت الوكالة عن مسؤول محلي قوله: «الطريق مغلق منذ الصباح».", &["مسؤول محلي"]);
    check("«الطريق مغلق منذ الصباح»، بحسب الشرطة.", &["الشرطة"]);
    check("قال عمر النجار البالغ من العمر أربعين عاما: «سنعود غدا إلى العمل».", &["عمر النجار"]);
}

#[test]
fn the_speaker_is_who_acts_before() {
    let arrives = "وصلت سلمى الحداد إلى القاعة متأخرة.\nوقالت: «الطريق كان مغلقا منذ الصباح».";
    check(arrives, &["سلمى الحداد"]);
    let talks = "كانت المهندسة سلمى الحداد تتحدث عن الرئيس عمر النجار، قائلة: «خسرنا عاما كاملا من العمل».";
    check(talks, &["المهندسة سلمى الحداد"]);
    let answers =
        "قال المدير عمر النجار: «سنعود غدا إلى العمل».\nوردت سلمى الحداد: «لن نعود قبل أن نقبض رواتبنا».";
    check(answers, &["المدير عمر النجار", "سلمى الحداد"]);
}

#[test]
fn when_and_how_it_is_said_is_no_speaker() {
    check("وكانت الصحيفة قد ذكرت الشهر الماضي أن الطريق سيغلق ليلا.", &["الصحيفة"]);
    check("وصلت سلمى الحداد متأخرة.\nوأضافت قائلة: «الطريق كان مغلقا منذ الصباح».", &["سلمى الحداد"]);
    check("وصلت سلمى الحداد متأخرة.\nوأردفت قائلة إن الطريق كان مغلقا منذ الصباح.", &["سلمى الحداد"]);
    check("وصلت سلمى الحداد متأخرة.\nوأجابت ضاحكة: «الطريق كان مغلقا منذ الصباح».", &["سلمى الحداد"]);
    check("دفن الرجل أمس. والده قال غاضبا: «كان سند البيت كله».", &["والده"]);
}

#[test]
fn the_source_passes_on_what_another_says() {
    let passed_on = "ووفقا لوكالة الأنباء، قال عمر النجار، «لن نعود قبل أن نقبض رواتبنا».";
    assert_eq!(speakers(passed_on).last(), Some(&Some("عمر النجار".into())));
    check("نسبت القناة إلى مسؤول محلي قوله: «الطريق مغلق منذ الصباح».", &["مسؤول محلي"]);
    check("«الطريق مغلق منذ الصباح»، على ما جاء في بيان الشرطة.", &["بيان الشرطة"]);
}

#[test]
fn a_headline_may_join_another_who_speaks() {
    let text = "انقطاع الماء عن العاصمة لليوم الثالث والحكومة ترد: «الإصلاح يحتاج إلى أسبوع كامل»\nخرج السكان إلى الشوارع.";
    check(text, &["الحكومة"]);
}

#[test]
fn what_is_asked_about_does_not_answer() {
    check("وصلت سلمى الحداد متأخرة.\nوسئلت عن غياب الرئيس، فقالت: «لا أعرف متى يعود».", &["سلمى الحداد"]);
}

#[test]
fn a_verb_begins_no_speaker() {
    let text = "في السوق يقف البائع عمر النجار.\nيبعد زبائنه عن الباب ويقول: «الطريق كان مغلقا منذ الصباح».";
    check(text, &["عمر النجار"]);
}

#[test]
fn a_speaker_ends_before_the_verb() {
    let text = "الوزيرة تزور القرية اليوم وتقول: «لم أنم منذ يومين ولن أعود».";
    check(text, &["الوزيرة"]);
}

#[test]
fn a_speaker_goes_on_behind_the_one_she_works_for() {
    check(
        "قالت السكرتيرة الصحفية لترامب، سارة ساندرز، إن «الموعد لم يحدد».",
        &["السكرتيرة الصحفية لترامب، سارة ساندرز"],
    );
}

#[test]
fn who_is_addressed_does_not_speak() {
    let text =
        "ظهر سامي الحداد أمس.\nوبكلمته الموجهة إلى رئيسة الوزراء مريم الزيني، قال: «لم يحدد الموعد بعد».";
    check(text, &["سامي الحداد"]);
}

#[test]
fn who_is_quoted_in_a_quote_does_not_go_on_behind_it() {
    let text = "قال المدير عمر النجار: «سألني الحارس: “متى تعود إلى مكتبك؟”، ولم أجب».\nوأضاف: «سنعود غدا إلى العمل».";
    assert_eq!(speakers(text).last(), Some(&Some("المدير عمر النجار".into())));
}

#[test]
fn words_behind_a_name_tell_whether_it_is_a_womans() {
    let text = "التقى كارم الزيني، الذي غاب شهرا، زميلته لين الشامي، التي عادت أمس.\nوقال: «اشتقت إلى العمل معها كل يوم».";
    check(text, &["كارم الزيني"]);
}

#[test]
fn letters_written_onto_the_speaker_are_no_part_of_the_name() {
    check("«الطريق مغلق منذ الصباح»، وفقا للوزير عمر النجار.", &["وزير عمر النجار"]);
}

#[test]
fn a_source_is_who_tells_it() {
    let text = "أفادت وكالة الأنباء نقلا عن مصدر في الوزارة بأن العمل سيتوقف غدا.";
    check(text, &["مصدر في الوزارة"]);
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
    check(text, &["كريم منصور"]);
}

#[test]
fn a_family_name_may_be_a_word() {
    let text = "وصل جيمس لي إلى المؤتمر صباحا.\nوذكر لي أن المصنع سيغلق أبوابه غدا.";
    check(text, &["لي"]);
}
