/** Search that finds what the reader means. */
import { useState } from "preact/hooks";
import type { Engine, Reach } from "../engine/engine.ts";
import { counted, STRINGS as MARGIN } from "../page/margin/strings.ts";
import type { Strings } from "./strings.ts";
import { TextBox, Tool } from "./tool.tsx";

const SAMPLE =
  "التقى بوتين أحمد الشرع، وقال أحمد إن اللقاء كان مثمرًا. ولأَحْمَد رأيٌ آخر في موسكو، أما لبوتين فالأمر سيّان، وبوتين لا يغيّر رأيه. وزارت الوزيرة المدرسةَ ومدرسة أخرى.";

/** A text, a query and its hits. */
export function Finding({ engine, strings }: { engine: Engine; strings: Strings }) {
  const [text, setText] = useState(SAMPLE);
  const [query, setQuery] = useState("احمد");
  const [reach, setReach] = useState<Reach>("word");
  const words = strings.tools.finding;
  const hits = query.trim() ? engine.search(text, query, reach) : [];
  const parts = [];
  let at = 0;
  for (const { start, end } of hits) {
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return (
    <Tool words={words}>
      <div class="query">
        <input
          type="search"
          lang="ar"
          dir="auto"
          aria-label={words.query}
          value={query}
          onInput={({ currentTarget }) => setQuery(currentTarget.value)}
        />
        <label>
          <input
            type="checkbox"
            checked={reach === "prefix"}
            onChange={({ currentTarget }) => setReach(currentTarget.checked ? "prefix" : "word")}
          />
          <span>{words.prefix}</span>
        </label>
        <output>{counted(strings.language, hits.length, MARGIN[strings.language].results)}</output>
      </div>
      <p class="folded" lang="ar" dir="auto">
        {parts}
      </p>
      <details>
        <summary>{words.change}</summary>
        <TextBox strings={strings} text={text} onText={setText} />
      </details>
    </Tool>
  );
}
