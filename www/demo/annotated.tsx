/** A text with its annotations painted in nodes of its own. */

import type { Annotations } from "../engine/engine.ts";
import { LAYERS } from "../engine/engine.ts";
import { linesOf, stretches } from "../page/margin/marks.ts";
import { paintedOf } from "../page/margin/notes.ts";
import type { Strings } from "./strings.ts";

const ALL = new Set(LAYERS);

/** The lines of a text, the headline first. */
export function Annotated(props: { text: string; annotations: Annotations; strings: Strings }) {
  const { text, annotations, strings } = props;
  const painted = paintedOf(annotations, ALL);
  return (
    <div class="annotated" lang="ar" dir="auto">
      {[...linesOf(text)].map((line) => (
        <p key={line.start}>
          {[...stretches(text, painted, line.start, line.end)].map(({ start, end, layers }) =>
            layers.length === 0 ? (
              text.slice(start, end)
            ) : (
              <span
                key={start}
                class={`mark ${layers.join(" ")}`}
                title={layers.map((layer) => strings.layers[layer]).join(" · ")}
              >
                {text.slice(start, end)}
              </span>
            ),
          )}
        </p>
      ))}
    </div>
  );
}
