/** The panel's dates and figures. */
import type { Value } from "../../engine/types.ts";
import { meaningOf, VALUE_GROUPS, valuesOf } from "./notes.ts";
import type { Language } from "./strings.ts";
import { PlaceLink, type Ui } from "./ui.tsx";

/** All values, in reading order by group. */
export function Values({ ui }: { ui: Ui }) {
  const { state, strings } = ui;
  if (state.annotations.values.length === 0) return <p class="nothing">{strings.nothing.values}</p>;
  return (
    <>
      {VALUE_GROUPS.map((group) => {
        const values = valuesOf(state.annotations, group);
        if (values.length === 0) return null;
        return (
          <section class="group" key={group}>
            <h3 class={group === "date" ? "of-date" : "of-figure"}>
              <span>{strings.valueGroups[group]}</span>
              <small>{values.length}</small>
            </h3>
            <ul>
              {values.map((value) => (
                <li key={value.start}>
                  <PlaceLink ui={ui} range={value} class="value">
                    <span lang={state.annotations.language}>{value.text}</span>
                    <Meaning of={value} language={state.language} />
                  </PlaceLink>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

/** What a value says, where that is more than its words. */
function Meaning({ of, language }: { of: Value; language: Language }) {
  const meaning = meaningOf(of, language);
  return meaning === of.text ? null : <small>{meaning}</small>;
}
