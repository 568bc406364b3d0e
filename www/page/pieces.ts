/** Long texts in pieces of whole paragraphs, and the notes on the pieces as notes on the whole. */
import type { Analysis, Annotations, Entity, Range } from "../engine/engine.ts";

/** UTF-16 code units of a piece: a few milliseconds of a phone's time. */
const PIECE = 12_000;

/** The text cut between paragraphs; joined they are the text. A text of ordinary length is one piece. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  while (text.length - from > 2 * PIECE) {
    const end = text.indexOf("\n", from + PIECE);
    if (end < 0) break;
    pieces.push(text.slice(from, end + 1));
    from = end + 1;
  }
  pieces.push(text.slice(from));
  return pieces;
}

/** The notes on all pieces, their offsets those of the whole text; one entity per type and name. */
export function joinAnalyses(analyses: readonly Analysis[], pieces: readonly string[]): Analysis {
  const first = analyses[0] as Analysis;
  if (analyses.length === 1) return first;
  const whole: Annotations = {
    ...first.annotations,
    readingTime: { ...first.annotations.readingTime, words: 0, seconds: 0, minutes: 0 },
    mentions: [],
    entities: [],
    quotes: [],
    values: [],
  };
  const entities = new Map<string, number>();
  const ranges: number[] = [];
  let offset = 0;
  for (const [nth, { annotations, ranges: own }] of analyses.entries()) {
    const { mentions, quotes, values, readingTime } = annotations;
    const base = {
      mentions: whole.mentions.length,
      quotes: whole.quotes.length,
      values: whole.values.length,
    };
    const entityOf = annotations.entities.map((entity) => indexOf(entity, whole.entities, entities));
    const moved = <T extends Range>(slice: T): T => ({
      ...slice,
      start: slice.start + offset,
      end: slice.end + offset,
    });
    for (const mention of mentions) {
      const entity = entityOf[mention.entity] as number;
      whole.entities[entity]?.mentions.push(whole.mentions.length);
      whole.mentions.push({ ...moved(mention), entity });
    }
    for (const quote of quotes) {
      const { speaker, cue, segments } = quote;
      whole.quotes.push({
        ...moved(quote),
        segments: segments.map(moved),
        cue: cue && moved(cue),
        speaker: speaker && {
          ...moved(speaker),
          ...(speaker.entity === undefined ? {} : { entity: entityOf[speaker.entity] as number }),
        },
      });
    }
    whole.values.push(...values.map(moved));
    for (let at = 0; at < own.length; at += 4) {
      const layer = own[at] as number;
      const list = layer < 3 ? base.mentions : layer < 7 ? base.quotes : base.values;
      ranges.push(
        layer,
        (own[at + 1] as number) + offset,
        (own[at + 2] as number) + offset,
        (own[at + 3] as number) + list,
      );
    }
    whole.readingTime.words += readingTime.words;
    whole.readingTime.seconds += readingTime.seconds;
    offset += (pieces[nth] as string).length;
  }
  whole.readingTime.minutes = Math.ceil(whole.readingTime.seconds / 60);
  // Long texts take more than ten minutes, and Arabic then counts «11 دقيقة», but «103 دقائق».
  const { minutes } = whole.readingTime;
  const plural = new Intl.PluralRules(whole.language === "und" ? "ar" : whole.language).select(minutes);
  whole.readingTime.label = /^ar/.test(whole.language)
    ? `${minutes} ${plural === "few" ? "دقائق" : "دقيقة"}`
    : new Intl.NumberFormat(whole.language, { style: "unit", unit: "minute", unitDisplay: "long" }).format(
        minutes,
      );
  return { annotations: whole, ranges: Uint32Array.from(ranges) };
}

function indexOf(entity: Entity, into: Entity[], known: Map<string, number>): number {
  const key = `${entity.type} ${entity.name}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  known.set(key, into.length);
  into.push({ ...entity, mentions: [] });
  return into.length - 1;
}
