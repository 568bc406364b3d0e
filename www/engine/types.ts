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
}

/** What one call of the engine returns. */
export interface Analysis {
  annotations: Annotations;
  /**
   * What to paint, four numbers an entry, by start: layer (an index into `LAYERS`), start, end in UTF-16 code units,
   * index into the annotation list that the layer belongs to. A quote with several segments has several entries.
   */
  ranges: Uint32Array;
}
