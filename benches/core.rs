//! `cargo bench`: the text core beside what does the same elsewhere, names, values and the whole analysis, on Arabic news of
//! 5 KB to 10 MB, in one run.
//!
//! Each figure is the best of several runs, in megabytes of source a second; ratios are of those. `cargo bench -- words`
//! measures what has this word in its title.

use std::{hint::black_box, sync::LazyLock, time::Instant};

use hamish::{
    Analyzer, Options,
    name::{self, own::OwnNames},
    normalize::{Folds, normalize},
    reading_time,
    search::{Reach, search},
    segment::{Document, sentence_bounds, sentences, tokens, word_bounds},
    tidy::{QuoteStyle, tidy},
    value,
};
use icu_normalizer::ComposingNormalizer;
use icu_segmenter::{SentenceSegmenter, WordSegmenter};
use unicode_segmentation::UnicodeSegmentation;

const SIZES: [(&str, usize); 4] =
    [("5 KB", 5_000), ("100 KB", 100_000), ("1 MB", 1_000_000), ("10 MB", 10_000_000)];

/// A way to do something with a text; the number keeps the work from being left out.
type Way<'a> = (&'a str, &'a dyn Fn(&str) -> usize);

fn main() {
    let news = news();
    let texts = SIZES.map(|(_, size)| text(&news, size));
    let nfc = ComposingNormalizer::new_nfc();
    let words = WordSegmenter::new_for_non_complex_scripts(Default::default());
    let stops = SentenceSegmenter::new(Default::default());

    compare(
        "fold, `search`",
        &texts,
        &[
            ("hamish, with its offset map", &|text| normalize(text, Folds::SEARCH).text.len()),
            ("a loop of char matches, no offsets", &|text| by_matching(text).len()),
            ("icu4x, NFC alone, no offsets", &|text| nfc.normalize(text).len()),
        ],
    );
    compare(
        "words of UAX #29",
        &texts,
        &[
            ("hamish", &|text| word_bounds(text).count()),
            ("hamish, Arabic tailoring", &|text| tokens(text).count()),
            ("unicode-segmentation", &|text| text.split_word_bound_indices().count()),
            ("icu4x", &|text| words.segment_str(text).count()),
        ],
    );
    compare(
        "sentences of UAX #29",
        &texts,
        &[
            ("hamish", &|text| sentence_bounds(text).count()),
            ("hamish, Arabic tailoring", &|text| sentences(text).count()),
            ("unicode-segmentation", &|text| text.split_sentence_bound_indices().count()),
            ("icu4x", &|text| stops.segment_str(text).count()),
        ],
    );
    compare(
        "the rest of the text core",
        &texts,
        &[
            ("fold, `clean`", &|text| normalize(text, Folds::CLEAN).text.len()),
            ("fold, `marks`", &|text| normalize(text, Folds::MARKS).text.len()),
            ("fold, `loose`", &|text| normalize(text, Folds::LOOSE).text.len()),
            ("a document: folded and segmented", &|text| Document::new(text).tokens().len()),
            ("search for a word", &|text| search(text, "الرئيس", Reach::Word).len()),
            ("typography", &|text| tidy(text, QuoteStyle::Guillemets).len()),
            ("reading time", &|text| reading_time::of(text).words),
        ],
    );
    let (options, own) = (Options::default(), OwnNames::default());
    let names = |text: &Document| name::find(text, &options, &own).0.len();
    let values = |text: &Document| value::find(text, &options).len();
    let analyzer = Analyzer::default();
    compare(
        "what the text says",
        &texts,
        &[
            ("the whole analysis", &|text| analyzer.analyze(text).mentions.len()),
            ("names and values", &|text| {
                let document = Document::new(text);
                names(&document) + values(&document)
            }),
            ("names", &|text| names(&Document::new(text))),
            ("values", &|text| values(&Document::new(text))),
        ],
    );
}

/// Prints the speed of each way at each size, how much slower than the first it is at 1 MB, and how its time grows.
fn compare(title: &str, texts: &[String; 4], ways: &[Way]) {
    // Cargo gives flags of its own.
    if std::env::args().skip(1).any(|word| !word.starts_with('-') && !title.contains(&word)) {
        return;
    }
    println!("\n{title:40} {:>9} {:>9} {:>9} {:>9}", SIZES[0].0, SIZES[1].0, SIZES[2].0, SIZES[3].0);
    let mut first = 0.0;
    for (name, way) in ways {
        let times: Vec<f64> = texts.iter().map(|text| best(text, way)).collect();
        let speeds: Vec<f64> =
            texts.iter().zip(&times).map(|(text, time)| text.len() as f64 / time / 1e6).collect();
        let ratio = if first == 0.0 { 1.0 } else { first / speeds[2] };
        first = if first == 0.0 { speeds[2] } else { first };
        print!("{name:40}");
        speeds.iter().for_each(|speed| print!(" {speed:9.1}"));
        println!(" MB/s; the first is {ratio:.1}x as fast; 10 MB take {:.1}x 1 MB", times[3] / times[2]);
    }
}

/// Seconds that a run takes, the best of three means: the system tells the processor's time by the tick.
fn best(text: &str, way: impl Fn(&str) -> usize) -> f64 {
    let mean = || {
        let start = seconds();
        let mut runs = 0;
        while seconds() - start < 0.1 {
            for _ in 0..1_000_000_usize.div_ceil(text.len()) {
                black_box(way(black_box(text)));
                runs += 1;
            }
        }
        (seconds() - start) / f64::from(runs)
    };
    (0..3).map(|_| mean()).fold(f64::INFINITY, f64::min)
}

/// Seconds that this thread has run; Linux alone tells, elsewhere those that have passed.
fn seconds() -> f64 {
    static BEGIN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat");
    let nanoseconds = stat.ok().and_then(|stat| stat.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| BEGIN.elapsed().as_secs_f64(), |nanoseconds| nanoseconds / 1e9)
}

/// The articles of `data/articles`, their tags left out.
fn news() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data/articles");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).expect(folder).map(|entry| entry.expect(folder).path()).collect();
    paths.sort();
    let mut news = Vec::new();
    for path in paths {
        let tagged = std::fs::read_to_string(&path).expect("an article");
        let text = tagged.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
        news.push(text.collect());
    }
    news
}

/// About `size` bytes of news, no paragraph twice the same.
fn text(news: &[String], size: usize) -> String {
    let mut text = String::with_capacity(size + 10_000);
    let paragraphs = news.iter().flat_map(|article| article.lines()).filter(|line| !line.is_empty());
    for (nth, paragraph) in paragraphs.cycle().enumerate() {
        if text.len() >= size {
            break;
        }
        text += &format!("{paragraph} ({nth})\n");
    }
    let end = (0..=size).rfind(|&at| text.is_char_boundary(at)).unwrap_or(0);
    text.truncate(end);
    text
}

/// What most programs do in place of a normalizer.
fn by_matching(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'أ' | 'إ' | 'آ' | 'ٱ' => folded.push('ا'),
            'ى' | 'ی' => folded.push('ي'),
            'ة' => folded.push('ه'),
            'ک' => folded.push('ك'),
            '٠'..='٩' => folded.push(char::from(b'0' + (c as u32 - 0x660) as u8)),
            'ـ' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{200B}'..='\u{200F}' => {}
            '«' | '»' | '“' | '”' => folded.push('"'),
            '،' => folded.push(','),
            '؛' => folded.push(';'),
            '؟' => folded.push('?'),
            '\u{A0}' => folded.push(' '),
            _ => folded.push(c),
        }
    }
    folded
}
