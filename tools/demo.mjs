/** `npm run demo`: builds, serves the demo page and opens it. */
import { spawn } from "node:child_process";
import { build } from "./build.mjs";
import { root } from "./run.mjs";
import { serve } from "./serve.mjs";

await build();
const port = Number(process.env.PORT ?? 8017);
const { url } = await serve({ "/": `${root}dist/demo` }, port).catch(() =>
  serve({ "/": `${root}dist/demo` }),
);
console.log(`\nHamish's demo: ${url}  (Ctrl-C ends it)`);
const openers = { darwin: "open", win32: "explorer", linux: "xdg-open" };
const opener = openers[/** @type {"darwin" | "win32" | "linux"} */ (process.platform)];
if (opener && !process.env.CI)
  spawn(opener, [url], { stdio: "ignore", detached: true }).on("error", () => {});
