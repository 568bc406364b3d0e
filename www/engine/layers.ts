/** What is painted, kind by kind. */

/** The layers of mentions. */
export const NAMES = ["person", "place", "organization"] as const;

/** The layers of `Analysis.ranges`, by their number there. */
export const LAYERS = [...NAMES, "direct", "partial", "term", "indirect", "date", "figure"] as const;

/** What can be painted, and toggled, on its own. */
export type Layer = (typeof LAYERS)[number];

/** The list of the annotations that each layer's ranges are of. */
export const LISTS: Readonly<Record<Layer, "mentions" | "quotes" | "values">> = {
  person: "mentions",
  place: "mentions",
  organization: "mentions",
  direct: "quotes",
  partial: "quotes",
  term: "quotes",
  indirect: "quotes",
  date: "values",
  figure: "values",
};
