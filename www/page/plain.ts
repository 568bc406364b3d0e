/** What can be told of a text without the engine: how long it takes to read. */
import type { Analysis } from "../engine/engine.ts";
import { minutesLabel } from "./minutes.ts";

/** Words per minute, silent reading of fiction and non-fiction: Brysbaert 2019, table 4. */
const ARABIC = 181;
const ENGLISH = 238;

/** Reading time alone, where a page's policy refuses WebAssembly or the engine could not be had. */
export function plainAnalysis(text: string): Analysis {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const language = letters === 0 ? "und" : arabic > letters / 2 ? "ar" : "en";
  const wordsPerMinute = language === "en" ? ENGLISH : ARABIC;
  const seconds = Math.round((60 * words) / wordsPerMinute);
  const minutes = Math.ceil(seconds / 60);
  return {
    annotations: {
      offsets: "utf16",
      language,
      readingTime: { words, seconds, minutes, wordsPerMinute, label: minutesLabel(minutes, language) },
      mentions: [],
      entities: [],
      quotes: [],
      values: [],
    },
    ranges: new Uint32Array(),
  };
}
