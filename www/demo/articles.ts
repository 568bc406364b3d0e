/** The articles that the demo opens, written for it. */
import economy from "./articles/economy.html";
import sport from "./articles/sport.html";
import water from "./articles/water.html";

/** The articles' sources by name, the one that is shown first at the front. */
export const ARTICLES = { water, economy, sport } as const;

/** An article's name. */
export type ArticleName = keyof typeof ARTICLES;
