/** The npm package in Node, which fetches no files: the `.wasm` is read. */
import { readFile } from "node:fs/promises";
import { type Engine, type EngineOptions, loadEngine as load, type WasmSource } from "../engine/engine.ts";

export * from "../engine/engine.ts";

/** Loads the engine; by default its `.wasm` is the one beside the script. */
export function loadEngine(
  options: EngineOptions = {},
  wasm: WasmSource | Promise<WasmSource> = readFile(new URL("hamish_bg.wasm", import.meta.url)),
): Promise<Engine> {
  return load(options, wasm);
}
