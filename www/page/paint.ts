/** Paints ranges of the text with the CSS Custom Highlight API; no node of the page is touched. */
import { LAYERS, type Layer, type Range as TextRange } from "../engine/engine.ts";
import { highlightStyles } from "./colors.ts";
import type { TextMap } from "./text-map.ts";

/** What is painted besides the layers: what a search found, and what the reader was led to. */
const EXTRA = ["search", "current"] as const;

/** Ranges made between two pauses. */
const SLICE = 400;

/** Paints one article. */
export class Painter {
  readonly #document: Document;
  readonly #colors: Partial<Record<Layer, string>>;
  readonly #highlights = new Map<string, Highlight>();
  #sheet: CSSStyleSheet | null = null;
  #sheetOwners: (Document | ShadowRoot)[] = [];
  #styles = "";

  constructor(document: Document, colors: Partial<Record<Layer, string>> = {}) {
    this.#document = document;
    this.#colors = colors;
    const view = document.defaultView;
    if (!view || !("highlights" in view.CSS) || !("Highlight" in view)) return;
    for (const name of [...LAYERS, ...EXTRA]) {
      const highlight = new view.Highlight();
      // Names are painted over the quotes that they stand in.
      const over = LAYERS.indexOf(name as Layer);
      highlight.priority = name === "current" ? 4 : name === "search" ? 3 : over < 3 ? 2 : over > 6 ? 1 : 0;
      this.#highlights.set(name, highlight);
      view.CSS.highlights.set(`hamish-${name}`, highlight);
    }
  }

  /** Paints everything anew; pauses now and then. `ranges` are the engine's, as `Analysis.ranges`. */
  *paint(
    root: Element,
    map: TextMap,
    ranges: Uint32Array,
    layers: ReadonlySet<Layer>,
  ): Generator<void, void> {
    if (this.#highlights.size === 0) return;
    this.style(root, map);
    const made = new Map<Layer, AbstractRange[]>();
    for (let at = 0; at < ranges.length; at += 4) {
      const layer = LAYERS[ranges[at] as number] as Layer;
      if (!layers.has(layer)) continue;
      const into = made.get(layer) ?? [];
      made.set(layer, into);
      into.push(...this.#pieces(map, ranges[at + 1] as number, ranges[at + 2] as number));
      if ((at / 4) % SLICE === SLICE - 1) yield;
    }
    for (const layer of LAYERS) {
      const highlight = this.#highlights.get(layer) as Highlight;
      highlight.clear();
      for (const range of made.get(layer) ?? []) highlight.add(range);
    }
  }

  /** Paints what a search found, or what the reader was led to, alone. */
  mark(name: (typeof EXTRA)[number], map: TextMap, ranges: readonly TextRange[]) {
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
    const text = map.nodeRanges(0, map.text.length);
    const main = text[text.length >> 1]?.node.parentElement ?? root;
    const styles = highlightStyles(main, this.#colors);
    this.#sheet ??= new view.CSSStyleSheet();
    if (styles !== this.#styles) this.#sheet.replaceSync(styles);
    this.#styles = styles;
    const owners = new Set<Document | ShadowRoot>([this.#document]);
    for (const { node } of text) {
      const tree = node.getRootNode();
      if (tree instanceof view.ShadowRoot) owners.add(tree);
    }
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
