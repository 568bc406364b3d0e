/** Paints ranges of the text with the CSS Custom Highlight API; no node of the page is touched. */
import { LAYERS, type Layer, type Range as TextRange } from "../engine/engine.ts";
import { highlightStyles } from "./colors.ts";
import { layerOfPattern } from "./patterns.ts";
import type { TextMap } from "./text-map.ts";
import type { OwnPattern } from "./types.ts";

/** What is painted besides the layers: what a search found, and what the reader was led to. */
const EXTRA = ["search", "current"] as const;

/** So many ranges are painted at once; of more, those near the window, as a page of thousands takes long to draw. */
const AT_ONCE = 500;
/** What is near the window, in its heights. */
const NEAR = 1.5;

/** Paints one article. */
export class Painter {
  readonly #document: Document;
  readonly #colors: Partial<Record<Layer, string>>;
  readonly #own: Record<string, string | undefined>;
  readonly #highlights = new Map<string, Highlight>();
  #sheet: CSSStyleSheet | null = null;
  #sheetOwners: (Document | ShadowRoot)[] = [];
  #styles = "";
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
    const view = document.defaultView;
    if (!view || !("highlights" in view.CSS) || !("Highlight" in view)) return;
    for (const name of [...LAYERS, ...EXTRA, ...Object.keys(this.#own)]) {
      const highlight = new view.Highlight();
      // Names are painted over the quotes that they stand in.
      const over = LAYERS.indexOf(name as Layer);
      highlight.priority = name === "current" ? 4 : name === "search" ? 3 : over < 3 ? 2 : over > 6 ? 1 : 0;
      this.#highlights.set(name, highlight);
      view.CSS.highlights.set(`hamish-${name}`, highlight);
    }
  }

  /** Paints everything anew. `ranges` are the engine's, as `Analysis.ranges`. */
  paint(root: Element, map: TextMap, ranges: Uint32Array, layers: ReadonlySet<Layer>) {
    if (this.#highlights.size === 0) return;
    this.style(root, map);
    this.#painted = { map, ranges, layers, window: null };
    this.follow();
  }

  /** Paints what the reader has scrolled to. */
  follow() {
    const painted = this.#painted;
    if (!painted) return;
    const { map, ranges, layers, window } = painted;
    const all = { start: 0, end: map.text.length };
    let near = all;
    if (ranges.length > 4 * AT_ONCE) {
      const height = map.middle?.ownerDocument.defaultView?.innerHeight ?? 0;
      const seen = map.between(0, height);
      if (window && window.start <= seen.start && seen.end <= window.end) return;
      near = map.between(-NEAR * height, (1 + NEAR) * height);
    } else if (window) return;
    painted.window = near;
    const made = new Map<Layer, AbstractRange[]>(LAYERS.map((layer) => [layer, []]));
    for (let at = 0; at < ranges.length; at += 4) {
      const [layer = 0, start = 0, end = 0] = ranges.subarray(at, at + 3);
      if (start > near.end) break;
      const name = LAYERS[layer] as Layer;
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
    for (const name of this.#highlights.keys())
      this.#document.defaultView?.CSS.highlights.delete(`hamish-${name}`);
    for (const owner of this.#sheetOwners)
      owner.adoptedStyleSheets = owner.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    this.#highlights.clear();
    this.#sheetOwners = [];
    this.#sheet = null;
    this.#styles = "";
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

  /**
   * Measures the page's colours and fits those of the highlights. Sheets are adopted, so no node is added and no policy asked;
   * each shadow tree has its own.
   */
  style(root: Element, map: TextMap) {
    const view = this.#document.defaultView;
    if (!view || this.#highlights.size === 0) return;
    const styles = highlightStyles(map.middle?.parentElement ?? root, this.#colors, this.#own);
    this.#sheet ??= new view.CSSStyleSheet();
    if (styles !== this.#styles) this.#sheet.replaceSync(styles);
    this.#styles = styles;
    const owners = new Set<Document | ShadowRoot>([this.#document]);
    for (const tree of map.roots()) if (tree instanceof view.ShadowRoot) owners.add(tree);
    for (const owner of owners) {
      if (owner.adoptedStyleSheets.includes(this.#sheet)) continue;
      owner.adoptedStyleSheets = [...owner.adoptedStyleSheets, this.#sheet];
      this.#sheetOwners.push(owner);
    }
  }
}

/**
 * Where a highlight may begin or end: not between lam and alef, which are one shape. Chromium would draw the lam without the
 * alef, Firefox would clip it.
 */
export function beforeLamAlef(text: string, offset: number): number {
  if (!/[اأإآٱ]/.test(text[offset] ?? "")) return offset;
  let lam = offset - 1;
  while (lam > 0 && /[\u064b-\u065f\u0670]/.test(text[lam] ?? "")) lam--;
  return text[lam] === "ل" ? lam : offset;
}
