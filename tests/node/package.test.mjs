/** The package as npm packs it: installed elsewhere, its parts are found, its types hold and its engine runs. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

const root = new URL("../../", import.meta.url).pathname;
/** A project that has the package. */
const project = mkdtempSync(join(tmpdir(), "hamish-"));

before(() => {
  const packed = execFileSync("npm", ["pack", "--json", "--pack-destination", project], {
    cwd: root,
    encoding: "utf8",
  });
  const [{ filename }] = JSON.parse(packed);
  const folder = join(project, "node_modules/hamish");
  mkdirSync(folder, { recursive: true });
  execFileSync("tar", ["-xzf", join(project, filename), "-C", folder, "--strip-components=1"]);
  writeFileSync(join(project, "package.json"), '{ "type": "module" }');
});
after(() => rmSync(project, { recursive: true }));

/** @param {string} name @param {string} program */
const write = (name, program) => writeFileSync(join(project, name), program);

test("the engine runs, the page layer and the files are where the package says", () => {
  write(
    "use.mjs",
    `import { loadEngine } from "hamish";
    import { attach } from "hamish/page";
    import { existsSync } from "node:fs";
    const engine = await loadEngine();
    const { annotations } = engine.analyze("قال الرئيس فلاديمير بوتين في موسكو: «سنواصل المحادثات».");
    const files = ["hamish.wasm", "embed", "annotations.schema.json"];
    const there = files.map((file) => existsSync(new URL(import.meta.resolve("hamish/" + file))));
    console.log(JSON.stringify([annotations.quotes[0].speaker.text, typeof attach, ...there]));`,
  );
  const said = execFileSync("node", ["use.mjs"], { cwd: project, encoding: "utf8" });
  assert.deepEqual(JSON.parse(said), ["الرئيس فلاديمير بوتين", "function", true, true, true]);
});

for (const moduleResolution of ["bundler", "nodenext"])
  test(`its types hold where modules are resolved as ${moduleResolution}`, () => {
    write(
      "use.ts",
      `import { type Annotations, loadEngine } from "hamish";
      import { attach, type Handle } from "hamish/page";
      const { annotations } = (await loadEngine({ threshold: 0.5 })).analyze("نص");
      export const read: Annotations = annotations;
      export const handle: Handle = await attach(document, { margin: "none" });
      // @ts-expect-error: there is no such option
      attach(document, { margins: "none" });`,
    );
    const module = moduleResolution === "bundler" ? "esnext" : "nodenext";
    const how = ["--strict", "--noEmit", "--target", "es2024", "--lib", "es2024,dom,dom.iterable"];
    const tsc = join(root, "node_modules/.bin/tsc");
    execFileSync(tsc, [...how, "--module", module, "--moduleResolution", moduleResolution, "use.ts"], {
      cwd: project,
      encoding: "utf8",
    });
  });
