/** Serves the engine where it runs: loads it when told to, then answers call by call. */
import { type Analysis, type Engine, type EngineOptions, loadEngine, unpackTable } from "../engine/engine.ts";
import type { RemoteEngine } from "./types.ts";

export { loadEngine, unpackTable };

/** What can be asked. */
export type CallName = keyof RemoteEngine;

/** One call of the engine on its way to a worker; the first one tells what to load. */
export interface Request {
  id: number;
  load?: { options: EngineOptions; wasm: string | undefined };
  call?: CallName;
  words?: string[];
}

/** What comes back for the call of that number. */
export interface Answer {
  id: number;
  value?: unknown;
  /** Those of an analysis as JSON, which the page's thread reads faster than it takes over objects; `value` is the rest. */
  annotations?: string;
  error?: string;
}

/** What the script does in a worker. */
export function serveEngine() {
  let engine: Promise<Engine> | null = null;
  globalThis.onmessage = async ({ data }: MessageEvent<Request>) => {
    const reply: Answer = { id: data.id };
    try {
      if (data.load) engine = loadEngine(data.load.options, data.load.wasm);
      const loaded = await engine;
      if (loaded && data.call) reply.value = answer(loaded, data.call, data.words ?? []);
      if (data.call === "analyze") {
        const { annotations, ranges } = reply.value as Analysis;
        Object.assign(reply, { value: { ranges }, annotations: JSON.stringify(annotations) });
      }
    } catch (error) {
      reply.error = String(error);
    }
    globalThis.postMessage(reply);
  };
}

/** Answers one call. */
export function answer(engine: Engine, name: CallName, words: readonly string[]): unknown {
  // A reader's query is still being typed.
  if (name === "search") return engine.search(words[0] ?? "", words[1] ?? "", "prefix");
  return (engine[name] as (...words: string[]) => unknown).apply(engine, [...words]);
}
