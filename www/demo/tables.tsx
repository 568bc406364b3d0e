/** What was found in a text, as tables. */
import type { ComponentChildren } from "preact";
import type { Annotations, Entity, Layer, Quote, Value } from "../engine/engine.ts";
import { layerOf, meaningOf, speakerName } from "../page/margin/notes.ts";
import type { Language, Strings } from "./strings.ts";

interface Given {
  strings: Strings;
  language: Language;
  annotations: Annotations;
}

/** Who says what. */
export function QuotesTable({ strings, annotations }: Given) {
  const { columns } = strings.text;
  return (
    <Table<Quote>
      strings={strings}
      rows={annotations.quotes}
      columns={{
        [columns.said]: ({ text }) => text,
        [columns.kind]: ({ kind }) => <Kind strings={strings} layer={kind} />,
        [columns.speaker]: (quote) => speakerName(annotations, quote) ?? "—",
        [columns.cue]: ({ cue }) => cue?.text ?? "—",
      }}
    />
  );
}

/** Who and what is named. */
export function NamesTable({ strings, annotations }: Given) {
  const { columns } = strings.text;
  return (
    <Table<Entity>
      strings={strings}
      rows={annotations.entities}
      columns={{
        [columns.name]: ({ name }) => name,
        [columns.type]: ({ type }) => <Kind strings={strings} layer={type} />,
        [columns.mentions]: ({ mentions }) => mentions.length,
        [columns.id]: ({ id }) => <code dir="ltr">{id ?? "—"}</code>,
      }}
    />
  );
}

/** When, and how much. */
export function ValuesTable({ strings, annotations, language }: Given) {
  const { columns } = strings.text;
  return (
    <Table<Value>
      strings={strings}
      rows={annotations.values}
      columns={{
        [columns.value]: ({ text }) => text,
        [columns.type]: (value) => <Kind strings={strings} layer={layerOf({ of: "value", note: value })} />,
        [columns.meaning]: (value) => <span lang={language}>{meaningOf(value, language)}</span>,
      }}
    />
  );
}

function Kind({ strings, layer }: { strings: Strings; layer: Layer }) {
  return <span class={`mark ${layer}`}>{strings.layers[layer]}</span>;
}

function Table<T>(props: {
  strings: Strings;
  rows: readonly T[];
  columns: Record<string, (row: T) => ComponentChildren>;
}) {
  const { strings, rows } = props;
  const columns = Object.entries(props.columns);
  if (rows.length === 0) return <p class="nothing">{strings.text.none}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <div class="table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(([head]) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody lang="ar">
          {rows.map((row) => (
            <tr key={row}>
              {columns.map(([head, cell]) => (
                <td key={head}>{cell(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
