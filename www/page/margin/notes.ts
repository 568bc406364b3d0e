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

/** The fullest name of who says a quote, or the phrase that names him; null where the article gives neither. */
export function speakerName({ entities }: Annotations, { speaker }: Quote): string | null {
  return entities[speaker?.entity ?? -1]?.name ?? speaker?.text ?? null;
}

/** The quotes of one speaker. */
export interface SpeakerQuotes {
  /** The fullest name that the article gives; null where it gives none. */
  name: string | null;
  entity: Entity | null;
  quotes: Quote[];
}

/**
 * The quotes by speaker, who speaks most at the front, those without a speaker last. Terms, which nobody says, and quotes
 * that stand in another one are left out.
 */
export function quotesBySpeaker(annotations: Annotations): SpeakerQuotes[] {
  const { quotes, entities } = annotations;
  const groups = new Map<string, SpeakerQuotes>();
  for (const quote of quotes) {
    if ((quote.kind === "term" && !quote.speaker) || quotes.some((other) => isAround(other, quote))) continue;
    const entity = entities[quote.speaker?.entity ?? -1] ?? null;
    const name = speakerName(annotations, quote);
    const key = name ?? "";
    const group = groups.get(key) ?? { name, entity, quotes: [] };
    groups.set(key, group);
    group.quotes.push(quote);
  }
  const order = (group: SpeakerQuotes) => (group.name === null ? 0 : group.quotes.length);
  return [...groups.values()].sort((a, b) => order(b) - order(a));
}

function isAround(outer: Range, inner: Range): boolean {
  return outer !== inner && outer.start <= inner.start && inner.end <= outer.end;
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

/** A range and the layer that it is painted on. */
export interface Painted extends Range {
  layer: Layer;
}

/** All that is painted on these layers, by its beginning. */
export function paintedOf(annotations: Annotations, layers: ReadonlySet<Layer>): Painted[] {
  return allNotes(annotations)
    .flatMap((note) => rangesOf(note).map(({ start, end }) => ({ start, end, layer: layerOf(note) })))
    .filter(({ layer }) => layers.has(layer))
    .sort((a, b) => a.start - b.start);
}

/** What a value says, as the interface's language writes it. */
export function meaningOf(value: Value, language: Language): string {
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
    case "duration":
      return duration(value.value, language);
    case "time":
      return value.value;
  }
}

/** The day, month or year of an ISO 8601 date as exact as it is; what is no such date as it stands. */
function date(iso: string, language: Language): string {
  const weekday = /^W-(\d)$/.exec(iso)?.[1];
  if (weekday)
    return new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }).format(
      MONDAY + (Number(weekday) - 1) * DAY,
    );
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

/** A Monday, from which weekdays are counted. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

const UNITS = ["year", "month", "week", "day", "hour", "minute", "second"] as const;

/** The years, months, …, seconds of an ISO 8601 duration; what is none as it stands. */
function duration(iso: string, language: Language): string {
  const number = "([\\d.]+)";
  const parts = new RegExp(
    `^P(?:${number}Y)?(?:${number}M)?(?:${number}W)?(?:${number}D)?(?:T(?:${number}H)?(?:${number}M)?(?:${number}S)?)?$`,
  ).exec(iso);
  if (!parts) return iso;
  const named = UNITS.flatMap((unit, nth) => {
    const amount = parts[nth + 1];
    return amount ? [quantity(Number(amount), unit, language)] : [];
  });
  return new Intl.ListFormat(language, { type: "unit" }).format(named);
}

function quantity(amount: number, unit: string, language: Language): string {
  try {
    return format(language, amount, { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 3 });
  } catch {
    // A unit that browsers do not know.
    return `${format(language, amount, { maximumFractionDigits: 3 })} ${unit}`;
  }
}
