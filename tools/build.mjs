/** Builds everything that is served or published: the .wasm into pkg/, scripts and pages into dist/. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { root, run } from "./run.mjs";
import { setUp } from "./setup.mjs";

/** Builds what is out of date. */
export async function build() {
  setUp();
  buildWasm();
  await bundle();
}

function buildWasm() {
  const sources = ["src", "Cargo.toml", "Cargo.lock", "www/engine/types.ts"];
  if (newest([`${root}pkg/hamish_bg.wasm`]) > newest(sources.map((source) => root + source))) return;
  run("wasm-pack", [
    "build",
    "--target",
    "web",
    "--no-pack",
    "--profile",
    "wasm",
    "--",
    "--no-default-features",
  ]);
}

/** @param {string[]} paths */
function newest(paths) {
  let latest = 0;
  for (const path of paths) {
    if (!existsSync(path)) continue;
    const { mtimeMs } = statSync(path);
    const below = statSync(path).isDirectory()
      ? newest(readdirSync(path).map((name) => `${path}/${name}`))
      : 0;
    latest = Math.max(latest, mtimeMs, below);
  }
  return latest;
}

async function bundle() {
  const esbuild = await import("esbuild");
  /** @type {import("esbuild").BuildOptions} */
  const common = {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    target: ["chrome105", "firefox115", "safari16.4"],
    jsx: "automatic",
    jsxImportSource: "preact",
    plugins: [shadowStyles(esbuild)],
    logLevel: "warning",
  };
  await esbuild.build({
    ...common,
    entryPoints: ["www/npm/index.ts", "www/npm/page.ts"],
    outdir: "dist/npm",
    format: "esm",
    splitting: true,
    external: ["node:*"],
  });
  await esbuild.build({
    ...common,
    entryPoints: { hamish: "www/embed/embed.ts" },
    outdir: "dist/embed",
    format: "iife",
    // A classic script has none; it says itself where the .wasm is.
    define: { "import.meta.url": "location.href" },
  });
  await esbuild.build({
    ...common,
    entryPoints: { demo: "www/demo/demo.tsx" },
    outdir: "dist/demo",
    format: "esm",
    loader: { ".woff2": "file", ".woff": "empty", ".html": "text" },
  });
  for (const folder of ["npm", "embed", "demo"]) {
    mkdirSync(`${root}dist/${folder}`, { recursive: true });
    cpSync(`${root}pkg/hamish_bg.wasm`, `${root}dist/${folder}/hamish_bg.wasm`);
  }
  cpSync(`${root}dist/embed/hamish.js`, `${root}dist/demo/hamish.js`);
  cpSync(`${root}www/demo/index.html`, `${root}dist/demo/index.html`);
  run("tsc", ["--project", "tsconfig.types.json"]);
}

/**
 * Style sheets of shadow roots, minified, as strings: the roots adopt them, so no policy of the page's is asked.
 * @param {typeof import("esbuild")} esbuild
 * @returns {import("esbuild").Plugin}
 */
function shadowStyles(esbuild) {
  return {
    name: "shadow-styles",
    setup({ onLoad }) {
      onLoad({ filter: /\.shadow\.css$/ }, async ({ path }) => {
        const { code } = await esbuild.transform(readFileSync(path, "utf8"), { loader: "css", minify: true });
        return { contents: code, loader: "text" };
      });
    },
  };
}

if (import.meta.url === `file://${process.argv[1]}`) await build();
