/** The npm package: the engine in a browser, in Node and on the edge. */
export * from "../engine/engine.ts";
