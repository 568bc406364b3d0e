/** Typography for reading: edits that are made one by one, or all at once. */
import { useState } from "preact/hooks";
import type { Edit, Engine } from "../engine/engine.ts";
import { edited } from "../page/margin/edits.ts";
import type { Strings } from "./strings.ts";
import { TextBox, Tool } from "./tool.tsx";

const SAMPLE =
  'قَالَ الوَزِيرُ :  "لا تعليق لدينا الآن ..." ، ثم أضاف  : "سنعود إليكم غدًا" ؟ ولم يُجِبْ عن سؤالٍ آخر .';

/** A text, what typography would change in it, and its harakat. */
export function Tidying({ engine, strings }: { engine: Engine; strings: Strings }) {
  const [text, setText] = useState(SAMPLE);
  const words = strings.tools.tidying;
  const edits = engine.tidy(text);
  const harakat = engine.hideHarakat(text);
  return (
    <Tool words={words}>
      <TextBox strings={strings} text={text} onText={setText} />
      <p class="actions">
        <button type="button" disabled={edits.length === 0} onClick={() => setText(edited(text, edits))}>
          {words.all(edits.length)}
        </button>
        <button type="button" disabled={harakat.length === 0} onClick={() => setText(edited(text, harakat))}>
          {words.harakat(harakat.length)}
        </button>
        <button type="button" onClick={() => setText(SAMPLE)}>
          {words.again}
        </button>
      </p>
      {edits.length === 0 ? (
        <p class="hint">{words.none}</p>
      ) : (
        <ul class="edits">
          {edits.map((edit) => (
            <li key={edit.start}>
              <Change text={text} edit={edit} />
              <button type="button" onClick={() => setText(edited(text, [edit]))}>
                {words.make}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Tool>
  );
}

/** What goes and what comes, with a few words around. */
function Change({ text, edit }: { text: string; edit: Edit }) {
  const { start, end, replacement } = edit;
  const before = /(?:\S+\s+){0,2}\S*\s*$/.exec(text.slice(0, start))?.[0];
  const after = /^\s*\S*(?:\s+\S+){0,2}/.exec(text.slice(end))?.[0];
  return (
    <span lang="ar" dir="rtl">
      {before}
      {end > start && <del>{text.slice(start, end)}</del>}
      {replacement && <ins>{replacement}</ins>}
      {after}
    </span>
  );
}
