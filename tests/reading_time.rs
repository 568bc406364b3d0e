//! Reading time: which words count, at which rate, and how the minutes are told.

use hamish::reading_time::{label, left, of};
use proptest::prelude::*;

#[test]
fn words_are_counted_as_readers_count_them() {
    for (text, words) in [
        ("وصل الرئيس إلى العاصمة", 4),
        ("أصيب بكوفيد-19 في 12/10/2024 عند 10:30", 6),
        ("زوروا https://example.com/a-b?c=1 أو desk@example.com", 4),
        ("ارتفع 3.5% و١٢٫٥٪ إلى 1,200", 5),
        ("قال: «نعم» - ـــ … ؟ !", 2),
        ("وَقَالَ مُحَمَّـــدٌ مي\u{200C}خواهم", 3),
        ("انتهى.وقال:نعم، موسكو/مينسك", 5),
        ("😀 👨\u{200D}👩\u{200D}👧 ⁂", 0),
        ("", 0),
    ] {
        assert_eq!(of(text).words, words, "{text:?}");
    }
}

#[test]
fn languages_are_told_apart() {
    for (text, tag) in [
        ("وصل الرئيس إلى العاصمة", "ar"),
        ("بوتين", "ar"),
        ("ووصل ڤلاديمير إلى المدينة وكان في استقباله وزير من چاد", "ar"),
        ("علی الطریق الی المدینة كان في انتظاره من هم مع الحكومة", "ar"),
        ("رئیس‌جمهور به پایتخت رسید و با وزیر خارجه دیدار کرد", "fa"),
        ("صدر دارالحکومت پہنچے اور انہوں نے وزیر سے ملاقات کی", "ur"),
        ("سەرۆک گەیشتە پایتەخت و لەگەڵ وەزیر کۆبووەوە", "ckb"),
        ("ولسمشر پلازمېنې ته ورسېد او له وزیر سره یې وکتل", "ps"),
        ("The president arrived in the capital and met the minister", "en"),
        ("Le président est arrivé dans la capitale et a rencontré le ministre", "fr"),
        ("Der Präsident ist in der Hauptstadt und trifft den Minister", "de"),
        ("El presidente llegó a la capital y se reunió con el ministro", "es"),
        ("Başkan başkente geldi ve bakan ile görüştü", "tr"),
        ("Президент прибыл в столицу и встретился с министром", "ru"),
        ("הנשיא הגיע לבירה", "he"),
        ("総統は首都に到着した", "ja"),
        ("总统抵达首都，会见了部长", "zh"),
        ("대통령이 수도에 도착했다", "ko"),
        ("2026 - 12%", "und"),
        ("Microsoft Windows", "und"),
        ("", "und"),
    ] {
        assert_eq!(of(text).language, tag, "{text:?}");
    }
}

#[test]
fn each_part_is_read_at_its_languages_rate() {
    let arabic = "وصل الرئيس إلى العاصمة أمس ";
    let english = "the president arrived in Minsk ";
    assert_eq!(of(&arabic.repeat(181)).seconds, 5 * 60);
    assert_eq!(of(&english.repeat(238)).seconds, 5 * 60);
    let mixed = of(&[arabic.repeat(181), english.repeat(119)].concat());
    assert_eq!((mixed.seconds, mixed.language), (5 * 60 + 150, "ar"));
    assert_eq!(mixed.words_per_minute, 200);
}

#[test]
fn vocalised_text_is_read_as_slowly_as_aloud() {
    let time = of(&"وَصَلَ الرَّئِيسُ إِلَى العَاصِمَةِ أَمْسِ ".repeat(138));
    assert_eq!((time.words_per_minute, time.minutes), (138, 5));
    let one_name = of(&"وصل مُحَمَّدٌ إلى العاصمة أمس ".repeat(100));
    assert_eq!(one_name.words_per_minute, 181);
}

#[test]
fn images_take_less_time_the_more_there_are() {
    let seconds = |images| of("").with_images(images).seconds;
    assert_eq!([0, 1, 2, 3, 10, 11, 12].map(seconds), [0, 12, 23, 33, 75, 78, 81]);
    assert_eq!(of("نعم").with_images(5).minutes, 1);
}

#[test]
fn minutes_are_rounded_up() {
    let minutes = |words: usize| of(&"قال ".repeat(words)).minutes;
    assert_eq!([0, 1, 181, 184, 362, 366].map(minutes), [0, 1, 1, 2, 2, 3]);
}

#[test]
fn labels_have_all_plural_forms() {
    for (minutes, arabic, english) in [
        (0, "0 دقيقة", "0 minutes"),
        (1, "دقيقة واحدة", "1 minute"),
        (2, "دقيقتان", "2 minutes"),
        (3, "3 دقائق", "3 minutes"),
        (10, "10 دقائق", "10 minutes"),
        (11, "11 دقيقة", "11 minutes"),
        (99, "99 دقيقة", "99 minutes"),
        (100, "100 دقيقة", "100 minutes"),
        (103, "103 دقائق", "103 minutes"),
    ] {
        assert_eq!((label(minutes, "ar"), label(minutes, "en-GB")), (arabic.into(), english.into()));
    }
    assert_eq!(of(&"قال ".repeat(400)).with_label_in("en").label, "3 minutes");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_left_only_shrinks(text in "[اأوفب3a -.،ً\n]{0,80}|\\PC{0,40}") {
        let mut before = of(&text);
        for (at, _) in text.char_indices() {
            let time = left(&text, at);
            prop_assert!(time.seconds <= before.seconds + 1 && time.language == before.language);
            before = time;
        }
    }

    #[test]
    fn harakat_change_no_count(words in proptest::collection::vec("[ءا-ي]{1,6}", 0..20)) {
        let plain = words.join(" ");
        let vocalised: String = plain.chars().flat_map(|c| [Some(c), (c != ' ').then_some('\u{64E}')]).flatten().collect();
        prop_assert_eq!(of(&plain).words, of(&vocalised).words);
    }
}
