//! Minutes in words, by the plural rules of Unicode's CLDR.

/// The minutes in the language with this tag: Arabic with all six of its forms, Persian, Urdu, French; else English.
///
/// ```
/// use hamish::reading_time::label;
///
/// let arabic: Vec<_> = [1, 2, 3, 11, 100].map(|minutes| label(minutes, "ar")).into();
/// assert_eq!(arabic, ["دقيقة واحدة", "دقيقتان", "3 دقائق", "11 دقيقة", "100 دقيقة"]);
/// assert_eq!(label(1, "en"), "1 minute");
/// ```
pub fn label(minutes: usize, language: &str) -> String {
    let named = match (language.split('-').next().unwrap_or_default(), Plural::of_arabic(minutes)) {
        ("ar", Plural::Zero) => "دقيقة",
        ("ar", Plural::One) => return "دقيقة واحدة".into(),
        ("ar", Plural::Two) => return "دقيقتان".into(),
        ("ar", Plural::Few) => "دقائق",
        ("ar", Plural::Many | Plural::Other) => "دقيقة",
        ("fa", _) => "دقیقه",
        ("ur", _) => "منٹ",
        ("fr", Plural::Zero | Plural::One) => "minute",
        ("fr", _) => "minutes",
        (_, Plural::One) => "minute",
        _ => "minutes",
    };
    format!("{minutes} {named}")
}

/// CLDR's plural categories.
enum Plural {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

impl Plural {
    fn of_arabic(count: usize) -> Self {
        match (count, count % 100) {
            (0, _) => Plural::Zero,
            (1, _) => Plural::One,
            (2, _) => Plural::Two,
            (_, 3..=10) => Plural::Few,
            (_, 11..=99) => Plural::Many,
            _ => Plural::Other,
        }
    }
}
