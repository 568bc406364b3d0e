/** One script tag: attaches to the page that holds it; in a worker made of the same script, runs the engine. */
import { serveEngine } from "../page/analyze.ts";
import { attach } from "../page/attach.ts";

if (typeof document === "undefined") {
  serveEngine();
} else {
  const script = document.currentScript as HTMLScriptElement | null;
  const base = script?.src || location.href;
  const handle =
    script?.dataset.manual !== undefined
      ? null
      : attach(document, {
          wasm: new URL("hamish_bg.wasm", base),
          worker: base,
          ...(script?.dataset.selector ? { selector: script.dataset.selector } : {}),
          ...(script?.dataset.margin ? { margin: script.dataset.margin as "panel" | "badge" | "none" } : {}),
        });
  Object.assign(globalThis, { hamish: { attach, handle } });
}
