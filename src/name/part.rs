//! The parts of a name: `عبد الناصر` and `بن سلمان` are one each, written apart or joined.

/// Words that are written onto the next one as well.
const BOUND: [&str; 4] = ["عبد", "ابو", "ابي", "ابا"];
/// Words that are written onto the one before as well.
const BOUND_BACK: [&str; 2] = ["الله", "الدين"];

/// Whether some write the two words as one.
pub fn binds(word: &str, next: &str) -> bool {
    BOUND.contains(&word) || BOUND_BACK.contains(&next)
}

/// A name's folded words, those apart that some write as one: `عبدالله` → `عبد الله`.
pub fn apart(words: &[&str]) -> Vec<String> {
    let mut apart = Vec::with_capacity(words.len());
    for &word in words {
        let before = (BOUND.iter().map(|bound| bound.len()))
            .chain(BOUND_BACK.iter().map(|bound| word.len().saturating_sub(bound.len())))
            .find(|&at| splits(word, at));
        let (first, second) = word.split_at(before.unwrap_or(0));
        apart.extend([first, second].into_iter().filter(|part| !part.is_empty()).map(str::to_owned));
    }
    apart
}

/// Whether a bound word ends or begins at `at` in a longer one.
fn splits(word: &str, at: usize) -> bool {
    let Some((first, second)) = word.split_at_checked(at) else { return false };
    let long_enough = |rest: &str| rest.chars().nth(2).is_some();
    match first {
        "عبد" => second.starts_with("ال"),
        _ if BOUND.contains(&first) => long_enough(second),
        _ => BOUND_BACK.contains(&second) && long_enough(first),
    }
}
