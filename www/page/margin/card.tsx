/** The card on a highlight: who or what it is, what else there is to know. */
import { useState } from "preact/hooks";
import type { Entity, Mention, Quote, Value } from "../../engine/types.ts";
import { linksOf } from "./links.ts";
import { layerOf, meaningOf, type Note, speakerName } from "./notes.ts";
import { words } from "./quotes.tsx";
import { useSteps } from "./steps.ts";
import { counted } from "./strings.ts";
import { Icon, IconButton, PlaceLink, type Ui } from "./ui.tsx";

/** What stands at one place of the text, the narrowest note first. */
export function Card({ ui, notes }: { ui: Ui; notes: readonly Note[] }) {
  const [first, ...around] = notes;
  if (!first) return null;
  const quote = around.find((note) => note.of === "quote")?.note;
  const name = quote ? speakerName(ui.state.annotations, quote) : null;
  return (
    <>
      {first.of === "mention" && <OfMention key={first.note.start} ui={ui} mention={first.note} />}
      {first.of === "quote" && <OfQuote key={first.note.start} ui={ui} quote={first.note} />}
      {first.of === "value" && <OfValue ui={ui} value={first.note} />}
      {quote?.speaker && name && first.of !== "quote" && (
        <p class="within">
          <PlaceLink ui={ui} range={quote.speaker}>
            {ui.strings.within(name)}
          </PlaceLink>
        </p>
      )}
    </>
  );
}

/** What the card is called by those who hear it. */
export function cardName(ui: Ui, note: Note): string {
  const { strings, state } = ui;
  if (note.of === "quote") {
    const kind = strings.kinds[note.note.kind];
    const name = speakerName(state.annotations, note.note);
    return name ? `${kind}: ${name}` : kind;
  }
  if (note.of === "value") return `${strings.values[note.note.type]}: ${note.note.text}`;
  const entity = state.annotations.entities[note.note.entity];
  return `${strings.types[note.note.type]}: ${entity?.name ?? note.note.text}`;
}

function OfMention({ ui, mention }: { ui: Ui; mention: Mention }) {
  const { strings, state } = ui;
  const { entities, mentions, quotes } = state.annotations;
  const entity = entities[mention.entity];
  if (!entity) return null;
  const own = entity.mentions.flatMap((at) => mentions[at] ?? []);
  const quoted = quotes.filter(({ speaker }) => speaker?.entity === mention.entity).length;
  return (
    <>
      <p class={`kind of-${mention.type}`}>{strings.types[mention.type]}</p>
      <h2>{entity.name}</h2>
      <Mentions ui={ui} entity={entity} mentions={own} at={own.indexOf(mention)} />
      <p class="links">
        {quoted > 0 && (
          <button type="button" onClick={() => ui.show("quotes", entity.name)}>
            {counted(state.language, quoted, strings.quotes)}
          </button>
        )}
        {linksOf(entity, state.language, strings).map(({ href, label }) => (
          <a key={href} href={href} target="_blank" rel="noopener noreferrer" title={strings.newTab}>
            {label}
            <Icon name="out" />
          </a>
        ))}
      </p>
    </>
  );
}

function Mentions(props: { ui: Ui; entity: Entity; mentions: readonly Mention[]; at: number }) {
  const { ui, entity, mentions } = props;
  const { strings, state } = ui;
  const { at, step } = useSteps(
    mentions.length,
    (to) => {
      const mention = mentions[to];
      if (!mention) return;
      ui.reveal(mention);
      ui.say(strings.position(to + 1, mentions.length));
    },
    props.at,
  );
  return (
    <div class="mentions">
      <span>{counted(state.language, mentions.length, strings.mentions)}</span>
      {mentions.length > 1 && (
        <>
          <span class="count">{strings.position((at ?? 0) + 1, mentions.length)}</span>
          <IconButton icon="previous" label={strings.previousMention(entity.name)} onClick={() => step(-1)} />
          <IconButton icon="next" label={strings.nextMention(entity.name)} onClick={() => step(1)} />
        </>
      )}
    </div>
  );
}

function OfQuote({ ui, quote }: { ui: Ui; quote: Quote }) {
  const { strings, state } = ui;
  const [copied, setCopied] = useState(false);
  const { speaker, cue } = quote;
  const name = speakerName(state.annotations, quote);
  const copy = async () => {
    const said = `«${words(quote, state.text)}»`;
    await navigator.clipboard.writeText(name ? `${said} — ${name}` : said);
    setCopied(true);
    ui.say(strings.copied);
  };
  return (
    <>
      <p class={`kind of-${quote.kind}`}>{strings.kinds[quote.kind]}</p>
      <h2>{name ?? strings.unattributed}</h2>
      <dl>
        {speaker && speaker.text !== name && (
          <div>
            <dt>{strings.speaker}</dt>
            <dd lang={state.annotations.language}>{speaker.text}</dd>
          </div>
        )}
        {cue && (
          <div>
            <dt>{strings.cue}</dt>
            <dd lang={state.annotations.language}>{cue.text}</dd>
          </div>
        )}
      </dl>
      <p class="links">
        {speaker && (
          <PlaceLink ui={ui} range={speaker} label={`${strings.toSpeaker}: ${name}`}>
            {strings.toSpeaker}
          </PlaceLink>
        )}
        <button type="button" onClick={() => void copy()}>
          {copied ? strings.copied : strings.copy}
          <Icon name={copied ? "check" : "copy"} />
        </button>
      </p>
    </>
  );
}

function OfValue({ ui, value }: { ui: Ui; value: Value }) {
  const layer = layerOf({ of: "value", note: value });
  return (
    <>
      <p class={`kind of-${layer}`}>{ui.strings.values[value.type]}</p>
      <h2>{meaningOf(value, ui.state.language)}</h2>
    </>
  );
}
