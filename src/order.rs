//! [`by_key`]: the one sort of all stages. Every type that the standard library sorts adds 3 KB to the download.

use std::mem;

/// Sorts by a key; items with the same key keep their order.
pub(crate) fn by_key<T>(items: &mut [T], key: impl Fn(&T) -> (u64, u64)) {
    if items.is_sorted_by_key(&key) {
        return;
    }
    let mut sources: Vec<((u64, u64), usize)> = items.iter().map(&key).zip(0..).collect();
    sources.sort_unstable();
    for first in 0..sources.len() {
        let mut here = first;
        loop {
            let source = mem::replace(&mut sources[here].1, here);
            if source == first || source == here {
                break;
            }
            items.swap(here, source);
            here = source;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(keys: Vec<(u8, u8)>) {
            let key = |item: &((u8, u8), usize)| (item.0.0.into(), item.0.1.into());
            let mut items: Vec<((u8, u8), usize)> = keys.into_iter().zip(0..).collect();
            let mut expected = items.clone();
            expected.sort_by_key(key);
            super::by_key(&mut items, key);
            prop_assert_eq!(items, expected);
        }
    }
}
