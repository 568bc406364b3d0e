/** The panel: who is quoted, who and what is named, when and how much; search; what is painted. */
import { useEffect, useRef } from "preact/hooks";
import { Names } from "./names.tsx";
import { allNotes } from "./notes.ts";
import { Quotes } from "./quotes.tsx";
import { Search } from "./search.tsx";
import { counted } from "./strings.ts";
import { Icon, IconButton, TABS, type Tab, type Ui } from "./ui.tsx";
import { Values } from "./values.tsx";
import { View } from "./view.tsx";

/** How the panel stands. */
export interface PanelState {
  tab: Tab;
  /** The speaker whose quotes are asked for. */
  speaker: string | null;
  /** On a phone: only its head is seen, so that the article is. */
  folded: boolean;
  /** Whether it takes the focus, as the reader opened it. */
  focus: boolean;
}

/** The panel, open. */
export function Panel(props: {
  ui: Ui;
  panel: PanelState;
  onTab: (tab: Tab) => void;
  onUnfold: () => void;
  onClose: () => void;
}) {
  const { ui, panel, onTab, onUnfold, onClose } = props;
  const { strings, state } = ui;
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => {
    if (panel.focus) heading.current?.focus();
  }, []);
  const { readingTime } = state.annotations;
  return (
    <aside class={panel.folded ? "panel folded" : "panel"} id="panel" aria-labelledby="panel-title">
      <header>
        <div>
          <h2 id="panel-title" ref={heading} tabIndex={-1}>
            {strings.margin}
          </h2>
          <p>
            {counted(state.language, readingTime.minutes, strings.minutes)} ·{" "}
            {counted(state.language, readingTime.words, strings.words)}
          </p>
        </div>
        {panel.folded && <IconButton icon="previous" label={strings.expand} onClick={onUnfold} />}
        <IconButton icon="close" label={strings.close} onClick={onClose} />
      </header>
      <Search ui={ui} />
      <Tabs ui={ui} tab={panel.tab} onTab={onTab} />
      {TABS.map((tab) => (
        <div
          key={tab}
          id={`tab-${tab}`}
          class="content"
          role="tabpanel"
          aria-labelledby={`to-${tab}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
          tabIndex={0}
          hidden={tab !== panel.tab}
        >
          {tab === panel.tab && tab === "quotes" && <Quotes ui={ui} speaker={panel.speaker} />}
          {tab === panel.tab && tab === "names" && <Names ui={ui} />}
          {tab === panel.tab && tab === "values" && <Values ui={ui} />}
          {tab === panel.tab && tab === "view" && <View ui={ui} />}
        </div>
      ))}
    </aside>
  );
}

/** The tabs' names with their numbers: one stop of the Tab key, arrow keys within. */
function Tabs({ ui, tab, onTab }: { ui: Ui; tab: Tab; onTab: (tab: Tab) => void }) {
  const { strings, state } = ui;
  const list = useRef<HTMLDivElement>(null);
  const counts: Partial<Record<Tab, number>> = {
    quotes: allNotes(state.annotations).filter(({ of }) => of === "quote").length,
    names: state.annotations.entities.length,
    values: state.annotations.values.length,
  };
  const go = (to: number) => {
    const next = TABS[(to + TABS.length) % TABS.length] as Tab;
    onTab(next);
    list.current?.querySelector<HTMLElement>(`#to-${next}`)?.focus();
  };
  const press = (event: KeyboardEvent) => {
    const at = TABS.indexOf(tab);
    const onward = state.language === "ar" ? "ArrowLeft" : "ArrowRight";
    const back = state.language === "ar" ? "ArrowRight" : "ArrowLeft";
    const to = { [onward]: at + 1, [back]: at - 1, Home: 0, End: TABS.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  return (
    <div class="tabs" role="tablist" aria-label={strings.margin} ref={list} onKeyDown={press}>
      {TABS.map((name) => (
        <button
          key={name}
          id={`to-${name}`}
          type="button"
          role="tab"
          aria-selected={name === tab}
          aria-controls={`tab-${name}`}
          tabIndex={name === tab ? 0 : -1}
          onClick={() => onTab(name)}
        >
          {name === "view" ? <Icon name="view" /> : null}
          {strings.tabs[name]}
          {counts[name] === undefined ? null : <small>{counts[name]}</small>}
        </button>
      ))}
    </div>
  );
}
