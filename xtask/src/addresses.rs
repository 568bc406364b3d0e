//! `addresses.bin`: the patterns of `data/addresses.tsv`, compiled into one automaton.

use std::collections::HashMap;

use hamish::segment::automaton::Automaton;
use regex_automata::{
    Anchored, Input, MatchKind,
    dfa::{Automaton as _, StartKind, dense},
};

use crate::{Bytes, packer::pack, read};

/// For each byte the next state.
type Row = Vec<usize>;

/// An anchored automaton that prefers the longest match.
pub(crate) fn automaton() -> Bytes {
    let source = read("data/addresses.tsv")?;
    let patterns: Vec<&str> = (source.lines().filter(|line| !line.starts_with('#')))
        .filter_map(|line| line.split_once('\t'))
        .map(|(_, pattern)| pattern)
        .collect();
    let config = dense::Config::new().start_kind(StartKind::Anchored).match_kind(MatchKind::All);
    let dense = (dense::Builder::new().configure(config).build_many(&patterns))
        .map_err(|e| vec![format!("data/addresses.tsv: {e}")])?;
    let (rows, ends) = states(&dense)?;
    let mut packed = merge(&rows, &ends);
    Ok(pack(|coder| packed.pass(coder)))
}

/// All states from the first one on, and whether a pattern ends there; the automaton's own states know it a byte later.
fn states(dense: &dense::DFA<Vec<u32>>) -> Result<(Vec<Row>, Vec<bool>), Vec<String>> {
    let input = Input::new("").anchored(Anchored::Yes);
    let first = dense.start_state_forward(&input).map_err(|e| vec![format!("data/addresses.tsv: {e}")])?;
    let mut known = vec![first];
    let mut numbers = HashMap::from([(first, 0)]);
    let mut rows = Vec::new();
    while let Some(&state) = known.get(rows.len()) {
        let row = (0..=u8::MAX).map(|byte| {
            let next = dense.next_state(state, byte);
            *numbers.entry(next).or_insert_with(|| {
                known.push(next);
                known.len() - 1
            })
        });
        rows.push(row.collect());
    }
    let ends = known.iter().map(|&state| dense.is_match_state(dense.next_eoi_state(state))).collect();
    Ok((rows, ends))
}

/// The same automaton with the fewest states, numbered in the order in which they are reached, and bytes in classes.
fn merge(rows: &[Row], ends: &[bool]) -> Automaton {
    let mut kinds: Vec<usize> = ends.iter().map(|&end| end.into()).collect();
    loop {
        let before = kinds.iter().max().copied();
        let mut told = HashMap::new();
        kinds = (rows.iter().zip(&kinds))
            .map(|(row, &kind)| {
                let next: Row = row.iter().map(|&next| kinds[next]).collect();
                let count = told.len();
                *told.entry((kind, next)).or_insert(count)
            })
            .collect();
        if kinds.iter().max().copied() == before {
            break;
        }
    }
    let of = |kind: usize| kinds.iter().position(|&other| other == kind).unwrap_or_default();
    let nowhere =
        (0..rows.len()).find(|&state| !ends[state] && rows[state].iter().all(|&next| next == state));
    let mut order = vec![nowhere.map_or(usize::MAX, |state| kinds[state]), kinds[0]];
    let mut full: Vec<Vec<u16>> = vec![vec![0; 256]];
    while let Some(&kind) = order.get(full.len()) {
        let row = rows[of(kind)].iter().map(|&next| {
            let next = kinds[next];
            let number = order.iter().position(|&known| known == next).unwrap_or_else(|| {
                order.push(next);
                order.len() - 1
            });
            number as u16
        });
        full.push(row.collect());
    }
    let mut columns: Vec<Vec<u16>> = Vec::new();
    let classes = (0..256).map(|byte| {
        let column: Vec<u16> = full.iter().map(|row| row[byte]).collect();
        let class = columns.iter().position(|known| *known == column).unwrap_or_else(|| {
            columns.push(column);
            columns.len() - 1
        });
        class as u8
    });
    Automaton {
        classes: classes.collect(),
        ends: order.iter().map(|&kind| kinds.contains(&kind) && ends[of(kind)]).collect(),
        next: (0..full.len()).flat_map(|state| columns.iter().map(move |column| column[state])).collect(),
    }
}
