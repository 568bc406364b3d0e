/** The margin's looks, taken from the page: its fonts, and colours that can be read on its own background. */
import { LAYERS, type Layer } from "../../engine/layers.ts";
import {
  background,
  type Color,
  contrasting,
  contrastTo,
  css,
  hueOf,
  over,
  parse,
  style,
} from "../colors.ts";

/** The colour of the marks that are not of a layer: rubric, as in a manuscript's margin. */
const ACCENT: Color = [163, 39, 28, 1];

/** WCAG 2.2, success criterion 1.4.6: contrast of text, level AAA. */
const GOOD_CONTRAST = 7;
/** WCAG 2.2, success criterion 1.4.3: contrast of text, level AA. */
const LEAST_CONTRAST = 4.6;

/** Custom properties of the margin's host. */
export function themeOf(
  article: Element,
  headline: Element | null,
  colors: Partial<Record<Layer, string>>,
): Record<string, string> {
  const text = textElement(article);
  const back = background(text);
  const contrastOn = contrastTo(back);
  const dark = contrastOn(WHITE) > contrastOn(BLACK);
  const own = over(parse(style(text).color, text) ?? BLACK, back);
  const ink = contrastOn(own) >= GOOD_CONTRAST ? own : dark ? WHITE : BLACK;
  const mixed = (share: number) => over([ink[0], ink[1], ink[2], share], back);
  // In the dark what lies higher is lighter.
  const surface = dark ? mixed(0.07) : over([255, 255, 255, 0.55], back);
  const size = Number.parseFloat(style(text).fontSize);
  const theme: Record<string, string> = {
    "--ink": css(ink),
    "--muted": css(faintest(ink, surface)),
    "--surface": css(surface),
    "--raised": css(over([ink[0], ink[1], ink[2], 0.05], surface)),
    "--line": css(mixed(0.16)),
    "--accent": css(contrasting(ACCENT, surface, LEAST_CONTRAST)),
    "--on-accent": css(dark ? BLACK : WHITE),
    "--shade": dark ? "rgb(0 0 0 / .55)" : "rgb(20 16 10 / .16)",
    "--font": style(text).fontFamily,
    "--head": style(headline ?? text).fontFamily,
    "--size": `${Math.min(17, Math.max(14, size * 0.86))}px`,
    "color-scheme": dark ? "dark" : "light",
  };
  for (const layer of LAYERS) {
    const hue = hueOf(layer, text, colors);
    theme[`--${layer}`] = css(contrasting(hue, surface, LEAST_CONTRAST));
    theme[`--${layer}-tint`] = css([hue[0], hue[1], hue[2], dark ? 0.3 : 0.16]);
  }
  return theme;
}

const WHITE: Color = [255, 255, 255, 1];
const BLACK: Color = [0, 0, 0, 1];

/** The ink as faint as can still be read. */
function faintest(ink: Color, surface: Color): Color {
  const contrastOn = contrastTo(surface);
  for (let share = 0.5; share < 1; share += 0.04) {
    const color = over([ink[0], ink[1], ink[2], share], surface);
    // It stands on raised ground too.
    if (contrastOn(color) >= LEAST_CONTRAST + 0.7) return color;
  }
  return ink;
}

/** The element in which the article's text stands: that of its longest paragraph. */
function textElement(article: Element): Element {
  let longest = article;
  let most = 0;
  for (const paragraph of article.querySelectorAll("p")) {
    const length = paragraph.textContent?.length ?? 0;
    if (length > most) [longest, most] = [paragraph, length];
  }
  return longest;
}
