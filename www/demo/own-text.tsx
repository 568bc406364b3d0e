/** A text of the reader's own, and all that the engine returns for it. */
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Analysis } from "../engine/engine.ts";
import { counted, STRINGS as MARGIN } from "../page/margin/strings.ts";
import { TabPanel, Tabs } from "../page/margin/tabs.tsx";
import { Annotated } from "./annotated.tsx";
import sample from "./articles/sport.html";
import { engine } from "./engine.ts";
import type { Language, Strings } from "./strings.ts";
import { NamesTable, QuotesTable, ValuesTable } from "./tables.tsx";

const TABS = ["annotated", "quotes", "names", "values", "json"] as const;

/** Milliseconds after the last key before the text is analyzed. */
const PAUSE = 200;

/** The paste box and what was found. */
export function OwnText({ strings, language }: { strings: Strings; language: Language }) {
  const [text, setText] = useState(textOf(sample));
  const { analysis, took } = useAnalysis(text);
  return (
    <div class="bench">
      <section class="paste">
        <h1>{strings.text.heading}</h1>
        <p class="hint">{strings.text.hint}</p>
        <textarea
          lang="ar"
          dir="auto"
          spellcheck={false}
          aria-label={strings.text.label}
          placeholder={strings.text.label}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <p class="actions">
          <button type="button" onClick={() => setText(textOf(sample))}>
            {strings.text.sample}
          </button>
          <button type="button" onClick={() => setText("")}>
            {strings.text.clear}
          </button>
          {analysis && <span role="status">{strings.text.took(took.toFixed(1))}</span>}
        </p>
      </section>
      <section class="results" aria-label={strings.text.tabsLabel}>
        {analysis ? (
          <Results strings={strings} language={language} text={text} analysis={analysis} />
        ) : (
          <p class="nothing">{strings.text.empty}</p>
        )}
      </section>
    </div>
  );
}

function Results(props: { strings: Strings; language: Language; text: string; analysis: Analysis }) {
  const { strings, language, text, analysis } = props;
  const [tab, setTab] = useState<(typeof TABS)[number]>("annotated");
  const { annotations } = analysis;
  const { readingTime, quotes, entities, values } = annotations;
  const given = { strings, language, annotations };
  return (
    <>
      <dl class="figures">
        <Figure
          label={strings.text.time}
          value={counted(language, readingTime.minutes, MARGIN[language].minutes)}
        />
        <Figure label={strings.text.quotes} value={quotes.length} />
        <Figure label={strings.text.names} value={entities.length} />
        <Figure label={strings.text.values} value={values.length} />
      </dl>
      <Tabs names={TABS} current={tab} label={strings.text.tabsLabel} onTab={setTab}>
        {(name) => strings.text.tabs[name]}
      </Tabs>
      <TabPanel name="annotated" current={tab}>
        <Annotated text={text} annotations={annotations} strings={strings} />
      </TabPanel>
      <TabPanel name="quotes" current={tab}>
        <QuotesTable {...given} />
      </TabPanel>
      <TabPanel name="names" current={tab}>
        <NamesTable {...given} />
      </TabPanel>
      <TabPanel name="values" current={tab}>
        <ValuesTable {...given} />
      </TabPanel>
      <TabPanel name="json" current={tab}>
        <Json strings={strings} value={annotations} />
      </TabPanel>
    </>
  );
}

function Figure({ label, value }: { label: string; value: string | number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Json({ strings, value }: { strings: Strings; value: unknown }) {
  const [copied, setCopied] = useState(false);
  const source = useMemo(() => JSON.stringify(value, null, 2), [value]);
  return (
    <div class="json">
      <button
        type="button"
        onClick={() => void navigator.clipboard.writeText(source).then(() => setCopied(true))}
      >
        {copied ? strings.text.copied : strings.text.copy}
      </button>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <pre dir="ltr" tabIndex={0}>
        {source}
      </pre>
    </div>
  );
}

/** What the engine returns for a text once its writer pauses, and the milliseconds that it took. */
function useAnalysis(text: string): { analysis: Analysis | null; took: number } {
  const [result, setResult] = useState<{ analysis: Analysis | null; took: number; of: string }>({
    analysis: null,
    took: 0,
    of: "",
  });
  useEffect(() => {
    let stale = false;
    const analyze = async () => {
      const loaded = await engine();
      if (stale) return;
      const start = performance.now();
      const analysis = text.trim() ? loaded.analyze(text) : null;
      setResult({ analysis, took: performance.now() - start, of: text });
    };
    const timer = setTimeout(analyze, PAUSE);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [text]);
  // Notes on another text would be painted on the wrong words.
  return result.of === text ? result : { analysis: null, took: 0 };
}

/** An article's headline and paragraphs, a line each. */
function textOf(source: string): string {
  const page = new DOMParser().parseFromString(source, "text/html");
  return [...page.querySelectorAll("h1, p:not([class]), h2")].map((block) => block.textContent).join("\n");
}
