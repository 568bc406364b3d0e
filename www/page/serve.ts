/** Serves the engine where it runs: loads it stage by stage, then answers call by call. */
import { type Analysis, type Engine, type EngineOptions, loadEngine, unpackTable } from "../engine/engine.ts";
import { giveWay } from "./slices.ts";
import type { RemoteEngine } from "./types.ts";

/** What can be asked. */
export type CallName = keyof RemoteEngine;

/** Takes what of an analysis is known while the engine is still being loaded. */
export type Early = (part: Notes) => void;

/** An analysis whose annotations may be read when they are first asked for: what is painted needs the ranges alone. */
export interface Notes extends Analysis {
  /** That of the annotations, where they have not been read. */
  readonly language?: string;
}

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
  /** In the value's place, of an analysis. */
  notes?: PackedNotes;
  /** Whether this is what is known early; the answer follows. */
  isEarly?: boolean;
  error?: string;
}

/** Notes on their way: the annotations as JSON, of which the page's thread takes over no more than where it is. */
export type PackedNotes = Omit<Notes, "annotations"> & { annotations: Uint8Array<ArrayBuffer> };

/** An engine and its loading. */
export interface Served {
  /** The first stage is there. */
  begun: Promise<Engine>;
  /** All of it; what is not loaded yet is loaded then. */
  whole(): Promise<Engine>;
  /** Answers one call when all is loaded; of an analysis, to `early`, what the first stage finds before the others are there. */
  ask(call: CallName, words: readonly string[], early?: Early): Promise<unknown>;
  free(): void;
}

/** Letters of the first text that are analyzed before it: browsers compile functions when they are first called, here in a task of its own. */
const BEGINNING = 700;

/** Loads the engine with more and more to look for, so that each table and what else a stage needs is unpacked in a task of its own. */
export function serve(options: EngineOptions, wasm: string | undefined): Served {
  const { find = ["values", "names", "quotes"] } = options;
  let stage = 0;
  let table = 0;
  let isUnpacked = false;
  let isWarm = false;
  const load = () => loadEngine({ ...options, find: find.slice(0, stage) }, wasm);
  const more = async (loaded: Promise<Engine>) => {
    const engine = await loaded;
    await giveWay();
    while (find[stage] !== "values" && !isUnpacked) {
      isUnpacked = !(await unpackTable(table++, wasm));
      await giveWay();
    }
    engine.free();
    stage++;
    return load();
  };
  const loaded = async () => {
    await unpackTable(table++, wasm);
    await giveWay();
    return load();
  };
  const begun = find.length > 0 ? more(loaded()) : loaded();
  let whole: Promise<Engine> | null = null;
  const rest = () => find.slice(1).reduce(more, begun);
  const served: Served = {
    begun,
    whole() {
      whole ??= rest();
      return whole;
    },
    async ask(call, words, early) {
      const first = await begun;
      const [text = ""] = words;
      const isAnalysis = call === "analyze";
      if (isAnalysis && early && stage === 1 && find.length > 1) early(first.analyze(text));
      const engine = await served.whole();
      await giveWay();
      if (isAnalysis && !isWarm) {
        isWarm = true;
        engine.analyze(text.slice(0, BEGINNING));
        await giveWay();
      }
      return answer(engine, call, words);
    },
    free: () => void (whole ?? begun).then((engine) => engine.free()).catch(() => {}),
  };
  return served;
}

/** What the script does in a worker. */
export function serveEngine() {
  let served: Served | null = null;
  globalThis.onmessage = async ({ data: { id, load, call, words = [] } }: MessageEvent<Request>) => {
    const reply = (answer: Omit<Answer, "id">) =>
      globalThis.postMessage({ id, ...answer } satisfies Answer, {
        transfer: answer.notes ? [answer.notes.annotations.buffer] : [],
      });
    const packed = ({ annotations, ranges }: Analysis): PackedNotes => ({
      ranges,
      language: annotations.language,
      annotations: new TextEncoder().encode(JSON.stringify(annotations)),
    });
    try {
      if (load) {
        served = serve(load.options, load.wasm);
        await served.whole();
      }
      const value =
        call && (await served?.ask(call, words, (part) => reply({ notes: packed(part), isEarly: true })));
      reply(call === "analyze" ? { notes: packed(value as Analysis) } : { value });
    } catch (error) {
      reply({ error: String(error) });
    }
  };
}

function answer(engine: Engine, name: CallName, words: readonly string[]): unknown {
  // A reader's query is still being typed.
  if (name === "search") return engine.search(words[0] ?? "", words[1] ?? "", "prefix");
  return (engine[name] as (...words: string[]) => unknown).apply(engine, [...words]);
}
