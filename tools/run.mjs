/** What the npm scripts share: running commands and saying what is missing in one line. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The repository's folder. */
export const root = fileURLToPath(new URL("..", import.meta.url));

const separator = process.platform === "win32" ? ";" : ":";

/** Commands of the repository's own tools come first, npm's packages next. */
export const path = [`${root}.tools/bin`, `${root}node_modules/.bin`, process.env.PATH].join(separator);

/**
 * Runs a command in the repository, its output shown; ends the process where it fails.
 * @param {string} command
 * @param {string[]} [args]
 * @param {Record<string, string>} [env]
 */
export function run(command, args = [], env = {}) {
  const shown = [command, ...args].join(" ");
  console.log(`\x1b[2m$ ${shown}\x1b[0m`);
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, PATH: path, ...env },
  });
  if (error || status !== 0) fail(`\`${shown}\` ${error ? error.message : `ended with ${status}`}`);
}

/**
 * What a command prints, or null where it fails or is not there.
 * @param {string} command
 * @param {string[]} [args]
 */
export function output(command, args = []) {
  const { status, stdout } = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, PATH: path },
  });
  return status === 0 ? stdout.trim() : null;
}

/**
 * Ends with one line that says what is wrong and what to do.
 * @param {string} why
 * @returns {never}
 */
export function fail(why) {
  console.error(`hamish: ${why}`);
  process.exit(1);
}
