/** `npm test`: sets everything up, then every check and test that needs nothing but this repository. */
import { readdirSync } from "node:fs";
import { build } from "./build.mjs";
import { root, run } from "./run.mjs";
import { browser, setUp } from "./setup.mjs";

setUp();
run("cargo", ["fmt", "--all", "--check"]);
run("cargo", ["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"]);
run("cargo", ["test", "--workspace", "--quiet"]);
run("cargo", ["xtask", "tidy"]);
run("cargo", ["xtask", "tables", "--check"]);
await build();
run("biome", ["ci", "."]);
run("tsc", ["--project", "tsconfig.json"]);
run("cargo", ["xtask", "size"]);
run("cargo", ["test", "--target", "wasm32-unknown-unknown", "--no-default-features", "--test", "wasm"], {
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: "wasm-bindgen-test-runner",
});
const tests = ["node", "browser"].flatMap((folder) =>
  readdirSync(`${root}tests/${folder}`)
    .filter((name) => name.endsWith(".test.mjs"))
    .map((name) => `tests/${folder}/${name}`),
);
run("node", ["--test", "--test-concurrency=1", ...tests], {
  CHROMIUM: browser("chromium"),
  FIREFOX: browser("firefox"),
});
