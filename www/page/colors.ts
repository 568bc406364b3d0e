/** Colours of the highlights, measured against the page's own so that its text stays readable. */
import { LAYERS, type Layer } from "../engine/engine.ts";

/** How deep the tint of a layer is where the text allows it: reported speech is long, and stays quiet. */
const TINTS: Partial<Record<Layer, number>> = { direct: 0.3, partial: 0.2, term: 0.16, indirect: 0.08 };

/** Red, green, blue: 0 to 255; alpha: 0 to 1. */
export type Color = readonly [number, number, number, number];

const HUES: Record<Layer, string> = {
  person: "#1d6fd1",
  place: "#12805c",
  organization: "#8a4bc2",
  direct: "#f0a202",
  partial: "#f0a202",
  term: "#8a8f98",
  indirect: "#d9780f",
  date: "#0f7f8f",
  figure: "#b0416b",
};

/** WCAG 2.2, success criterion 1.4.3: contrast of text, level AA. */
const TEXT_CONTRAST = 4.5;
/** WCAG 2.2, success criterion 1.4.11: contrast of what is not text. */
const LINE_CONTRAST = 3;

const NAMES: readonly Layer[] = ["person", "place", "organization"];
const QUOTES: readonly Layer[] = ["direct", "partial", "term", "indirect"];

/** The colour of a layer of the host's that has none. */
const OWN = "#3f8f2f";

/**
 * The style sheet of all highlights on text that stands in an element.
 *
 * @param own the host's own layers with their colours
 */
export function highlightStyles(
  element: Element,
  colors: Partial<Record<Layer, string>>,
  own: Record<string, string | undefined> = {},
): string {
  const back = background(element);
  const text = over(parse(style(element).color, element) ?? [0, 0, 0, 1], back);
  const rules: string[] = [];
  const tints = new Map<Layer, Color>();
  for (const layer of [...QUOTES, ...LAYERS.filter((name) => !QUOTES.includes(name))]) {
    const hue = hueOf(layer, element, colors);
    // A name in a quote stands on two tints, the deepest of which is the direct quote's.
    const under = QUOTES.includes(layer)
      ? [back]
      : [back, ...[...tints.values()].map((tint) => over(tint, back))];
    const tint = softest(hue, text, under, TINTS[layer] ?? 0.14);
    if (QUOTES.includes(layer)) tints.set(layer, tint);
    const line = css(contrasting(hue, back));
    const decoration = NAMES.includes(layer)
      ? `underline solid ${line} 2px`
      : layer === "direct"
        ? "none"
        : layer === "date" || layer === "figure"
          ? `underline dotted ${line} 2px`
          : `underline dashed ${line} 1px`;
    const shade = layer === "date" || layer === "figure" ? "transparent" : css(tint);
    rules.push(`::highlight(hamish-${layer}){background-color:${shade};text-decoration:${decoration}}`);
  }
  for (const [name, color = OWN] of Object.entries(own)) {
    const hue = parse(color, element) ?? [128, 128, 128, 1];
    const tint = softest(hue, text, [back, ...[...tints.values()].map((tint) => over(tint, back))], 0.2);
    const line = css(contrasting(hue, back));
    rules.push(
      `::highlight(hamish-${name}){background-color:${css(tint)};text-decoration:underline double ${line} 1px}`,
    );
  }
  const found = softest([255, 214, 0, 1], text, [back], 0.55);
  const current = softest([255, 132, 0, 1], text, [back], 0.6);
  const edge = css(contrasting([204, 85, 0, 1], back));
  rules.push(
    `::highlight(hamish-search){background-color:${css(found)};text-decoration:underline solid ${edge} 1px}`,
    `::highlight(hamish-current){background-color:${css(current)};text-decoration:underline solid ${edge} 3px}`,
  );
  const every = [...LAYERS, ...Object.keys(own), "search", "current"]
    .map((name) => `::highlight(hamish-${name})`)
    .join();
  const lined = [...NAMES, "search", "current"].map((name) => `::highlight(hamish-${name})`).join();
  return `${rules.join("\n")}
@media (prefers-contrast:more){${every}{background-color:transparent;text-decoration:underline dotted currentColor 2px}${lined}{text-decoration:underline solid currentColor 3px}}
@media (forced-colors:active){${every}{background-color:Canvas;color:CanvasText;text-decoration:underline dotted Highlight 2px}${lined}{text-decoration:underline solid Highlight 3px}}
@media print{${every}{background-color:transparent;text-decoration:none}}`;
}

/** A layer's colour before it is fitted to what it stands on. */
export function hueOf(layer: Layer, element: Element, colors: Partial<Record<Layer, string>>): Color {
  return parse(colors[layer] ?? HUES[layer], element) ?? [128, 128, 128, 1];
}

/** What an element stands on: the nearest opaque background, under those that let it through. */
export function background(element: Element): Color {
  const layers: Color[] = [];
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const color = parse(style(at).backgroundColor, element);
    if (color && color[3] > 0) layers.push(color);
    if (color && color[3] === 1) break;
  }
  const root = style(element.ownerDocument.documentElement).colorScheme;
  const view = element.ownerDocument.defaultView;
  const dark =
    /dark/.test(root) && (!/light/.test(root) || view?.matchMedia("(prefers-color-scheme:dark)").matches);
  return layers.reduceRight<Color>(
    (under, layer) => over(layer, under),
    dark ? [18, 18, 18, 1] : [255, 255, 255, 1],
  );
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const { parentNode } = element;
  return parentNode && "host" in parentNode ? (parentNode as ShadowRoot).host : element.parentElement;
}

/** The hue as deep as the text on it allows, at most `most`; on no ground less readable than AA. */
function softest(hue: Color, text: Color, grounds: readonly Color[], most: number): Color {
  // On dark ground the same share of a colour is seen less.
  let alpha = luminance(grounds[0] as Color) < 0.18 ? 1.8 * most : most;
  const of = (share: number): Color => [hue[0], hue[1], hue[2], share];
  const readable = (share: number) =>
    grounds.every((ground) => contrast(text, over(of(share), ground)) >= TEXT_CONTRAST);
  if (readable(alpha)) return of(alpha);
  let least = 0;
  while (alpha - least > 0.01) {
    const middle = (least + alpha) / 2;
    if (readable(middle)) least = middle;
    else alpha = middle;
  }
  return of(least);
}

/** The hue, lighter or darker until a line in it can be seen, or text read. */
export function contrasting(hue: Color, back: Color, least = LINE_CONTRAST): Color {
  const toward: Color = luminance(back) > 0.18 ? [0, 0, 0, 1] : [255, 255, 255, 1];
  for (let share = 0; share < 1; share += 0.1) {
    const color = over([toward[0], toward[1], toward[2], share], [hue[0], hue[1], hue[2], 1]);
    if (contrast(color, back) >= least) return color;
  }
  return toward;
}

export function style(element: Element): CSSStyleDeclaration {
  return (element.ownerDocument.defaultView as Window).getComputedStyle(element);
}

export function parse(color: string, element: Element): Color | null {
  const rgb = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(color);
  if (rgb) return [Number(rgb[1]), Number(rgb[2]), Number(rgb[3]), Number(rgb[4] ?? 1)];
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color);
  if (hex)
    return [
      Number.parseInt(hex[1] ?? "", 16),
      Number.parseInt(hex[2] ?? "", 16),
      Number.parseInt(hex[3] ?? "", 16),
      1,
    ];
  // Any other notation: what a canvas makes of it.
  const canvas = element.ownerDocument.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return null;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

export function over(top: Color, under: Color): Color {
  const mix = (nth: 0 | 1 | 2) => top[nth] * top[3] + under[nth] * (1 - top[3]);
  return [mix(0), mix(1), mix(2), 1];
}

export function css([red, green, blue, alpha]: Color): string {
  return `rgb(${Math.round(red)} ${Math.round(green)} ${Math.round(blue)} / ${alpha.toFixed(2)})`;
}

/** WCAG 2.2's relative luminance, of an opaque colour. */
function luminance(color: Color): number {
  const [red, green, blue] = color.slice(0, 3).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2's contrast ratio, 1 to 21. */
export function contrast(one: Color, other: Color): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
