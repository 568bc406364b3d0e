/** The annotations as the margin lists them: by speaker, by kind, by place in the text. */
import type {
  Annotations,
  Entity,
  Layer,
  Mention,
  NameType,
  Quote,
  Range,
  Value,
} from "../../engine/engine.ts";
import { format, type Language } from "./strings.ts";

/** The quotes of one speaker. */
export interface SpeakerQuotes {
  /** The fullest name that the article gives; null where it gives none. */
  name: string | null;
  entity: Entity | null;
  quotes: Quote[];
}

/** The quotes by speaker, who speaks most at the front, those without a speaker last; terms, which nobody says, left out. */
export function quotesBySpeaker({ quotes, entities }: Annotations): SpeakerQuotes[] {
  const groups = new Map<string, SpeakerQuotes>();
  for (const quote of quotes) {
    if (quote.kind === "term" && !quote.speaker) continue;
    const entity = entities[quote.speaker?.entity ?? -1] ?? null;
    const name = entity?.name ?? quote.speaker?.text ?? null;
    const key = name ?? "";
    const group = groups.get(key) ?? { name, entity, quotes: [] };
    groups.set(key, group);
    group.quotes.push(quote);
  }
  const order = (group: SpeakerQuotes) => (group.name === null ? 0 : group.quotes.length);
  return [...groups.values()].sort((a, b) => order(b) - order(a));
}

/** The entities of a type, the most often named at the front. */
export function entitiesOf({ entities }: Annotations, type: NameType): Entity[] {
  return entities
    .filter((entity) => entity.type === type)
    .sort((a, b) => b.mentions.length - a.mentions.length);
}

/** The groups in which dates and figures are listed. */
export const VALUE_GROUPS = ["date", "money", "percent", "figure"] as const;

/** The values of a group, in reading order. */
export function valuesOf({ values }: Annotations, group: (typeof VALUE_GROUPS)[number]): Value[] {
  return values.filter(({ type }) => {
    if (type === "date" || type === "time" || type === "duration") return group === "date";
    return type === "money" || type === "percent" ? group === type : group === "figure";
  });
}

/** One annotation, with the list that it is of. */
export type Note =
  | { of: "mention"; note: Mention }
  | { of: "quote"; note: Quote }
  | { of: "value"; note: Value };

/** The layer on which a note is painted. */
export function layerOf(note: Note): Layer {
  if (note.of === "mention") return note.note.type;
  if (note.of === "quote") return note.note.kind;
  return /^(date|time|duration)$/.test(note.note.type) ? "date" : "figure";
}

/** All notes, list by list. */
export function allNotes({ mentions, quotes, values }: Annotations): Note[] {
  return [
    ...mentions.map((note) => ({ of: "mention", note }) as const),
    ...values.map((note) => ({ of: "value", note }) as const),
    ...quotes.map((note) => ({ of: "quote", note }) as const),
  ];
}

/** The notes at an offset on these layers, the narrowest at the front. */
export function notesAt(annotations: Annotations, layers: ReadonlySet<Layer>, offset: number): Note[] {
  const holds = ({ start, end }: Range) => start <= offset && offset < end;
  const width = ({ note }: Note) => note.end - note.start;
  return allNotes(annotations)
    .filter((note) => layers.has(layerOf(note)) && rangesOf(note).some(holds))
    .sort((a, b) => width(a) - width(b));
}

/** What of the text is painted for a note. */
function rangesOf(note: Note): readonly Range[] {
  return note.of === "quote" ? note.note.segments : [note.note];
}

/** What a value says, as the interface's language writes it; null where that says no more than the text. */
export function meaningOf(value: Value, language: Language): string | null {
  switch (value.type) {
    case "money":
      return format(language, value.value.amount, {
        style: "currency",
        currency: value.value.currency,
        currencyDisplay: "name",
        maximumFractionDigits: 2,
        minimumFractionDigits: 0,
      });
    case "percent":
      return `${format(language, value.value, { maximumFractionDigits: 3 })}%`;
    case "quantity":
      return quantity(value.value.amount, value.value.unit, language);
    case "number":
    case "ordinal":
      return format(language, value.value, { maximumFractionDigits: 6 });
    case "date":
      return date(value.value, language);
    default:
      return value.value;
  }
}

/** The day, month or year of an ISO 8601 date as exact as it is; what is no such date as it stands. */
function date(iso: string, language: Language): string {
  const parts = /^(\d{4}|-)-(\d{2})(?:-(\d{2}))?$/.exec(iso);
  if (!parts) return iso;
  const [, year, month, day] = parts;
  const known = year !== "-";
  const options: Intl.DateTimeFormatOptions = {
    timeZone: "UTC",
    month: "long",
    ...(known ? { year: "numeric" } : {}),
    ...(day ? { day: "numeric" } : {}),
    ...(known && day ? { weekday: "long" } : {}),
  };
  // A leap year, so that each day of the year is one.
  const at = Date.UTC(known ? Number(year) : 2000, Number(month) - 1, Number(day ?? 1));
  return new Intl.DateTimeFormat(`${language}-u-nu-latn-ca-gregory`, options).format(at);
}

function quantity(amount: number, unit: string, language: Language): string {
  try {
    return format(language, amount, { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 3 });
  } catch {
    // A unit that browsers do not know.
    return `${format(language, amount, { maximumFractionDigits: 3 })} ${unit}`;
  }
}
