/** What the parts of the page layer tell each other. */
import type { Annotations, Edit, Engine, EngineOptions, Layer, Range } from "../engine/engine.ts";

/** What the page asks of the engine. */
export const CALLS = ["analyze", "search", "tidy", "hideHarakat"] as const;

/** The engine as the page asks it, wherever it runs: in the page, a worker, an extension's background. */
export type RemoteEngine = {
  [Call in (typeof CALLS)[number]]: (...words: Parameters<Engine[Call]>) => Promise<ReturnType<Engine[Call]>>;
};

/** A regular expression of the host's, painted as a layer of its own, the highlight `hamish-own-NAME`. */
export interface OwnPattern {
  /** Latin letters, digits and hyphens. */
  name: string;
  /** The expression, or its source; matched line by line. */
  pattern: RegExp | string;
  /** The flags of a source; `u` by default. */
  flags?: string;
  /** Any CSS colour. */
  color?: string;
}

/** What the reader points at or was led to. */
export interface Selection {
  range: Range;
  /** The mention, value or quote that stands there. */
  annotation: Annotations["mentions" | "values" | "quotes"][number] | null;
}

/** A script, or its address. */
export type WorkerScript = string | URL | Blob;

/** How `attach` works on a page. */
export interface AttachOptions extends EngineOptions {
  /** Where the article is; without it the article is looked for. */
  selector?: string;
  /** What is painted at first; every layer but `term` by default. */
  layers?: readonly Layer[];
  /** The interface's language; the article's by default. */
  language?: "ar" | "en";
  /** Badge and panel, the badge alone, or neither. */
  margin?: "panel" | "badge" | "none";
  /** Whether the panel is open at first. */
  open?: boolean;
  /** Colours by layer, any CSS colour. */
  colors?: Partial<Record<Layer, string>>;
  /** Where the `.wasm` is; beside the script by default. */
  wasm?: string | URL;
  /**
   * The script that the engine's worker is made of, one that calls `serveEngine` there, or its address; several are tried in
   * order. The page's thread without it.
   */
  worker?: WorkerScript | readonly WorkerScript[];
  /** Answers in the engine's place. */
  engine?: RemoteEngine;
  /** Expressions that are painted too. */
  patterns?: readonly OwnPattern[];
  /** The article has been painted for the first time, or the page has none. */
  onReady?: (handle: Handle) => void;
  /** The notes have changed. */
  onChange?: (handle: Handle) => void;
  onSelect?: (selection: Selection) => void;
  /** An option is wrong, or the engine cannot be had; what can be done without it is done. */
  onError?: (error: unknown) => void;
}

/** What `attach` returns. Dispatches `hamish:ready`, `hamish:select`, `hamish:change`, `hamish:panel`, `hamish:error` on the document too. */
export interface Handle {
  /** The article's element; null where the page has none, and then nothing is painted. */
  readonly root: Element | null;
  /** The text that was analyzed; offsets in `annotations` are UTF-16 code units of it. */
  readonly text: string;
  readonly annotations: Annotations | null;
  /** Where the host's own patterns match, by their names. */
  readonly matches: ReadonlyMap<string, readonly Range[]>;
  /** Paints or stops painting a layer. */
  toggle(layer: Layer, on: boolean): void;
  /** Scrolls to a range of `text` and marks it as the current one. */
  reveal(range: Range): void;
  /** Finds words in the text, spelling folded, the last one by its beginning, and paints them; the ranges. Empty query: none. */
  search(query: string): Promise<Range[]>;
  /** Leaves the page as it was. */
  detach(): void;
}

/** What the margin (badge, panel, card) shows. */
export interface MarginState {
  text: string;
  annotations: Annotations;
  /** The layers painted now. */
  layers: ReadonlySet<Layer>;
  language: "ar" | "en";
}

/** What the margin can ask of the page. */
export interface MarginActions {
  toggle(layer: Layer, on: boolean): void;
  reveal(range: Range): void;
  search(query: string): Promise<Range[]>;
  /** Where the first line of a range is in the window; null where it is not to be seen. */
  place(range: Range): DOMRect | null;
  /** What typography asks to change in a text. */
  tidy(text: string): Promise<Edit[]>;
  /** What hides the harakat of a text. */
  hideHarakat(text: string): Promise<Edit[]>;
}

/** Builds the margin beside an article; with its headline's element where it has one, for the badge to stand by. */
export type MountMargin = (article: Element, actions: MarginActions, options: MarginOptions) => Margin;

/** How the margin is to look. */
export interface MarginOptions extends AttachOptions {
  /** Where it stands; the article may be in a frame of this document. */
  document: Document;
  /** The headline's element. */
  headline?: Element | null;
}

/** The margin, in one shadow root. */
export interface Margin {
  /** The element that holds the shadow root; the page's watcher leaves it out. */
  readonly host: HTMLElement;
  /** Shows what was found. */
  update(state: MarginState): void;
  /** How far the reader is, 0 at the article's beginning to 1 when its end is in sight: the badge shows the time left. */
  progress(read: number): void;
  /** Shows the card for what stands at an offset of the text, at a place of the window; null hides it. */
  card(offset: number | null, at?: DOMRect): void;
  remove(): void;
}
