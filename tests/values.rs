//! Dates and figures: what is expected is written as marks in the sentence, `⟦kind=value words⟧`.

use hamish::{Analyzer, Options, Value, ValueKind};
use proptest::prelude::*;

/// Kind and value of a finding, without blanks.
fn label(value: &Value) -> String {
    match &value.kind {
        ValueKind::Date(iso) => format!("date={iso}"),
        ValueKind::Time(iso) => format!("time={iso}"),
        ValueKind::Duration(iso) => format!("duration={iso}"),
        ValueKind::Number(number) => format!("number={number}"),
        ValueKind::Ordinal(number) => format!("ordinal={number}"),
        ValueKind::Percent(number) => format!("percent={number}"),
        ValueKind::Money { amount, currency } => format!("money={amount}{currency}"),
        ValueKind::Quantity { amount, unit } => format!("quantity={amount}{unit}"),
        _ => "unknown".into(),
    }
}

fn annotated(text: &str, options: Options) -> String {
    let mut out = text.to_owned();
    for value in Analyzer::new(options).analyze(text).values.iter().rev() {
        out.insert(value.span.end, '⟧');
        out.insert_str(value.span.start, &format!("⟦{} ", label(value)));
    }
    out
}

/// The sentence without its marks.
fn plain(expected: &str) -> String {
    let mut pieces = expected.split('⟦');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| {
        text + &piece.split_once(' ').map_or("", |(_, words)| words).replacen('⟧', "", 1)
    })
}

fn check(expected: &str) {
    assert_eq!(annotated(&plain(expected), Options::default()), expected);
}

/// The same, published on Wednesday, 15 May 2024.
fn check_published(expected: &str) {
    let options = Options::default().with_published("2024-05-15").expect("a date");
    assert_eq!(annotated(&plain(expected), options), expected);
}

#[test]
fn numbers_in_digits() {
    check("شارك في السباق ⟦number=1250 ١٢٥٠⟧ عداء من ⟦number=14 ١٤⟧ دولة.");
    check("بلغ عدد السكان ⟦number=1234567 1,234,567⟧ نسمة، وكان ⟦number=98000 ٩٨٬٠٠٠⟧ قبل الحرب.");
    check("المؤشر عند ⟦number=11742.5 11.742,5⟧ نقطة بعد ⟦number=3.75 ٣٫٧٥⟧ نقطة من الصعود.");
    check("وزعت الجمعية ⟦number=10000 10 000⟧ سلة، و⟦number=12.5 12،5⟧ نقطة إضافية للفريق.");
    check("فاز الفريق ⟦number=2 2⟧-⟦number=1 1⟧ أمام الجمهور، وحضر ⟦number=17000 17.000⟧ متفرج.");
    check("1. العنوان ⟦ordinal=1 الأول⟧ في القائمة [3] بلا أرقام تذكر");
}

#[test]
fn numbers_in_words() {
    check("وصل ⟦number=125000 مئة وخمسة وعشرون ألفاً⟧ من الحجاج.");
    check("زرعوا ⟦number=3200005 ثلاثة ملايين ومئتي ألف وخمس⟧ شجرات.");
    check(
        "في المدينة ⟦number=2000 ألفا⟧ مدرسة و⟦number=11 أحد عشر⟧ معهداً و⟦number=325 ثلاثمائة وخمس وعشرون⟧ حديقة.",
    );
    check("شارك من ⟦number=3000000 3⟧ إلى ⟦number=4000000 4 ملايين⟧ شخص، بينهم ⟦number=2000 ألفي⟧ طالب.");
    check("سجل ⟦number=3500000 3.5 مليون⟧ طالب، أي ⟦number=3500000 ثلاثة ملايين ونصف المليون⟧ تقريباً.");
    check("نزح ⟦number=10000 عشرات الآلاف⟧ من السكان و⟦number=100 مئات⟧ الأسر.");
    check(
        "وافق ⟦number=0.75 ثلاثة أرباع⟧ الأعضاء، ورفض ⟦number=0.2 خُمس⟧ الحاضرين، وامتنع ⟦number=0.3333333333333333 ثلث⟧ الغائبين.",
    );
}

#[test]
fn ordinals() {
    check("احتل المركز ⟦ordinal=1 الأول⟧ في الدورة ⟦ordinal=21 الحادية والعشرين⟧ من المهرجان.");
    check("عاش في القرن ⟦ordinal=19 التاسع عشر⟧ وكتب عن القرن ⟦ordinal=20 العشرين⟧ كثيرا.");
    check("هي الوزارة ⟦ordinal=119 التاسعة عشرة بعد المئة⟧ في تاريخ البلاد كله.");
    check("كانت ⟦ordinal=1 أول⟧ امرأة تصل إلى ⟦ordinal=3 ثالث⟧ أعلى قمة.");
}

#[test]
fn percents() {
    check("ارتفع المؤشر ⟦percent=2.5 2.5%⟧ ثم ⟦percent=3 ٣٪⟧ ثم ⟦percent=4 %4⟧ في الجلسة.");
    check("بلغت النسبة ⟦percent=70 سبعين في المئة⟧ بعد أن كانت ⟦percent=60 60 بالمائة⟧ العام الفائت.");
    check("يتراوح النمو بين ⟦percent=2 2⟧ و⟦percent=3 3 في المئة⟧ هذه المرة.");
}

#[test]
fn money() {
    check("بيعت اللوحة بـ⟦money=3000000USD 3 ملايين دولار⟧ بعد عرض قدره ⟦money=2000000EUR مليونا يورو⟧ فقط.");
    check(
        "الغرامة ⟦money=500SAR 500 ريال سعودي⟧ أو ⟦money=50KWD خمسون ديناراً كويتياً⟧ أو ⟦money=5.2USD 5 دولارات و20 سنتا⟧ لا غير.",
    );
    check("سعره ⟦money=1200USD $1,200⟧ أو ⟦money=1100EUR 1100 €⟧ أو ⟦money=7000000GBP £7 ملايين⟧ في المتجر.");
    check("أعلنت الوزارة في بغداد أن العراق سيدفع ⟦money=10000000000IQD عشرة مليارات دينار⟧ للمتضررين.");
    check("وصلت الكلفة في نواكشوط إلى ⟦money=5000000MRU 5 ملايين أوقية⟧ على الأقل.");
    check("دفع ⟦money=125000USD 125.000 دولار⟧ و⟦money=3000000EUR €3 ملايين يورو⟧ للنادي.");
    check("قدرت الخسائر بـ⟦money=2500000000USD ملياري دولار ونصف المليار⟧ لا أقل.");
    check("تبرع بملايين كثيرة: ⟦money=10000000USD عشرات الملايين من الدولارات⟧ للمشفى وحده.");
    check("يتقاضى العامل من ⟦money=10USD 10⟧ إلى ⟦money=20USD 20 دولارا⟧ عن كل ساعة عمل.");
}

#[test]
fn quantities() {
    check(
        "تبعد القرية ⟦quantity=12kilometer 12 كلم⟧ ومساحتها ⟦quantity=3square-kilometer ثلاثة كيلومترات مربعة⟧ تقريبا.",
    );
    check(
        "تصل السرعة إلى ⟦quantity=120kilometer-per-hour 120 كيلومتراً في الساعة⟧ والحرارة إلى ⟦quantity=45celsius 45 درجة مئوية⟧ صيفا.",
    );
    check(
        "تنتج البلاد ⟦quantity=1500000barrel 1.5 مليون برميل⟧ يومياً و⟦quantity=500megawatt 500 ميغاواط⟧ من الشمس.",
    );
    check("اشترى ⟦quantity=1.5liter لتراً ونصف⟧ من الحليب و⟦quantity=2meter مترين⟧ من القماش.");
    check("وقع زلزال بقوة ⟦number=6.1 6.1⟧ درجات قرب الساحل.");
    check("يزن الصندوق ⟦quantity=2.5kilogram كيلوغرامين ونصف⟧ فقط.");
    check("تبرعوا بـ⟦quantity=200gram 200 غرام⟧ ذهباً، وتعادل ⟦quantity=7.05ounce 7.05 أونصة⟧ كاملة.");
}

#[test]
fn durations() {
    check("دامت المفاوضات ⟦duration=P3Y6M ثلاث سنوات ونصف⟧ ثم توقفت ⟦duration=P10M 10 أشهر⟧ كاملة.");
    check(
        "انتظروا ⟦duration=P2W أسبوعين⟧ و⟦duration=PT1H30M ساعة ونصف⟧ في المطار، بينهم طفل عمره ⟦duration=P7Y سبعة أعوام⟧ فقط.",
    );
    check("خلال الأيام القليلة الماضية، وخلال ⟦duration=PT24H الساعات الـ24⟧ الماضية خصوصا.");
    check("استغرقت الرحلة ⟦duration=PT2H20M ساعتين و20 دقيقة⟧ لا أكثر من ذلك.");
}

#[test]
fn dates() {
    check("ولد في ⟦date=1985-10-12 12 تشرين الأول/أكتوبر 1985⟧ وتوفي في ⟦date=2010 عام 2010⟧ في بلده.");
    check(
        "افتتح المعرض في ⟦date=2019-10 أكتوبر / تشرين الأول 2019⟧ وأغلق في ⟦date=--11 تشرين الثاني (نوفمبر)⟧ نفسه.",
    );
    check("وقع الاتفاق في ⟦date=--02-01 الأول من شباط⟧ وبدأ تنفيذه ⟦date=2022-10-12 12/10/2022⟧ رسميا.");
    check("حكم من ⟦date=2011/2019 2011 إلى 2019⟧ وقاد الحملة بين عامي ⟦date=2004/2006 2004 و2006⟧ أيضا.");
    check(
        "لعب في موسم ⟦date=1982/1983 1982-83⟧ وفاز بكأس العالم ⟦date=2010 2010⟧ وبغيرها، وفي ⟦date=1997 1997⟧ عين مدربا.",
    );
    check(
        "اشتهر في ⟦date=1980/1989 الثمانينيات⟧ وكتب عن ⟦date=1870/1879 سبعينيات القرن التاسع عشر⟧ وهو في التسعينيات من عمره.",
    );
    check("يلعبون في ⟦date=--11-14 14⟧ و⟦date=--11-18 18 تشرين الثاني⟧ على أرضهم.");
    check("وقعت المعركة في ⟦date=0858-11-17 17 نوفمبر 858 م⟧ عند النهر.");
    check("يجتمعون ⟦date=W-4 يوم الخميس⟧ ويعودون ⟦date=--02-13 الأربعاء 13 شباط⟧ إلى العمل.");
    check("يمتد الموسم من ⟦date=--07-13/--07-15 13 إلى 15 تموز⟧ كل سنة في القرية.");
    check("في ⟦date=--05 ماي⟧ يزهر الورد، وفي ⟦date=--08-20 20 غشت⟧ عطلة وفي ⟦date=--04 نيسان⟧ مطر.");
}

#[test]
fn hijri_dates_are_told_by_the_calendar_of_umm_al_qura() {
    check("صدر المرسوم في ⟦date=2024-03-25 15 رمضان 1445⟧ في العاصمة.");
    check("بدأ العمل به ⟦date=2023-07-19/2024-07-06 عام 1445هـ⟧ كما هو معلوم.");
    check("صدر بتاريخ ⟦date=2024-03-25 15 رمضان 1445هـ الموافق 25 مارس 2024⟧ في العاصمة.");
    check(
        "صدر في ⟦date=2024-03-25 1445/9/15 هـ⟧ وفي ⟦date=2024-03-25 15-09-1445هـ⟧ وفي ⟦date=2024-03-25 2024/03/25م⟧ أيضا.",
    );
    check("توفي ⟦date=0961-02-25/0962-02-13 سنة 350 هـ⟧ ودفن في بلدته.");
    check("يصومون في شهر رمضان من كل عام كما هو معلوم.");
}

#[test]
fn relative_dates_need_the_day_of_publication() {
    check("وصل الوفد أمس إلى القاهرة ويغادرها الأسبوع المقبل.");
    check_published(
        "وصل الوفد ⟦date=2024-05-14 أمس⟧ إلى القاهرة ويغادرها ⟦date=2024-W21 الأسبوع المقبل⟧ بعد اللقاء.",
    );
    check_published(
        "ارتفعت الأسعار ⟦date=2023 العام الماضي⟧ وستنخفض ⟦date=2024-06 الشهر المقبل⟧ على ما يقال.",
    );
    check_published(
        "عاد ⟦date=2024-05-09 الخميس الماضي⟧ ويسافر ⟦date=2024-05-16 يوم الخميس المقبل⟧ مع العائلة.",
    );
    check_published(
        "التقيا ⟦date=2024-03 مارس الماضي⟧ في الدوحة ومرا بها ⟦date=2024-05-12 قبل ثلاثة أيام⟧ معا.",
    );
    check_published("تأسست قبل ⟦duration=P3Y ثلاث سنوات⟧ من الحرب وانتهى العمل في اليوم التالي.");
}

#[test]
fn times() {
    check("يبدأ الحفل ⟦time=20:00 الساعة الثامنة مساءً⟧ وينتهي ⟦time=23:30 11:30 ليلا⟧ على الأكثر.");
    check("تفتح الأبواب عند ⟦time=06:30 السادسة والنصف صباحاً⟧ وتغلق عند ⟦time=10:30 10:30⟧ تماما.");
    check(
        "موعد الإقلاع ⟦time=11:45 الساعة الثانية عشرة إلا ربعا⟧ والوصول ⟦time=14:20Z الساعة 14:20 بتوقيت غرينتش⟧ كالعادة.",
    );
}

#[test]
fn words_of_two_senses() {
    check("كان واحد من أهم الكتّاب، ولم يحضر أحد من أهله سوى ست الدار.");
    check("لعب رمضان صبحي مع شعبان ورجب وفاز محرم.");
    check("مارس اللاعب هوايته ثم عاد إلى باب الدار، وألف كتابا عن كمية الأمطار.");
    check("بلغ الفريق ربع نهائي البطولة ثم نصف النهائي، وحل ثانيا في الترتيب.");
    check("يبث على القناة ⟦number=4 4⟧ ⟦date=W-7 يوم الأحد⟧ ⟦time=11:15 الساعة 11:15⟧ دون انقطاع.");
    check("للاتصال: 00961-1-123456 أو 02-555555 في أوقات الدوام.");
    check("أصيب بفيروس كوفيد-19 وكان على متن طائرة F16 في شارع لا اسم له.");
}

#[test]
fn letters_before_a_value_are_no_part_of_it() {
    check(
        "تبرع بـ⟦money=5000000USD 5 ملايين دولار⟧ ل⟦duration=P3D ثلاثة أيام⟧ و⟦number=12 12⟧ مدرسة ولل⟦date=W-4 خميس⟧ موعد.",
    );
}

#[test]
fn a_text_that_is_nothing_but_a_value_is_one() {
    for (phrase, expected) in [
        ("واحد", "number=1"),
        ("مارس", "date=--03"),
        ("شهر", "duration=P1M"),
        ("في مارس", "date=--03"),
        ("ست", "number=6"),
    ] {
        let values = Analyzer::default().analyze(phrase).values;
        assert_eq!(values.iter().map(label).collect::<Vec<_>>(), [expected], "{phrase}");
    }
}

#[test]
fn a_day_of_publication_must_be_a_date() {
    for wrong in ["2024-02-30", "2023-02-29", "2024-13-01", "2024-1-1", "24-01-01", "yesterday", "2024-00-10"]
    {
        let refused = Options::default().with_published(wrong).expect_err(wrong);
        assert!(refused.to_string().contains("YYYY-MM-DD"), "{refused}");
    }
    assert!(Options::default().with_published("2024-02-29").is_ok());
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "ثلاثة",
        "وعشرون",
        "مئة",
        "ألف",
        "آلاف",
        "مليون",
        "ونصف",
        "عشر",
        "الأول",
        "ثانية",
        "12",
        "و5",
        "بـ7",
        "2019",
        "1,234.5",
        "٣٫٥",
        "/",
        "-",
        ":",
        "%",
        "في المئة",
        "دولار",
        "ريال",
        "سعودي",
        "كم",
        "مربع",
        "أيام",
        "سنوات",
        "عام",
        "الماضي",
        "شهر",
        "مارس",
        "تشرين",
        "الثاني",
        "رمضان",
        "1445",
        "هـ",
        "يوم",
        "الخميس",
        "الساعة",
        "مساء",
        "إلا",
        "ربعا",
        "من",
        "إلى",
        "بين",
        "أمس",
        "قبل",
        "هذا",
        "الأسبوع",
        "آخر",
        "أواخر",
        "(",
        ")",
        "،",
        ".",
        "\n",
        "كتب",
        "الموافق",
        "$",
    ]);
    prop::collection::vec((piece, prop::bool::ANY), 0..40).prop_map(|pieces| {
        pieces.iter().map(|(word, blank)| (*word).to_owned() + if *blank { " " } else { "" }).collect()
    })
}

fn published() -> Analyzer {
    Analyzer::new(Options::default().with_published("2024-05-15").expect("a date"))
}

proptest! {
    #[test]
    fn values_lie_inside_and_never_overlap(text in pieces()) {
        let values = published().analyze(&text).values;
        for value in &values {
            prop_assert!(value.span.start < value.span.end && text.get(value.span.start..value.span.end).is_some());
        }
        for pair in values.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start);
        }
    }

    #[test]
    fn never_panics(text in any::<String>()) {
        published().analyze(&text);
    }

    #[test]
    fn spelling_does_not_matter(text in pieces()) {
        let labels = |text: &str| published().analyze(text).values.iter().map(label).collect::<Vec<_>>();
        let drawn = text.replace("ثلاثة", "ثَـــلاثةٌ").replace("الخميس", "الخَمِيـسِ").replace("دولار", "دُولارٍ");
        prop_assert_eq!(labels(&text), labels(&drawn));
    }

    #[test]
    fn numbers_are_read_back(number in 0_u64..1_000_000_000) {
        let digits = number.to_string();
        let arabic: String = digits.chars().filter_map(|c| char::from_u32(c as u32 + 0x630)).collect();
        for text in [digits, arabic] {
            let values = Analyzer::default().analyze(&text).values;
            prop_assert_eq!(values.iter().map(|value| &value.kind).collect::<Vec<_>>(), [&ValueKind::Number(number as f64)]);
        }
    }
}
