//! `addresses.dfa`: the patterns of `data/addresses.tsv`, compiled into one automaton.

use regex_automata::{
    MatchKind,
    dfa::{StartKind, dense},
};

use crate::{Bytes, read};

/// A sparse, anchored automaton that prefers the longest match, little-endian.
pub(crate) fn automaton() -> Bytes {
    let source = read("data/addresses.tsv")?;
    let patterns: Vec<&str> = (source.lines().filter(|line| !line.starts_with('#')))
        .filter_map(|line| line.split_once('\t'))
        .map(|(_, pattern)| pattern)
        .collect();
    let config =
        dense::Config::new().start_kind(StartKind::Anchored).match_kind(MatchKind::All).minimize(true);
    let failed = |e: dense::BuildError| vec![format!("data/addresses.tsv: {e}")];
    let dense = dense::Builder::new().configure(config).build_many(&patterns).map_err(failed)?;
    Ok(dense.to_sparse().map_err(failed)?.to_bytes_little_endian())
}
