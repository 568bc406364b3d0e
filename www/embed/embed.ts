/** One script tag: attaches to the page that holds it; in a worker made of the same script, runs the engine. */
import { workerSource } from "hamish:worker";
import { attach } from "../page/attach.ts";
import { serveEngine } from "../page/serve.ts";
import type { AttachOptions } from "../page/types.ts";
import { optionsOf } from "./attributes.ts";

if (typeof document === "undefined") {
  serveEngine();
} else {
  const script = document.currentScript as HTMLScriptElement | null;
  const base = script?.src || location.href;
  // A worker by address, which a page's policy may allow where it refuses the other, can only be of the same host.
  const own = script?.src.startsWith(`${location.origin}/`) ? [base] : [];
  const here = { wasm: new URL("hamish_bg.wasm", base), worker: [new Blob([workerSource]), ...own] };
  const attachHere = (page: Document, options: AttachOptions = {}) => attach(page, { ...here, ...options });
  const asked = script ? optionsOf(script, (why) => console.error(`hamish: ${why}`)) : {};
  const handle = script?.dataset.manual === undefined ? attachHere(document, asked) : null;
  Object.assign(globalThis, { hamish: { attach: attachHere, handle } });
}
