/** The panel's quotes, by speaker. */
import { useEffect, useRef } from "preact/hooks";
import type { Quote } from "../../engine/types.ts";
import type { SpeakerQuotes } from "./notes.ts";
import { counted } from "./strings.ts";
import { PlaceLink, type Ui } from "./ui.tsx";

/** All quotes; those of the wanted speaker brought into view. */
export function Quotes(props: { ui: Ui; groups: readonly SpeakerQuotes[]; wanted: string | null }) {
  const { ui, groups, wanted } = props;
  if (groups.length === 0) return <p class="nothing">{ui.strings.nothing.quotes}</p>;
  return (
    <>
      {groups.map((group) => (
        <Group
          key={group.name ?? ""}
          ui={ui}
          group={group}
          wanted={group.name !== null && group.name === wanted}
        />
      ))}
    </>
  );
}

function Group({ ui, group, wanted }: { ui: Ui; group: SpeakerQuotes; wanted: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { strings, state } = ui;
  useEffect(() => {
    if (wanted) heading.current?.focus();
  }, [wanted]);
  return (
    <section class="group">
      <h3 ref={heading} tabIndex={-1} class={group.entity ? `of-${group.entity.type}` : ""}>
        <span>{group.name ?? strings.unattributed}</span>
        <small>{counted(state.language, group.quotes.length, strings.quotes)}</small>
      </h3>
      <ul>
        {group.quotes.map((quote) => (
          <li key={quote.start}>
            <PlaceLink ui={ui} range={quote.segments[0] ?? quote} class={`quote ${quote.kind}`}>
              <q lang={state.annotations.language}>{words(quote, state.text)}</q>
              <small>{strings.kinds[quote.kind]}</small>
            </PlaceLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A quote's words, marks and attribution left out. */
export function words({ segments }: Quote, text: string): string {
  return segments.map(({ start, end }) => text.slice(start, end)).join(" … ");
}
