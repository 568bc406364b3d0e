/** Checks what a host asks for: what is wrong is told and left out, so that a page gets less of the service, not an error. */
import type { OwnName } from "../engine/engine.ts";
import { LAYERS, type Layer, NAMES } from "../engine/layers.ts";
import { type AttachOptions, CALLS, type OwnPattern } from "./types.ts";

/** Takes a value or says why not; null leaves the option out. */
type Check<T> = (value: unknown, complain: (why: string) => null) => T | null;

const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const oneOf =
  <T extends string>(...all: readonly T[]): Check<T> =>
  (value, complain) =>
    all.includes(value as T) ? (value as T) : complain(`${told(value)} is none of ${all.join(", ")}`);

const listOf =
  <T>(check: Check<T>): Check<T[]> =>
  (value, complain) =>
    Array.isArray(value)
      ? value.map((one) => check(one, complain)).filter((one) => one !== null)
      : complain(`${told(value)} is no list`);

/** Addresses are the page's: a worker would take a relative one for its own. */
const address: Check<URL> = (value, complain) => {
  try {
    if (!isText(value) && !(value instanceof URL)) throw new Error();
    return new URL(value, document.baseURI);
  } catch {
    return complain(`${told(value)} is no address`);
  }
};

const callback = <T>(value: unknown, complain: (why: string) => null): T | null =>
  typeof value === "function" ? (value as T) : complain(`${told(value)} is no function`);

const isTrue: Check<boolean> = (value, complain) =>
  typeof value === "boolean" ? value : complain(`${told(value)} is neither true nor false`);

const color = (value: unknown): value is string => isText(value) && CSS.supports("color", value);

const ownName: Check<OwnName> = (value, complain) => {
  if (!isRecord(value) || !isText(value.name)) return complain(`${told(value)} has no name`);
  const { name, type, id, aliases } = value;
  if (!NAMES.includes(type as OwnName["type"]))
    return complain(`the type of ${told(name)} is none of ${NAMES.join(", ")}`);
  if (id !== undefined && !isText(id)) return complain(`the id of ${told(name)} is no text`);
  if (aliases !== undefined && !(Array.isArray(aliases) && aliases.every(isText)))
    return complain(`the aliases of ${told(name)} are no list of names`);
  return value as unknown as OwnName;
};

const ownPattern: Check<OwnPattern> = (value, complain) => {
  if (!isRecord(value) || !isText(value.name) || !/^[a-z][\w-]*$/i.test(value.name))
    return complain(`${told(value)} has no name of Latin letters, digits and hyphens`);
  const { name, pattern, flags } = value;
  if (!(pattern instanceof RegExp)) {
    try {
      if (!isText(pattern)) throw new Error("it is empty");
      new RegExp(pattern, (flags ?? "u") as string);
    } catch (error) {
      return complain(`the pattern of ${told(name)} is no regular expression: ${(error as Error).message}`);
    }
  }
  if (value.color !== undefined && !color(value.color))
    return complain(`the color of ${told(name)} is no CSS color`);
  return value as unknown as OwnPattern;
};

const CHECKS: { [Name in keyof AttachOptions]-?: Check<NonNullable<AttachOptions[Name]>> } = {
  selector: (value, complain) => {
    try {
      if (!isText(value)) throw new Error();
      document.createDocumentFragment().querySelector(value);
      return value;
    } catch {
      return complain(`${told(value)} is no CSS selector`);
    }
  },
  layers: listOf(oneOf(...LAYERS)),
  language: oneOf("ar", "en"),
  margin: oneOf("panel", "badge", "none"),
  open: isTrue,
  colors: (value, complain) => {
    if (!isRecord(value)) return complain(`${told(value)} is no list of colors by layer`);
    const good = Object.entries(value).filter(
      ([layer, of]) =>
        (LAYERS.includes(layer as Layer) || complain(`${told(layer)} is no layer`)) &&
        (color(of) || complain(`${told(of)} is no CSS color`)),
    );
    return Object.fromEntries(good);
  },
  wasm: address,
  worker: (value, complain) =>
    listOf<URL | Blob>((one) => (one instanceof Blob ? one : address(one, complain)))(
      [value].flat(),
      complain,
    ),
  engine: (value, complain) =>
    isRecord(value) && CALLS.every((name) => typeof value[name] === "function")
      ? (value as unknown as NonNullable<AttachOptions["engine"]>)
      : complain(`it needs the functions ${CALLS.join(", ")}`),
  threshold: (value, complain) =>
    typeof value === "number" && value >= 0 && value <= 1
      ? value
      : complain(`${told(value)} is no number from 0 to 1`),
  find: listOf(oneOf("names", "values", "quotes")),
  names: listOf(ownName),
  patterns: listOf(ownPattern),
  published: (value, complain) =>
    isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
      ? value
      : complain(`${told(value)} is no day, such as 2026-09-15`),
  onReady: callback,
  onChange: callback,
  onSelect: callback,
  onError: callback,
};

/** The options that are right, and what is wrong with the others. */
export function checkOptions(options: object): { options: AttachOptions; problems: Error[] } {
  const problems: Error[] = [];
  const good: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || value === null) continue;
    const complain = (why: string) => {
      problems.push(new Error(`option \`${name}\`: ${why}`));
      return null;
    };
    const check = Object.hasOwn(CHECKS, name)
      ? (CHECKS[name as keyof AttachOptions] as Check<unknown>)
      : null;
    if (!check) complain(`there is none of this name, only ${Object.keys(CHECKS).join(", ")}`);
    const taken = check?.(value, complain) ?? null;
    if (taken !== null) good[name] = taken;
  }
  return { options: good as AttachOptions, problems };
}

function told(value: unknown): string {
  return typeof value === "string" ? `«${value}»` : (JSON.stringify(value) ?? String(value));
}
