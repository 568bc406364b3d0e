/** One page and its article: finds it, has it analyzed, paints it, keeps up with its changes. */
import type { Annotations, Edit, Range as TextRange } from "../engine/engine.ts";
import { LAYERS, type Layer } from "../engine/layers.ts";
import { type Article, findArticle } from "./article.ts";
import { framesOf, onTop, progressIn } from "./frames.ts";
import { Painter } from "./paint.ts";
import { findPatterns, layerOfPattern } from "./patterns.ts";
import { plainAnalysis } from "./plain.ts";
import { type Pointed, watchPointing } from "./point.ts";
import type { HeldEngine } from "./remote.ts";
import type { Notes } from "./serve.ts";
import { giveWay, idle, inSlices } from "./slices.ts";
import { TextMap } from "./text-map.ts";
import type { AttachOptions, Handle, Margin, MountMargin, Selection } from "./types.ts";
import { Watcher, watchScrolling } from "./watch.ts";

const EMPTY = new Uint32Array();

/** What is told of, and with what. */
interface Events {
  ready: Handle;
  change: Handle;
  select: Selection;
  error: unknown;
}

/** What `attach` returns. */
export class Session implements Handle, Pointed {
  root: Element | null = null;
  map: TextMap | null = null;
  matches: ReadonlyMap<string, TextRange[]> = new Map();

  readonly #document: Document;
  readonly #options: AttachOptions;
  readonly #mount: MountMargin | null;
  readonly #engine: HeldEngine;
  readonly #watcher: Watcher;
  readonly #layers: Set<Layer>;
  readonly #stop = new AbortController();
  /** Ends the listening to the reader; null where there is nothing to see yet. */
  #listening: AbortController | null = null;
  #painter: Painter | null = null;
  #margin: Margin | null = null;
  #notes: Notes | null = null;
  /** What is painted: the notes' ranges, or those that are known before. */
  #ranges: Uint32Array = EMPTY;
  #query = "";
  /** Whether the engine cannot be had. */
  #plain = false;
  /** The reading under way; the next one waits for it. */
  #reading: Promise<unknown> = Promise.resolve();

  constructor(document: Document, engine: HeldEngine, options: AttachOptions, mount: MountMargin | null) {
    this.#document = document;
    this.#options = options;
    this.#mount = mount;
    this.#engine = engine;
    this.#layers = new Set(options.layers ?? LAYERS.filter((layer) => layer !== "term"));
    this.#watcher = new Watcher(document, {
      changed: () => void this.#catchUp(),
      isOwn: (node) => this.isOwn(node),
      matters: (element) => !this.root || this.root.contains(element) || element.contains(this.root),
      surrounds: (element) => element.contains(this.root),
    });
  }

  get text(): string {
    return this.map?.text ?? "";
  }

  get annotations(): Annotations | null {
    return this.#notes?.annotations ?? null;
  }

  toggle(layer: Layer, on: boolean) {
    if (on) this.#layers.add(layer);
    else this.#layers.delete(layer);
    this.#paint();
    this.#updateMargin();
  }

  reveal(range: TextRange) {
    const { map } = this;
    const place = map?.range(range.start, range.end);
    if (!map || !place) return;
    this.#painter?.mark("current", map, [range]);
    const view = place.startContainer.ownerDocument?.defaultView;
    const calm = view?.matchMedia("(prefers-reduced-motion:reduce)").matches;
    const rect = place.getBoundingClientRect();
    const isOut = ({ top, bottom }: DOMRect, window: Window | null | undefined) =>
      top < 80 || bottom > (window?.innerHeight ?? 0) - 80;
    const out = isOut(rect, view) || isOut(this.#onTop(rect), this.#document.defaultView);
    const element = place.startContainer.parentElement;
    if (out) scrollTo(view, element, rect, calm ? "instant" : "smooth");
    this.#select(range);
  }

  async search(query: string): Promise<TextRange[]> {
    this.#query = query;
    const { map } = this;
    const found = map && query.trim() && !this.#plain ? await this.#engine.search(map.text, query) : [];
    if (map && map === this.map && query === this.#query) this.#painter?.mark("search", map, found);
    return found;
  }

  detach() {
    this.#stop.abort();
    this.#watcher.stop();
    this.#clear();
    this.#engine.free();
  }

  at(offset: number): TextRange | null {
    let best: TextRange | null = null;
    const ranges = this.#ranges;
    for (let at = 0; at < ranges.length; at += 4) {
      const start = ranges[at + 1] as number;
      if (start > offset) break;
      const end = ranges[at + 2] as number;
      if (offset >= end || !this.#layers.has(LAYERS[ranges[at] as number] as Layer)) continue;
      if (!best || end - start < best.end - best.start) best = { start, end };
    }
    return best;
  }

  show(range: TextRange | null, rect?: DOMRect) {
    this.#margin?.card(range ? range.start : null, rect && this.#onTop(rect));
    if (range) this.#select(range);
  }

  isOwn(node: Node): boolean {
    const host = this.#margin?.host;
    return host !== undefined && (node === host || host.contains(node));
  }

  /** Reads the page anew, after the reading that is under way; whether the notes have changed. */
  refresh(): Promise<boolean> {
    const read = async () => {
      const before = this.#notes;
      await this.#read();
      return this.#notes !== before;
    };
    const next = this.#reading.catch(() => {}).then(read);
    this.#reading = next;
    return next;
  }

  /** Tells of an event: on the document, and to the callback for it. */
  tell<Event extends keyof Events>(event: Event, detail: Events[Event]) {
    this.#document.dispatchEvent(new CustomEvent(`hamish:${event}`, { detail }));
    const { onReady, onChange, onSelect, onError } = this.#options;
    const callback = { ready: onReady, change: onChange, select: onSelect, error: onError }[event];
    try {
      (callback as ((detail: Events[Event]) => void) | undefined)?.(detail);
    } catch (error) {
      // The host's mistake is the host's to see, and nobody else's to suffer from.
      reportError(error);
    }
  }

  async #catchUp() {
    try {
      await idle(this.#document.defaultView as Window);
      if (await this.refresh()) this.tell("change", this);
    } catch (error) {
      if (!this.#stop.signal.aborted) this.tell("error", error);
    }
  }

  async #read() {
    const article = await this.#find();
    if (!article) {
      this.#watcher.settled(this.root !== null);
      this.#clear();
      return;
    }
    await giveWay();
    const map = new TextMap(article.paragraphs);
    const before = this.map;
    const same = before?.text === map.text;
    this.#watcher.settled(!same);
    if (same && this.root === article.root && before.sameNodes(map)) {
      // The page may have been turned dark.
      this.#painter?.style(article.root, map);
      this.#updateMargin();
      return;
    }
    // The engine is asked first, and the page made ready for the paint while it works.
    const isNew = !same || !this.#notes;
    const [notes] = await Promise.all([
      isNew ? this.#analyze(map) : null,
      this.root ? null : this.#makeReady(article, map),
    ]);
    this.#stop.signal.throwIfAborted();
    if (this.root !== article.root) this.#settle(article);
    this.map = map;
    const { patterns = [] } = this.#options;
    if (notes) {
      this.#notes = notes;
      this.#ranges = notes.ranges;
      this.matches = await inSlices(findPatterns(map.text, patterns), this.#stop.signal);
    }
    this.#paint();
    this.#listen(article.root.ownerDocument);
    if (before) this.#painter?.style(article.root, map);
    for (const pattern of patterns)
      this.#painter?.mark(layerOfPattern(pattern), map, this.matches.get(pattern.name) ?? []);
    if (this.#query) await this.search(this.#query);
    if (!this.#mount) return;
    // What is painted is seen first, and no task is long.
    await this.#pause();
    this.#margin ??= this.#mountBeside(article);
    await this.#pause();
    // What measures the page comes before what changes it.
    this.#tellProgress();
    this.#updateMargin();
  }

  /** Does what of the painting needs no notes. */
  async #makeReady(article: Article, map: TextMap) {
    await this.#pause();
    this.#settle(article);
    this.#painter?.style(article.root, map);
    // A quick engine's first notes were there before.
    this.#paint();
  }

  /** The engine's notes, those on what is in sight painted at once; without the engine, the reading time. */
  async #analyze(map: TextMap): Promise<Notes> {
    const { text } = map;
    if (this.#plain) return plainAnalysis(text);
    const first = {
      seen: () => map.between(0, this.#document.defaultView?.innerHeight ?? 0),
      show: (part: Notes) => {
        const { ranges } = onlyWhatIsRead(part);
        if (ranges.length === 0 || this.#stop.signal.aborted) return;
        this.map = map;
        this.#ranges = ranges;
        this.#paint();
      },
    };
    try {
      return onlyWhatIsRead(await this.#engine.analyze(text, this.#notes ? undefined : first));
    } catch (error) {
      this.#stop.signal.throwIfAborted();
      this.#plain = true;
      console.warn(`hamish: reading time alone, as the engine cannot be had here (${error})`);
      this.tell("error", error);
      return plainAnalysis(text);
    }
  }

  /** The page's article, or that of a frame of the same origin. */
  async #find(): Promise<Article | null> {
    const { signal } = this.#stop;
    const documents = [this.#document, ...framesOf(this.#document)];
    if (seemsArticle(this.#document)) this.#engine.warm();
    const watched = new Set<Node>(documents);
    let article: Article | null = null;
    for (const document of documents) {
      article = await inSlices(findArticle(document, this.#options.selector), signal);
      if (article) break;
    }
    for (const node of article?.paragraphs.flat() ?? []) watched.add(node.getRootNode());
    this.#watcher.watch([...watched]);
    return article;
  }

  /** A new article: its own painter. */
  #settle(article: Article) {
    this.#leave();
    this.root = article.root;
    this.#painter = new Painter(article.root.ownerDocument, this.#options.colors, this.#options.patterns);
  }

  /** Listens to the reader of what is painted: not before, as browsers draw a page anew that listens to more. */
  #listen(document: Document) {
    if (this.#listening) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    watchPointing(document, this, signal);
    for (const scrolling of new Set([this.#document, document]))
      watchScrolling(scrolling, () => this.#scrolled(), signal);
  }

  #mountBeside(article: Article): Margin | null {
    return (
      this.#mount?.(
        article.root,
        {
          toggle: (layer, on) => this.toggle(layer, on),
          reveal: (range) => this.reveal(range),
          search: (query) => this.search(query).catch(() => []),
          place: ({ start, end }) => {
            const line = this.map?.range(start, end)?.getClientRects()[0];
            return line ? this.#onTop(line) : null;
          },
          tidy: (text) => this.#edits("tidy", text),
          hideHarakat: (text) => this.#edits("hideHarakat", text),
        },
        { ...this.#options, document: this.#document, headline: article.headline },
      ) ?? null
    );
  }

  /** What the engine asks to change in a text; nothing where it cannot be had. */
  async #edits(call: "tidy" | "hideHarakat", text: string): Promise<Edit[]> {
    return this.#plain ? [] : this.#engine[call](text).catch(() => []);
  }

  /** Lets the page do what it has to do first; ends what was going on here where the session has ended. */
  async #pause() {
    await giveWay();
    this.#stop.signal.throwIfAborted();
  }

  /** Takes everything off the article. */
  #leave() {
    this.#listening?.abort();
    this.#listening = null;
    this.#painter?.remove();
    this.#margin?.remove();
    this.#painter = null;
    this.#margin = null;
  }

  #clear() {
    this.#leave();
    this.root = null;
    this.map = null;
    this.#notes = null;
    this.matches = new Map();
    this.#ranges = EMPTY;
  }

  #paint() {
    if (this.map) this.#painter?.paint(this.map, this.#ranges, this.#layers);
  }

  #updateMargin() {
    if (!this.annotations) return;
    this.#margin?.update({
      text: this.text,
      annotations: this.annotations,
      layers: new Set(this.#layers),
      language: this.#options.language ?? (/^ar/.test(this.annotations.language) ? "ar" : "en"),
    });
  }

  #scrolled() {
    this.#tellProgress();
    this.#margin?.card(null);
  }

  #tellProgress() {
    if (this.root) this.#margin?.progress(progressIn(this.root, this.#document));
  }

  #select(range: TextRange) {
    const { annotations } = this;
    if (!annotations) return;
    const there = ({ start, end }: TextRange) => start === range.start && end === range.end;
    const annotation =
      annotations.mentions.find(there) ??
      annotations.values.find(there) ??
      annotations.quotes.find((quote) => there(quote) || quote.segments.some(there)) ??
      null;
    this.tell("select", { range, annotation });
  }

  #onTop(rect: DOMRect): DOMRect {
    return onTop(rect, this.root, this.#document);
  }
}

/** Whether a page says that it holds an article; then the engine is loaded while the article is looked for. */
export function seemsArticle(document: Document): boolean {
  const signs = 'article h1,[itemprop=articleBody],meta[property="og:type"][content*=article i]';
  return document.querySelector(signs) !== null;
}

/** A language other than Arabic: reading time alone. */
function onlyWhatIsRead(notes: Notes): Notes {
  if (/^(ar|und)\b/.test(notes.language ?? notes.annotations.language)) return notes;
  return {
    annotations: { ...notes.annotations, mentions: [], entities: [], quotes: [], values: [] },
    ranges: EMPTY,
  };
}

function scrollTo(
  view: Window | null | undefined,
  element: Element | null,
  rect: DOMRect,
  behavior: ScrollBehavior,
) {
  if (!view) return;
  // A paragraph longer than the window would be centred by its middle, not by the words.
  const tall = (element?.getBoundingClientRect().height ?? 0) > view.innerHeight / 2;
  if (tall) view.scrollBy({ top: rect.top - view.innerHeight / 2, behavior });
  else element?.scrollIntoView({ block: "center", behavior });
}
