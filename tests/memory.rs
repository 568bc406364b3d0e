//! What the text core takes at its peak: at most eight bytes for each of the source.

use hamish::{
    normalize::{Folds, normalize},
    segment::Document,
};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Fails where `make` takes more for `text`.
fn takes_little<T>(what: &str, text: &str, make: impl FnOnce(&str) -> T) {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let made = make(text);
    let taken = MEMORY.peak_usage() - before;
    assert!(taken <= 8 * text.len(), "{what}: {:.1} bytes", taken as f64 / text.len() as f64);
    drop(made);
}

/// One test, as all of a process share its memory.
#[test]
fn folding_and_segmenting_take_at_most_eight_bytes_for_each_of_the_source() {
    for (kind, unit) in [
        ("news", "قالت وزيرة الصحة أمس، إن «الخطة» ستبدأ في ٢٠٢٦. "),
        ("vocalised", "قَالَ مُحَمَّدٌ "),
        ("tatweel", "مـ"),
        ("blanks that change their length", "\u{A0}"),
        ("digits", "٢"),
        ("Latin", "The president arrived. "),
    ] {
        let text = unit.repeat(2_000_000 / unit.len());
        for (preset, folds) in Folds::PRESETS {
            takes_little(&format!("{kind} by {preset}"), &text, |text| normalize(text, folds));
        }
        takes_little(&format!("a document of {kind}"), &text, |text| Document::new(text).tokens().len());
    }
}
