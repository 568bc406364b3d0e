/** Asks the engine for a page: in a worker, or on the page's thread by pieces where its policy refuses workers. */
import type { Annotations, EngineOptions, Range } from "../engine/engine.ts";
import { joinAnalyses, piecesIn, piecesOf } from "./pieces.ts";
import {
  type Answer,
  type CallName,
  type Early,
  type Notes,
  type PackedNotes,
  type Request,
  serve,
} from "./serve.ts";
import { giveWay } from "./slices.ts";
import type { AttachOptions, RemoteEngine, WorkerScript } from "./types.ts";

/** The engine as a page holds it. */
export interface HeldEngine extends RemoteEngine {
  analyze(text: string, first?: First): Promise<Notes>;
  /** Begins to load what the first call will need. */
  warm(): void;
  free(): void;
}

/** What is told before the rest: what is found early, and the notes on what of a long text is in sight. */
export interface First {
  /** What the reader sees of it. */
  seen(): Range;
  /** Takes the notes so far, by the offsets of the whole. */
  show(part: Notes): void;
}

/** Answers one call. */
type Ask = (call: CallName, words: string[], early?: Early) => unknown;
/** A way to the engine, and the way to be rid of it. */
interface Way {
  /** Whether there is no other. */
  isLast: boolean;
  /** Rejected where the engine cannot be had by this way. */
  loaded: Promise<unknown>;
  /** What is asked before the engine is loaded is answered then. */
  ask(call: CallName, words: string[], early?: Early): Promise<unknown>;
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
  const scripts = [options.worker ?? []].flat();
  let way: Way | null = null;
  let isFreed = false;
  const next = (): Way => {
    const script = scripts.shift();
    return script ? (inWorker(script, engineOptions, wasm) ?? next()) : inPage(engineOptions, wasm);
  };
  const chosen = () => {
    way ??= next();
    return way;
  };
  const ask: Ask = async (call, words, early) => {
    const asked = chosen();
    const answer = asked.ask(call, words, early);
    try {
      await asked.loaded;
    } catch (error) {
      answer.catch(() => {});
      if (isFreed || asked.isLast) throw error;
      if (way === asked) way = next();
      return ask(call, words, early);
    }
    return answer;
  };
  return held(ask, {
    warm: () => void chosen(),
    free() {
      isFreed = true;
      way?.free();
    },
  });
}

function held(ask: Ask, ways: Pick<HeldEngine, "warm" | "free">): HeldEngine {
  const call = <Name extends CallName>(name: Name) =>
    ((...words: string[]) => ask(name, words)) as RemoteEngine[Name];
  return {
    analyze: byPieces(async (text, early) => (await ask("analyze", [text], early)) as Notes),
    search: call("search"),
    tidy: call("tidy"),
    hideHarakat: call("hideHarakat"),
    ...ways,
  };
}

/** Analyzes long texts piece by piece, and of a text that changed only the pieces that did. */
function byPieces(analyze: (text: string, early?: Early) => Promise<Notes>): HeldEngine["analyze"] {
  let known = new Map<string, Notes>();
  return async (text, first) => {
    const pieces = piecesOf(text);
    const isLong = pieces.length > 1;
    const analyses = new Map<string, Notes>();
    const joined = (all: ReadonlyMap<string, Notes> = analyses) =>
      joinAnalyses(
        pieces.map((piece) => all.get(piece)),
        pieces,
      );
    const ask = async (piece: string) => {
      if (analyses.has(piece)) return;
      const early = (part: Notes) => first?.show(joined(new Map([...analyses, [piece, part]])));
      const notes = known.get(piece) ?? (await analyze(piece, first && early));
      // To join them is to read them: each when it comes, not all in one task.
      analyses.set(piece, isLong ? { ...notes } : notes);
    };
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

function inPage(options: EngineOptions, wasm: string | undefined): Way {
  const { begun, ask, free } = serve(options, wasm);
  // What fails here fails again, and is told, when it is needed.
  begun.catch(() => {});
  return {
    isLast: true,
    loaded: begun,
    async ask(call, words, early) {
      await begun;
      await giveWay();
      const answer = await ask(call, words, early && ((part) => void giveWay().then(() => early(part))));
      await giveWay();
      return answer;
    },
    free,
  };
}

/**
 * A worker made of a script; by its address from another host too, which a worker cannot be made of directly. From this one it
 * is bound by the policy that came with the script, not by the page's. Null where there can be none.
 */
function inWorker(script: WorkerScript, options: EngineOptions, wasm: string | undefined): Way | null {
  const isOurs = !(script instanceof Blob) && new URL(script, location.href).origin === location.origin;
  const source = script instanceof Blob ? script : new Blob([`importScripts(${JSON.stringify(script)})`]);
  const url = isOurs ? script : URL.createObjectURL(source);
  const done = () => URL.revokeObjectURL(String(url));
  try {
    const way = started(new Worker(url), options, wasm);
    way.loaded.then(done, done);
    return way;
  } catch {
    done();
    return null;
  }
}

function started(worker: Worker, options: EngineOptions, wasm: string | undefined): Way {
  const waiting = new Map<
    number,
    { resolve(value: unknown): void; reject(error: Error): void; early: Early | undefined }
  >();
  const fail = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.onerror = (event) => {
    event.preventDefault();
    fail(new Error(event.message || "the worker could not be started"));
  };
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    const { id, value, isEarly, error } = data;
    const notes = data.notes && unpacked(data.notes);
    const asked = waiting.get(id);
    if (isEarly) return notes && asked?.early?.(notes);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(notes ?? value);
    else asked?.reject(new Error(error));
  };
  let last = 0;
  const post = (request: Omit<Request, "id">, early?: Early) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject, early });
      worker.postMessage({ ...request, id } satisfies Request);
    });
  const free = () => {
    worker.terminate();
    fail(new Error("detached"));
  };
  const loaded = post({ load: { options, wasm } });
  loaded.catch(free);
  return { isLast: false, loaded, ask: (call, words, early) => post({ call, words }, early), free };
}

function unpacked({ annotations: packed, ...rest }: PackedNotes): Notes {
  let annotations: Annotations | undefined;
  return {
    ...rest,
    get annotations() {
      annotations ??= JSON.parse(new TextDecoder().decode(packed)) as Annotations;
      return annotations;
    },
  };
}
