/** The demo page: articles with their margin, a text of one's own, and the tools of the text core. */
import "@fontsource-variable/noto-naskh-arabic";
import "@fontsource/ibm-plex-sans-arabic/400.css";
import "@fontsource/ibm-plex-sans-arabic/600.css";
import "./demo.css";
import "./tools.css";
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { LAYERS } from "../engine/engine.ts";
import { themeOf } from "../page/margin/theme.ts";
import { Articles } from "./articles.tsx";
import { Mark, Moon, Sun } from "./icons.tsx";
import { OwnText } from "./own-text.tsx";
import { type Language, STRINGS } from "./strings.ts";
import { Tools } from "./tools.tsx";

const VIEWS = ["articles", "text", "tools"] as const;
type View = (typeof VIEWS)[number];

function Demo() {
  const view = useView();
  const [language, setLanguage] = useKept<Language>("language", ["ar", "en"]);
  const [theme, setTheme] = useKept("theme", ["light", "dark"], document.documentElement.className);
  const strings = STRINGS[language];
  useEffect(() => {
    Object.assign(document.documentElement, { lang: language, dir: language === "ar" ? "rtl" : "ltr" });
    document.title = strings.title;
  }, [language, strings]);
  useEffect(() => {
    document.documentElement.className = theme;
    const colors = themeOf(document.body, null, {});
    for (const [name, color] of Object.entries(colors))
      if (LAYERS.some((layer) => name.startsWith(`--${layer}`)))
        document.documentElement.style.setProperty(name, color);
  }, [theme]);
  const other = language === "ar" ? "en" : "ar";
  return (
    <>
      <header class="masthead">
        <a class="wordmark" href="#articles">
          <Mark />
          <b lang="ar">هامش</b>
          <span lang="en">Hamish</span>
        </a>
        <nav aria-label={strings.viewsLabel}>
          {VIEWS.map((name) => (
            <a key={name} href={`#${name}`} aria-current={name === view ? "page" : undefined}>
              {strings.views[name]}
            </a>
          ))}
        </nav>
        <div class="switches">
          <button type="button" lang={other} onClick={() => setLanguage(other)}>
            {strings.otherLanguage}
          </button>
          <button
            type="button"
            aria-label={theme === "dark" ? strings.light : strings.dark}
            title={theme === "dark" ? strings.light : strings.dark}
            onClick={() => setTheme(theme === "dark" ? "light" : "dark")}
          >
            {theme === "dark" ? <Sun /> : <Moon />}
          </button>
        </div>
      </header>
      <main>
        {view === "articles" && <Articles strings={strings} language={language} />}
        {view === "text" && <OwnText strings={strings} language={language} />}
        {view === "tools" && <Tools strings={strings} />}
      </main>
      <footer>
        <p>{strings.footer}</p>
      </footer>
    </>
  );
}

/** The part of the page that its address names. */
function useView(): View {
  const [view, setView] = useState<View>(named() ?? "articles");
  useEffect(() => {
    // Another fragment, such as a place in the article, leaves the view as it is.
    const follow = () => setView((before) => named() ?? before);
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return view;
}

function named(): View | undefined {
  return VIEWS.find((name) => location.hash === `#${name}`);
}

/** A choice that is remembered on this machine. */
function useKept<T extends string>(
  key: string,
  values: readonly T[],
  start?: string,
): [T, (value: T) => void] {
  const is = (value: string | null | undefined): value is T => values.includes(value as T);
  const [value, setValue] = useState<T>(() => {
    const kept = localStorage.getItem(key);
    return is(kept) ? kept : is(start) ? start : (values[0] as T);
  });
  return [
    value,
    (next) => {
      localStorage.setItem(key, next);
      setValue(next);
    },
  ];
}

render(<Demo />, document.getElementById("app") as HTMLElement);
