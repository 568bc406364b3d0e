/** `npm run bench`: the built engine and page layer beside what people use today, in Node and in Chromium, as ratios. */
import { readdirSync } from "node:fs";
import { build } from "./build.mjs";
import { root, run } from "./run.mjs";
import { browser } from "./setup.mjs";

await build();
const benches = readdirSync(`${root}benches/browser`).filter((name) => name.endsWith(".bench.mjs"));
for (const bench of benches) run("node", [`benches/browser/${bench}`], { CHROMIUM: browser("chromium") });
