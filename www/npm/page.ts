/** The npm package's page layer: finds the article of a page, paints it, keeps up with it. */
export { serveEngine } from "../page/analyze.ts";
export { attach } from "../page/attach.ts";
export type * from "../page/types.ts";
