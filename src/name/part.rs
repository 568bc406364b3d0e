//! The parts of a name: `عبد الناصر` and `بن سلمان` are one each, whether written apart or as one word.

/// Words that some write onto the next one.
const BOUND: [&str; 4] = ["عبد", "ابو", "ابي", "ابا"];
/// Words that some write onto the one before.
const BOUND_BACK: [&str; 2] = ["الله", "الدين"];
/// Other words that are no name without the next one.
const LEADING: [&str; 11] = ["بن", "ابن", "بنت", "ام", "ال", "ايت", "ذو", "ولد", "سان", "سانت", "بو"];
/// Particles of other languages' names, which short forms leave out.
const PARTICLES: [&str; 14] =
    ["فان", "فون", "دير", "دي", "دو", "دا", "دوس", "داس", "ديل", "دل", "دن", "ده", "ماك", "مك"];

/// Whether some write the two words as one.
pub fn binds(word: &str, next: &str) -> bool {
    BOUND.contains(&word) || BOUND_BACK.contains(&next)
}

/// A name's folded words, those apart that some write as one: `عبدالله` → `عبد الله`.
pub fn apart<'w>(words: &[&'w str]) -> Vec<&'w str> {
    let mut apart = Vec::with_capacity(words.len());
    for &word in words {
        let before = (BOUND.iter().map(|bound| bound.len()))
            .chain(BOUND_BACK.iter().map(|bound| word.len().saturating_sub(bound.len())))
            .find(|&at| splits(word, at));
        let (first, second) = word.split_at(before.unwrap_or(0));
        apart.extend([first, second].into_iter().filter(|part| !part.is_empty()));
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

/// A name's folded words as its parts: `محمد بن سلمان` has two, `ابن سلمان` is one of them.
pub fn parts(words: &[&str]) -> Vec<String> {
    let mut parts: Vec<String> = Vec::with_capacity(words.len());
    let mut words = apart(words).into_iter().peekable();
    let mut leads = false;
    while let Some(word) = words.next() {
        let plain = match word {
            "ابي" | "ابا" if words.peek().is_some() => "ابو",
            "ابن" if words.peek().is_some() => "بن",
            _ => word,
        };
        match parts.last_mut().filter(|_| leads || BOUND_BACK.contains(&word)) {
            Some(before) => before.push_str(plain),
            None => parts.push(plain.to_owned()),
        }
        leads = BOUND.contains(&plain) || LEADING.contains(&plain);
    }
    parts
}

/// A person's folded words without initials and particles that short forms leave out: `هويت دبليو. رينفرو`, `فان دير فيلدن`.
pub fn carrying<'w>(words: &[&'w str]) -> Vec<&'w str> {
    let carries = |word: &&&str| !PARTICLES.contains(*word) && word.chars().nth(1).is_some();
    let last = words.last().filter(|last| !carries(last));
    words.iter().filter(carries).chain(last).copied().collect()
}
