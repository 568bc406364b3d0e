/** Texts with their annotations marked in them, `⟦person#0 سلمى⟧`, and pages made of them. */

const NAMES = ["person", "place", "organization"];
const QUOTES = ["direct", "partial", "term", "indirect"];
const LAYERS = [...NAMES, ...QUOTES, "date", "figure"];

/**
 * The text without its marks, and the analysis that they stand for.
 *
 * Names carry their entity's number, `person#0`, and quotes that of their speaker, whose mention before them is the one
 * meant; `cue` is the reporting word of the next quote; dates and figures carry their value, `date=2026-10-13`.
 * @param {string} source
 * @param {Record<number, { name: string, id?: string }>} entities
 */
export function analysisOf(source, entities) {
  let text = "";
  /** @type {any[]} */
  const open = [];
  /** @type {any[]} */
  const found = [];
  for (const piece of source.split(/(⟦\S+ |⟧)/)) {
    const mark = /^⟦(\w+)(?:#(\d+))?(?:=(\S+))? $/.exec(piece);
    if (mark) open.push({ kind: mark[1], number: mark[2], value: mark[3], start: text.length });
    else if (piece === "⟧") {
      const { start, ...rest } = open.pop();
      found.push({ ...rest, start, end: text.length, text: text.slice(start) });
    } else text += piece;
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const words = text.split(/\s+/).length;
  /** @type {any} */
  const annotations = {
    offsets: "utf16",
    language: "ar",
    readingTime: { words, seconds: 300, minutes: 5, wordsPerMinute: 181, label: "5 دقائق" },
    mentions: [],
    entities: Object.values(entities).map((entity) => ({ ...entity, mentions: [] })),
    quotes: [],
    values: [],
  };
  /** @type {number[]} */
  const ranges = [];
  let cue = null;
  for (const { kind, number, value, ...slice } of found) {
    const layer = LAYERS.indexOf(kind);
    if (NAMES.includes(kind)) {
      const entity = Number(number);
      Object.assign(annotations.entities[entity], { type: kind });
      annotations.entities[entity].mentions.push(annotations.mentions.length);
      ranges.push(layer, slice.start, slice.end, annotations.mentions.length);
      annotations.mentions.push({ ...slice, type: kind, entity, score: 1 });
    } else if (QUOTES.includes(kind)) {
      const entity = number === undefined ? undefined : Number(number);
      const said = annotations.mentions
        .filter((/** @type {any} */ mention) => mention.entity === entity)
        .at(-1);
      const speaker = said ? { start: said.start, end: said.end, text: said.text, entity } : null;
      ranges.push(layer, slice.start, slice.end, annotations.quotes.length);
      const segments = [{ start: slice.start, end: slice.end }];
      annotations.quotes.push({ ...slice, kind, segments, speaker, cue });
      cue = null;
    } else if (kind === "cue") {
      cue = slice;
    } else {
      ranges.push(layer, slice.start, slice.end, annotations.values.length);
      const type = kind === "date" ? "date" : "percent";
      annotations.values.push({ ...slice, type, value: kind === "date" ? value : Number(value) });
    }
  }
  return { text, annotations, ranges };
}

/**
 * The source of a page with an article of these lines, the headline first.
 * @param {string} text
 * @param {{ dir?: string, style?: string }} [how]
 */
export function pageOf(text, { dir = "rtl", style = "" } = {}) {
  const [headline, ...paragraphs] = text.split("\n");
  return `<!doctype html><html dir="${dir}" lang="ar"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${headline}</title>
<style>body { margin: 0; font: 20px/2 serif; background: #fff; color: #222 } article { max-width: 640px; margin: 60px auto; padding: 0 16px } ${style}</style>
<body><article><h1>${headline}</h1>${paragraphs.map((line) => `<p>${line}</p>`).join("")}</article></body></html>`;
}
