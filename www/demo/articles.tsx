/** The articles that the demo opens, written for it, with their margin. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Layer } from "../engine/engine.ts";
import { LAYERS } from "../engine/engine.ts";
import { attach } from "../page/attach.ts";
import type { Handle } from "../page/types.ts";
import economy from "./articles/economy.html";
import sport from "./articles/sport.html";
import water from "./articles/water.html";
import type { Language, Strings } from "./strings.ts";

const ARTICLES = [water, economy, sport].map((source) => {
  const page = new DOMParser().parseFromString(source, "text/html");
  const words = (selector: string) => page.querySelector(selector)?.textContent ?? "";
  return { source, kicker: words(".kicker"), headline: words("h1") };
});

/** Windows at least this wide, in CSS pixels, have room for the panel beside the article. */
const WIDE = 1180;

/** One article at a time, and the way to the others. */
export function Articles({ strings, language }: { strings: Strings; language: Language }) {
  const [shown, setShown] = useState(0);
  const story = useRef<HTMLElement>(null);
  useMargin(language);
  const article = ARTICLES[shown] ?? ARTICLES[0];
  const open = (nth: number) => {
    setShown(nth);
    scrollTo({ top: 0, behavior: "instant" });
    story.current?.focus({ preventScroll: true });
  };
  return (
    <div class="reading">
      <aside class="shelf">
        <h2>{strings.openArticle}</h2>
        <ul class="stories">
          {ARTICLES.map(({ headline, kicker }, nth) => (
            <li key={headline}>
              <button
                type="button"
                lang="ar"
                dir="rtl"
                aria-pressed={nth === shown}
                onClick={() => open(nth)}
              >
                <small>{kicker}</small>
                {headline}
              </button>
            </li>
          ))}
        </ul>
        <Legend strings={strings} />
      </aside>
      <article
        class="story"
        lang="ar"
        dir="rtl"
        tabIndex={-1}
        ref={story}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: it is the demo's own
        dangerouslySetInnerHTML={{ __html: article?.source ?? "" }}
      />
    </div>
  );
}

/** The margin of the article on the page, in the interface's language; it follows when another article is opened. */
function useMargin(language: Language) {
  useEffect(() => {
    let handle: Handle | null = null;
    let left = false;
    const makeRoom = (event: Event) =>
      document.body.classList.toggle("with-panel", (event as CustomEvent<{ open: boolean }>).detail.open);
    document.addEventListener("hamish:panel", makeRoom);
    attach(document, {
      language,
      open: innerWidth >= WIDE,
      wasm: new URL("hamish_bg.wasm", document.baseURI),
      worker: new URL("hamish.js", document.baseURI),
    }).then((attached) => {
      handle = attached;
      if (left) attached.detach();
    });
    return () => {
      left = true;
      handle?.detach();
      document.removeEventListener("hamish:panel", makeRoom);
      document.body.classList.remove("with-panel");
    };
  }, [language]);
}

function Legend({ strings }: { strings: Strings }) {
  return (
    <section class="legend">
      <h2>{strings.legend}</h2>
      <ul>
        {LAYERS.filter((layer: Layer) => layer !== "term").map((layer) => (
          <li key={layer}>
            <span class={`mark ${layer}`}>{strings.layers[layer]}</span>
          </li>
        ))}
      </ul>
      <p>{strings.legendHint}</p>
    </section>
  );
}
