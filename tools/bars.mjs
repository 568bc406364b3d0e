/** `node tools/bars.mjs TABLE name=bar …`: fails where a score that a table prints lies below its bar. */
import { readFileSync } from "node:fs";
import { fail } from "./run.mjs";

const [table = "", ...bars] = process.argv.slice(2);
const rows = readFileSync(table, "utf8").split("\n");
for (const bar of bars) {
  const [name = "", least = ""] = bar.split("=");
  const numbers = rows
    .find((row) => row.startsWith(name))
    ?.slice(name.length)
    .match(/\d\.\d+/g);
  // A row gives precision, recall and F1, or one score alone.
  const score = Number(numbers?.[2] ?? numbers?.[0]);
  if (!(score >= Number(least))) fail(`${name} is ${score}, below ${least}`);
}
