/** The panel: who is quoted, who and what is named, when and how much; search; what is painted. */
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { Names } from "./names.tsx";
import { quotesBySpeaker } from "./notes.ts";
import { Quotes } from "./quotes.tsx";
import { Search } from "./search.tsx";
import { counted } from "./strings.ts";
import { TabPanel, Tabs } from "./tabs.tsx";
import { IconButton, TABS, type Tab, type Ui } from "./ui.tsx";
import { Values } from "./values.tsx";
import { View } from "./view.tsx";

/** How the panel stands. */
export interface PanelState {
  /** The tab that the reader chose; null for the first that holds something. */
  tab: Tab | null;
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
  onRead: () => void;
  onClose: () => void;
}) {
  const { ui, panel, onTab, onUnfold, onRead, onClose } = props;
  const { strings, state } = ui;
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useLayoutEffect(() => {
    if (panel.focus) heading.current?.focus();
  }, []);
  const { readingTime, entities, values } = state.annotations;
  const speakers = useMemo(() => quotesBySpeaker(state.annotations), [state.annotations]);
  const counts: Partial<Record<Tab, number>> = {
    quotes: speakers.reduce((sum, { quotes }) => sum + quotes.length, 0),
    names: entities.length,
    values: values.length,
  };
  const current = panel.tab ?? TABS.find((name) => counts[name]) ?? "view";
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
      <Tabs names={TABS} current={current} label={strings.margin} onTab={onTab}>
        {(name) => (
          <>
            {strings.tabs[name]}
            {counts[name] !== undefined && <small>{counts[name]}</small>}
          </>
        )}
      </Tabs>
      <TabPanel name="quotes" current={current}>
        <Quotes ui={ui} groups={speakers} wanted={panel.speaker} />
      </TabPanel>
      <TabPanel name="names" current={current}>
        <Names ui={ui} />
      </TabPanel>
      <TabPanel name="values" current={current}>
        <Values ui={ui} />
      </TabPanel>
      <TabPanel name="view" current={current}>
        <View ui={ui} onRead={onRead} />
      </TabPanel>
    </aside>
  );
}
