/** The engine behind a typed API: loads the .wasm once, then answers text by text. */
import initialize, { type InitInput, Engine as WasmEngine } from "../../pkg/hamish.js";
import type { Analysis, EngineOptions } from "./types.ts";

export type * from "./types.ts";

/** The layers of `Analysis.ranges`, by their number there. */
export const LAYERS = [
  "person",
  "place",
  "organization",
  "direct",
  "partial",
  "term",
  "indirect",
  "date",
  "figure",
] as const;

/** What can be painted, and toggled, on its own. */
export type Layer = (typeof LAYERS)[number];

/** Finds names, quotes, values and reading time in texts. */
export interface Engine {
  /** The notes on one article, its headline on the first line. */
  analyze(text: string): Analysis;
  /** Gives the engine's memory back. */
  free(): void;
}

/**
 * Loads the engine.
 *
 * @param options what to look for
 * @param wasm where the `.wasm` is: a URL, a response, its bytes or a compiled module; by default beside the script
 * @throws where the page's policy refuses WebAssembly, the file cannot be had, or an option is wrong
 */
export async function loadEngine(
  options: EngineOptions = {},
  wasm?: InitInput | Promise<InitInput>,
): Promise<Engine> {
  await initialize(wasm === undefined ? undefined : { module_or_path: wasm });
  return new WasmEngine(options);
}
