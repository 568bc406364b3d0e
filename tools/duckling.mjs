/**
 * Holds `hamish analyze` against the examples of Facebook's Duckling for Arabic, which are not part of this repository:
 *
 *     node tools/duckling.mjs FOLDER [--misses]
 *
 * FOLDER is a copy of github.com/facebook/duckling; the environment variable DUCKLING may name it instead. Prints the
 * share of examples whose value is the same, kind by kind, and with --misses the others. Duckling reads every phrase on
 * Tuesday, 12 February 2013, at 4:30, and so does this.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const folder = process.argv.slice(2).find((argument) => !argument.startsWith("--")) ?? process.env.DUCKLING;
const misses = process.argv.includes("--misses");
const COMMAND = process.env.HAMISH ?? "target/release/hamish";

if (!folder || !existsSync(`${folder}/Duckling/Numeral/AR/Corpus.hs`)) {
  console.error("duckling: give the folder of a copy of github.com/facebook/duckling");
  process.exit(2);
}
if (!existsSync(COMMAND)) {
  console.error(`duckling: no ${COMMAND}; run cargo build --release first`);
  process.exit(2);
}

/**
 * @typedef {{ amount: number, currency?: string, unit?: string }} Amount
 * @typedef {{ type: string, text: string, value: string | number | Amount }} Value what Hamish finds
 * @typedef {[phrase: string, expected: string]} Example
 */

/**
 * The phrases of a corpus, each with what Duckling expects: `[["خمسة", "NumeralValue 5"], …]`.
 * @param {string} kind
 */
function examples(kind) {
  const source = readFileSync(`${folder}/Duckling/${kind}/AR/Corpus.hs`, "utf8").replace(/^\s*--.*$/gm, "");
  const from = source.indexOf("allExamples = concat");
  /** @type {Example[]} */
  const found = [];
  for (const [, expected = "", list = ""] of source
    .slice(from)
    .matchAll(/examples\s+([\s\S]*?)\n?\s*\[((?:\s*,?\s*"[^"\n]*"\s*)+)\]/g)) {
    for (const [, phrase = ""] of list.matchAll(/"([^"\n]*)"/g))
      found.push([phrase, expected.replace(/\s+/g, " ").trim()]);
  }
  return found;
}

/**
 * What Hamish finds in each of the phrases.
 * @param {string[]} phrases
 * @returns {Value[][]}
 */
function analyzed(phrases) {
  const lines = phrases.map((text, at) => JSON.stringify({ id: String(at), text })).join("\n");
  const args = ["analyze", "--ndjson", "--published", "2013-02-12", "-"];
  const run = spawnSync(COMMAND, args, { input: `${lines}\n`, encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).values);
}

/**
 * Whether `found` is the number that is wanted, rounding aside.
 * @param {unknown} found
 * @param {number | undefined} wanted
 */
function near(found, wanted = Number.NaN) {
  if (typeof found !== "number") return false;
  return Math.abs(found - wanted) < 1e-9 * Math.max(1, Math.abs(found), Math.abs(wanted));
}

/** @param {string} text */
const numbers = (text) => [...text.matchAll(/-?\d+(?:\.\d+)?(?:e\d+)?/g)].map(Number);

/**
 * What a pattern's first group holds.
 * @param {string} text
 * @param {RegExp} pattern
 */
const group = (text, pattern) => text.match(pattern)?.[1] ?? "";

/**
 * The one value that is found, if it is of this type.
 * @param {Value[]} values
 * @param {string} type
 */
function only(values, type) {
  const [value] = values;
  return values.length === 1 && value?.type === type ? value.value : undefined;
}

/**
 * The values of a type that is written as a string.
 * @param {Value[]} values
 * @param {string} type
 */
const written = (values, type) =>
  values.filter((value) => value.type === type).map(({ value }) => String(value));

/** @param {Value["value"] | undefined} value */
const amountOf = (value) => (typeof value === "object" ? value : undefined);

/**
 * Duckling's names of money that stand for several: the codes that are one of them.
 * @type {Record<string, string[]>}
 */
const MONEY = {
  Dollar: ["USD"],
  Pound: ["EGP", "GBP", "SDG", "LBP", "SYP"],
  Cent: ["USD"],
};
/**
 * Duckling's units by CLDR's identifiers, each with how many of the first make one.
 * @type {Record<string, Record<string, number>>}
 */
const UNITS = {
  Gram: { gram: 1, kilogram: 1000, milligram: 0.001 },
  Ounce: { ounce: 1 },
  Cup: { cup: 1 },
  Millilitre: { milliliter: 1 },
  Litre: { liter: 1 },
  Hectolitre: { hectoliter: 1 },
  Gallon: { gallon: 1 },
  Celsius: { celsius: 1 },
  Fahrenheit: { fahrenheit: 1 },
  Degree: { degree: 1, celsius: 1 },
};
/** @type {Record<string, string>} */
const GRAINS = { Second: "S", Minute: "M", Hour: "H", Day: "D", Week: "W", Month: "M", Year: "Y" };

/**
 * @param {string} expected
 * @param {Value[]} values
 */
function measure(expected, values) {
  const quantity = amountOf(only(values, "quantity"));
  const factor = UNITS[group(expected, /simple (\w+)/)]?.[quantity?.unit ?? ""];
  return quantity && factor ? near(quantity.amount * factor, numbers(expected)[0]) : false;
}

/**
 * @param {string} expected
 * @param {Value[]} values
 */
function money(expected, values) {
  const unit = group(expected, /(?:simple|between|under|above) (\w+)/);
  const codes = MONEY[unit] ?? [unit];
  const share = unit === "Cent" ? 100 : 1;
  const found = values.map(({ type, value }) => {
    const { amount = 0, currency = "" } = amountOf(value) ?? {};
    return type === "money" && codes.includes(currency) ? amount * share : undefined;
  });
  const amounts = numbers(expected);
  return found.length === amounts.length && amounts.every((amount, at) => near(found[at], amount));
}

const DAY = 864e5;
/** @param {number} time */
const iso = (time) => new Date(time).toISOString();
/** @param {number} time */
const weekday = (time) => new Date(time).getUTCDay() || 7;

/**
 * First instant of a week of ISO 8601.
 * @param {number} year
 * @param {number} number
 */
function week(year, number) {
  const fourth = Date.UTC(year, 0, 4);
  return fourth - (weekday(fourth) - 1) * DAY + (number - 1) * 7 * DAY;
}

/**
 * Whether our date says the day, week, month or year that begins at `time`. What it leaves open agrees with all.
 * @param {string} date
 * @param {number} time
 * @param {string} grain
 */
function says(date, time, grain) {
  const at = iso(time);
  const day = date.match(/^W-(\d)$/);
  if (day) return grain !== "Week" && weekday(time) === Number(day[1]);
  const inWeek = date.match(/^(\d{4})-W(\d\d)$/);
  if (inWeek) return grain === "Week" && week(Number(inWeek[1]), Number(inWeek[2])) === time;
  if (grain === "Year") return date === at.slice(0, 4);
  if (grain === "Month") return date === at.slice(0, 7);
  if (date.startsWith("--")) return date === `-${at.slice(4, 10)}`;
  return date === at.slice(0, 10) || (at.slice(8, 10) === "01" && date === at.slice(0, 7));
}

/**
 * Whether our time says this instant; without a part of the day it may be the other half of it.
 * @param {string} time
 * @param {number} instant
 * @param {string} grain
 * @param {string} phrase
 */
function clocks(time, instant, grain, phrase) {
  const zone = time.endsWith("Z") ? 2 : 0;
  const [hour = 0, minute = 0, second = 0] = time.replace("Z", "").split(":").map(Number);
  const at = new Date(instant);
  const hours = (at.getUTCHours() + zone) % 24;
  const open = !/صباح|الصبح|فجر|الظهر|ظهر|عصر|العصر|مساء|المغرب|ليل|GMT|gmt/.test(phrase) && hour <= 12;
  const same = hour === hours || (open && hour % 12 === hours % 12);
  return same && minute === at.getUTCMinutes() && (grain !== "Second" || second === at.getUTCSeconds());
}

/** Midnight of the day on which Duckling reads. */
const TODAY = Date.UTC(2013, 1, 12);

/**
 * @param {Value[]} values
 * @param {number} time
 * @param {string} grain
 * @param {string} phrase
 */
function instant(values, time, grain, phrase) {
  const [clock, ...otherClocks] = written(values, "time");
  const [date, ...otherDates] = written(values, "date");
  if (otherClocks.length > 0 || otherDates.length > 0) return false;
  if (grain === "Hour" || grain === "Minute" || grain === "Second") {
    const midnight = time - (time % DAY);
    const dated = date === undefined ? midnight === TODAY : says(date, midnight, "Day");
    return clock !== undefined && dated && clocks(clock, time, grain, phrase);
  }
  return clock === undefined && date !== undefined && says(date, time, grain);
}

/**
 * How long a unit lasts, where an interval ends with one.
 * @type {Record<string, number>}
 */
const SPAN = { Second: 0, Minute: 60e3, Hour: 36e5, Day: DAY, Week: 7 * DAY };

/**
 * @param {string} expected
 * @param {Value[]} values
 * @param {string} phrase
 */
function time(expected, values, phrase) {
  const [first = 0, behind] = [...expected.matchAll(/\((\d+), (\d+), (\d+), (\d+), (\d+), (\d+)\)/g)].map(
    (match) => {
      const [year = 0, month = 0, ...rest] = match.slice(1).map(Number);
      return Date.UTC(year, month - 1, ...rest);
    },
  );
  const grain = group(expected, /\) (Second|Minute|Hour|Day|Week|Month|Year)/);
  if (behind === undefined) return instant(values, first, grain, phrase);
  // Duckling's intervals end where the next unit begins.
  const last = behind - (SPAN[grain] ?? Number.NaN);
  if (grain === "Hour") {
    const [from, to, ...others] = written(values, "time");
    const [date] = written(values, "date");
    const midnight = first - (first % DAY);
    const dated = date === undefined ? midnight === TODAY : says(date, midnight, "Day");
    const isRange = from !== undefined && to !== undefined && others.length === 0;
    return dated && isRange && clocks(from, first, grain, phrase) && clocks(to, last, grain, phrase);
  }
  const [from = "", to] = String(only(values, "date") ?? "").split("/");
  return to !== undefined && says(from, first, "Day") && (says(to, last, "Day") || says(to, behind, "Day"));
}

/** @type {Record<string, (expected: string, values: Value[], phrase: string) => boolean>} */
const KINDS = {
  Numeral: (expected, values) => near(only(values, "number"), numbers(expected)[0]),
  Ordinal: (expected, values) => only(values, "ordinal") === numbers(expected)[0],
  Duration: (expected, values) => {
    const [, count, grain = ""] = expected.match(/DurationData (\d+) (\w+)/) ?? [];
    const clock = ["Second", "Minute", "Hour"].includes(grain) ? "T" : "";
    return only(values, "duration") === `P${clock}${count}${GRAINS[grain]}`;
  },
  AmountOfMoney: money,
  Quantity: measure,
  Temperature: measure,
  Volume: measure,
  Time: time,
};

/**
 * Phrases that say nothing.
 * @param {string} kind
 * @returns {Example[]}
 */
function negatives(kind) {
  const source = readFileSync(`${folder}/Duckling/${kind}/AR/Corpus.hs`, "utf8");
  const list = source.match(/negativeCorpus = .*?examples =\s*\[([^\]]*)\]/s)?.[1] ?? "";
  return [...list.matchAll(/"([^"\n]*)"/g)].map(([, phrase = ""]) => [phrase, "nothing"]);
}

let [allRight, all] = [0, 0];
for (const [kind, same] of Object.entries(KINDS)) {
  const list = [...examples(kind), ...negatives(kind)];
  const found = analyzed(list.map(([phrase]) => phrase));
  const wrong = list.filter(
    ([phrase, expected], at) =>
      !(expected === "nothing" ? found[at]?.length === 0 : same(expected, found[at] ?? [], phrase)),
  );
  const right = list.length - wrong.length;
  if (kind !== "Time") [allRight, all] = [allRight + right, all + list.length];
  console.log(`${kind.padEnd(16)}${right}/${list.length}  ${((100 * right) / list.length).toFixed(1)} %`);
  if (misses) {
    for (const example of wrong) {
      const values = (found[list.indexOf(example)] ?? []).map(
        ({ type, text, value }) => `${type} ${text} ${JSON.stringify(value)}`,
      );
      console.log(`    ${example[0]}  ${example[1]}  found: ${values.join(", ")}`);
    }
  }
}
console.log(`all but Time    ${allRight}/${all}  ${((100 * allRight) / all).toFixed(1)} %`);
