/** What is painted, kind by kind. */

/** The layers of `Analysis.ranges`, by their number there. */
export const LAYERS = [
  "person",
  "place",
  "organization",
  "direct",
  "partial",
  "term",
  "indirect",
  "date",
  "figure",
] as const;

/** What can be painted, and toggled, on its own. */
export type Layer = (typeof LAYERS)[number];
