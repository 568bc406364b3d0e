//! Names in sentences of our own, which the model was not trained on: the expected names stand as marks in the sentence.

use std::collections::BTreeSet;

use hamish::{Analyzer, Mention, NameType, Options};
use proptest::prelude::*;

fn kind(mention: &Mention) -> &'static str {
    match mention.kind {
        NameType::Person => "person",
        NameType::Place => "place",
        NameType::Organization => "organization",
    }
}

/// The text with `⟦type …⟧` around each name that the engine found.
fn annotated(text: &str) -> String {
    let mut out = text.to_owned();
    for mention in Analyzer::default().analyze(text).mentions.iter().rev() {
        out.insert(mention.span.end, '⟧');
        out.insert_str(mention.span.start, &format!("⟦{} ", kind(mention)));
    }
    out
}

fn plain(marked: &str) -> String {
    let mut text = marked.replace('⟧', "");
    for kind in ["person", "place", "organization"] {
        text = text.replace(&format!("⟦{kind} "), "");
    }
    text
}

fn check(expected: &str) {
    assert_eq!(annotated(&plain(expected)), expected);
}

/// The marks of a text, each with the letters before it, so that two texts compare name by name.
fn marks(marked: &str) -> BTreeSet<(usize, String)> {
    let mut before = 0;
    let mut found = BTreeSet::new();
    for piece in marked.split('⟦') {
        if let Some((name, rest)) = piece.split_once('⟧') {
            found.insert((before, name.to_owned()));
            before += name.split_once(' ').map_or(0, |(_, words)| words.len()) + rest.len();
        } else {
            before += piece.len();
        }
    }
    found
}

#[test]
fn clitics_stay_outside() {
    check("التقى ⟦person بوتين⟧ و⟦person زيلينسكي⟧ في ⟦place مينسك⟧.");
    check("قدّم المندوب الشكر لل⟦organization أمم المتحدة⟧ ول⟦place مصر⟧.");
    check("سافر الوفد من ⟦place بغداد⟧ إلى ⟦place دمشق⟧ و⟦place بيروت⟧.");
    check("وسجل الهدفين كل من ⟦person كارلوس مندوزا⟧ و⟦person جوستين روز⟧.");
}

#[test]
fn what_stands_before_a_word_tells_whether_its_first_letter_is_its_own() {
    check("وصل الوفد إلى ⟦place ولمزان⟧ مساء الأحد.");
    check("وقع الحادث في بلدة ⟦place ولكرفيل⟧ قرب الحدود.");
    check("في ⟦place ولنبرغ⟧ بدأ المهرجان.");
}

#[test]
fn a_family_name_that_is_a_word_as_well_is_found_where_its_bearer_is_named() {
    check("انتخب المجلس ⟦person سامر القاضي⟧ رئيسا له.\nوقال ⟦person القاضي⟧ إن الظروف جيدة.");
    check("انتخب المجلس رئيسا له.\nوقال القاضي إن الظروف جيدة.");
    check("انتخب المجلس ⟦person سامر القاضي⟧ رئيسا له.\nوقال القاضي ⟦person عمر النجار⟧ إن الظروف جيدة.");
    check("انتخب المجلس ⟦person سامر القاضي⟧ رئيسا له.\nووصل القاضي ⟦person عمر النجار⟧ إلى القاعة.");
}

#[test]
fn a_word_with_tanwin_is_part_of_no_name() {
    check("رأت ⟦place بكين⟧ ⟦person شي جين بينغ⟧ حليفًا.");
    check("قال ⟦person مراد صابر⟧ متحدثًا إلى الصحفيين إن الموسم انتهى.");
}

#[test]
fn titles_and_head_nouns_that_are_no_part_of_the_name_stay_outside() {
    check("قال الرئيس الأمريكي ⟦person جو بايدن⟧ في ⟦place واشنطن⟧ إن المحادثات مستمرة.");
    check("ذكرت وكالة ⟦organization رويترز⟧ أن سعر النفط ارتفع.");
    check("زار الدكتور ⟦person أحمد زويل⟧ مدينة ⟦place حلب⟧.");
}

#[test]
fn head_nouns_that_the_name_needs_stay_inside() {
    check("أعلنت ⟦organization وزارة الدفاع الروسية⟧ بدء المناورات.");
    check("حذّرت ⟦organization منظمة الصحة العالمية⟧ من انتشار المرض في ⟦place السودان⟧.");
    check("هبطت الطائرة في ⟦place مطار بغداد الدولي⟧ مساء أمس.");
}

#[test]
fn adjectives_of_nations_months_and_days_are_no_names() {
    check("يدرس الطلاب اللغة الفرنسية يوم الأحد في شهر رمضان.");
    check("ارتفعت أسعار القمح الروسي والقهوة البرازيلية في مايو الماضي.");
}

#[test]
fn a_missing_blank_does_not_hide_a_name() {
    check("وصل الوفد إلى محافظة⟦place البصرة⟧ أمس.");
    // What the rest of the article says of both parts.
    check(
        "قال الوزير ⟦person تشارلز فيندلباخ⟧ إن العمل مستمر. وأضاف السيد⟦person فيندلباخ⟧ أن النتائج جيدة.",
    );
}

/// Sentences of many kinds, all names marked.
const NEWS: &str = include_str!("names/news.txt");

#[test]
fn most_names_in_news_of_every_kind_are_found() {
    let (mut right, mut found, mut wanted) = (0, 0, 0);
    for line in NEWS.lines() {
        let (ours, theirs) = (marks(&annotated(&plain(line))), marks(line));
        right += ours.intersection(&theirs).count();
        found += ours.len();
        wanted += theirs.len();
        if ours != theirs {
            println!("want {line}\n got {}", annotated(&plain(line)));
        }
    }
    let (precision, recall) = (right as f64 / found as f64, right as f64 / wanted as f64);
    println!("precision {precision:.3} recall {recall:.3} of {wanted}");
    assert!(precision > 0.9 && recall > 0.85, "precision {precision:.3} recall {recall:.3}");
}

#[test]
fn a_higher_threshold_gives_fewer_and_surer_names() {
    let text = plain(NEWS);
    let at = |threshold| {
        let options = Options::default().with_threshold(threshold).unwrap_or_default();
        Analyzer::new(options).analyze(&text).mentions
    };
    let (all, sure) = (at(0.0), at(0.9));
    assert!(sure.len() < all.len() && !sure.is_empty());
    assert!(sure.iter().all(|mention| mention.score >= 0.9 && all.iter().any(|m| m.span == mention.span)));
    assert!(all.iter().all(|mention| (0.0..=1.0).contains(&mention.score)));
}

/// What names are put into: the blank is the name.
const TEMPLATES: [&str; 6] = [
    "قال _ في مؤتمر صحفي إن العمل مستمر.",
    "أضاف المدير العام _ أن النتائج جيدة.",
    "التقى الوزير أمس _ وبحث معه الوضع.",
    "فاز _ بالجائزة الأولى هذا العام.",
    "وبحسب _ فإن الأسعار سترتفع.",
    "كتب _ مقالا عن التعليم، ثم نشره في كتاب.",
];

/// Groups of full names: women and men of each part of the world.
const PEOPLE: [(&str, &str, &str); 20] = [
    ("women", "Egypt", "منى عبد العزيز|هبة رشوان|نهى السيد|دعاء مصطفى"),
    ("men", "Egypt", "محمود عبد العزيز|حسام رشوان|وليد السيد|أيمن مصطفى"),
    ("women", "Levant", "رنا الخطيب|ميساء حداد|لبنى شاهين|جمانة خوري"),
    ("men", "Levant", "مازن الخطيب|جورج حداد|فراس شاهين|إلياس خوري"),
    ("women", "Iraq", "زينب الجبوري|شيماء العبيدي|نادية الساعدي|هديل التميمي"),
    ("men", "Iraq", "عباس الجبوري|قصي العبيدي|حيدر الساعدي|مصطفى التميمي"),
    ("women", "Gulf", "نورة القحطاني|موضي العتيبي|شيخة المنصوري|العنود الكواري"),
    ("men", "Gulf", "تركي القحطاني|سعود العتيبي|راشد المنصوري|حمد الكواري"),
    ("women", "Maghreb", "فاطمة الزهراء بنيس|نزهة العلوي|سعاد بوعزيز|آمال الطرابلسي"),
    ("men", "Maghreb", "إدريس بنيس|عبد الإله العلوي|مراد بوعزيز|المنصف الطرابلسي"),
    ("women", "Sudan", "إخلاص عثمان|تيسير الطيب|سلمى بابكر|هنادي آدم"),
    ("men", "Sudan", "عوض عثمان|الطيب بابكر|الفاتح إدريس|تاج السر آدم"),
    ("women", "Europe", "كلارا شنايدر|إيما لوران|صوفيا روسي|هيلين أندرسون"),
    ("men", "Europe", "توماس شنايدر|لوكا روسي|بيير لوران|إريك أندرسون"),
    ("women", "America", "جينيفر كولينز|إميلي باركر|كارمن غونزاليس|لورا مارتينيز"),
    ("men", "America", "مايكل كولينز|براين باركر|ميغيل غونزاليس|كارلوس مارتينيز"),
    ("women", "Africa", "أماني نكوسي|غريس أوكافور|فاتو ديالو|وانجيرو كاماو"),
    ("men", "Africa", "سيفو نكوسي|إيمانويل أوكافور|مامادو ديالو|بيتر كاماو"),
    ("women", "Asia", "يوكو تاناكا|بريا شارما|لي مينغ|سيتي نورهاليزا"),
    ("men", "Asia", "كينجي تاناكا|راجيش شارما|وانغ مينغ|أحمد نورهاليزا"),
];

fn found(name: &str, wanted: NameType, templates: &[&str]) -> usize {
    let hits = templates.iter().filter(|template| {
        let text = template.replace('_', name);
        let mentions = Analyzer::default().analyze(&text).mentions;
        mentions.iter().any(|mention| mention.span.of(&text) == name && mention.kind == wanted)
    });
    hits.count()
}

#[test]
fn women_and_men_of_all_the_world_are_found_alike() {
    let mut shares = Vec::new();
    for (sex, region, names) in PEOPLE {
        let count = names.split('|').count() * TEMPLATES.len();
        let hits: usize = names.split('|').map(|name| found(name, NameType::Person, &TEMPLATES)).sum();
        let share = hits as f64 / count as f64;
        println!("{region:8} {sex:6} {share:.2}");
        shares.push((sex, region, share));
    }
    let mean = |sex: &str| {
        let of: Vec<f64> = shares.iter().filter(|s| s.0 == sex).map(|s| s.2).collect();
        of.iter().sum::<f64>() / of.len() as f64
    };
    let (women, men) = (mean("women"), mean("men"));
    println!("women {women:.3} men {men:.3}");
    assert!((women - men).abs() < 0.08, "women {women:.3} men {men:.3}");
    assert!(women > 0.87 && men > 0.87, "women {women:.3} men {men:.3}");
    let lowest = shares.iter().map(|s| s.2).fold(1.0, f64::min);
    assert!(lowest >= 0.5, "{shares:?}");
}

/// The capitals and a second city of every Arab country.
const PLACES: &str = "القاهرة|الإسكندرية|الخرطوم|بورتسودان|طرابلس|بنغازي|تونس|صفاقس|الجزائر|وهران|الرباط|مراكش|نواكشوط|نواذيبو|\
    الرياض|جدة|الكويت|الجهراء|المنامة|المحرق|الدوحة|الوكرة|أبوظبي|دبي|مسقط|صلالة|صنعاء|عدن|بغداد|البصرة|دمشق|حلب|بيروت|صيدا|\
    عمان|إربد|رام الله|غزة|مقديشو|هرجيسا|جيبوتي|موروني";

#[test]
fn every_arab_countrys_places_are_found() {
    let templates =
        ["وصل الوفد إلى _ أمس.", "تظاهر الآلاف في _ ضد القرار.", "وقالت مصادر أمنية في مدينة _ إن الوضع هادئ."];
    let names: Vec<&str> = PLACES.split('|').map(str::trim).collect();
    let missed: Vec<&&str> =
        names.iter().filter(|name| found(name, NameType::Place, &templates) < 2).collect();
    println!("missed: {missed:?}");
    assert!(missed.len() * 10 <= names.len(), "{missed:?}");
}

proptest! {
    #[test]
    fn spans_lie_inside_the_text_and_do_not_overlap(text in "\\PC{0,200}") {
        let annotations = Analyzer::default().analyze(&text);
        let mut last = 0;
        for mention in &annotations.mentions {
            prop_assert!(mention.span.start >= last && mention.span.end <= text.len());
            prop_assert!(!mention.span.of(&text).is_empty());
            last = mention.span.end;
        }
    }

    #[test]
    fn never_panics(text in "([وفبلكال]{0,4}[ء-ي ًٌَُِّْـ٠-٩a-zA-Z.,،؛:«»()\\n-]{0,12} ?){0,20}") {
        Analyzer::default().analyze(&text);
    }

    #[test]
    fn spelling_does_not_matter(line in 0..NEWS.lines().count(), places in prop::collection::vec((0..400_usize, 0..4_usize), 0..12)) {
        let text = plain(NEWS.lines().nth(line).unwrap_or_default());
        let mut other = text.clone();
        for (at, mark) in places {
            let letters: Vec<usize> = other.char_indices().filter(|(_, c)| ('ب'..='ي').contains(c)).map(|(i, c)| i + c.len_utf8()).collect();
            if !letters.is_empty() {
                other.insert(letters[at % letters.len()], ['ـ', '\u{64e}', '\u{650}', '\u{651}'][mark]);
            }
        }
        let kinds = |text: &str| -> Vec<NameType> { Analyzer::default().analyze(text).mentions.iter().map(|m| m.kind).collect() };
        prop_assert_eq!(kinds(&text), kinds(&other));
    }
}
