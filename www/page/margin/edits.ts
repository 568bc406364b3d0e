/** A text as edits make it. */
import type { Edit } from "../../engine/engine.ts";

/** Lists of edits that never meet, in order of place. */
export function merged(...lists: readonly (readonly Edit[])[]): Edit[] {
  return lists.flat().sort((a, b) => a.start - b.start);
}

/** What stands from `start` to `end` once the edits are made; an edit belongs to where it begins. */
export function edited(text: string, edits: readonly Edit[], start = 0, end = text.length): string {
  const parts: string[] = [];
  let at = start;
  for (const edit of edits) {
    if (edit.end <= start && edit.start < start) continue;
    if (edit.start >= end) break;
    if (edit.start >= start) parts.push(text.slice(at, edit.start), edit.replacement);
    at = Math.max(at, edit.end);
  }
  parts.push(text.slice(at, Math.max(at, end)));
  return parts.join("");
}
