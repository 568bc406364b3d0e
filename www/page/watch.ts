/** Tells when a page has changed: its text, its address; and how far the reader has scrolled. */

/** Changes come in bursts; the page is read again when it has been quiet this long, in milliseconds. */
const QUIET = 250;
/** A page that never is quiet is read again after so many. */
const LONGEST = 1500;

/** What a watcher tells, and what it asks. */
export interface Watched {
  /** The page may read differently now. */
  changed(): void;
  /** Whether a node is ours: its coming and going is no change. */
  isOwn(node: Node): boolean;
  /** Whether changes of class and style in this element can show or hide text of the article. */
  matters(element: Element): boolean;
  /** Whether the article stands in this element. */
  surrounds(element: Element): boolean;
}

/** Watches documents and shadow roots until it is stopped. */
export class Watcher {
  readonly #view: Window;
  readonly #watched: Watched;
  readonly #observer: MutationObserver;
  readonly #stop = new AbortController();
  readonly #roots = new Set<Node>();
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #since = 0;
  #wait = QUIET;
  #address: string;

  constructor(document: Document, watched: Watched) {
    this.#view = document.defaultView as Window;
    this.#watched = watched;
    this.#address = document.URL;
    this.#observer = new MutationObserver((records) => {
      if (this.#moved() || records.some((record) => this.#counts(record))) this.#schedule();
    });
    const { signal } = this.#stop;
    const moved = () => {
      if (this.#moved()) this.#schedule();
    };
    const { navigation } = this.#view as { navigation?: EventTarget };
    if (navigation) {
      navigation.addEventListener("currententrychange", moved, { signal });
    } else {
      this.#view.addEventListener("popstate", moved, { signal });
      this.#view.addEventListener("hashchange", moved, { signal });
    }
    // Text that is folded away is no text of the article's until it is shown.
    document.addEventListener("toggle", () => this.#schedule(), { signal, capture: true });
    document.addEventListener(
      "load",
      ({ target }) => {
        if (/^(?:IFRAME|LINK)$/.test((target as Element).tagName)) this.#schedule();
      },
      { signal, capture: true },
    );
    // A page that is turned dark slowly has its colours at last.
    document.addEventListener(
      "transitionend",
      ({ target, propertyName }) => {
        if (/color$/.test(propertyName) && watched.surrounds(target as Element)) this.#schedule();
      },
      { signal },
    );
    this.#view
      .matchMedia("(prefers-color-scheme:dark)")
      .addEventListener("change", () => this.#schedule(), { signal });
    this.watch([document]);
  }

  /** Watches exactly these documents and shadow roots from now on. */
  watch(roots: readonly Node[]) {
    if (roots.length === this.#roots.size && roots.every((root) => this.#roots.has(root))) return;
    this.#observer.disconnect();
    this.#roots.clear();
    for (const root of roots) {
      this.#roots.add(root);
      this.#observer.observe(root, {
        childList: true,
        characterData: true,
        subtree: true,
        attributes: true,
        attributeFilter: ["class", "style", "hidden", "open"],
      });
      // Themes are kept in attributes of all names there.
      for (const element of [(root as Document).documentElement, (root as Document).body])
        if (element) this.#observer.observe(element, { attributes: true });
    }
  }

  /** Told after each reading: a page that changes all the time without reading differently is read less often. */
  settled(readsDifferently: boolean) {
    this.#wait = readsDifferently ? QUIET : Math.min(8 * QUIET, 2 * this.#wait);
  }

  /** Stops watching. */
  stop() {
    this.#stop.abort();
    this.#observer.disconnect();
    clearTimeout(this.#quiet);
  }

  #schedule() {
    const now = performance.now();
    if (this.#quiet === undefined) this.#since = now;
    else clearTimeout(this.#quiet);
    const left = Math.max(0, this.#since + (LONGEST / QUIET) * this.#wait - now);
    this.#quiet = setTimeout(
      () => {
        this.#quiet = undefined;
        this.#watched.changed();
      },
      Math.min(this.#wait, left),
    );
  }

  /** Whether the address is another one; a part of the same page is not. */
  #moved(): boolean {
    const address = this.#view.document.URL;
    if (address.split("#")[0] === this.#address.split("#")[0]) return false;
    this.#address = address;
    this.#wait = QUIET;
    return true;
  }

  #counts(record: MutationRecord): boolean {
    const { type, target } = record;
    if (this.#watched.isOwn(target)) return false;
    if (type === "attributes") return this.#watched.matters(target as Element);
    if (type === "characterData") return true;
    const nodes = [...record.addedNodes, ...record.removedNodes];
    return nodes.some((node) => !this.#watched.isOwn(node) && holdsText(node));
  }
}

/** Tells, once a frame and until the signal, when the reader scrolled a document or its window changed its size. */
export function watchScrolling(document: Document, scrolled: () => void, signal: AbortSignal) {
  const view = document.defaultView;
  if (!view) return;
  let frame = 0;
  const soon = () => {
    frame ||= view.requestAnimationFrame(() => {
      frame = 0;
      scrolled();
    });
  };
  document.addEventListener("scroll", soon, { signal, capture: true, passive: true });
  view.addEventListener("resize", soon, { signal, passive: true });
  signal.addEventListener("abort", () => view.cancelAnimationFrame(frame));
}

function holdsText(node: Node): boolean {
  if (node.nodeType === Node.TEXT_NODE) return /\S/.test((node as Text).data);
  if (node.nodeType !== Node.ELEMENT_NODE) return false;
  return !/^(SCRIPT|STYLE|LINK|META)$/.test((node as Element).tagName);
}
