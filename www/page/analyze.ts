/** Runs the engine for a page: in a worker, or on the page's thread by pieces where its policy refuses workers. */
import { type Analysis, type Engine, type EngineOptions, loadEngine } from "../engine/engine.ts";
import { joinAnalyses, piecesOf } from "./pieces.ts";
import { giveWay } from "./slices.ts";
import type { Analyze, AttachOptions } from "./types.ts";

/** An analyzer and the way to be rid of it. */
export interface Analyzer {
  analyze: Analyze;
  /** Begins to load what `analyze` will need. */
  warm(): void;
  free(): void;
}

interface Request {
  id: number;
  /** The first request alone: what to load. */
  load?: { options: EngineOptions; wasm: string | undefined };
  text?: string;
}

interface Answer {
  id: number;
  analysis?: Analysis;
  error?: string;
}

/** The analyzer that the options ask for. */
export function createAnalyzer(options: AttachOptions): Analyzer {
  if (options.analyze) return { analyze: options.analyze, warm() {}, free() {} };
  const engineOptions: EngineOptions = {
    ...(options.threshold === undefined ? {} : { threshold: options.threshold }),
    ...(options.names === undefined ? {} : { names: options.names }),
    ...(options.published === undefined ? {} : { published: options.published }),
  };
  const wasm = options.wasm?.toString();
  let way: Promise<Loaded> | null = null;
  const chosen = () => {
    way ??= (
      options.worker ? inWorker(options.worker.toString(), engineOptions, wasm) : Promise.reject()
    ).catch(() => inPage(engineOptions, wasm));
    return way;
  };
  return {
    analyze: async (text) => (await chosen()).analyze(text),
    // What fails here fails again, and is told, when it is needed.
    warm: () => void chosen().catch(() => {}),
    free: () => void way?.then((analyzer) => analyzer.free()).catch(() => {}),
  };
}

type Loaded = Omit<Analyzer, "warm">;

async function inPage(options: EngineOptions, wasm: string | undefined): Promise<Loaded> {
  const engine = await loadEngine(options, wasm);
  return {
    async analyze(text) {
      const analyses: Analysis[] = [];
      const pieces = piecesOf(text);
      for (const piece of pieces) {
        analyses.push(engine.analyze(piece));
        if (pieces.length > 1) await giveWay();
      }
      return joinAnalyses(analyses, pieces);
    },
    free: () => engine.free(),
  };
}

/** A worker made of the script itself; from another host's script too, which a worker cannot be made of directly. */
async function inWorker(script: string, options: EngineOptions, wasm: string | undefined): Promise<Loaded> {
  const url = URL.createObjectURL(
    new Blob([`importScripts(${JSON.stringify(script)})`], { type: "text/javascript" }),
  );
  const worker = new Worker(url);
  const waiting = new Map<number, { resolve(analysis: Analysis): void; reject(error: Error): void }>();
  const fail = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.onerror = (event) => {
    event.preventDefault();
    fail(new Error(event.message || "the worker could not be started"));
  };
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error !== undefined) asked?.reject(new Error(data.error));
    else asked?.resolve(data.analysis as Analysis);
  };
  let last = 0;
  const ask = (request: Omit<Request, "id">) =>
    new Promise<Analysis>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ ...request, id } satisfies Request);
    });
  const free = () => {
    worker.terminate();
    fail(new Error("detached"));
  };
  try {
    await ask({ load: { options, wasm } });
  } catch (error) {
    free();
    throw error;
  } finally {
    URL.revokeObjectURL(url);
  }
  return { analyze: (text) => ask({ text }), free };
}

/** What the script does in a worker: loads the engine when told to, then answers text by text. */
export function serveEngine() {
  let engine: Promise<Engine> | null = null;
  globalThis.onmessage = async ({ data }: MessageEvent<Request>) => {
    const answer: Answer = { id: data.id };
    try {
      if (data.load) engine = loadEngine(data.load.options, data.load.wasm);
      const loaded = await engine;
      if (data.text !== undefined && loaded) answer.analysis = loaded.analyze(data.text);
    } catch (error) {
      answer.error = String(error);
    }
    globalThis.postMessage(answer);
  };
}
