//! Marks, reporting words, speakers and paragraphs in every order: quotes lie in the text, their pieces follow each
//! other, and no two quotes cross.
#![no_main]

use hamish::{Analyzer, Span};
use libfuzzer_sys::fuzz_target;

const PIECES: &[&str] = &[
    " ",
    " ",
    " ",
    "\n",
    "«",
    "»",
    "\"",
    "“",
    "”",
    "„",
    "'",
    "‘",
    "’",
    "‹",
    "›",
    "<<",
    ">>",
    "(",
    ")",
    ":",
    "،",
    ".",
    "؟",
    "…",
    "-",
    "و",
    "ب",
    "قال",
    "وأضاف",
    "قائلا",
    "يقول",
    "بحسب",
    "وفق",
    "نقلت",
    "عن",
    "على حد",
    "وصف",
    "بالقول",
    "إن",
    "أن",
    "بأنه",
    "حيث",
    "بينما",
    "الوزير",
    "سيرغي لافروف",
    "رويترز",
    "صحيفة",
    "نحن",
    "سنعود",
    "12",
    "a",
    "قالأن",
];

fuzz_target!(|picks: &[u8]| {
    let text: String = picks.iter().map(|&pick| PIECES[usize::from(pick) % PIECES.len()]).collect();
    let quotes = Analyzer::default().analyze(&text).quotes;
    for quote in &quotes {
        assert!(!quote.segments.is_empty());
        assert!(quote.segments.windows(2).all(|pair| pair[0].end <= pair[1].start));
        assert!(quote.cue.is_none_or(|cue| !cue.of(&text).is_empty()));
        assert!(quote.speaker.is_none_or(|speaker| !speaker.span.of(&text).is_empty()));
    }
    let mut all: Vec<Span> = quotes.iter().flat_map(|quote| quote.segments.iter().copied()).collect();
    all.sort_by_key(|piece| (piece.start, usize::MAX - piece.end));
    let mut around: Vec<Span> = Vec::new();
    for piece in all {
        assert!(piece.start < piece.end && text.get(piece.start..piece.end).is_some());
        while around.pop_if(|outer| outer.end <= piece.start).is_some() {}
        assert!(
            around.last().is_none_or(|outer| piece.end <= outer.end),
            "{piece:?} crosses {:?}",
            around.last()
        );
        around.push(piece);
    }
});
