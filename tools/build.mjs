/** Builds everything that is served or published: the .wasm into pkg/, scripts and pages into dist/. */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { root, run } from "./run.mjs";
import { setUp } from "./setup.mjs";
import { shrink } from "./wasm.mjs";

/** Builds what is out of date. */
export async function build() {
  setUp();
  await buildWasm();
  await bundle();
}

async function buildWasm() {
  const sources = [
    ".cargo",
    "src",
    "data/cues.tsv",
    "data/values",
    "Cargo.toml",
    "Cargo.lock",
    "www/engine/types.ts",
    "tools/wasm.mjs",
  ];
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
  await shrink(`${root}pkg/hamish_bg.wasm`);
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
  // Parts of earlier builds are named by what they held.
  for (const folder of ["npm", "embed", "demo", "types"])
    rmSync(`${root}dist/${folder}`, { recursive: true, force: true });
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
    entryPoints: ["www/npm/index.ts", "www/npm/node.ts", "www/npm/page.ts"],
    outdir: "dist/npm",
    format: "esm",
    splitting: true,
    external: ["node:*"],
  });
  /** @type {import("esbuild").BuildOptions} */
  const classic = {
    ...common,
    format: "iife",
    // A classic script has none; it says itself where the .wasm is.
    define: { "import.meta.url": "location.href" },
  };
  await esbuild.build({
    ...classic,
    entryPoints: { hamish: "www/embed/embed.ts" },
    outdir: "dist/embed",
    plugins: [...(common.plugins ?? []), workerPart(esbuild, classic)],
    // Arabic as it is, an eighth shorter; the mark in front says UTF-8 to pages of other encodings. Compiled while it is
    // loaded, off the page's thread, as what it does at once takes most of it.
    charset: "utf8",
    banner: { js: "\ufeff//# allFunctionsCalledOnLoad" },
  });
  await esbuild.build({
    ...common,
    entryPoints: { demo: "www/demo/demo.tsx" },
    outdir: "dist/demo",
    format: "esm",
    loader: { ".woff2": "file", ".woff": "empty", ".html": "text" },
  });
  for (const folder of ["npm", "embed", "demo"])
    cpSync(`${root}pkg/hamish_bg.wasm`, `${root}dist/${folder}/hamish_bg.wasm`);
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

/**
 * Makes what runs in the worker one function of the script: the worker is made of that function's source, and the page calls
 * it where there is no worker, so that nothing is downloaded twice.
 * @param {typeof import("esbuild")} esbuild
 * @param {import("esbuild").BuildOptions} options
 * @returns {import("esbuild").Plugin}
 */
function workerPart(esbuild, options) {
  return {
    name: "worker-part",
    setup({ onLoad, onResolve }) {
      const namespace = "worker-part";
      onResolve({ filter: /^hamish:worker$|\/serve\.ts$/ }, () => ({ path: "serve.ts", namespace }));
      onLoad({ filter: /./, namespace }, async () => {
        const { outputFiles } = await esbuild.build({
          ...options,
          entryPoints: ["www/page/serve.ts"],
          format: "esm",
          minify: false,
          write: false,
        });
        const body = outputFiles?.[0]?.text.replace(/export (\{[^}]*\});/, "return $1;");
        return {
          contents: `const whole = () => { ${body} };
            export const { serve, serveEngine } = whole();
            export const workerSource = \`(\${whole})().serveEngine()\`;`,
        };
      });
    },
  };
}

if (import.meta.url === `file://${process.argv[1]}`) await build();
