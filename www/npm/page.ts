/** The npm package's page layer: finds the article of a page, paints it, keeps up with it. */

export { attach } from "../page/attach.ts";
export { serveEngine } from "../page/serve.ts";
export type * from "../page/types.ts";
