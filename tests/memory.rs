//! What folding takes at its peak: at most eight bytes for each of the source, the folded text and its map included.

use hamish::normalize::{Folds, normalize};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

#[test]
fn folding_takes_at_most_eight_bytes_for_each_of_the_source() {
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
            let before = MEMORY.current_usage();
            MEMORY.reset_peak_usage();
            let folded = normalize(&text, folds);
            let taken = MEMORY.peak_usage() - before;
            assert!(
                taken <= 8 * text.len(),
                "{kind} by {preset}: {:.1} bytes",
                taken as f64 / text.len() as f64
            );
            drop(folded);
        }
    }
}
