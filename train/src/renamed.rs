//! Articles told again with other names in them, so that what stands around a name counts for more than the name.

use std::{collections::HashMap, fs, io};

use hamish::{
    NameType, Span,
    normalize::{Folds, normalize},
};

use crate::{corpus::Article, data, model::Random};

/// Names that stand in for others.
#[derive(Default)]
pub(crate) struct Lists {
    /// For each word of people's names its use, a number of `words`.
    uses: HashMap<String, usize>,
    /// Words of people's names: given, family and foreign ones, each without the article and with it.
    words: [[Vec<String>; 2]; 3],
    /// Places of one word, without the article and with it.
    places: [Vec<String>; 2],
    /// For each organization its kind, a number of `organizations`.
    kinds: HashMap<String, usize>,
    organizations: Vec<Vec<String>>,
}

/// Words of people's names that stay as they are.
const KEPT: [&str; 17] = [
    "ابن",
    "بنت",
    "ابو",
    "ابي",
    "ابا",
    "عبد",
    "ولد",
    "فان",
    "فون",
    "الدين",
    "الله",
    "ايت",
    "دير",
    "ديل",
    "دوس",
    "داس",
    "بني",
];

/// Words of people's names that are seen less often are too doubtful.
const SEEN: u32 = 8;

impl Lists {
    /// The lists in `data/names`.
    pub(crate) fn read() -> io::Result<Self> {
        let mut lists = Self::default();
        for row in rows("name-words")? {
            let counts: Vec<u32> = row[1..].iter().filter_map(|count| count.parse().ok()).collect();
            let [given, family, other, foreign] = counts[..] else { continue };
            let uses = [given + other / 2, family + other / 2, foreign];
            let most = (0..uses.len()).max_by_key(|&of| uses[of]).unwrap_or_default();
            lists.uses.insert(row[0].clone(), most);
            if uses[most] >= SEEN && is_plain(&row[0]) {
                lists.words[most][article(&row[0])].push(row[0].clone());
            }
        }
        for row in rows("cities")?.into_iter().chain(rows("places")?) {
            if is_plain(&row[0]) && row[1] != "ambiguous" {
                lists.places[article(&row[0])].push(row[0].clone());
            }
        }
        let mut kinds: HashMap<String, usize> = HashMap::new();
        for row in rows("organizations")?.into_iter().filter(|row| row[1] != "ambiguous") {
            let words = row[0].split(' ').count().min(3);
            let next = kinds.len();
            let kind = *kinds.entry(format!("{} {words} {}", row[1], article(&row[0]))).or_insert(next);
            lists.organizations.resize(kinds.len(), Vec::new());
            lists.kinds.insert(fold(&row[0]), kind);
            lists.organizations[kind].push(row[0].clone());
        }
        Ok(lists)
    }

    /// What may stand in for a word of a name of `count` words.
    fn others(&self, kind: NameType, word: &str, count: usize) -> Option<&[String]> {
        match kind {
            NameType::Person if is_plain(word) => {
                let of = self.uses.get(word).copied().unwrap_or(self.words.len() - 1);
                Some(&self.words[of][article(word)])
            }
            NameType::Place if count == 1 && is_plain(word) => Some(&self.places[article(word)]),
            _ => None,
        }
        .filter(|others| !others.is_empty())
        .map(Vec::as_slice)
    }
}

/// The same article with other people, places and organizations in it; whoever is the same stays so.
pub(crate) fn renamed(told: &Article, lists: &Lists, random: &mut Random) -> Article {
    let mut new = Article { id: told.id.clone(), text: String::new(), names: Vec::new(), guide: told.guide };
    let mut chosen: HashMap<(NameType, String), String> = HashMap::new();
    let mut choose = |kind: NameType, word: String, others: &[String]| {
        let other = || others[(random.next() >> 20) as usize % others.len()].clone();
        chosen.entry((kind, word)).or_insert_with(other).clone()
    };
    let mut names = told.names.clone();
    names.sort_by_key(|(span, _)| span.start);
    let mut done = 0;
    for (span, kind) in names {
        if span.start < done {
            continue;
        }
        new.text.push_str(&told.text[done..span.start]);
        let start = new.text.len();
        let name = span.of(&told.text);
        match lists.kinds.get(&fold(name)).filter(|_| kind == NameType::Organization) {
            Some(&of) => new.text.push_str(&choose(kind, fold(name), &lists.organizations[of])),
            None => {
                let words: Vec<&str> = name.split(' ').collect();
                let renamed = words.iter().enumerate().map(|(at, word)| {
                    let bound = at > 0 && fold(words[at - 1]) == "عبد";
                    let others = lists.others(kind, &fold(word), words.len()).filter(|_| !bound);
                    others.map_or((*word).to_owned(), |others| choose(kind, fold(word), others))
                });
                new.text.push_str(&renamed.collect::<Vec<_>>().join(" "));
            }
        }
        new.names.push((Span::new(start, new.text.len()), kind));
        done = span.end;
    }
    new.text.push_str(&told.text[done..]);
    new
}

/// The rows of a list without its header, in columns.
fn rows(list: &str) -> io::Result<Vec<Vec<String>>> {
    let text = fs::read_to_string(data(&format!("names/{list}.tsv")))?;
    let rows = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    Ok(rows.map(|row| row.split('\t').map(str::to_owned).collect()).collect())
}

fn fold(name: &str) -> String {
    normalize(name, Folds::TABLE).text
}

fn article(word: &str) -> usize {
    usize::from(word.starts_with("ال"))
}

/// Whether it is one Arabic word that is more than a particle.
fn is_plain(word: &str) -> bool {
    word.chars().nth(2).is_some() && !KEPT.contains(&word) && word.chars().all(|c| matches!(c, 'ء'..='ي'))
}
