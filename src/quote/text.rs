//! The text as this stage reads it: words apart from the marks that stand on them, lines and sentences.

use crate::{
    Mention, NameType, Span,
    name::lexicon::{Trigger, entry},
    segment::{Document, TokenKind, is_alphanumeric},
};

use super::{
    clause::bare,
    cue,
    lists::{MEN, PARTS, RULES},
    mark,
    office::{self, Office},
    phrase, role,
};

/// A word, a number or one mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'d> {
    /// Folded.
    pub text: &'d str,
    /// In the source.
    pub span: Span,
    folded: Span,
    /// Whether it is a mark.
    pub mark: bool,
    /// Whether a blank or a border stands before it.
    pub apart: bool,
    /// Which paragraph it is in.
    pub line: usize,
    /// What it reports, where it is a reporting word.
    pub cue: Option<cue::Reading>,
    /// Index of the mention that it is part of, plus one.
    pub mention: u32,
    /// Whether that mention is a person.
    pub person: bool,
    /// Whether that mention is a place.
    pub place: bool,
    /// Whether that mention begins behind letters written onto this word.
    pub clitic: bool,
}

/// How many words on, in its sentence, the preposition of a verb stands at most.
const REACH: usize = 10;

/// How many words behind `وقاطعه` its quote begins at most.
const BESIDE: usize = 8;

/// How many words behind `بيّن` its report begins at most.
const CLEAR: usize = 25;

/// All words of an article.
pub(super) struct Text<'d> {
    /// The document.
    pub document: &'d Document<'d>,
    /// Its words in order.
    pub words: Vec<Word<'d>>,
    /// Whom each mention names, and how often the article names each.
    entities: (Vec<usize>, Vec<usize>),
    /// The paragraph that names each entity first.
    lines: Vec<usize>,
    /// How much speaks for each entity's being a woman, less what speaks for a man.
    women: Vec<i32>,
    /// Which offices the article names their holders with.
    offices: Vec<Office>,
}

impl<'d> Text<'d> {
    /// Reads a document and the names found in it.
    pub(super) fn new(document: &'d Document<'d>, mentions: &[Mention]) -> Self {
        let mut text = Self {
            document,
            words: Vec::with_capacity(document.tokens().len()),
            entities: Default::default(),
            lines: Vec::new(),
            women: Vec::new(),
            offices: Vec::new(),
        };
        for (line, range) in document.paragraphs().iter().enumerate() {
            for token in &document.tokens()[range.clone()] {
                let folded = document.folded(token);
                let (first, kind) = (token.folded().start, token.kind());
                let mut start = 0;
                for (at, c) in folded.char_indices().filter(|(_, c)| !is_alphanumeric(*c) && *c != '_') {
                    text.piece(&folded[start..at], first + start, kind, line);
                    start = at + c.len_utf8();
                    text.push(&folded[at..start], first + at, TokenKind::Mark, line);
                }
                text.piece(&folded[start..], first + start, kind, line);
            }
        }
        text.attach(mentions);
        text.drop_manners();
        text.drop_apart();
        text.count_genders();
        text.offices = office::all(&text);
        text
    }

    /// Adds a piece without marks; a reporting word and the `أن` that is written onto it, or
    /// `أن` and the noun that it is written onto, are two words.
    fn piece(&mut self, piece: &'d str, at: usize, kind: TokenKind, line: usize) {
        let glued = ["بان", "ان"].into_iter().find_map(|end| {
            let word =
                piece.strip_suffix(end).filter(|_| kind == TokenKind::Word && cue::read(piece).is_none())?;
            let cue = cue::read(word)?;
            let says = cue.kind == cue::Kind::Say && cue.form == cue::Form::Verb;
            (says || cue.form == cue::Form::Participle).then_some(word.len())
        });
        // `مؤكدا أنالعمل`.
        let opened = ["بان", "ان"].into_iter().find(|that| {
            let noun = piece.strip_prefix(that).filter(|noun| noun.starts_with("ال"));
            noun.is_some_and(|noun| entry(noun).known)
        });
        let cut = glued.or(opened.map(str::len)).unwrap_or(piece.len());
        self.push(&piece[..cut], at, kind, line);
        self.push(&piece[cut..], at + cut, kind, line);
    }

    fn push(&mut self, piece: &'d str, at: usize, kind: TokenKind, line: usize) {
        if piece.is_empty() || piece.chars().all(char::is_whitespace) {
            return;
        }
        let folded = Span::new(at, at + piece.len());
        let span = self.document.to_source(folded);
        let mut cue = if kind == TokenKind::Word { cue::read(piece) } else { None };
        // `طالبة` is no `طالبه`.
        if span.of(self.document.source()).ends_with('ة') {
            cue = cue.filter(|cue| cue.form != cue::Form::Verb);
        }
        // `على حد قول فلان`.
        if let [.., on, limit] = &self.words[..]
            && kind == TokenKind::Word
            && (bare(on.text), limit.text) == ("علي", "حد")
        {
            cue = Some(cue::ACCORDING);
        }
        let last = self.words.last();
        self.words.push(Word {
            text: piece,
            span,
            folded,
            mark: kind == TokenKind::Mark,
            apart: last.is_none_or(|last| last.span.end < span.start),
            line,
            cue,
            mention: 0,
            person: false,
            place: false,
            clitic: false,
        });
    }

    /// `وفقا للقانون`, `وفق الخطة` tell how something is done: no source; `دون ذكر السبب`, `أستاذ علم النفس`, `رجل يدعى
    /// فلانا`, `إدارة الكوارث (آفاد)`: no verb.
    fn drop_manners(&mut self) {
        for at in 1..self.words.len() {
            let (before, word) = (&self.words[at - 1], &self.words[at]);
            let rule = word.text.strip_prefix("لل").or(word.text.strip_prefix("ال"));
            let rule = rule.or(word.text.strip_prefix("ل")).unwrap_or("");
            let ruled = RULES.contains(word.text) || RULES.contains(rule);
            let named = word.person && matches!(before.text, "يدعي" | "تدعي")
                || word.text == ")" && at > 1 && self.words[at - 2].text == "(";
            let noun = matches!(before.text, "دون" | "بدون" | "عدم");
            let next = self.words.get(at + 1).map_or("", |next| next.text);
            // `عبر حسابه` is no `عبر عن أسفه`, `وبين البلدين` no `وبيّن أن`.
            let of = |word: &str| matches!(word, "عن" | "عنه" | "عنها");
            let rest = &word.text[word.cue.map_or(0, |cue| cue.skip)..];
            let joint = |word: &str| of(word) || phrase::is_complement(word);
            let through = rest == "عبر" && !self.first(at, REACH, joint).is_some_and(of);
            let between = match rest {
                "بين" => {
                    let anew = before.mark || before.line != word.line || word.text != "بين";
                    !(anew || phrase::is_complement(next))
                        || self.first(at, CLEAR, phrase::is_complement).is_none()
                }
                rest => matches!(rest, "بينه" | "بينها" | "بينهم"),
            };
            // `ومقره العاصمة` is no `ومقرة بأن`.
            let his = word.cue.is_some_and(|cue| cue.form == cue::Form::Participle)
                && word.span.of(self.document.source()).ends_with('ه')
                && self.first(at, 2, phrase::is_complement).is_none();
            // `العراق فحسب`, `وحسب، بل`, `بالإضافة إلى`, `مليون ونصف`.
            let but = || {
                matches!(next, "بل" | "وانما" | "ولكن") || self.words.get(at + 1).is_none_or(|next| next.mark)
            };
            let other = his
                || word.text == "فحسب"
                || word.text == "وحسب" && but()
                || word.text.ends_with("اضافه") && next == "الي"
                || rest == "نصف";
            let science = word.text == "علم" && (before.text == "في" || phrase::is_title(before.text));
            let is_source = |cue: cue::Reading| cue.kind == cue::Kind::Source;
            let is_verb = |cue: cue::Reading| cue.form == cue::Form::Verb && !is_source(cue);
            if named || ruled && before.cue.is_some_and(is_source) {
                self.words[at - 1].cue = None;
            } else if science || through || between || other || noun && word.cue.is_some_and(is_verb) {
                self.words[at].cue = None;
            }
        }
    }

    /// `يتذكر الحفل`: what reports beside marks alone stands there, or is no cue.
    fn drop_apart(&mut self) {
        for at in 0..self.words.len() {
            let beside_marks = self.words[at].cue.is_some_and(|cue| cue.kind == cue::Kind::Marks);
            if beside_marks && !self.is_beside_marks(at) {
                self.words[at].cue = None;
            }
        }
    }

    /// `«…»، يتذكر فلان`, `وقاطعه فلان: «…»`.
    fn is_beside_marks(&self, at: usize) -> bool {
        let line = self.words[at].line;
        let here = |at: &usize| self.words.get(*at).is_some_and(|word| word.line == line);
        let quotes = |at: usize| here(&at) && mark::read(self, at).is_some();
        let behind = at >= 2 && matches!(self.words[at - 1].text, "،" | ",") && quotes(at - 2);
        let mut marks = (at + 1..at + BESIDE).take_while(here).filter(|&at| self.words[at].mark);
        behind || marks.next().is_some_and(|colon| self.words[colon].text == ":" && quotes(colon + 1))
    }

    /// The first such word behind the one at `at` in its sentence, within so many words.
    fn first(&self, at: usize, reach: usize, wanted: impl Fn(&str) -> bool) -> Option<&'d str> {
        let line = self.words[at].line;
        let here = |word: &&Word| word.line == line && !matches!(word.text, "." | "؟" | "!");
        let words = self.words[at + 1..].iter().take(reach).take_while(here);
        words.map(|word| word.text).find(|word| wanted(word))
    }

    /// The person whose name the word at `at` is a part of.
    pub(super) fn person_of(&self, at: usize) -> Option<usize> {
        let word = Some(&self.words[at]).filter(|word| word.person)?;
        Some(self.entities.0[word.mention as usize - 1])
    }

    /// The paragraph that names an entity first.
    pub(super) fn first_line(&self, entity: usize) -> usize {
        self.lines[entity]
    }

    /// Whom the words mean, the first person before others, and how often the article names them.
    pub(super) fn entity(&self, from: usize, to: usize) -> Option<(usize, usize)> {
        let named = || self.words[from..to].iter().find(|word| word.mention != 0);
        let entity =
            self.person(from, to).or_else(|| Some(self.entities.0[named()?.mention as usize - 1]))?;
        Some((entity, self.entities.1[entity]))
    }

    /// The person whom the words name, or who holds the office that they tell.
    pub(super) fn person(&self, from: usize, to: usize) -> Option<usize> {
        match self.person_at(from, to) {
            Some(at) => self.person_of(at),
            None => office::holder(self, &self.offices, (from, to)),
        }
    }

    /// The first word of the person's name: `مستشارة فلان، فلانة` is the second one, `فلان وفلان` the first.
    pub(super) fn person_at(&self, from: usize, to: usize) -> Option<usize> {
        let words = &self.words[from..to];
        let joined = words.iter().skip(1).position(|word| word.clitic && word.text.starts_with('و'));
        let words = &words[..joined.map_or(words.len(), |at| at + 1)];
        let first = words.iter().position(|word| word.person)?;
        let apposed = |at: &usize| {
            let (before, word) = (&words[*at - 1], &words[*at]);
            word.person && !word.clitic && matches!(before.text, "،" | ",")
        };
        let at = (first + 1..words.len()).rev().find(apposed).filter(|_| first > 0);
        let at = from + at.unwrap_or(first);
        // `إصابة للاعب فلان` names no person, `طبيب في مستشفى المدينة فلان` does.
        let within = || {
            let role = role::of(self, at);
            let titled = phrase::is_title(self.words[from].text) && role.governor != Some(at);
            !titled && role.name == "object" && role.governor.is_some_and(|governor| governor >= from)
        };
        (at == from || !within() && !self.is_anothers(from, at)).then_some(at)
    }

    /// `أحد نواب فلان`, `زوجة فلان`: somebody who belongs to the person named at `at`.
    fn is_anothers(&self, from: usize, at: usize) -> bool {
        let head = self.words[from].text;
        let kin = at == from + 1 && !head.starts_with("ال") && !self.is_owned(from);
        at > from && (PARTS.contains(head) || kin && entry(head).is(Trigger::Kin))
    }

    /// Whether the person that the words name is a woman, where titles and verbs tell.
    pub(super) fn gender(&self, from: usize, to: usize) -> Option<bool> {
        let votes = self.women[self.person(from, to)?];
        (votes != 0).then_some(votes > 0)
    }

    /// What the words behind a person's name tell: `فلانة، التي`, `فلانة، رئيسة`, `فلانة قالت`.
    fn vote_behind(&self, end: usize) -> i32 {
        let comma = self.words.get(end).is_some_and(|word| matches!(word.text, "،" | ","));
        let Some(word) = self.words.get(end + usize::from(comma)) else { return 0 };
        match word.text {
            "التي" | "وهي" | "البالغه" | "المولوده" => 4,
            "الذي" | "وهو" | "البالغ" | "المولود" => -4,
            _ if word.mark || word.mention != 0 => 0,
            _ if word.cue.is_some_and(|cue| cue.form == cue::Form::Verb && cue.skip == 0) => match word.cue {
                Some(cue) if comma || cue.kind == cue::Kind::Source => 0,
                Some(cue) if cue.feminine => 4,
                _ => -2,
            },
            text if comma && entry(text).is(Trigger::Title) => {
                if text.ends_with('ه') {
                    4
                } else {
                    -1
                }
            }
            _ => 0,
        }
    }

    /// Counts for each person the verbs and the titles that stand before the name, what stands behind it, and its own
    /// ending.
    fn count_genders(&mut self) {
        self.women = vec![0; self.entities.1.len()];
        for at in 1..self.words.len() {
            let (before, word) = (&self.words[at - 1], &self.words[at]);
            if !word.person || before.mention == word.mention {
                continue;
            }
            let role = role::of(self, at);
            let says = |cue: cue::Reading| cue.form == cue::Form::Verb && cue.tells_gender();
            let title = match role.title {
                None => 0,
                Some(title) if !self.is_feminine(title) => -2,
                // `مستشارة فلان`: she is another one.
                Some(title) if title + 1 == at && !self.words[title].text.contains("ال") => 1,
                Some(_) => 4,
            };
            let verb = match role.name {
                "cue-she" => 4,
                "cue" if role.governor.and_then(|at| self.words[at].cue).is_some_and(says) => -2,
                "verb-she" => 2,
                _ => 0,
            };
            let end = (at..self.words.len()).find(|&end| self.words[end].mention != word.mention);
            let long = end.is_some_and(|end| end > at + 1);
            let name =
                word.text.ends_with('ه') || long && word.text.ends_with('ا') && word.text.chars().count() > 3;
            let name = i32::from(name && !MEN.contains(word.text));
            let entity = self.entities.0[word.mention as usize - 1];
            let behind = end.map_or(0, |end| self.vote_behind(end));
            self.women[entity] += verb + title + name + behind;
        }
    }

    /// Whether the noun ends as feminine ones do, whoever owns it: `وزيرة`, `ابنته`, but not `زميله`.
    pub(super) fn is_feminine(&self, at: usize) -> bool {
        let word = self.words[at].text;
        self.owned(at).map_or(word.ends_with('ه') || word.ends_with("ات"), |owned| owned.ends_with('ت'))
    }

    /// Whether the reporting word at `at` names or addresses somebody by a pronoun: `وصفه`, but not `نبه`.
    pub(super) fn has_object(&self, at: usize) -> bool {
        let word = &self.words[at];
        let his = word.cue.is_some_and(|cue| !cue.lemma.ends_with('ه'));
        without_owner(word.text, || his).is_some_and(|_| !word.text.ends_with("نا"))
    }

    /// Whether somebody owns the noun: `رفضه`, `معارضتها`.
    pub(super) fn is_owned(&self, at: usize) -> bool {
        self.words[at].mention == 0 && self.owned(at).is_some()
    }

    /// The word at `at`, without its owner's ending if it has one.
    pub(super) fn unowned(&self, at: usize) -> &'d str {
        self.owned(at).unwrap_or(self.words[at].text)
    }

    /// The noun at `at` without its owner's ending.
    fn owned(&self, at: usize) -> Option<&'d str> {
        let word = Some(&self.words[at]).filter(|word| !word.text.starts_with("ال"))?;
        // Folding makes ة the same letter.
        without_owner(word.text, || word.span.of(self.document.source()).ends_with('ه'))
    }

    fn attach(&mut self, mentions: &[Mention]) {
        let most = mentions.iter().map(|mention| mention.entity + 1).max().unwrap_or(0);
        self.entities = (mentions.iter().map(|mention| mention.entity).collect(), vec![0; most]);
        self.entities.0.iter().for_each(|&entity| self.entities.1[entity] += 1);
        self.lines = vec![usize::MAX; most];
        let mut at = 0;
        for (index, mention) in mentions.iter().enumerate() {
            while at < self.words.len() && self.words[at].span.end <= mention.span.start {
                at += 1;
            }
            let mut end = at;
            while end < self.words.len() && self.words[end].span.start < mention.span.end {
                end += 1;
            }
            if let Some(word) = self.words.get(at) {
                let line = &mut self.lines[mention.entity];
                *line = word.line.min(*line);
            }
            // A reporting word alone is more often that than a name.
            if end == at + 1 && self.words[at].cue.is_some_and(|cue| cue.form == cue::Form::Verb) {
                continue;
            }
            for word in &mut self.words[at..end] {
                word.mention = u32::try_from(index + 1).unwrap_or(0);
                word.person = mention.kind == NameType::Person;
                word.place = mention.kind == NameType::Place;
                word.cue = None;
                word.clitic = word.span.start < mention.span.start;
            }
        }
    }

    /// The source behind `from..to`; `from` must stand before `to`.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        Span::new(self.words[from].span.start, self.words[to - 1].span.end)
    }

    /// The word without its first `skip` folded bytes, in the source.
    pub(super) fn behind(&self, at: usize, skip: usize) -> Span {
        let word = &self.words[at];
        let cut = self.document.to_source(Span::new(word.folded.start + skip, word.folded.end));
        Span::new(cut.start.max(word.span.start), word.span.end)
    }

    /// How many words that are no marks stand in `from..to`, counted up to 20.
    pub(super) fn count(&self, from: usize, to: usize) -> usize {
        self.words[from..to].iter().filter(|word| !word.mark).take(20).count()
    }
}

/// The word without the ending that tells whose it is; ه is one where it is `his`.
pub(super) fn without_owner(word: &str, his: impl FnOnce() -> bool) -> Option<&str> {
    let owned = ["هما", "هم", "ها", "نا"].iter().find_map(|&owner| word.strip_suffix(owner));
    owned.or_else(|| word.strip_suffix('ه').filter(|_| his()))
}
