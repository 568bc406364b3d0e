/** Folding: presets, and the way back from every folded character to its source. */
import { useState } from "preact/hooks";
import { type Engine, type Folded, toSource } from "../engine/engine.ts";
import type { Strings } from "./strings.ts";
import { TextBox, Tool } from "./tool.tsx";

const PRESETS = ["clean", "marks", "search", "loose", "lucene"] as const;

const SAMPLE = "أَعلَنَتِ الحُكُومَةُ العـــراقيّة عن مؤتمرٍ في ﷲ أكبر، بنسبة ٤٫٥٪ — گفت الهيئة الدوليّة";

/** Characters that the way back is drawn for. */
const DRAWN = 160;

/** A text, a preset, the folded text and its offset map. */
export function Folding({ engine, strings }: { engine: Engine; strings: Strings }) {
  const [text, setText] = useState(SAMPLE);
  const [preset, setPreset] = useState<(typeof PRESETS)[number]>("search");
  const words = strings.tools.folding;
  const folded = engine.normalize(text, preset);
  return (
    <Tool words={words}>
      <TextBox strings={strings} text={text} onText={setText} />
      <fieldset class="choice">
        <legend>{words.preset}</legend>
        {PRESETS.map((name) => (
          <label key={name}>
            <input type="radio" name="preset" checked={name === preset} onChange={() => setPreset(name)} />
            <span>
              <b lang="en">{name}</b> <small>{words.presets[name]}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <output class="folded" lang="ar" dir="auto">
        {folded.text}
      </output>
      <h3>{words.map}</h3>
      <OffsetMap folded={folded} text={text} />
    </Tool>
  );
}

/** Each folded character over the piece of source that it was made from; what differs stands out. */
function OffsetMap({ folded, text }: { folded: Folded; text: string }) {
  const pairs = [];
  let start = 0;
  for (const character of folded.text.slice(0, DRAWN)) {
    const source = toSource(folded, { start, end: start + character.length });
    pairs.push({ start, character, source: text.slice(source.start, source.end) });
    start += character.length;
  }
  return (
    <ol class="map" lang="ar" dir="auto">
      {pairs.map((pair) => (
        <li key={pair.start} class={pair.character === pair.source ? "" : "changed"}>
          <b>{pair.character}</b>
          <span>{pair.source}</span>
        </li>
      ))}
    </ol>
  );
}
