//! Addresses in a text, each as one span.

use hamish::segment::addresses;
use proptest::prelude::*;

fn found(text: &str) -> Vec<&str> {
    addresses(text).map(|span| span.of(text)).collect()
}

#[test]
fn each_kind_is_one_span_without_the_sentence_around_it() {
    for (text, expected) in [
        ("زوروا الموقع:https://example.com/خبر/12.", vec!["https://example.com/خبر/12"]),
        ("(www.example.org)، ثم example.com.eg؟", vec!["www.example.org", "example.com.eg"]),
        ("كتب @some_user على #بيروت_تنهض: نعم", vec!["@some_user", "#بيروت_تنهض"]),
        ("راسل a.b+c@mail.example.com؛ شكرًا", vec!["a.b+c@mail.example.com"]),
        ("كوفيد-19 و3.5 و12/10/2024 وU.S.", vec![]),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

proptest! {
    #[test]
    fn addresses_come_in_order_on_character_borders(text in r"(?s)(https?://|www\.|[@#a-z.:/ ،ب😀]){0,40}.{0,20}") {
        let mut here = 0;
        for span in addresses(&text) {
            prop_assert!(here <= span.start && span.start < span.end);
            prop_assert!(text.get(span.start..span.end).is_some());
            here = span.end;
        }
    }
}
