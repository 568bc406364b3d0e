/** The engine behind a typed API: loads the .wasm once, then answers text by text. */
import initialize, { unpackNames, Engine as WasmEngine } from "../../pkg/hamish.js";
import type {
  Analysis,
  Edit,
  EngineOptions,
  Folded,
  FoldNames,
  QuoteStyle,
  Range,
  Reach,
  ReadingOptions,
  ReadingTime,
  Segments,
} from "./types.ts";

export { LAYERS, type Layer } from "./layers.ts";
export { toFolded, toSource } from "./offsets.ts";
export type * from "./types.ts";

/** Finds names, quotes, values and reading time in texts; folds, searches, tidies and segments them. */
export interface Engine {
  /** Finds the names of an article that is analyzed next, so that neither takes long. */
  findNames(text: string): void;
  /** The notes on one article, its headline on the first line. */
  analyze(text: string): Analysis;
  /**
   * Equates spellings, for comparing; only `clean` is safe to show. `toSource` leads back.
   *
   * @throws where a fold is unknown
   */
  normalize(text: string, folds: FoldNames): Folded;
  /**
   * Where a text has the words of a query, in order: spelling folded, و ف ب ك ل س and ال before the first word passed
   * over. A hit is whole grapheme clusters. A query without letters and digits is looked for as it is.
   */
  search(text: string, query: string, reach?: Reach): Range[];
  /** What typography asks to change: blanks before marks, doubled blanks, dots, quotation marks. */
  tidy(text: string, style?: QuoteStyle): Edit[];
  /** What hides short vowels, tanwin, sukun, shadda and the dagger alef. */
  hideHarakat(text: string): Edit[];
  /** Words, sentences and paragraphs. */
  segment(text: string): Segments;
  /** How long a text takes to read, or what is left of it. */
  readingTime(text: string, options?: ReadingOptions): ReadingTime;
  /** Gives the engine's memory back. */
  free(): void;
}

/** Where the engine's `.wasm` is, or what it is. */
export type WasmSource = string | URL | Request | Response | BufferSource | WebAssembly.Module;

/**
 * Loads the engine.
 *
 * @param options what to look for
 * @param wasm where the `.wasm` is: a URL, a response, its bytes or a compiled module; by default beside the script
 * @throws where the page's policy refuses WebAssembly, the file cannot be had, or an option is wrong
 */
export async function loadEngine(
  options: EngineOptions = {},
  wasm?: WasmSource | Promise<WasmSource>,
): Promise<Engine> {
  await load(wasm);
  return new WasmEngine(options);
}

/** Unpacks one of the tables that names are found by, counted from 0, which loading an engine else does all at once; whether there is another. */
export async function unpackTable(table: number, wasm?: WasmSource | Promise<WasmSource>): Promise<boolean> {
  await load(wasm);
  return unpackNames(table);
}

/** Nothing where it is loaded. */
async function load(wasm?: WasmSource | Promise<WasmSource>) {
  await initialize(wasm === undefined ? undefined : { module_or_path: wasm });
}
