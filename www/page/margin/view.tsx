/** What is painted in the article, and the way to the reading view. */
import { LAYERS, type Layer } from "../../engine/layers.ts";
import { allNotes, layerOf } from "./notes.ts";
import { Icon, type Ui } from "./ui.tsx";

/** Toggles per layer. */
export function View({ ui, onRead }: { ui: Ui; onRead: () => void }) {
  const { strings, state } = ui;
  const counts = countsOf(ui);
  return (
    <>
      <fieldset class="layers">
        <legend>{strings.painted}</legend>
        {LAYERS.map((layer) => (
          <label key={layer} class={`of-${layer}`}>
            <input
              type="checkbox"
              role="switch"
              checked={state.layers.has(layer)}
              aria-checked={state.layers.has(layer)}
              onChange={({ currentTarget }) => ui.toggle(layer, currentTarget.checked)}
            />
            <span class="sample">{strings.layers[layer]}</span>
            <small>{counts.get(layer) ?? 0}</small>
          </label>
        ))}
      </fieldset>
      <button class="wide" type="button" onClick={onRead}>
        <Icon name="book" />
        <span>
          {strings.reader.open}
          <small>{strings.reader.hint}</small>
        </span>
      </button>
    </>
  );
}

function countsOf(ui: Ui): Map<Layer, number> {
  const counts = new Map<Layer, number>();
  for (const note of allNotes(ui.state.annotations)) {
    const layer = layerOf(note);
    counts.set(layer, (counts.get(layer) ?? 0) + 1);
  }
  return counts;
}
