//! Folding of UTF-16 that stays UTF-16: most characters by one look-up, the others by way of UTF-8.

use super::pairs;
use crate::normalize::{Folds, Normalizer};

/// Folds made ready for texts of UTF-16 code units.
///
/// ```
/// use hamish::{normalize::Folds, utf16::Folder};
///
/// let source: Vec<u16> = "أَحْمَد".encode_utf16().collect();
/// let folded = Folder::new(Folds::SEARCH).fold(&source);
/// assert_eq!(String::from_utf16_lossy(&folded.text), "احمد");
/// assert_eq!(folded.map, [1, 2 << 1, 2, 4 << 1, 3, 6 << 1]);
/// ```
#[derive(Debug)]
pub struct Folder {
    normalizer: Normalizer,
    /// What becomes of each code unit, or one of the constants.
    turns: Box<[u16; KNOWN]>,
}

/// Folded UTF-16 and the way back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoldedUnits {
    /// The folded text.
    pub text: Vec<u16>,
    /// The offset map as [`pairs`] has it.
    pub map: Vec<u32>,
}

/// Behind the last code unit that is looked up.
const KNOWN: usize = 0x2080;
/// Set where a unit does not become another one.
const OTHER: u16 = 0x8000;
const DROPPED: u16 = OTHER;
/// What becomes of the unit depends on what stands beside it, or is not looked up.
const ENTANGLED: u16 = OTHER + 1;

impl Folder {
    /// Makes `folds` ready.
    pub fn new(folds: Folds) -> Self {
        let normalizer = Normalizer::new(folds);
        let mut turns = Box::new([ENTANGLED; KNOWN]);
        for unit in (0..0x800).chain(0x2000..0x2080) {
            let alone = char::from_u32(unit).and_then(|c| normalizer.turn_alone(c));
            turns[unit as usize] = match alone {
                Some(Some(to)) => to as u16,
                Some(None) => DROPPED,
                None => ENTANGLED,
            };
        }
        Self { normalizer, turns }
    }

    /// The folds that it was made for.
    pub fn folds(&self) -> Folds {
        self.normalizer.folds()
    }

    /// Folds a text of `length` units that `read` copies from an offset on, by pieces that a processor's cache holds.
    /// Each folded piece goes to `write`; the offset map is that of the whole.
    ///
    /// ```
    /// use hamish::{normalize::Folds, utf16::Folder};
    ///
    /// let source: Vec<u16> = "أَحْمَد ".repeat(20_000).encode_utf16().collect();
    /// let folder = Folder::new(Folds::SEARCH);
    /// let read = |at: usize, units: &mut [u16]| units.copy_from_slice(&source[at..at + units.len()]);
    /// let mut text = Vec::new();
    /// let map = folder.fold_pieces(source.len(), read, |piece| text.extend_from_slice(piece));
    /// let whole = folder.fold(&source);
    /// assert_eq!((text, map), (whole.text, whole.map));
    /// ```
    pub fn fold_pieces(
        &self,
        length: usize,
        mut read: impl FnMut(usize, &mut [u16]),
        mut write: impl FnMut(&[u16]),
    ) -> Vec<u32> {
        let mut map = Vec::new();
        let mut written = 0;
        let piece = if self.normalizer.is_local() { PIECE } else { length };
        let mut units = Vec::new();
        let mut at = 0;
        while at < length {
            let known = units.len();
            units.resize((known + piece).min(length - at), 0);
            read(at + known, &mut units[known..]);
            let is_last = at + units.len() == length;
            let end = if is_last { Some(units.len()) } else { self.cut(&units, known.saturating_sub(BLOCK)) };
            if let Some(end) = end {
                let folded = self.fold(&units[..end]);
                let pairs = folded.map.chunks_exact(2);
                map.extend(pairs.flat_map(|pair| [written + pair[0], ((at as u32) << 1) + pair[1]]));
                write(&folded.text);
                written += folded.text.len() as u32;
                units.clear();
                at += end;
            }
        }
        map
    }

    /// The last place behind `from` at which the units on either side are folded without a look at the other.
    fn cut(&self, units: &[u16], from: usize) -> Option<usize> {
        let stand = |around: &[u16]| around.iter().all(|&unit| self.turn(unit) & OTHER == 0);
        units[from..].windows(1 + BLOCK).rposition(stand).map(|before| from + before + 1)
    }

    /// Folds `source`; a surrogate that has no other half is taken for U+FFFD.
    pub fn fold(&self, source: &[u16]) -> FoldedUnits {
        let mut writer = Writer::new(source);
        if !self.normalizer.is_local() {
            self.fold_entangled(0, source.len(), &mut writer);
        }
        while writer.at < source.len() {
            self.turn_run(&mut writer);
            let end = source.len().min(writer.at + BLOCK);
            while writer.at < end {
                match self.turn(source[writer.at]) {
                    DROPPED => writer.drop(),
                    ENTANGLED => self.fold_around(&mut writer),
                    turned => writer.turn(turned),
                }
            }
        }
        writer.finish()
    }

    #[inline(always)]
    fn turn(&self, unit: u16) -> u16 {
        if usize::from(unit) < KNOWN { self.turns[usize::from(unit)] } else { ENTANGLED }
    }

    /// Turns block after block, up to one with a unit that does not become another.
    fn turn_run(&self, writer: &mut Writer<'_>) {
        let source = &writer.source[writer.at..];
        let text = &mut writer.text[writer.len..];
        let mut at = 0;
        while let (Some(units), Some(turned)) =
            (source[at..].first_chunk::<BLOCK>(), text[at..].first_chunk_mut::<BLOCK>())
        {
            let mut any = 0;
            for nth in 0..BLOCK {
                turned[nth] = self.turn(units[nth]);
                any |= turned[nth];
            }
            if any & OTHER != 0 {
                break;
            }
            at += BLOCK;
        }
        writer.at += at;
        writer.len += at;
    }

    /// Folds what stands around the writer's place, from a unit that stands for itself to another one.
    fn fold_around(&self, writer: &mut Writer<'_>) {
        let source = writer.source;
        let stands = |&unit: &u16| self.turn(unit) & OTHER == 0;
        let start = source[..writer.at].iter().rposition(stands);
        let mut end = writer.at + 1;
        // Far enough that a block can be turned there.
        while end < source.len() {
            let next = source.len().min(end + BLOCK);
            match source[end..next].iter().rposition(|unit| !stands(unit)) {
                Some(last) => end += last + 1,
                None => break,
            }
        }
        writer.len = writer.len.saturating_sub(1);
        self.fold_entangled(start.unwrap_or(0), end, writer);
    }

    /// Folds `start..end` by way of UTF-8.
    fn fold_entangled(&self, start: usize, end: usize, writer: &mut Writer<'_>) {
        let piece = String::from_utf16_lossy(&writer.source[start..end]);
        let folded = self.normalizer.normalize(&piece);
        writer.at = start;
        writer.replace(end, &folded.text.encode_utf16().collect::<Vec<_>>(), &pairs(&piece, &folded));
    }
}

/// Units of a piece.
const PIECE: usize = 1 << 14;

/// Units looked at in one go.
const BLOCK: usize = 8;

/// Folded UTF-16 in the making.
struct Writer<'s> {
    source: &'s [u16],
    /// How far the source is folded.
    at: usize,
    /// Long enough for all of the source that is left.
    text: Vec<u16>,
    /// How far the text is written.
    len: usize,
    map: Vec<u32>,
}

impl<'s> Writer<'s> {
    fn new(source: &'s [u16]) -> Self {
        Self { source, at: 0, text: vec![0; source.len()], len: 0, map: Vec::new() }
    }

    fn turn(&mut self, turned: u16) {
        self.text[self.len] = turned;
        self.len += 1;
        self.at += 1;
    }

    fn drop(&mut self) {
        self.at += 1;
        self.align(self.len as u32, (self.at as u32) << 1);
    }

    /// Writes what the source up to `end` became, with the map of that alone.
    fn replace(&mut self, end: usize, units: &[u16], map: &[u32]) {
        let (folded, source) = (self.len as u32, (self.at as u32) << 1);
        while let [.., last, _] = self.map[..]
            && last > folded
        {
            self.map.truncate(self.map.len() - 2);
        }
        map.chunks_exact(2).for_each(|pair| self.align(folded + pair[0], source + pair[1]));
        let left = self.source.len() - end;
        let behind = self.len + units.len();
        if self.text.len() < behind + left {
            self.text.resize(behind + left, 0);
        }
        self.text[self.len..behind].copy_from_slice(units);
        self.len = behind;
        self.at = end;
    }

    /// A pair of the map; of two at one place the second counts.
    fn align(&mut self, folded: u32, source: u32) {
        if let [.., last, to] = &mut self.map[..]
            && *last == folded
        {
            *to = source;
        } else {
            self.map.extend([folded, source]);
        }
    }

    fn finish(mut self) -> FoldedUnits {
        self.text.truncate(self.len);
        FoldedUnits { text: self.text, map: self.map }
    }
}
