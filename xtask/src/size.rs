//! The bytes that a page downloads.

use std::{fs, io::Write};

use crate::{Outcome, root};

/// What one script tag loads.
const DOWNLOAD: [&str; 2] = ["dist/embed/hamish.js", "dist/embed/hamish_bg.wasm"];

/// The most that all of it may weigh, brotli.
const BUDGET: usize = 400_000;

pub(crate) fn run() -> Outcome {
    println!("{:28} {:>9} {:>9} {:>9}", "", "raw", "gzip", "brotli");
    let mut total = [0; 3];
    for path in DOWNLOAD {
        let bytes = fs::read(root().join(path))
            .map_err(|e| vec![format!("{path}: {e}; run `npm run build` first")])?;
        let sizes = [bytes.len(), gzip(&bytes).map_err(failed)?, brotli(&bytes).map_err(failed)?];
        print_row(path, sizes);
        for (sum, size) in total.iter_mut().zip(sizes) {
            *sum += size;
        }
    }
    print_row("everything a page downloads", total);
    if total[2] > BUDGET {
        return Err(vec![format!("{} bytes brotli are over the budget of {BUDGET}", total[2])]);
    }
    Ok(())
}

fn print_row(name: &str, [raw, gzip, brotli]: [usize; 3]) {
    println!("{name:28} {raw:>9} {gzip:>9} {brotli:>9}");
}

fn gzip(bytes: &[u8]) -> std::io::Result<usize> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn brotli(bytes: &[u8]) -> std::io::Result<usize> {
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &brotli::enc::BrotliEncoderParams::default())?;
    Ok(out.len())
}

fn failed(e: std::io::Error) -> Vec<String> {
    vec![e.to_string()]
}
