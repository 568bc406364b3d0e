/** What kind of thing a name names. */
export type NameType = "person" | "place" | "organization";

/** How words are quoted; see `Quote`. */
export type QuoteKind = "direct" | "partial" | "term" | "indirect";

/** A half-open range of UTF-16 code units of the text: `text.slice(start, end)`. */
export interface Range {
  start: number;
  end: number;
}

/** A range with the words in it. */
export interface Slice extends Range {
  text: string;
}

/** How long a text takes to read. */
export interface ReadingTime {
  /** Words as readers count them. */
  words: number;
  seconds: number;
  /** Rounded up; 0 only for a text without words. */
  minutes: number;
  wordsPerMinute: number;
  /** The minutes in the article's language: دقيقة واحدة, دقيقتان, 3 دقائق, 11 دقيقة. */
  label: string;
}

/** The words in the text that name somebody or something. */
export interface Mention extends Slice {
  type: NameType;
  /** Index into `entities`. */
  entity: number;
  /** The engine's confidence, 0 to 1. */
  score: number;
}

/** Who or what is named. */
export interface Entity {
  type: NameType;
  /** The fullest name that the article gives it. */
  name: string;
  /** A stable identifier, where the gazetteer knows one. */
  id?: string;
  /** Indices into `mentions`. */
  mentions: number[];
}

/** The noun phrase that says who speaks. */
export interface Speaker extends Slice {
  /** Index into `entities`, where the speaker is one. */
  entity?: number;
}

/** Quoted or reported words. */
export interface Quote extends Slice {
  kind: QuoteKind;
  /** The words, marks left out: one range, or several where the attribution or a paragraph breaks them. */
  segments: Range[];
  speaker: Speaker | null;
  /** The reporting word. */
  cue: Slice | null;
}

/** A date, an amount or another figure. */
export type Value = Slice &
  (
    | { type: "date" | "time" | "duration"; value: string }
    | { type: "number" | "ordinal" | "percent"; value: number }
    | { type: "money"; value: { amount: number; currency: string } }
    | { type: "quantity"; value: { amount: number; unit: string } }
  );

/** The notes on one article, as `annotations.schema.json` describes them. */
export interface Annotations {
  offsets: "utf16";
  /** BCP 47 tag of most of the text; `und` where there is none. */
  language: string;
  readingTime: ReadingTime;
  mentions: Mention[];
  entities: Entity[];
  quotes: Quote[];
  values: Value[];
}

/** A name that the caller brings. */
export interface OwnName {
  name: string;
  type: NameType;
  id?: string;
  aliases?: string[];
}

/** What a caller can ask of the engine. */
export interface EngineOptions {
  /** 0 to 1; mentions with a lower score are left out. 0, the default, gives the best F1. */
  threshold?: number;
  /** Found in all spellings and with clitics, before everything else. */
  names?: OwnName[];
  /** The day of publication, `YYYY-MM-DD`, that أمس is counted from. */
  published?: string;
  /** What to look for beside the reading time, all if not given; `quotes` bring the names that they are found by. */
  find?: ("names" | "values" | "quotes")[];
}

/** A preset of folds, a single fold such as `tatweel`, `harakat`, `alef`, `digits`, or several joined by `+`. */
export type FoldNames = "clean" | "marks" | "search" | "loose" | "lucene" | "lucene-persian" | (string & {});

/** Folded text and the way back to its source, for `toSource` and `toFolded`. Plain data: it can be posted and stored. */
export interface Folded {
  text: string;
  /**
   * A pair of numbers for each place where the distance between the two texts changes, by folded offset: the folded
   * offset, and twice the source offset, plus one where what follows corresponds only as a whole. UTF-16 code units.
   */
  map: Uint32Array;
}

/** How much of a word the last word of a query must be: all of it, or its beginning, as while the reader types. */
export type Reach = "word" | "prefix";

/** The quotation marks that a tidied text has; the others are used inside of them: «…» or “…”. */
export type QuoteStyle = "guillemets" | "curly";

/** Replace what stands in the range. Edits come in order and apart. */
export interface Edit extends Range {
  /** What stands there then; empty where the range only goes. */
  replacement: string;
}

/** The parts of a text: starts and ends in UTF-16 code units, one behind the other. */
export interface Segments {
  /** Letters and digits; an address is one word. */
  words: Uint32Array;
  /** Sentences without the blanks around them. */
  sentences: Uint32Array;
  /** Lines with something on them, without the blanks around them. */
  paragraphs: Uint32Array;
}

/** What to count into a reading time. */
export interface ReadingOptions {
  /** Where the reader is, in UTF-16 code units: the time left from there on. */
  from?: number;
  /** Images on the way: 12 seconds for the first, 11 for the second, down to 3. */
  images?: number;
  /** The label's language, `ar` or `en` for one; the text's by default. */
  language?: string;
}

/** What one call of `analyze` returns. */
export interface Analysis {
  annotations: Annotations;
  /**
   * What to paint, four numbers an entry, by start: layer (an index into `LAYERS`), start, end in UTF-16 code units,
   * index into the annotation list that the layer belongs to. A quote with several segments has several entries.
   */
  ranges: Uint32Array;
}
