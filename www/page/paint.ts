/** Paints ranges of the text with the CSS Custom Highlight API; no node of the page is touched. */
import type { Range as TextRange } from "../engine/engine.ts";
import { LAYERS, type Layer, LISTS } from "../engine/layers.ts";
import { highlightStyles } from "./colors.ts";
import { layerOfPattern } from "./patterns.ts";
import { scopeOf } from "./scope.ts";
import { idle } from "./slices.ts";
import type { TextMap } from "./text-map.ts";
import type { OwnPattern } from "./types.ts";
import { watchScrolling } from "./watch.ts";

/** What is painted besides the layers: what a search found, and what the reader was led to. */
const EXTRA = ["search", "current"] as const;

/** Drawing is most of the work: only what the reader sees is painted, and once he scrolls, so much of the window's height beyond it. */
const NEAR = 0.75;
/** So many ranges are painted wherever they stand, for pictures of the whole page, once it has been idle for so many milliseconds. */
const AT_ONCE = 200;
const PAUSE = 400;

/** Paints one article. */
export class Painter {
  readonly #document: Document;
  readonly #colors: Partial<Record<Layer, string>>;
  readonly #own: Record<string, string | undefined>;
  readonly #highlights = new Map<string, Highlight>();
  readonly #stop = new AbortController();
  #sheet: CSSStyleSheet | null = null;
  #sheetOwners: (Document | ShadowRoot)[] = [];
  #look: { root: Element; map: TextMap; styles: ReturnType<typeof highlightStyles> } | null = null;
  #styles = "";
  #pause: ReturnType<typeof setTimeout> | undefined;
  #beyond = 0;
  /** What is painted, and which part of its text. */
  #painted: {
    map: TextMap;
    ranges: Uint32Array;
    layers: ReadonlySet<Layer>;
    window: TextRange | null;
  } | null = null;

  constructor(
    document: Document,
    colors: Partial<Record<Layer, string>> = {},
    patterns: readonly OwnPattern[] = [],
  ) {
    this.#document = document;
    this.#colors = colors;
    this.#own = Object.fromEntries(patterns.map((pattern) => [layerOfPattern(pattern), pattern.color]));
  }

  /**
   * Measures the page's colours and fits those of the highlights; the page has them from the next paint on where nothing is
   * painted yet: so it is styled and drawn once.
   */
  style(root: Element, map: TextMap) {
    const common = map.middle?.parentElement ?? root;
    const styles = highlightStyles(common, map.special(), this.#colors, this.#own);
    this.#look = { root, map, styles };
    this.#write();
    if (this.#highlights.size > 0) this.#adopt();
  }

  /** Paints everything anew, what the reader sees at once. `ranges` are the engine's, as `Analysis.ranges`. */
  paint(map: TextMap, ranges: Uint32Array, layers: ReadonlySet<Layer>) {
    const { map: before, window } = this.#painted ?? {};
    const painted = { map, ranges, layers, window: null };
    this.#painted = painted;
    if (!this.#begin()) return;
    // Whoever scrolls is followed: where the text is the same, so is what is seen of it.
    if (window && before === map && !isWhole(window, map)) this.#spread(window);
    else this.#follow();
    clearTimeout(this.#pause);
    if (ranges.length > 4 * AT_ONCE) return;
    this.#pause = setTimeout(async () => {
      await idle(this.#document.defaultView as Window);
      if (this.#painted === painted) this.#spread({ start: 0, end: map.text.length });
    }, PAUSE);
  }

  /** Makes the highlights, and listens to what moves the text; whether the browser has highlights. */
  #begin(): boolean {
    const view = this.#document.defaultView;
    if (!view || !("highlights" in view.CSS) || !("Highlight" in view)) return false;
    if (this.#highlights.size > 0) return true;
    this.#adopt();
    for (const name of [...LAYERS, ...EXTRA, ...Object.keys(this.#own)]) {
      const highlight = new view.Highlight();
      highlight.priority = priorityOf(name);
      this.#highlights.set(name, highlight);
      view.CSS.highlights.set(`hamish-${name}`, highlight);
    }
    const { signal } = this.#stop;
    watchScrolling(this.#document, () => this.#follow(), signal);
    // Pictures and advertisements that come late move the text. The size at first is told too.
    let isChange = false;
    const resizes = new view.ResizeObserver(() => {
      if (isChange) this.#follow();
      isChange = true;
    });
    resizes.observe(this.#document.documentElement);
    signal.addEventListener("abort", () => resizes.disconnect());
    return true;
  }

  /** Paints what the reader has come to see. */
  #follow() {
    const { map, window } = this.#painted ?? {};
    if (!map) return;
    if (window) {
      if (isWhole(window, map)) return;
      const seen = map.between(0, this.#height);
      if (window.start <= seen.start && seen.end <= window.end) return;
      this.#beyond = NEAR;
    }
    const beyond = this.#beyond * this.#height;
    this.#spread(map.between(-beyond, this.#height + beyond));
  }

  get #height(): number {
    return this.#document.defaultView?.innerHeight ?? 0;
  }

  /** Paints a part of the text. */
  #spread(near: TextRange) {
    const painted = this.#painted;
    if (!painted) return;
    const { map, ranges, layers } = painted;
    painted.window = near;
    const made = new Map<Layer, AbstractRange[]>(LAYERS.map((layer) => [layer, []]));
    for (let at = 0; at < ranges.length; at += 4) {
      const start = ranges[at + 1] as number;
      const end = ranges[at + 2] as number;
      if (start > near.end) break;
      const name = LAYERS[ranges[at] as number] as Layer;
      if (end > near.start && layers.has(name)) made.get(name)?.push(...this.#pieces(map, start, end));
    }
    for (const [layer, own] of made) {
      const highlight = this.#highlights.get(layer) as Highlight;
      highlight.clear();
      for (const range of own) highlight.add(range);
    }
  }

  /** Paints what a search found, what the reader was led to or where a pattern matches, alone. */
  mark(
    name: (typeof EXTRA)[number] | ReturnType<typeof layerOfPattern>,
    map: TextMap,
    ranges: readonly TextRange[],
  ) {
    const highlight = this.#highlights.get(name);
    highlight?.clear();
    for (const { start, end } of ranges)
      for (const range of this.#pieces(map, start, end)) highlight?.add(range);
  }

  /** Takes everything off the page. */
  remove() {
    this.#stop.abort();
    clearTimeout(this.#pause);
    for (const name of this.#highlights.keys())
      this.#document.defaultView?.CSS.highlights.delete(`hamish-${name}`);
    for (const owner of this.#sheetOwners)
      owner.adoptedStyleSheets = owner.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    this.#highlights.clear();
    this.#sheetOwners = [];
    this.#sheet = null;
    this.#look = null;
    this.#painted = null;
  }

  #pieces(map: TextMap, start: number, end: number): AbstractRange[] {
    const from = beforeLamAlef(map.text, start);
    const to = beforeLamAlef(map.text, end);
    const view = this.#document.defaultView;
    if (!view) return [];
    return map
      .nodeRanges(from, to)
      .map(
        ({ node, start: startOffset, end: endOffset }) =>
          new view.StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset }),
      );
  }

  /** Writes the style sheet, which nobody has to read again while it stays the same. */
  #write() {
    const view = this.#document.defaultView;
    if (!view || !this.#look) return;
    const text = this.#look.styles(scopeOf(this.#look.root, inherited));
    this.#sheet ??= new view.CSSStyleSheet();
    if (text !== this.#styles) this.#sheet.replaceSync(text);
    this.#styles = text;
  }

  /** Gives the style sheet to the page, and to each shadow tree. Sheets are adopted, so no node is added and no policy asked. */
  #adopt() {
    const view = this.#document.defaultView;
    const { root, map } = this.#look ?? {};
    const sheet = this.#sheet;
    if (!view || !sheet || !root || !map) return;
    const owners = new Set<Document | ShadowRoot>([this.#document]);
    for (const tree of map.roots()) if (tree instanceof view.ShadowRoot) owners.add(tree);
    for (const owner of owners) {
      if (owner.adoptedStyleSheets.includes(sheet)) continue;
      owner.adoptedStyleSheets = [...owner.adoptedStyleSheets, sheet];
      this.#sheetOwners.push(owner);
    }
    const inner = map.within(root);
    if (!inherited || !inner || isStyled(inner)) return;
    inherited = false;
    this.#write();
  }
}

function isWhole({ start, end }: TextRange, { text }: TextMap): boolean {
  return start === 0 && end === text.length;
}

/** Whether this browser's highlights inherit, as far as is known. */
let inherited = true;

/** Whether an element has the highlights' styles: no page dots its lines as those of figures are. */
function isStyled(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  return view?.getComputedStyle(element, "::highlight(hamish-figure)").textDecorationStyle === "dotted";
}

/** Names are painted over the quotes that they stand in. */
function priorityOf(name: string): number {
  if (name === "current") return 4;
  if (name === "search") return 3;
  const list = LISTS[name as Layer];
  return list === "quotes" ? 0 : list === "values" ? 1 : 2;
}

/**
 * Where a highlight may begin or end: not between lam and alef, which are one shape. Chromium would draw the lam without the
 * alef, Firefox would clip it.
 */
export function beforeLamAlef(text: string, offset: number): number {
  if (!"اأإآٱ".includes(text[offset] ?? " ")) return offset;
  let lam = offset - 1;
  while (lam > 0 && /[\u064b-\u065f\u0670]/.test(text[lam] ?? "")) lam--;
  return text[lam] === "ل" ? lam : offset;
}
