//! The names' trained weights.

use hamish::name::{chain::TAGS, features::Template, model, table::Keys};

use crate::{Bytes, packer::pack, read};

/// A file of weights, one a line, as bytes.
fn weights(file: &str) -> Bytes {
    let text = read(&format!("data/names/{file}"))?;
    text.lines()
        .map(|line| line.parse::<i8>().map(|w| w as u8).map_err(|e| vec![format!("{file}: {e}")]))
        .collect()
}

/// `src/tables/letters.bin`.
pub(crate) fn letters() -> Bytes {
    weights("letters.weights")
}

/// `src/tables/clitics.bin`.
pub(crate) fn clitics() -> Bytes {
    weights("clitics.weights")
}

/// `src/tables/model.bin`, from lines of transitions, then lines of a kind of feature, a value and its columns with
/// weights.
pub(crate) fn model() -> Bytes {
    let text = read("data/names/model.weights")?;
    let mut links = Vec::new();
    let mut rows: Vec<Vec<(u64, Vec<[i8; TAGS]>)>> = vec![Vec::new(); Template::ALL.len()];
    for line in text.lines() {
        let wrong = || vec![format!("data/names/model.weights: {line}")];
        let columns: Vec<&str> = line.split('\t').collect();
        if let ["transitions", weights] = columns[..] {
            let row: Result<Vec<i8>, _> = weights.split(' ').map(str::parse).collect();
            links.extend(row.map_err(|_| wrong())?);
            continue;
        }
        let [template, value, weights] = columns[..] else { return Err(wrong()) };
        let template = Template::ALL.iter().find(|t| format!("{t:?}") == template).ok_or_else(wrong)?;
        let value = u64::from_str_radix(value, 16).map_err(|_| wrong())?;
        let mut feature = vec![[0; TAGS]; template.reach().rows()];
        for pair in weights.split(' ') {
            let (column, weight) = pair.split_once(':').ok_or_else(wrong)?;
            let column: usize = column.parse().map_err(|_| wrong())?;
            let cell = feature.get_mut(column / TAGS).map(|row| &mut row[column % TAGS]).ok_or_else(wrong)?;
            *cell = weight.parse().map_err(|_| wrong())?;
        }
        rows[*template as usize].push((value, feature));
    }
    let features =
        rows.into_iter().zip(Template::ALL).map(|(rows, template)| features(*template, rows)).collect();
    let mut packed = model::Packed { links, features };
    Ok(pack(|coder| packed.pass(coder)))
}

/// A template's features with their values as keys, where these are small enough; else with hashes of them, one of which
/// in `2^SPARE` is found falsely.
fn features(template: Template, rows: Vec<(u64, Vec<[i8; TAGS]>)>) -> model::Features {
    const SPARE: u32 = 8;
    let largest = rows.iter().map(|row| row.0).max().unwrap_or(0);
    let bits = (rows.len().max(1) as f32).log2().round() as u32 + SPARE;
    let hashed = largest >> bits != 0;
    let bits = if hashed { bits } else { (u64::BITS - largest.leading_zeros()).max(1) };
    let mut keyed: Vec<(u32, Vec<[i8; TAGS]>)> = rows
        .into_iter()
        .filter_map(|(value, rows)| Some((model::key(template, value, hashed, bits)?, rows)))
        .collect();
    keyed.sort_by_key(|(key, _)| *key);
    keyed.dedup_by_key(|(key, _)| *key);
    let (sorted, rows): (Vec<u32>, Vec<Vec<[i8; TAGS]>>) = keyed.into_iter().unzip();
    model::Features { keys: Keys { bits, sorted }, hashed, rows: rows.concat() }
}
