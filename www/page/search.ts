/** Finds words in the article, spelling folded: harakat, tatweel, hamza, teh marbuta and alef maksura do not matter. */
import type { Range } from "../engine/engine.ts";

const DROPPED = /[\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]/;
const FOLDED: Record<string, string> = {
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ة: "ه",
  ى: "ي",
  ؤ: "و",
  ئ: "ي",
  ک: "ك",
  ی: "ي",
};

/** The places where a text has the query; none for an empty one. */
export function find(text: string, query: string): Range[] {
  const wanted = fold(query.trim()).folded;
  if (!wanted) return [];
  const { folded, from } = fold(text);
  const found: Range[] = [];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    const last = at + wanted.length;
    found.push({ start: from[at] as number, end: from[last] ?? text.length });
  }
  return found;
}

/** The folded text, and where each of its units begins in the source; what was dropped belongs to what stands before. */
function fold(text: string): { folded: string; from: number[] } {
  const parts: string[] = [];
  const from: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text[at] as string;
    if (DROPPED.test(unit)) continue;
    const digit = unit >= "٠" && unit <= "٩" ? String(unit.charCodeAt(0) - 0x660) : unit;
    const lower = digit.toLowerCase();
    parts.push(FOLDED[digit] ?? (lower.length === 1 ? lower : digit));
    from.push(at);
  }
  return { folded: parts.join(""), from };
}
