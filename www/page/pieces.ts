/** Long texts in pieces of whole paragraphs, and the notes on the pieces as notes on the whole. */
import type { Analysis, Annotations, Entity, Range } from "../engine/engine.ts";
import { LAYERS, type Layer, LISTS } from "../engine/layers.ts";
import { minutesLabel } from "./minutes.ts";

/** UTF-16 code units: texts up to so many are one piece, as names are told by the whole of an article. */
const WHOLE = 24_000;
/** The least and the most of a longer text's pieces: a few milliseconds of a phone's time. */
const LEAST = 4_000;
const MOST = 12_000;

/**
 * The text cut between paragraphs; joined they are the text. Where a long text is cut depends on the paragraphs beside the cut
 * alone, so that one added, edited or removed changes no piece but its own.
 */
export function piecesOf(text: string): string[] {
  if (text.length <= WHOLE) return [text];
  const pieces: string[] = [];
  let from = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    const length = at + 1 - from;
    if (length < LEAST || (length < MOST && !isCut(text, at))) continue;
    pieces.push(text.slice(from, at + 1));
    from = at + 1;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

/** Whether the letters before a line break make it a place to cut: one line break in eight or so. */
function isCut(text: string, at: number): boolean {
  let sum = 0;
  for (let before = Math.max(0, at - 24); before < at; before++)
    sum = (sum * 31 + text.charCodeAt(before)) | 0;
  return (sum >>> 8) % 8 === 0;
}

/** The pieces in which a range of the text stands. */
export function piecesIn({ start, end }: Range, pieces: readonly string[]): string[] {
  let at = 0;
  return pieces.filter((piece) => {
    const from = at;
    at += piece.length;
    return from < end && at > start;
  });
}

/**
 * The notes on all pieces, their offsets those of the whole text; one entity per type and name.
 *
 * @param analyses of each piece; of those that are not analyzed yet none, but of one at least
 */
export function joinAnalyses(
  analyses: readonly (Analysis | undefined)[],
  pieces: readonly string[],
): Analysis {
  const first = analyses.find(Boolean) as Analysis;
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
  let end = 0;
  for (const [nth, analysis] of analyses.entries()) {
    const offset = end;
    end += (pieces[nth] as string).length;
    if (!analysis) continue;
    const { annotations, ranges: own } = analysis;
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
      const list = base[LISTS[LAYERS[layer] as Layer]];
      ranges.push(
        layer,
        (own[at + 1] as number) + offset,
        (own[at + 2] as number) + offset,
        (own[at + 3] as number) + list,
      );
    }
    whole.readingTime.words += readingTime.words;
    whole.readingTime.seconds += readingTime.seconds;
  }
  whole.readingTime.minutes = Math.ceil(whole.readingTime.seconds / 60);
  whole.readingTime.label = minutesLabel(whole.readingTime.minutes, whole.language);
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
