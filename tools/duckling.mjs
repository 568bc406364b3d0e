// @ts-nocheck: what it reads is loosely typed, and it is run by hand
// Holds `hamish analyze` against the examples of Facebook's Duckling for Arabic, which are not part of this repository:
//
//     node tools/duckling.mjs FOLDER [--misses]
//
// FOLDER is a copy of github.com/facebook/duckling; the environment variable DUCKLING may name it instead. Prints the
// share of examples whose value is the same, kind by kind, and with --misses the others. Duckling reads every phrase on
// Tuesday, 12 February 2013, at 4:30, and so does this.
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

/** The phrases of a corpus, each with what Duckling expects: `[["خمسة", "NumeralValue 5"], …]`. */
function examples(kind) {
  const source = readFileSync(`${folder}/Duckling/${kind}/AR/Corpus.hs`, "utf8").replace(/^\s*--.*$/gm, "");
  const from = source.indexOf("allExamples = concat");
  const found = [];
  for (const [, expected, list] of source
    .slice(from)
    .matchAll(/examples\s+([\s\S]*?)\n?\s*\[((?:\s*,?\s*"[^"\n]*"\s*)+)\]/g)) {
    for (const [, phrase] of list.matchAll(/"([^"\n]*)"/g))
      found.push([phrase, expected.replace(/\s+/g, " ").trim()]);
  }
  return found;
}

/** What Hamish finds in each of the phrases. */
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

const near = (a, b) => Math.abs(a - b) < 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
const numbers = (text) => [...text.matchAll(/-?\d+(?:\.\d+)?(?:e\d+)?/g)].map(Number);
const only = (values, type) => (values.length === 1 && values[0].type === type ? values[0].value : undefined);

/** Duckling's names of money that stand for several: the codes that are one of them. */
const MONEY = {
  Dollar: ["USD"],
  Pound: ["EGP", "GBP", "SDG", "LBP", "SYP"],
  Cent: ["USD"],
};
/** Duckling's units by CLDR's identifiers, each with how many of the first make one. */
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
const GRAINS = { Second: "S", Minute: "M", Hour: "H", Day: "D", Week: "W", Month: "M", Year: "Y" };

function measure(expected, values) {
  const [, unit] = expected.match(/simple (\w+)/);
  const amount = numbers(expected)[0];
  const factors = UNITS[unit];
  const quantity = only(values, "quantity");
  return quantity && quantity.unit in factors && near(quantity.amount * factors[quantity.unit], amount);
}

function money(expected, values) {
  const [, how, unit] = expected.match(/(simple|between|under|above) (\w+)/);
  const codes = MONEY[unit] ?? [unit];
  const share = unit === "Cent" ? 100 : 1;
  const found = values.map(
    ({ type, value }) => type === "money" && codes.includes(value.currency) && value.amount * share,
  );
  const amounts = numbers(expected);
  return (
    found.length === amounts.length &&
    amounts.every((amount, at) => found[at] !== false && near(found[at], amount)) &&
    how !== ""
  );
}

const DAY = 864e5;
const iso = (time) => new Date(time).toISOString();
const weekday = (time) => new Date(time).getUTCDay() || 7;

/** First instant of a week of ISO 8601. */
function week(year, number) {
  const fourth = Date.UTC(year, 0, 4);
  return fourth - (weekday(fourth) - 1) * DAY + (number - 1) * 7 * DAY;
}

/** Whether our date says the day, week, month or year that begins at `time`. What it leaves open agrees with all. */
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

/** Whether our time says this instant; without a part of the day it may be the other half of it. */
function clocks(time, instant, grain, phrase) {
  const zone = time.endsWith("Z") ? 2 : 0;
  const [hour, minute, second = 0] = time.replace("Z", "").split(":").map(Number);
  const at = new Date(instant);
  const hours = (at.getUTCHours() + zone) % 24;
  const open = !/صباح|الصبح|فجر|الظهر|ظهر|عصر|العصر|مساء|المغرب|ليل|GMT|gmt/.test(phrase) && hour <= 12;
  const same = hour === hours || (open && hour % 12 === hours % 12);
  return same && minute === at.getUTCMinutes() && (grain !== "Second" || second === at.getUTCSeconds());
}

/** Midnight of the day on which Duckling reads. */
const TODAY = Date.UTC(2013, 1, 12);

function instant(values, time, grain, phrase) {
  const clock = values.filter((value) => value.type === "time");
  const date = values.filter((value) => value.type === "date");
  const midnight = time - (time % DAY);
  if (grain === "Hour" || grain === "Minute" || grain === "Second") {
    const dated =
      date.length === 1 ? says(date[0].value, midnight, "Day") : date.length === 0 && midnight === TODAY;
    return clock.length === 1 && dated && clocks(clock[0].value, time, grain, phrase);
  }
  return clock.length === 0 && date.length === 1 && says(date[0].value, time, grain);
}

const SPAN = { Second: 0, Minute: 60e3, Hour: 36e5, Day: DAY, Week: 7 * DAY };

function time(expected, values, phrase) {
  const instants = [...expected.matchAll(/\((\d+), (\d+), (\d+), (\d+), (\d+), (\d+)\)/g)]
    .map((match) => match.slice(1).map(Number))
    .map(([year, month, day, hour, minute, second]) => Date.UTC(year, month - 1, day, hour, minute, second));
  const [, grain] = expected.match(/\) (Second|Minute|Hour|Day|Week|Month|Year)/);
  if (instants.length === 1) return instant(values, instants[0], grain, phrase);
  // Duckling's intervals end where the next unit begins.
  const [first, behind] = instants;
  const last = behind - SPAN[grain];
  if (grain === "Hour") {
    const clock = values.filter((value) => value.type === "time").map((value) => value.value);
    const date = values.filter((value) => value.type === "date").map((value) => value.value);
    const dated =
      date.length === 0 ? first - (first % DAY) === TODAY : says(date[0], first - (first % DAY), "Day");
    return (
      dated &&
      clock.length === 2 &&
      clocks(clock[0], first, grain, phrase) &&
      clocks(clock[1], last, grain, phrase)
    );
  }
  const range = only(values, "date");
  const [from, to] = range ? range.split("/") : [];
  return Boolean(to) && says(from, first, "Day") && (says(to, last, "Day") || says(to, behind, "Day"));
}

const KINDS = {
  Numeral: (expected, values) => near(only(values, "number"), numbers(expected)[0]),
  Ordinal: (expected, values) => only(values, "ordinal") === numbers(expected)[0],
  Duration: (expected, values) => {
    const [, count, grain] = expected.match(/DurationData (\d+) (\w+)/);
    const clock = ["Second", "Minute", "Hour"].includes(grain) ? "T" : "";
    return only(values, "duration") === `P${clock}${count}${GRAINS[grain]}`;
  },
  AmountOfMoney: money,
  Quantity: measure,
  Temperature: measure,
  Volume: measure,
  Time: time,
};

/** Phrases that say nothing. */
function negatives(kind) {
  const source = readFileSync(`${folder}/Duckling/${kind}/AR/Corpus.hs`, "utf8");
  const list = source.match(/negativeCorpus = .*?examples =\s*\[([^\]]*)\]/s)?.[1] ?? "";
  return [...list.matchAll(/"([^"\n]*)"/g)].map(([, phrase]) => [phrase, "nothing"]);
}

let [allRight, all] = [0, 0];
for (const [kind, same] of Object.entries(KINDS)) {
  const list = [...examples(kind), ...negatives(kind)];
  const found = analyzed(list.map(([phrase]) => phrase));
  const wrong = list.filter(
    ([phrase, expected], at) =>
      !(expected === "nothing" ? found[at].length === 0 : same(expected, found[at], phrase)),
  );
  const right = list.length - wrong.length;
  if (kind !== "Time") [allRight, all] = [allRight + right, all + list.length];
  console.log(`${kind.padEnd(16)}${right}/${list.length}  ${((100 * right) / list.length).toFixed(1)} %`);
  if (misses) {
    for (const example of wrong) {
      const values = found[list.indexOf(example)].map(
        ({ type, text, value }) => `${type} ${text} ${JSON.stringify(value)}`,
      );
      console.log(`    ${example[0]}  ${example[1]}  found: ${values.join(", ")}`);
    }
  }
}
console.log(`all but Time    ${allRight}/${all}  ${((100 * allRight) / all).toFixed(1)} %`);
