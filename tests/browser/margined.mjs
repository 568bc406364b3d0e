/** What the margin's tests share: a page with an article and its margin, and what can be seen and pointed at there. */
import { analysisOf, pageOf } from "./marked.mjs";

const filler = "وتواصلت أعمال البناء على مدار الساعة في الموقع الواقع شمال الميناء القديم. "
  .repeat(12)
  .trim();
const story = analysisOf(
  [
    "افتتاح المكتبة العائمة في ⟦place#1 اللاذقية⟧",
    "⟦cue قالت⟧ مديرة المشروع ⟦person#0 سلمى الحلبي⟧: «⟦direct#0 سنبدأ من ⟦place#1 اللاذقية⟧ ثم نصل إلى كل ميناء⟧»، يوم ⟦date=2026-10-13 13 أكتوبر 2026⟧.",
    filler,
    "و⟦cue أضافت⟧ ⟦person#0 الحلبي⟧ أن ⟦indirect#0 المكتبة تضم كتبًا للأطفال بنسبة ⟦figure=40 40%⟧⟧.",
    filler,
    "ورحبت ⟦organization#2 وزارة الثقافة⟧ بما سمته «⟦partial#2 جسرًا من ورق⟧».",
    filler,
    "وختمت ⟦person#0 سلمى الحلبي⟧ جولتها في ⟦place#1 اللَّاذقية⟧ ، قبل العودة إلى طرطوس.",
  ].join("\n"),
  {
    0: { name: "سلمى الحلبي" },
    1: { name: "اللاذقية", id: "geonames:173576" },
    2: { name: "وزارة الثقافة", id: "wikidata:Q12345" },
  },
);

/** The source of a page with the story. @param {Parameters<typeof pageOf>[1]} [how] */
export const storyPage = (how) => pageOf(story.text, how);

/** What `attachStory` is given in the page. @param {Record<string, unknown>} options */
export const storyNotes = (options) => ({ notes: story.annotations, ranges: story.ranges, options });

/**
 * Attaches to the page with the story, in the page: its notes are given, an engine that knows them stands for ours.
 * @param {{ notes: unknown, ranges: number[], options: Record<string, unknown> }} given
 */
export async function attachStory({ notes, ranges, options }) {
  const { hamish } = /** @type {any} */ (window);
  (await hamish.handle)?.detach();
  /** @param {string} text @param {RegExp} words @param {string} replacement */
  const places = (text, words, replacement) =>
    [...text.matchAll(words)].map(({ 0: { length }, index }) => ({
      start: index,
      end: index + length,
      replacement,
    }));
  const engine = {
    analyze: async () => ({ annotations: notes, ranges: Uint32Array.from(ranges) }),
    search: async (/** @type {string} */ text, /** @type {string} */ query) =>
      places(text, new RegExp([...query].join("[\u064b-\u0652]*").replace(/ه$/, "[هة]"), "g"), ""),
    tidy: async (/** @type {string} */ text) => places(text, / (?=،)/g, ""),
    hideHarakat: async (/** @type {string} */ text) => places(text, /[\u064b-\u0652]+/g, ""),
  };
  const handle = await hamish.attach(document, { selector: "article", engine, ...options });
  Object.assign(window, { handle });
}

/**
 * A page with the story and its margin.
 * @param {ReturnType<typeof import("./stage.mjs").stage>} on
 * @param {{ options?: Record<string, unknown>, dir?: string, style?: string, context?: import("playwright-core").BrowserContextOptions }} [how]
 */
export async function margined(
  { browser, url, script },
  { options = {}, dir = "rtl", style = "", context = {} } = {},
) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...context });
  await page.route(`${url}margin.html`, (route) =>
    route.fulfill({ contentType: "text/html", body: storyPage({ dir, style }) }),
  );
  await page.goto(`${url}margin.html`);
  await page.addScriptTag({ url: script, type: "text/javascript" }).catch(() => {});
  await page.evaluate(attachStory, storyNotes(options));
  return { page, margin: page.locator("hamish-margin") };
}

/** The words of a highlight. @param {import("playwright-core").Page} page @param {string} name */
export function painted(page, name) {
  return page.evaluate(
    (key) =>
      [...(CSS.highlights.get(`hamish-${key}`) ?? [])].map(({ startContainer, startOffset, endOffset }) =>
        /** @type {Text} */ (startContainer).data.slice(startOffset, endOffset),
      ),
    name,
  );
}

/** Moves the pointer onto the words of a highlight. @param {import("playwright-core").Page} page @param {string} name */
export async function pointAt(page, name, nth = 0) {
  const box = await page.evaluate(
    ([key, at]) => {
      const static_ = [...(CSS.highlights.get(`hamish-${key}`) ?? [])][Number(at)];
      const range = new Range();
      range.setStart(
        /** @type {StaticRange} */ (static_).startContainer,
        /** @type {StaticRange} */ (static_).startOffset,
      );
      range.setEnd(
        /** @type {StaticRange} */ (static_).endContainer,
        /** @type {StaticRange} */ (static_).endOffset,
      );
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x, y, width, height };
    },
    [name, nth],
  );
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.move(box.x + box.width / 2 + 2, box.y + box.height / 2 + 1);
  return box;
}

/** What has the focus, in the margin too. @param {import("playwright-core").Page} page */
export function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    return element?.className || element?.id || element?.tagName;
  });
}
