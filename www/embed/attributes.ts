/** Reads the options of a script tag: an attribute each, or JSON. */

/** Attributes that hold JSON. */
const JSON_NAMES = ["names", "patterns", "colors"];

/**
 * The options that a script tag's attributes give: `data-margin="badge"`, `data-layers="person place"`,
 * `data-names='[{"name": "…"}]'`; `data-options` holds them all as JSON, or names the element that does, `#options`.
 *
 * @param complain told of JSON that cannot be read
 */
export function optionsOf(
  script: HTMLScriptElement,
  complain: (why: string) => void,
): Record<string, unknown> {
  const { options = "", manual: _, ...single } = script.dataset;
  const json = /^#/.test(options)
    ? (script.ownerDocument.querySelector(options)?.textContent ?? "")
    : options;
  const parse = (text: string, name: string): unknown => {
    try {
      return JSON.parse(text);
    } catch (error) {
      complain(`\`data-${name}\` is no JSON: ${(error as Error).message}`);
      return undefined;
    }
  };
  const read: Record<string, unknown> = {};
  if (options) Object.assign(read, parse(json, "options"));
  for (const [name, text = ""] of Object.entries(single)) {
    if (JSON_NAMES.includes(name)) read[name] = parse(text, name);
    else if (name === "layers") read[name] = text.split(/[\s,]+/).filter(Boolean);
    else if (name === "threshold") read[name] = Number(text);
    else if (name === "open") read[name] = text !== "false";
    else read[name] = text;
  }
  return read;
}
