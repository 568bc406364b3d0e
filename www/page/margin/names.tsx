/** The panel's people, places and organizations, and the way through the mentions of each. */
import { useState } from "preact/hooks";
import type { Entity, NameType } from "../../engine/types.ts";
import { linksOf } from "./links.ts";
import { entitiesOf } from "./notes.ts";
import { useSteps } from "./steps.ts";
import { Icon, IconButton, PlaceLink, type Ui } from "./ui.tsx";

const TYPES: readonly NameType[] = ["person", "place", "organization"];
/** Names of a type that are listed before the rest is asked for. */
const FIRST = 8;

/** All names. */
export function Names({ ui }: { ui: Ui }) {
  if (ui.state.annotations.entities.length === 0) return <p class="nothing">{ui.strings.nothing.names}</p>;
  return (
    <>
      {TYPES.map((type) => (
        <Group key={type} ui={ui} type={type} />
      ))}
    </>
  );
}

function Group({ ui, type }: { ui: Ui; type: NameType }) {
  const [all, setAll] = useState(false);
  const { strings } = ui;
  const entities = entitiesOf(ui.state.annotations, type);
  if (entities.length === 0) return null;
  return (
    <section class="group">
      <h3 class={`of-${type}`}>
        <span>{strings.groups[type]}</span>
        <small>{entities.length}</small>
      </h3>
      <ul>
        {entities.slice(0, all ? undefined : FIRST).map((entity) => (
          <li key={entity.name}>
            <Name ui={ui} entity={entity} />
          </li>
        ))}
      </ul>
      {entities.length > FIRST && (
        <button class="more" type="button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? strings.showFewer : strings.showAll(entities.length)}
        </button>
      )}
    </section>
  );
}

function Name({ ui, entity }: { ui: Ui; entity: Entity }) {
  const { strings, state } = ui;
  const mentions = entity.mentions.flatMap((at) => state.annotations.mentions[at] ?? []);
  const { at, step } = useSteps(mentions.length, (to) => {
    const mention = mentions[to];
    if (!mention) return;
    ui.reveal(mention);
    ui.say(`${entity.name}: ${strings.position(to + 1, mentions.length)}`);
  });
  const first = mentions[0];
  return (
    <div class="name">
      {first && (
        <PlaceLink ui={ui} range={mentions[at ?? 0] ?? first} class="entity">
          {entity.name}
        </PlaceLink>
      )}
      {linksOf(entity, state.language, strings)
        .slice(0, 1)
        .map(({ href, label }) => (
          <a
            key={href}
            class="tool"
            href={href}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={`${label}: ${entity.name} (${strings.newTab})`}
            title={label}
          >
            <Icon name="out" />
          </a>
        ))}
      <span class="count">{at === null ? mentions.length : strings.position(at + 1, mentions.length)}</span>
      <IconButton icon="previous" label={strings.previousMention(entity.name)} onClick={() => step(-1)} />
      <IconButton icon="next" label={strings.nextMention(entity.name)} onClick={() => step(1)} />
    </div>
  );
}
