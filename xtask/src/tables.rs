//! Generates what stands in `src/tables/` from its sources in `data/`.

use std::fs;

use crate::{
    Bytes, Outcome, abbreviations, addresses, breaks, languages, names, quotes, root, unicode, weights,
};

/// A generated file: its name in `src/tables/` and what makes its bytes.
type Table = (&'static str, fn() -> Bytes);

/// Every generated table, a line each.
const TABLES: &[Table] = &[
    ("abbreviations.rs", abbreviations::generate),
    ("addresses.bin", addresses::automaton),
    ("breaks.bin", breaks::far),
    ("breaks.rs", breaks::near),
    ("cases.bin", unicode::cases),
    ("classes.bin", unicode::classes),
    ("clitics.bin", weights::clitics),
    ("forms.rs", unicode::forms),
    ("gazetteer.bin", names::gazetteer),
    ("languages.rs", languages::generate),
    ("letters.bin", weights::letters),
    ("model.bin", weights::model),
    ("quotes.bin", quotes::quotes),
    ("unicode.bin", unicode::unicode),
    ("words.bin", names::words),
];

/// Writes all tables.
pub(crate) fn write() -> Outcome {
    for (name, generate) in TABLES {
        let path = root().join("src/tables").join(name);
        let bytes = generate()?;
        println!("src/tables/{name}: {} bytes", bytes.len());
        fs::write(path, bytes).map_err(|e| vec![format!("src/tables/{name}: {e}")])?;
    }
    Ok(())
}

/// Whether every committed table is what its sources give.
pub(crate) fn check() -> Outcome {
    let mut stale = Vec::new();
    for (name, generate) in TABLES {
        let committed = fs::read(root().join("src/tables").join(name)).unwrap_or_default();
        if committed != generate()? {
            stale.push(format!("src/tables/{name} is not what data/ gives: run `cargo xtask tables`"));
        }
    }
    if stale.is_empty() { Ok(()) } else { Err(stale) }
}
