//! Each operation of Lucene, CAMeL Tools, PyArabic and ICU is a set of folds here, and gives what theirs gives, without
//! exception.
//!
//! Their outputs are read from the file that `PEERS` names, else from `../shared/data/normalization/peers.jsonl`: lines of
//! `{"peer", "op", "input", "output"}`. Where there is neither, the sentences below alone are compared.

use std::collections::BTreeMap;

use hamish::normalize::{Folds, normalize};
use serde_json::Value;

/// The folds that do what a peer's operation does.
fn folds_of(operation: &str) -> Option<Folds> {
    Some(match operation {
        "ar_normalize" => Folds::LUCENE,
        "fa_normalize" => Folds::LUCENE_PERSIAN,
        "decimal_digit" => Folds::DIGITS,
        "strip_tashkeel" => Folds::HARAKAT | Folds::SHADDA,
        "strip_harakat" => Folds::HARAKAT,
        "strip_shadda" => Folds::SHADDA,
        "strip_tatweel" => Folds::TATWEEL,
        "normalize_alef_ar" => Folds::ALEF | Folds::ALEF_WASLA,
        "normalize_alef_maksura_ar" => Folds::ALEF_MAKSURA,
        "normalize_teh_marbuta_ar" => Folds::TEH_MARBUTA,
        "dediac_ar" => Folds::HARAKAT | Folds::SHADDA | Folds::DAGGER_ALEF,
        "nfc" => Folds::COMPOSE,
        _ => return None,
    })
}

#[test]
fn every_output_of_the_peers_is_ours() {
    let path = std::env::var("PEERS").unwrap_or("../shared/data/normalization/peers.jsonl".into());
    let Ok(lines) = std::fs::read_to_string(&path) else {
        eprintln!("no {path}: compared with the outputs in this file alone");
        return;
    };
    let mut equal: BTreeMap<String, usize> = BTreeMap::new();
    let mut different = Vec::new();
    for line in lines.lines() {
        let row: Value = serde_json::from_str(line).expect("a line of JSON");
        let field = |name: &str| row[name].as_str().expect("a string").to_owned();
        let (operation, input) = (field("op"), field("input"));
        let folds = folds_of(&operation).unwrap_or_else(|| panic!("no folds for {operation}"));
        let ours = normalize(&input, folds).text;
        if ours == field("output") {
            *equal.entry(format!("{} {operation}", field("peer"))).or_default() += 1;
        } else {
            different.push(format!("{operation} of {input:?}: {:?}, ours {ours:?}", field("output")));
        }
    }
    for (operation, count) in &equal {
        println!("{count:5} equal  {operation}");
    }
    println!("{:5} different", different.len());
    assert!(different.is_empty(), "{}", different.join("\n"));
    assert!(!equal.is_empty(), "{path} is empty");
}

#[test]
fn peers_fold_our_own_sentences_as_we_do() {
    let vocalised = "أَعْلَنَتِ الهَيْئَةُ عَنْ إِطْلاقِ ٱلمَرْحَلَةِ الأُولَى في ١٢ آذار، وهٰذا مـــهمّ";
    for (operation, input, output) in [
        ("ar_normalize", vocalised, "اعلنت الهيئه عن اطلاق ٱلمرحله الاولي في ١٢ اذار، وهٰذا مهم"),
        ("fa_normalize", "یک کتابخانهٔ بزرگ ہے، خانۀ ما", "يك كتابخانه بزرگ هي، خانه ما"),
        ("decimal_digit", "١٢٫٥ و۳۴ و１７ و९", "12٫5 و34 و17 و9"),
        ("strip_tashkeel", vocalised, "أعلنت الهيئة عن إطلاق ٱلمرحلة الأولى في ١٢ آذار، وهٰذا مـــهم"),
        ("strip_harakat", "مُهِمٌّ", "مهمّ"),
        ("strip_shadda", "مُهِمٌّ", "مُهِمٌ"),
        ("strip_tatweel", "مـــهمّ", "مهمّ"),
        ("normalize_alef_ar", "أإآٱا ٲ", "ااااا ٲ"),
        ("normalize_alef_maksura_ar", "الأولى علی", "الأولي علی"),
        ("normalize_teh_marbuta_ar", "الهيئة ۃ", "الهيئه ۃ"),
        ("dediac_ar", "وهٰذا مُهِمٌّ ۖ", "وهذا مهم ۖ"),
        ("nfc", "ا\u{0654}علن ا\u{0653}ذار مَ\u{0651}ن ۀ ﻻ", "أعلن آذار م\u{064E}\u{0651}ن ۀ ﻻ"),
    ] {
        let folds = folds_of(operation).expect("a known operation");
        assert_eq!(normalize(input, folds).text, output, "{operation}");
    }
}
