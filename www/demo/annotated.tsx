/** A text with its annotations painted in nodes of its own. */
import { linesOf, stretches } from "../page/margin/marks.ts";
import type { Strings } from "./strings.ts";

/** The lines of a text, the headline first. */
export function Annotated(props: { text: string; ranges: Uint32Array; strings: Strings }) {
  const { text, ranges, strings } = props;
  return (
    <div class="annotated" lang="ar" dir="auto">
      {[...linesOf(text)].map(({ start, end }) => (
        <p key={start}>
          {[...stretches(text, ranges, start, end)].map((stretch) =>
            stretch.layers.length === 0 ? (
              stretch.text
            ) : (
              <span
                key={stretch.start}
                class={`mark ${stretch.layers.join(" ")}`}
                title={stretch.layers.map((layer) => strings.layers[layer]).join(" · ")}
              >
                {stretch.text}
              </span>
            ),
          )}
        </p>
      ))}
    </div>
  );
}
