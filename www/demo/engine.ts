/** The engine of the demo's own views. */
import { type Engine, loadEngine } from "../engine/engine.ts";

let loading: Promise<Engine> | null = null;

/** The engine, loaded when it is first asked for. */
export function engine(): Promise<Engine> {
  loading ??= loadEngine({}, new URL("hamish_bg.wasm", document.baseURI));
  return loading;
}
