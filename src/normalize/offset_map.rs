//! [`OffsetMap`]: between folded text and source text, both ways.

use crate::Span;

/// Maps byte offsets between folded text and its source text. Monotone and exact: every folded character has the source
/// slice that it was made from, and dropped characters belong to the kept one before them.
///
/// Only changes of the distance between the two texts are kept: eight bytes for each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffsetMap {
    /// Sorted. Before the first run, and in an empty map, the texts run side by side from nothing dropped.
    runs: Vec<Run>,
    /// How long the source text is, to guess how many runs there will be.
    source_len: usize,
}

/// From here to the next run the texts run side by side; what the source has more was dropped at the run's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    folded: u32,
    /// The source offset, and in the lowest bit whether the run is whole: one piece whose insides do not correspond.
    source: u32,
}

impl Run {
    fn new(folded: usize, source: usize, whole: bool) -> Self {
        Self { folded: folded as u32, source: (source as u32) << 1 | u32::from(whole) }
    }

    fn folded(self) -> usize {
        self.folded as usize
    }

    fn source(self) -> usize {
        (self.source >> 1) as usize
    }

    fn is_whole(self) -> bool {
        self.source & 1 == 1
    }
}

impl OffsetMap {
    pub(super) fn new(source: &str) -> Self {
        Self { runs: Vec::new(), source_len: source.len() }
    }

    /// The source text that a span of folded text was made from. A span that cuts into an expansion (ﷲ → الله), a
    /// composition or a reordering is rounded outward to all of it.
    pub fn to_source(&self, folded: Span) -> Span {
        let start = self.source_at(folded.start, |run, _| run.source());
        let end = self.source_at(folded.end, |run, next| next.map_or(run.source(), Run::source));
        Span::new(start, end.max(start))
    }

    /// The first folded offset that stands for byte `source` of the source text, or for what comes behind it.
    pub fn to_folded(&self, source: usize) -> usize {
        self.folded_at(source, self.runs.partition_point(|run| run.source() <= source))
    }

    /// [`OffsetMap::to_folded`] for offsets that only grow, without a search for each.
    pub(crate) fn walk(&self) -> Walk<'_> {
        Walk { map: self, behind: 0 }
    }

    /// The folded offset of a source offset that lies before run number `behind` and not before the one before.
    fn folded_at(&self, source: usize, behind: usize) -> usize {
        let end = self.runs.get(behind).map_or(usize::MAX, |next| next.folded());
        let Some(at) = behind.checked_sub(1) else { return source.min(end) };
        let run = self.runs[at];
        let inside = source - run.source();
        if run.is_whole() && inside > 0 { end } else { (run.folded() + inside).min(end) }
    }

    /// The source offset of a folded one; inside of a whole run what `round` makes of the run and the next one.
    fn source_at(&self, folded: usize, round: impl Fn(Run, Option<Run>) -> usize) -> usize {
        let Some(at) = self.runs.partition_point(|run| run.folded() <= folded).checked_sub(1) else {
            return folded;
        };
        let run = self.runs[at];
        let next = self.runs.get(at + 1).copied();
        let inside = folded - run.folded();
        if run.is_whole() && inside > 0 { round(run, next) } else { run.source() + inside }
    }

    /// From here on the texts run side by side.
    pub(super) fn align(&mut self, folded: usize, source: usize) {
        self.push(Run::new(folded, source, false));
    }

    /// From here to the next run the texts correspond as a whole.
    pub(super) fn align_whole(&mut self, folded: usize, source: usize) {
        self.push(Run::new(folded, source, true));
    }

    fn push(&mut self, run: Run) {
        match self.runs.last_mut() {
            Some(last) if last.folded == run.folded => *last = run,
            _ => {
                if self.runs.len() == self.runs.capacity() {
                    self.make_room(run.source());
                }
                self.runs.push(run);
            }
        }
    }

    /// Room for as many runs as there will be if the text goes on as up to byte `source`: doubling would take twice that.
    fn make_room(&mut self, source: usize) {
        let runs = self.runs.len();
        let guess = (runs as u64 * self.source_len as u64 / source.max(1) as u64) as usize;
        self.runs.reserve_exact((guess + guess / 16).saturating_sub(runs).max(runs / 4) + 32);
    }

    /// Forgets everything from folded offset `folded` on.
    pub(super) fn truncate(&mut self, folded: usize) {
        while self.runs.last().is_some_and(|run| run.folded() > folded) {
            self.runs.pop();
        }
    }

    /// Goes on with the map of what comes next in both texts, at these offsets.
    pub(super) fn append(&mut self, next: &OffsetMap, folded: usize, source: usize) {
        for run in &next.runs {
            self.push(Run::new(folded + run.folded(), source + run.source(), run.is_whole()));
        }
    }

    /// The map after each of `runs` of folded text (sorted, apart) was cut down to its last character, whose offset
    /// comes with it.
    pub(super) fn shortened(&self, runs: &[(Span, usize)]) -> Self {
        let mut short = Self { runs: Vec::with_capacity(self.runs.len() + 2 * runs.len()), ..*self };
        let mut old = self.runs.iter().copied().peekable();
        let mut cut = 0;
        for &(run, last) in runs {
            while let Some(before) = old.next_if(|old| old.folded() <= run.start) {
                short.push(Run { folded: before.folded - cut as u32, ..before });
            }
            let source = self.to_source(run);
            if !self.cuts_whole(run.start) {
                short.align_whole(run.start - cut, source.start);
            }
            cut += last - run.start;
            while old.next_if(|old| old.folded() < run.end).is_some() {}
            if !self.cuts_whole(run.end) {
                short.align(run.end - cut, source.end);
            }
        }
        for rest in old {
            short.push(Run { folded: rest.folded - cut as u32, ..rest });
        }
        short
    }

    /// Whether a folded offset lies inside of what corresponds only as a whole.
    fn cuts_whole(&self, folded: usize) -> bool {
        let at = self.runs.partition_point(|run| run.folded() <= folded);
        at > 0 && self.runs[at - 1].is_whole() && self.runs[at - 1].folded() < folded
    }

    /// Where the distance between the texts changes, by folded offset: both offsets, and whether what follows corresponds
    /// only as a whole. Between two changes the texts have characters of the same lengths.
    pub(crate) fn changes(&self) -> impl Iterator<Item = (usize, usize, bool)> + '_ {
        self.runs.iter().map(|run| (run.folded(), run.source(), run.is_whole()))
    }

    /// Heap bytes in use.
    pub fn heap_bytes(&self) -> usize {
        self.runs.capacity() * size_of::<Run>()
    }
}

/// A walk along the source text.
pub(crate) struct Walk<'m> {
    map: &'m OffsetMap,
    behind: usize,
}

impl Walk<'_> {
    /// [`OffsetMap::to_folded`] of an offset no smaller than the one before.
    pub(crate) fn folded(&mut self, source: usize) -> usize {
        let runs = &self.map.runs[self.behind..];
        self.behind += runs.iter().take_while(|run| run.source() <= source).count();
        self.map.folded_at(source, self.behind)
    }
}
