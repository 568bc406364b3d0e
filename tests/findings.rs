//! What is not asked for is not looked for; what is asked for is the same as in the whole analysis.
#![allow(clippy::unwrap_used)]

use hamish::{Analyzer, Annotations, Finding, Options};

const NEWS: &str = "وصل بوتين إلى مينسك أمس\nقال بوتين: «سنبني 20 مدرسة»، ثم عاد إلى موسكو في 3 مارس.";

fn all() -> Annotations {
    Analyzer::default().analyze(NEWS)
}

fn find(findings: &[Finding]) -> Annotations {
    Analyzer::new(Options::default().with_findings(findings.iter().copied())).analyze(NEWS)
}

#[test]
fn findings_that_are_not_asked_for_are_left_out() {
    let all = all();
    assert!(!all.mentions.is_empty() && !all.values.is_empty() && !all.quotes.is_empty());
    let names = find(&[Finding::Names]);
    assert_eq!((&names.mentions, &names.entities), (&all.mentions, &all.entities));
    assert!(names.values.is_empty() && names.quotes.is_empty());
    let values = find(&[Finding::Values]);
    assert_eq!(values.values, all.values);
    assert!(values.mentions.is_empty() && values.entities.is_empty() && values.quotes.is_empty());
    assert_eq!(values.reading_time, all.reading_time);
}

#[test]
fn where_nothing_is_asked_for_the_reading_time_is_left() {
    let none = find(&[]);
    assert!(none.mentions.is_empty() && none.values.is_empty() && none.quotes.is_empty());
    assert_eq!(none.reading_time, all().reading_time);
}

#[test]
fn quotes_bring_the_names_that_speak() {
    let (all, quotes) = (all(), find(&[Finding::Quotes]));
    assert_eq!((&quotes.quotes, &quotes.mentions), (&all.quotes, &all.mentions));
    assert!(quotes.values.is_empty());
    let both = find(&[Finding::Quotes, Finding::Values]);
    assert_eq!(both, all);
}
