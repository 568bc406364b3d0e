/** The margin: badge, panel and card in one shadow root at the end of the page; its host has no attributes, so nothing of the page changes. */
import { render } from "preact";
import type { Range } from "../../engine/engine.ts";
import { LAYERS, type Layer } from "../../engine/layers.ts";
import type { Margin, MarginActions, MarginOptions, MarginState, MountMargin } from "../types.ts";
import { Badge, badgeLabel } from "./badge.tsx";
import cardStyles from "./card.shadow.css";
import { Card, cardName } from "./card.tsx";
import base from "./margin.shadow.css";
import { type Note, notesAt } from "./notes.ts";
import panelStyles from "./panel.shadow.css";
import { Panel, type PanelState } from "./panel.tsx";
import { placeByHeadline, placeByHighlight, rectIn } from "./place.ts";
import readerStyles from "./reader.shadow.css";
import { Reader } from "./reader.tsx";
import { STRINGS } from "./strings.ts";
import { themeOf } from "./theme.ts";
import type { Tab, Ui } from "./ui.tsx";

/** Milliseconds that the card stays when the pointer leaves the highlight, so that it can be reached. */
const LINGER = 320;
/** Milliseconds without scrolling after which a window counts as at rest. */
const REST = 150;
/** Windows at most this wide, in CSS pixels, have the panel and the card at their bottom. */
const PHONE = 640;

/** Builds the margin beside an article. */
export const mountMargin: MountMargin = (article, actions, options) =>
  new PageMargin(article, actions, options);

class PageMargin implements Margin {
  readonly host: HTMLElement;
  readonly #article: Element;
  readonly #actions: MarginActions;
  readonly #options: MarginOptions;
  readonly #view: Window & typeof globalThis;
  /** What the page cannot see: all that is drawn. */
  readonly #root: HTMLElement;
  readonly #badge: HTMLElement;
  readonly #notes: HTMLElement;
  readonly #stop = new AbortController();
  readonly #resizes: ResizeObserver;
  #state: MarginState | null = null;
  #panel: PanelState | null = null;
  /** Whether the reading view is open. */
  #reading = false;
  /** The tab that was chosen last. */
  #last: Tab | null = null;
  #read = 0;
  /** Where the headline was, from the host down, when a place by it was looked for; and whether there was one. */
  #placed: { headline: number; found: boolean } | null = null;
  #card: { notes: Note[]; line: DOMRect } | null = null;
  /** What had the focus before the card took it. */
  #opener: HTMLElement | null = null;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;
  #said = "";
  #told = false;

  constructor(article: Element, actions: MarginActions, options: MarginOptions) {
    this.#article = article;
    this.#actions = actions;
    this.#options = options;
    const { document } = options;
    this.#view = document.defaultView as Window & typeof globalThis;
    this.host = document.createElement("hamish-margin");
    const shadow = this.host.attachShadow({ mode: "open" });
    const sheet = new this.#view.CSSStyleSheet();
    sheet.replaceSync(panelStyles + cardStyles + readerStyles + base);
    shadow.adoptedStyleSheets = [sheet];
    this.#root = document.createElement("div");
    this.#root.className = "margin";
    this.#badge = this.#root.appendChild(document.createElement("div"));
    this.#notes = this.#root.appendChild(document.createElement("div"));
    shadow.append(this.#root);
    const { signal } = this.#stop;
    this.host.addEventListener("keydown", (event) => this.#pressed(event), { signal });
    // The page's shortcuts are not for those who type here.
    for (const type of ["keydown", "keypress", "keyup"])
      this.host.addEventListener(type, (event) => event.stopPropagation(), { signal });
    // Fonts, pictures and advertisements that load late move the headline. The sizes at first are told too.
    let isChange = false;
    this.#resizes = new this.#view.ResizeObserver(() => {
      if (isChange) {
        this.#placed = null;
        this.#placeBadge();
      }
      isChange = true;
    });
    this.#resizes.observe(document.documentElement);
    if (options.headline) this.#resizes.observe(options.headline);
    document.documentElement.append(this.host);
    if (options.open && options.margin !== "badge") this.#panel = this.#newPanel(false);
  }

  update(state: MarginState) {
    if (state.text !== this.#state?.text) this.#card = null;
    this.#state = state;
    this.#dress();
    this.#render();
    this.#placed = null;
    this.#placeSoon();
  }

  progress(read: number) {
    const before = this.#read;
    this.#read = read;
    if (Math.round(before * 100) !== Math.round(read * 100)) this.#renderBadge();
    this.#placeSoon();
  }

  card(offset: number | null, at?: DOMRect) {
    const { annotations, layers } = this.#state ?? {};
    if (offset === null || !at || !annotations || !layers) this.#letCardGo();
    else this.#showCard(notesAt(annotations, layers, offset), at);
  }

  remove() {
    clearTimeout(this.#leaving);
    this.#view.cancelAnimationFrame(this.#frame);
    this.#stop.abort();
    this.#resizes.disconnect();
    this.#panel = null;
    this.#tell();
    render(null, this.#badge);
    render(null, this.#notes);
    this.host.remove();
  }

  #render() {
    const ui = this.#ui();
    if (!ui) return;
    this.#tell();
    const hasPanel = this.#hasPanel(ui.state);
    this.#renderBadge();
    render(
      <>
        {hasPanel && this.#panel && (
          <Panel
            ui={ui}
            panel={this.#panel}
            onTab={(tab) => this.#show(tab)}
            onUnfold={() => this.#setPanel({ folded: false })}
            onRead={() => this.#setReading(true)}
            onClose={() => this.#close()}
          />
        )}
        {this.#reading && <Reader ui={ui} onClose={() => this.#setReading(false)} />}
        {this.#card && (
          <div
            class="card"
            role="dialog"
            tabIndex={-1}
            aria-label={this.#card.notes[0] && cardName(ui, this.#card.notes[0])}
            onPointerEnter={() => clearTimeout(this.#leaving)}
            onPointerLeave={() => this.#letCardGo()}
          >
            <Card ui={ui} notes={this.#card.notes} />
          </div>
        )}
        <p class="status" role="status">
          {this.#said}
        </p>
      </>,
      this.#notes,
    );
  }

  /** The badge alone, as it changes while the reader scrolls. */
  #renderBadge() {
    const ui = this.#ui();
    if (!ui) return;
    const { strings, state } = ui;
    render(
      <Badge
        label={badgeLabel(state.annotations.readingTime, this.#read, state.language, strings)}
        read={this.#read}
        strings={strings}
        open={this.#hasPanel(state) ? this.#panel !== null : null}
        onClick={() => (this.#panel ? this.#close() : this.#open())}
      />,
      this.#badge,
    );
  }

  /** Where nothing but the reading time is known, as of articles in other languages, the badge says it all. */
  #hasPanel({ annotations }: MarginState): boolean {
    const { mentions, quotes, values } = annotations;
    return this.#options.margin !== "badge" && mentions.length + quotes.length + values.length > 0;
  }

  /** What the parts are given; null before the first notes. */
  #ui(): Ui | null {
    const state = this.#state;
    if (!state) return null;
    return {
      state,
      strings: STRINGS[state.language],
      headline: this.#options.headline?.textContent?.replace(/\s+/g, " ").trim() ?? "",
      address: this.#view.location.href,
      reveal: (range, card) => void this.#reveal(range, card),
      search: (query) => this.#actions.search(query),
      tidy: (text) => this.#actions.tidy(text),
      hideHarakat: (text) => this.#actions.hideHarakat(text),
      toggle: (layer: Layer, on) => this.#actions.toggle(layer, on),
      say: (words) => this.#say(words),
      show: (tab, speaker) => this.#show(tab, speaker),
    };
  }

  /** Fonts, colours and directions as the page has them now. */
  #dress() {
    const root = this.#root;
    const { language } = this.#state as MarginState;
    const { direction } = this.#view.getComputedStyle(this.#article);
    const { left, right } = rectIn(this.#view, this.#article);
    const gutter = direction === "rtl" ? left : this.#view.innerWidth - right;
    const theme = themeOf(this.#article, this.#options.headline ?? null, this.#options.colors ?? {});
    for (const [name, value] of Object.entries(theme)) root.style.setProperty(name, value);
    root.dataset.side = direction === "rtl" ? "left" : "right";
    root.style.setProperty("--gutter", `${Math.round(gutter)}px`);
    root.lang = language;
    root.dir = language === "ar" ? "rtl" : "ltr";
  }

  async #reveal(range: Range, card?: "card") {
    if (this.#panel && this.#isPhone()) this.#setPanel({ folded: true });
    const opener = this.#root.querySelector<HTMLElement>(":focus");
    this.#actions.reveal(range);
    if (!card) return;
    await atRest(this.#view);
    const line = this.#actions.place(range);
    if (!line || !this.#state || this.#stop.signal.aborted) return;
    const notes = notesAt(this.#state.annotations, new Set(LAYERS), range.start);
    // The reader asked for this one, whatever else begins there.
    const asked = notes.findIndex(({ note }) => note.start <= range.start && note.end >= range.end);
    this.#showCard(notes.slice(Math.max(0, asked)), line);
    this.#opener = opener;
    this.#root.querySelector<HTMLElement>(".card")?.focus();
  }

  #say(words: string) {
    // The same words twice would not be told.
    this.#said = this.#said === words ? `${words}\u00a0` : words;
    this.#render();
  }

  /** Tells the page when the panel opens and closes, so that a publisher's own can make room for it. */
  #tell() {
    const open = this.#panel !== null && this.#state !== null && this.#hasPanel(this.#state);
    if (open === this.#told) return;
    this.#told = open;
    this.#options.document.dispatchEvent(new CustomEvent("hamish:panel", { detail: { open } }));
  }

  #newPanel(focus: boolean): PanelState {
    return { tab: this.#last, speaker: null, folded: false, focus };
  }

  #open() {
    this.#panel = this.#newPanel(true);
    this.#hideCard();
    this.#render();
    this.#placeBadge();
  }

  #close() {
    this.#panel = null;
    this.#render();
    this.#placeBadge();
    this.#root.querySelector<HTMLElement>(".badge")?.focus();
  }

  #show(tab: Tab, speaker?: string) {
    this.#last = tab;
    this.#panel ??= this.#newPanel(speaker === undefined);
    if (speaker !== undefined) this.#hideCard();
    this.#setPanel({ tab, speaker: speaker ?? null, folded: false });
    this.#placeBadge();
  }

  #setReading(on: boolean) {
    this.#reading = on;
    this.#render();
  }

  #setPanel(change: Partial<PanelState>) {
    if (this.#panel) this.#panel = { ...this.#panel, ...change };
    this.#render();
  }

  #showCard(notes: Note[], line: DOMRect) {
    clearTimeout(this.#leaving);
    const [first] = notes;
    this.#card = first ? { notes, line } : null;
    this.#render();
    this.#placeCard();
    const ui = this.#ui();
    if (first && ui) this.#say(cardName(ui, first));
  }

  /** The card goes in a moment, unless the pointer or the focus is in it. */
  #letCardGo() {
    clearTimeout(this.#leaving);
    if (!this.#card || this.#root.querySelector(".card:focus-visible, .card :focus-visible")) return;
    this.#leaving = setTimeout(() => this.#hideCard(), LINGER);
  }

  #hideCard() {
    clearTimeout(this.#leaving);
    if (!this.#card) return;
    const focused = this.#root.querySelector(".card:focus-within");
    this.#card = null;
    this.#render();
    if (focused) this.#opener?.focus();
    this.#opener = null;
  }

  #pressed(event: KeyboardEvent) {
    // The reading view is a dialog, which closes by itself.
    if (event.key !== "Escape" || event.defaultPrevented || this.#reading) return;
    if (this.#card) this.#hideCard();
    else if (this.#panel) this.#close();
  }

  #isPhone(): boolean {
    return this.#view.innerWidth <= PHONE;
  }

  /** With the next frame, which lays out the page anyway. */
  #placeSoon() {
    this.#frame ||= this.#view.requestAnimationFrame(() => {
      this.#frame = 0;
      this.#placeBadge();
    });
  }

  /** By the headline while that is in sight and has room beside it, else at the window's bottom. */
  #placeBadge() {
    const badge = this.#root.querySelector<HTMLElement>(".badge");
    if (!badge) return;
    const { headline } = this.#options;
    const rect = headline ? rectIn(this.#view, headline) : null;
    const origin = this.host.getBoundingClientRect();
    const seen = rect !== null && rect.bottom > 0 && rect.top < this.#view.innerHeight;
    const moved = rect && Math.abs(rect.top - origin.top - (this.#placed?.headline ?? Infinity)) > 1;
    if (headline && rect && seen && moved) {
      badge.classList.remove("pinned");
      const place = placeByHeadline(this.#view, headline, this.host, badge.getBoundingClientRect());
      this.#placed = { headline: rect.top - origin.top, found: place !== null };
      if (place) {
        this.#root.style.setProperty("--left", `${place.left - origin.left}px`);
        this.#root.style.setProperty("--top", `${place.top - origin.top}px`);
      }
    }
    badge.classList.toggle("pinned", !(seen && this.#placed?.found));
  }

  #placeCard() {
    const card = this.#root.querySelector<HTMLElement>(".card");
    if (!card || !this.#card || this.#isPhone()) return;
    const rtl = this.#view.getComputedStyle(this.#article).direction === "rtl";
    const panel = this.#root.querySelector(".panel")?.getBoundingClientRect();
    const place = placeByHighlight(this.#view, this.#card.line, card.getBoundingClientRect(), rtl, panel);
    card.style.left = `${place.left}px`;
    card.style.top = `${place.top}px`;
  }
}

/** Resolves when the window has not scrolled for a moment. */
function atRest(view: Window): Promise<void> {
  return new Promise((resolve) => {
    const rest = () => {
      view.removeEventListener("scroll", wait, true);
      resolve();
    };
    let timer = setTimeout(rest, REST);
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(rest, REST);
    };
    view.addEventListener("scroll", wait, true);
  });
}
