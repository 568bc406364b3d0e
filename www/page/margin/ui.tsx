/** What the margin's parts share. */
import type { ComponentChildren } from "preact";
import type { Edit, Layer, Range } from "../../engine/engine.ts";
import type { MarginState } from "../types.ts";
import { addressOf } from "./links.ts";
import type { Strings } from "./strings.ts";

/** The panel's tabs. */
export const TABS = ["quotes", "names", "values", "view"] as const;

/** A tab's name. */
export type Tab = (typeof TABS)[number];

/** What every part of the margin is given: the notes, the words of the interface, and what can be asked for. */
export interface Ui {
  readonly state: MarginState;
  readonly strings: Strings;
  /** The line of the text that is the headline. */
  readonly headline: string;
  /** The page's address. */
  readonly address: string;
  /** Leads the reader to a range of the text; a reader without a pointer to the card on it too. */
  reveal(range: Range, card?: "card"): void;
  /** Finds and paints. */
  search(query: string): Promise<Range[]>;
  /** What typography asks to change in a text. */
  tidy(text: string): Promise<Edit[]>;
  /** What hides the harakat of a text. */
  hideHarakat(text: string): Promise<Edit[]>;
  toggle(layer: Layer, on: boolean): void;
  /** Tells those who listen to the page. */
  say(words: string): void;
  /** Opens the panel at a tab, with somebody's quotes in view. */
  show(tab: Tab, speaker?: string): void;
}

/** A link to a range of the text: its address can be kept, a plain click leads there. */
export function PlaceLink(props: {
  ui: Ui;
  range: Range;
  children: ComponentChildren;
  class?: string;
  label?: string;
}) {
  const { ui, range, children, label } = props;
  return (
    <a
      class={props.class}
      href={addressOf(ui.address, ui.state.text, range)}
      aria-label={label}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0) return;
        event.preventDefault();
        // A click by the keyboard counts no clicks.
        ui.reveal(range, event.detail === 0 ? "card" : undefined);
      }}
    >
      {children}
    </a>
  );
}

const ICONS = {
  close: "M5 5l10 10M15 5L5 15",
  next: "M5 8l5 5 5-5",
  previous: "M5 12l5-5 5 5",
  search: "M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM13 13l4 4",
  copy: "M7 7V4h9v9h-3M4 7h9v9H4z",
  out: "M8 5H5v10h10v-3M11 4h5v5M16 4l-7 7",
  book: "M10 5.5C8 4 5.5 4 3 4.5v11c2.5-.5 5-.5 7 1 2-1.5 4.5-1.5 7-1v-11c-2.5-.5-5-.5-7 1zM10 5.5v11",
  larger: "M2.5 16L8 4l5.5 12M4.5 12h7M16 8v6M13 11h6",
  smaller: "M4 15l4.5-10L13 15M5.8 11.5h5.4M14.5 11h4.5",
  check: "M4.5 10.5l3.5 3.5 7.5-8",
} as const;

/** A drawing of the interface; never read out. */
export function Icon({ name }: { name: keyof typeof ICONS }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={ICONS[name]} />
    </svg>
  );
}

/** A button with a drawing for its words. */
export function IconButton(props: {
  icon: keyof typeof ICONS;
  label: string;
  onClick: () => void;
  disabled?: boolean;
}) {
  const { icon, label, onClick, disabled } = props;
  return (
    <button class="tool" type="button" aria-label={label} title={label} disabled={disabled} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}
