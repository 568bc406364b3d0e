//! Text as the word clusters are made from: folded words without their proclitics.

use std::io::{self, BufRead, BufWriter, Write};

use hamish::{
    name::{
        clitic::Clitic,
        words::{Form, Words},
    },
    segment::{Document, TokenKind},
};

/// Prints each line of standard input as the words that it is read as, a blank between them.
pub(crate) fn print() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let line = line?;
        let document = Document::new(&line);
        let words = Words::new(&document);
        for at in 0..words.words().len() {
            let form = words.form(at);
            match form.kind {
                TokenKind::Number => write!(out, "0 ")?,
                _ => write!(out, "{} ", stem(&words, form))?,
            }
        }
        writeln!(out)?;
    }
    out.flush()
}

/// What a form is read as.
pub(crate) fn stem(words: &Words, form: &Form) -> String {
    let stem = words.text(form.folded).get(usize::from(form.reading.skip)..).unwrap_or_default();
    let swallowed = matches!(form.reading.clitic, Clitic::LamLam | Clitic::WawLamLam);
    [if swallowed { "ال" } else { "" }, stem].concat()
}
