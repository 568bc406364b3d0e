/** The panel's dates and figures. */
import { meaningOf, VALUE_GROUPS, valuesOf } from "./notes.ts";
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
                    <small>{meaningOf(value, state.language)}</small>
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
