/** The reading view: the article's text in nodes of our own, so that it can be tidied and its harakat hidden without touching the page's. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Edit } from "../../engine/engine.ts";
import { edited, merged } from "./edits.ts";
import { linesOf, stretches } from "./marks.ts";
import { paintedOf } from "./notes.ts";
import { IconButton, type Ui } from "./ui.tsx";

/** Text sizes, as shares of the page's. */
const SIZES = [0.9, 1, 1.15, 1.3, 1.5, 1.8];

/** What can be done to the text. */
interface Edits {
  tidy: Edit[];
  harakat: Edit[];
}

/** A dialog over the page; the browser keeps the focus in it and gives it back. */
export function Reader({ ui, onClose }: { ui: Ui; onClose: () => void }) {
  const { state, strings } = ui;
  const dialog = useRef<HTMLDialogElement>(null);
  const [size, setSize] = useState(2);
  const [tidy, setTidy] = useState(true);
  const [harakat, setHarakat] = useState(true);
  const [edits, setEdits] = useState<Edits>({ tidy: [], harakat: [] });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text alone has other edits
  useEffect(() => {
    let stale = false;
    void Promise.all([ui.tidy(state.text), ui.hideHarakat(state.text)]).then(([tidied, hidden]) => {
      if (!stale) setEdits({ tidy: tidied, harakat: hidden });
    });
    return () => {
      stale = true;
    };
  }, [state.text]);
  useEffect(() => dialog.current?.showModal(), []);
  const made = merged(tidy ? edits.tidy : [], harakat ? [] : edits.harakat);
  return (
    <dialog class="reader" ref={dialog} aria-label={strings.reader.open} onClose={onClose}>
      <header>
        <label class="switch">
          <input
            type="checkbox"
            checked={tidy}
            disabled={edits.tidy.length === 0}
            onChange={({ currentTarget }) => setTidy(currentTarget.checked)}
          />
          <span>{strings.reader.tidy(edits.tidy.length)}</span>
        </label>
        <label class="switch">
          <input
            type="checkbox"
            checked={harakat}
            disabled={edits.harakat.length === 0}
            onChange={({ currentTarget }) => setHarakat(currentTarget.checked)}
          />
          <span>{strings.reader.harakat}</span>
        </label>
        <span class="gap" />
        <IconButton
          icon="smaller"
          label={strings.reader.smaller}
          disabled={size === 0}
          onClick={() => setSize(size - 1)}
        />
        <IconButton
          icon="larger"
          label={strings.reader.larger}
          disabled={size === SIZES.length - 1}
          onClick={() => setSize(size + 1)}
        />
        <IconButton icon="close" label={strings.close} onClick={() => dialog.current?.close()} />
      </header>
      <Text ui={ui} edits={made} size={SIZES[size] ?? 1} />
    </dialog>
  );
}

function Text({ ui, edits, size }: { ui: Ui; edits: readonly Edit[]; size: number }) {
  const { text, annotations, layers } = ui.state;
  const painted = paintedOf(annotations, layers);
  return (
    <article lang={annotations.language} dir="auto" style={{ fontSize: `${size}em` }}>
      {[...linesOf(text)].map((line) => {
        const words = [...stretches(text, painted, line.start, line.end)].map((stretch) => {
          const shown = edited(text, edits, stretch.start, stretch.end);
          if (stretch.layers.length === 0) return shown;
          return (
            <span key={stretch.start} class={stretch.layers.map((layer) => `on-${layer}`).join(" ")}>
              {shown}
            </span>
          );
        });
        const isHeadline = text.slice(line.start, line.end) === ui.headline;
        return isHeadline ? <h1 key={line.start}>{words}</h1> : <p key={line.start}>{words}</p>;
      })}
    </article>
  );
}
