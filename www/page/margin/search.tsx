/** Search in the article: hits painted there, next and previous here. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Range } from "../../engine/types.ts";
import { useSteps } from "./steps.ts";
import { counted } from "./strings.ts";
import { Icon, IconButton, type Ui } from "./ui.tsx";

/** Milliseconds after the last key before the search. */
const PAUSE = 120;

/** The search field. */
export function Search({ ui }: { ui: Ui }) {
  const { strings, state } = ui;
  const [query, setQuery] = useState("");
  const [hits, setHits] = useState<Range[]>([]);
  const { at, step, reset } = useSteps(hits.length, (to) => {
    const hit = hits[to];
    if (!hit) return;
    ui.reveal(hit);
    ui.say(strings.position(to + 1, hits.length));
  });
  const searched = useRef("");
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query or text, and nothing else, asks for a search
  useEffect(() => {
    if (!query && !searched.current) return;
    let stale = false;
    const find = async () => {
      const found = await ui.search(query);
      if (stale) return;
      if (query !== searched.current) {
        reset();
        const count = counted(state.language, found.length, strings.results);
        if (query) ui.say(found.length ? count : strings.noResults);
      }
      searched.current = query;
      setHits(found);
    };
    const timer = setTimeout(find, PAUSE);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [query, state.text]);
  // Closed, the panel leaves nothing painted.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it goes
  useEffect(() => () => void ui.search(""), []);
  const found = counted(state.language, hits.length, strings.results);
  return (
    <search class="search">
      <Icon name="search" />
      <input
        type="search"
        aria-label={strings.search}
        placeholder={strings.searchHint}
        value={query}
        onInput={({ currentTarget }) => setQuery(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") step(event.shiftKey ? -1 : 1);
          if (event.key !== "Escape" || !query) return;
          // The first Escape empties the field, the next one closes the panel.
          event.stopPropagation();
          event.preventDefault();
          setQuery("");
        }}
      />
      {query && (
        <span class="count">
          {hits.length === 0
            ? strings.noResults
            : at === null
              ? found
              : strings.position(at + 1, hits.length)}
        </span>
      )}
      {query && (
        <>
          <IconButton
            icon="previous"
            label={strings.previous}
            disabled={hits.length === 0}
            onClick={() => step(-1)}
          />
          <IconButton icon="next" label={strings.next} disabled={hits.length === 0} onClick={() => step(1)} />
        </>
      )}
    </search>
  );
}
