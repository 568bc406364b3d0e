/** Going through a number of places, one by one and round. */
import { useState } from "preact/hooks";

/** Where the reader is, null before the first step; a step on or back; and the way to begin anew. */
export function useSteps(
  count: number,
  go: (to: number) => void,
  start: number | null = null,
): { at: number | null; step: (by: 1 | -1) => void; reset: () => void } {
  const [at, setAt] = useState(start);
  const step = (by: 1 | -1) => {
    if (count === 0) return;
    const to = at === null ? (by > 0 ? 0 : count - 1) : (at + by + count) % count;
    setAt(to);
    go(to);
  };
  return { at: at === null || at >= count ? null : at, step, reset: () => setAt(null) };
}
