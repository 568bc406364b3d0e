/** Tabs after the ARIA pattern: one stop of the Tab key, arrow keys within, in the direction that they are read. */
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";

/** The tabs' names; each belongs to the `TabPanel` of its name. */
export function Tabs<T extends string>(props: {
  names: readonly T[];
  current: T;
  label: string;
  onTab: (name: T) => void;
  children: (name: T) => ComponentChildren;
}) {
  const { names, current, label, onTab, children } = props;
  const list = useRef<HTMLDivElement>(null);
  const press = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const at = names.indexOf(current);
    const left = getComputedStyle(event.currentTarget).direction === "rtl" ? 1 : -1;
    const last = names.length - 1;
    const to = { ArrowLeft: at + left, ArrowRight: at - left, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = names[(to + names.length) % names.length] as T;
    onTab(next);
    list.current?.querySelector<HTMLElement>(`#to-${next}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={press}>
      {names.map((name) => (
        <button
          key={name}
          id={`to-${name}`}
          type="button"
          role="tab"
          aria-selected={name === current}
          aria-controls={`tab-${name}`}
          tabIndex={name === current ? 0 : -1}
          onClick={() => onTab(name)}
        >
          {children(name)}
        </button>
      ))}
    </div>
  );
}

/** What a tab shows, while it is the current one. */
export function TabPanel(props: { name: string; current: string; children: ComponentChildren }) {
  const { name, current, children } = props;
  return (
    <div
      id={`tab-${name}`}
      class="content"
      role="tabpanel"
      aria-labelledby={`to-${name}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
      tabIndex={0}
      hidden={name !== current}
    >
      {name === current && children}
    </div>
  );
}
