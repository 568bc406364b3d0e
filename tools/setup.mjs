/** Sets up whatever is missing: npm packages, the wasm target, wasm-bindgen, wasm-pack; names a missing browser. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { fail, output, root, run } from "./run.mjs";

const WASM_PACK = "0.15.1";

/** Everything that building needs. */
export function setUp() {
  if (Number(process.versions.node.split(".")[0]) < 20)
    fail("Node 20 or later is needed: https://nodejs.org");
  if (output("cargo", ["--version"]) === null) fail("Rust is needed: https://rustup.rs");
  npmPackages();
  if (!wasmTargetThere()) run("rustup", ["target", "add", "wasm32-unknown-unknown"]);
  const bindgen = lockedVersion("wasm-bindgen");
  if (output("wasm-bindgen", ["--version"]) !== `wasm-bindgen ${bindgen}`)
    // Its lock file names versions that are gone from the registry.
    run("cargo", ["install", "wasm-bindgen-cli", "--version", bindgen, "--root", ".tools"]);
  if (output("wasm-pack", ["--version"]) !== `wasm-pack ${WASM_PACK}`)
    run("cargo", ["install", "wasm-pack", "--version", WASM_PACK, "--locked", "--root", ".tools"]);
}

const browsers = {
  chromium: [
    process.env.CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
  ],
  firefox: [
    process.env.FIREFOX,
    "/usr/bin/firefox-esr",
    "/usr/bin/firefox",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
  ],
};

/**
 * The path of a browser; installs Debian's where that is possible, else ends with a line that says what is missing.
 * @param {"chromium" | "firefox"} name
 * @returns {string}
 */
export function browser(name) {
  const found = () => browsers[name].find((path) => path && existsSync(path));
  const there = found();
  if (there) return there;
  if (existsSync("/etc/debian_version") && process.getuid?.() === 0) {
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-y", "-qq", name === "firefox" ? "firefox-esr" : "chromium"]);
  }
  return (
    found() ??
    fail(`${name} is needed for the browser tests: install it, or set ${name.toUpperCase()} to its path`)
  );
}

function npmPackages() {
  const lock = `${root}package-lock.json`;
  const installed = `${root}node_modules/.package-lock.json`;
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs)
    run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
}

function wasmTargetThere() {
  const folder = output("rustc", ["--print", "target-libdir", "--target", "wasm32-unknown-unknown"]);
  return folder !== null && existsSync(folder);
}

/** @param {string} crate */
function lockedVersion(crate) {
  const found = readFileSync(`${root}Cargo.lock`, "utf8").match(
    new RegExp(`name = "${crate}"\nversion = "([^"]+)"`),
  );
  return found?.[1] ?? fail(`Cargo.lock names no ${crate}`);
}

if (import.meta.url === `file://${process.argv[1]}`) setUp();
