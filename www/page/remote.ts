/** Asks the engine for a page: in a worker, or on the page's thread by pieces where its policy refuses workers. */
import type { Analysis, EngineOptions, Range } from "../engine/engine.ts";
import { joinAnalyses, piecesIn, piecesOf } from "./pieces.ts";
import { type Answer, answer, type CallName, loadEngine, type Request } from "./serve.ts";
import { giveWay } from "./slices.ts";
import type { AttachOptions, RemoteEngine } from "./types.ts";

/** The engine as a page holds it. */
export interface HeldEngine extends RemoteEngine {
  analyze(text: string, first?: First): Promise<Analysis>;
  /** Begins to load what the first call will need. */
  warm(): void;
  free(): void;
}

/** What of a long text is analyzed, and told, before the rest. */
export interface First {
  /** What the reader sees of it. */
  seen(): Range;
  /** Takes the notes on that part, by the offsets of the whole. */
  show(part: Analysis): void;
}

/** Answers one call. */
type Ask = (call: CallName, words: string[]) => unknown;
/** A way to the engine, and the way to be rid of it. */
interface Way {
  ask: Ask;
  free(): void;
}

/** The engine that the options ask for. */
export function holdEngine(options: AttachOptions): HeldEngine {
  const { engine } = options;
  if (engine)
    return held((call, words) => (engine[call] as (...words: string[]) => unknown).apply(engine, words), {
      warm() {},
      free() {},
    });
  const engineOptions: EngineOptions = {
    ...(options.threshold === undefined ? {} : { threshold: options.threshold }),
    ...(options.find === undefined ? {} : { find: options.find }),
    ...(options.names === undefined ? {} : { names: options.names }),
    ...(options.published === undefined ? {} : { published: options.published }),
  };
  const wasm = options.wasm?.toString();
  let way: Promise<Way> | null = null;
  const chosen = () => {
    way ??= (options.worker ? inWorker(options.worker, engineOptions, wasm) : Promise.reject()).catch(() =>
      inPage(engineOptions, wasm),
    );
    return way;
  };
  return held(async (call, words) => (await chosen()).ask(call, words), {
    // What fails here fails again, and is told, when it is needed.
    warm: () => void chosen().catch(() => {}),
    free: () => void way?.then(({ free }) => free()).catch(() => {}),
  });
}

function held(ask: Ask, ways: Pick<HeldEngine, "warm" | "free">): HeldEngine {
  const call = <Name extends CallName>(name: Name) =>
    ((...words: string[]) => ask(name, words)) as RemoteEngine[Name];
  return {
    analyze: byPieces(call("analyze")),
    search: call("search"),
    tidy: call("tidy"),
    hideHarakat: call("hideHarakat"),
    ...ways,
  };
}

/** Analyzes long texts piece by piece, and of a text that changed only the pieces that did. */
function byPieces(analyze: RemoteEngine["analyze"]): HeldEngine["analyze"] {
  let known = new Map<string, Analysis>();
  return async (text, first) => {
    const pieces = piecesOf(text);
    const analyses = new Map<string, Analysis>();
    const ask = async (piece: string) => {
      if (!analyses.has(piece)) analyses.set(piece, known.get(piece) ?? (await analyze(piece)));
    };
    const joined = () =>
      joinAnalyses(
        pieces.map((piece) => analyses.get(piece)),
        pieces,
      );
    const isLong = pieces.length > 1;
    if (first && isLong) {
      for (const piece of piecesIn(first.seen(), pieces)) await ask(piece);
      first.show(joined());
    }
    for (const piece of pieces) await ask(piece);
    known = isLong ? analyses : new Map();
    const whole = joined();
    // What is done with the notes on a long text is a task of its own.
    if (isLong) await giveWay();
    return whole;
  };
}

async function inPage(options: EngineOptions, wasm: string | undefined): Promise<Way> {
  const engine = await loadEngine(options, wasm);
  return {
    async ask(call, words) {
      await giveWay();
      return answer(engine, call, words);
    },
    free: () => engine.free(),
  };
}

/** A worker made of a script's source; by its address from another host too, which a worker cannot be made of directly. */
async function inWorker(
  script: string | URL | Blob,
  options: EngineOptions,
  wasm: string | undefined,
): Promise<Way> {
  const source = script instanceof Blob ? script : new Blob([`importScripts(${JSON.stringify(script)})`]);
  const url = URL.createObjectURL(source);
  try {
    return await started(new Worker(url), options, wasm);
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function started(worker: Worker, options: EngineOptions, wasm: string | undefined): Promise<Way> {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
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
    const { value, annotations, error } = data;
    if (error !== undefined) asked?.reject(new Error(error));
    else asked?.resolve(annotations ? { ...(value as object), annotations: JSON.parse(annotations) } : value);
  };
  let last = 0;
  const post = (request: Omit<Request, "id">) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ ...request, id } satisfies Request);
    });
  const free = () => {
    worker.terminate();
    fail(new Error("detached"));
  };
  try {
    await post({ load: { options, wasm } });
  } catch (error) {
    free();
    throw error;
  }
  return { ask: (call, words) => post({ call, words }), free };
}
