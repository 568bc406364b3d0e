/** Colours of the highlights, measured against the page's own so that its text stays readable. */
import { LAYERS, type Layer, LISTS, NAMES } from "../engine/layers.ts";
import type { Scope } from "./scope.ts";

/** How deep the tint of a layer is where the text allows it: reported speech is long, and stays quiet. */
const TINTS: Partial<Record<Layer, number>> = { direct: 0.3, partial: 0.2, term: 0.16, indirect: 0.08 };
/** That of the others, and of the host's own. */
const TINT = 0.14;
const OWN_TINT = 0.2;
/** A fainter tint needs a line to be seen. */
const SEEN = 0.12;

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

/** The colour of a layer of the host's that has none. */
const OWN = "#3f8f2f";
/** What a search found, and what the reader was led to. */
const FOUND: Color = [255, 214, 0, 1];
const CURRENT: Color = [255, 132, 0, 1];
/** A colour that cannot be told. */
const GREY: Color = [128, 128, 128, 1];

/** Text of one look, and what it stands on. */
interface Ground {
  text: Color;
  back: Color;
}

/** The colours of the layers, of the host's own by name, before they are fitted. */
interface Hues {
  layers: Color[];
  own: [string, Color][];
}

/**
 * Fits the highlights to the page's colours.
 *
 * @param element where the article's text stands
 * @param others where text may look unlike it, each by the kind of element that looks like it
 * @param own the host's own layers with their colours
 * @returns their style sheet for an article
 */
export function highlightStyles(
  element: Element,
  others: readonly (readonly [string, Element])[],
  colors: Partial<Record<Layer, string>>,
  own: Record<string, string | undefined> = {},
): (scope: Scope) => string {
  const hues: Hues = {
    layers: LAYERS.map((layer) => hueOf(layer, element, colors)),
    own: Object.entries(own).map(([name, color = OWN]) => [name, parse(color, element) ?? GREY]),
  };
  const known = new Map<Element, Color>();
  const common = groundOf(element, known);
  const rules = groundRules(common, hues);
  const unlikes: [string, string[]][] = [];
  for (const [kind, other] of others) {
    const ground = groundOf(other, known);
    if (isSame(ground.text, common.text) && isSame(ground.back, common.back)) continue;
    // Most links and headlines bear what the text around them bears.
    const unlike = groundRules(ground, hues);
    if (unlike.join() !== rules.join()) unlikes.push([kind, unlike]);
  }
  const found = ["search", "current"];
  return ({ base, inside }) => {
    const styled = [base, ...unlikes.map(([kind]) => inside(kind))];
    const every = highlights(styled, [...LAYERS, ...Object.keys(own), ...found]);
    const lined = highlights(styled, [...NAMES, ...found]);
    const sheet = rules.map((rule) => base + rule);
    for (const [kind, unlike] of unlikes) sheet.push(...unlike.map((rule) => inside(kind) + rule));
    return `${sheet.join("\n")}
@media (prefers-contrast:more){${every}{background-color:transparent;text-decoration:underline dotted currentColor 2px}${lined}{text-decoration:underline solid currentColor 3px}}
@media (forced-colors:active){${every}{background-color:Canvas;color:CanvasText;text-decoration:underline dotted Highlight 2px}${lined}{text-decoration:underline solid Highlight 3px}}
@media print{${every}{background-color:transparent;text-decoration:none}}`;
  };
}

function highlights(wheres: readonly string[], names: readonly string[]): string {
  return wheres.flatMap((where) => names.map((name) => `${where}::highlight(hamish-${name})`)).join();
}

/** The rules of the layers, as text of one look bears them. */
function groundRules(ground: Ground, hues: Hues): string[] {
  const { tints, over: ownTints } = fitted(hues, ground);
  // Arabic descends everywhere: a line that skips its letters is in pieces, and takes as long to draw as all else of a name.
  const rule = (name: string, shade: Color | null, line: string) =>
    `::highlight(hamish-${name}){background-color:${shade ? css(shade) : "transparent"};text-decoration:${line};text-decoration-skip-ink:none}`;
  const lineOf = (hue: Color) => css(contrasting(hue, ground.back));
  const rules = LAYERS.map((layer, nth) => {
    const line = lineOf(hues.layers[nth] as Color);
    const tint = tints[nth] as Color;
    if (LISTS[layer] === "mentions") return rule(layer, tint, `underline solid ${line} 2px`);
    if (LISTS[layer] === "values") return rule(layer, null, `underline dotted ${line} 2px`);
    return rule(layer, tint, layer === "direct" && tint[3] >= SEEN ? "none" : `underline dashed ${line} 1px`);
  });
  hues.own.forEach(([name, hue], nth) => {
    rules.push(rule(name, ownTints[nth] as Color, `underline double ${lineOf(hue)} 1px`));
  });
  const edge = lineOf(CURRENT);
  rules.push(rule("search", solid(FOUND, 0.55, ground), `underline solid ${edge} 1px`));
  rules.push(rule("current", solid(CURRENT, 0.6, ground), `underline solid ${edge} 3px`));
  return rules;
}

function groundOf(element: Element, known: Map<Element, Color>): Ground {
  const back = background(element, known);
  return { text: over(parse(style(element).color, element) ?? [0, 0, 0, 1], back), back };
}

/**
 * The tints of all layers and those of the host's own, as deep as the text allows where they lie one over the other: a name in
 * a quote, a quote in another one, the host's over both. All are fainter by the same share where one of them has to be.
 */
function fitted({ layers, own }: Hues, { text, back }: Ground) {
  const of = (share: number) => {
    const tints = layers.map((hue, nth) => tinted(hue, share * (TINTS[LAYERS[nth] as Layer] ?? TINT), back));
    return { tints, over: own.map(([, hue]) => tinted(hue, share * OWN_TINT, back)) };
  };
  const contrastOn = contrastTo(text);
  /** The ground on which the text is read worst, of one and what it becomes under each stack of tints. */
  const worst = (under: Color, stacks: readonly (readonly Color[])[]) => {
    const grounds = stacks.map((stack) => stack.reduce((below, tint) => over(tint, below), under));
    const ratios = grounds.map(contrastOn);
    const least = Math.min(...ratios);
    return least < contrastOn(under) ? (grounds[ratios.indexOf(least)] as Color) : under;
  };
  const isReadable = (share: number) => {
    const { tints, over: above } = of(share);
    const quotes = tints.filter((_, nth) => LISTS[LAYERS[nth] as Layer] === "quotes");
    const nested = quotes.flatMap((outer) =>
      quotes.map((inner) => (inner === outer ? [outer] : [outer, inner])),
    );
    const names = tints.filter((_, nth) => LISTS[LAYERS[nth] as Layer] === "mentions").map((name) => [name]);
    const ground = worst(
      worst(worst(back, nested), names),
      above.map((tint) => [tint]),
    );
    return contrastOn(ground) >= TEXT_CONTRAST;
  };
  return of(mostOf(isReadable));
}

/** A hue as deep as the text allows, the ground with it: it hides the tints that it lies on. */
function solid(hue: Color, depth: number, { text, back }: Ground): Color {
  const of = (share: number): Color => {
    const [red, green, blue] = over(tinted(hue, share * depth, back), back);
    return [Math.round(red), Math.round(green), Math.round(blue), 1];
  };
  const contrastOn = contrastTo(text);
  return of(mostOf((share) => contrastOn(of(share)) >= TEXT_CONTRAST));
}

/** The largest share that will do, to a hundredth. */
function mostOf(willDo: (share: number) => boolean): number {
  let [least, most] = [0, 1];
  if (willDo(most)) return most;
  while (most - least > 0.01) {
    const middle = (least + most) / 2;
    if (willDo(middle)) least = middle;
    else most = middle;
  }
  return least;
}

/** A hue of some depth; on dark ground, where it is seen less, deeper. As exact as the style sheet has it, and no deeper. */
function tinted(hue: Color, depth: number, back: Color): Color {
  const alpha = luminance(back) < 0.18 ? 1.8 * depth : depth;
  return [hue[0], hue[1], hue[2], Math.floor(100 * Math.min(1, alpha)) / 100];
}

/** A layer's colour before it is fitted to what it stands on. */
export function hueOf(layer: Layer, element: Element, colors: Partial<Record<Layer, string>>): Color {
  return parse(colors[layer] ?? HUES[layer], element) ?? GREY;
}

/**
 * What an element stands on: the nearest opaque background, under those that let it through.
 *
 * @param known what was found of elements around, so that none is asked twice
 */
export function background(element: Element, known = new Map<Element, Color>()): Color {
  const before = known.get(element);
  if (before) return before;
  const color = parse(style(element).backgroundColor, element);
  const parent = parentOf(element);
  const under = () => (parent ? background(parent, known) : pageColor(element.ownerDocument));
  const found = !color || color[3] === 0 ? under() : color[3] === 1 ? color : over(color, under());
  known.set(element, found);
  return found;
}

/** What a page without a background stands on. */
function pageColor(document: Document): Color {
  const { colorScheme } = style(document.documentElement);
  const dark =
    /dark/.test(colorScheme) &&
    (!/light/.test(colorScheme) || document.defaultView?.matchMedia("(prefers-color-scheme:dark)").matches);
  return dark ? [18, 18, 18, 1] : [255, 255, 255, 1];
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const { parentNode } = element;
  // Links have a host, too: only a shadow root is a fragment.
  return parentNode?.nodeType === Node.DOCUMENT_FRAGMENT_NODE
    ? (parentNode as ShadowRoot).host
    : element.parentElement;
}

/** The hue, lighter or darker until a line in it can be seen, or text read. */
export function contrasting(hue: Color, back: Color, least = LINE_CONTRAST): Color {
  const contrastOn = contrastTo(back);
  const toward: Color = luminance(back) > 0.18 ? [0, 0, 0, 1] : [255, 255, 255, 1];
  for (let share = 0; share < 1; share += 0.1) {
    const color = over([toward[0], toward[1], toward[2], share], [hue[0], hue[1], hue[2], 1]);
    if (contrastOn(color) >= least) return color;
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

function isSame(one: Color, other: Color): boolean {
  return one.every((part, nth) => part === other[nth]);
}

/** WCAG 2.2's relative luminance, of an opaque colour. */
function luminance(color: Color): number {
  return 0.2126 * linear(color[0]) + 0.7152 * linear(color[1]) + 0.0722 * linear(color[2]);
}

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** WCAG 2.2's contrast ratio of others to a colour, 1 to 21. */
export function contrastTo(color: Color): (other: Color) => number {
  const first = luminance(color);
  return (other) => {
    const second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  };
}
