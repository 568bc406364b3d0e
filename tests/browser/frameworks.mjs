/** Applications that render an article on the server and again in the browser, by three frameworks' ways. */
import { buildSync } from "esbuild";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { createSSRApp, h } from "vue";
import { renderToString as renderVue } from "vue/server-renderer";
import { expected, root } from "./helpers.mjs";

/** The article that they show. */
export const [title = "", ...paragraphs] = expected("dark");
/** The article in a framework's own elements. @param {any} element @param {number} count how often it was rendered */
const story = (element, count) =>
  element("article", null, [
    element("h1", { key: "title" }, title),
    element(
      "div",
      { key: "body", "data-count": count },
      paragraphs.map((text, nth) =>
        element("p", { key: nth }, count > 0 && nth === 0 ? `${text} (تحديث ${count})` : text),
      ),
    ),
  ]);

/** What runs on the page: the same article, with a state of its own. */
const client = `
  const title = ${JSON.stringify(title)};
  const paragraphs = ${JSON.stringify(paragraphs)};
  const story = ${story};`;

/** A page as the server sends it, and the source of what runs on it: `start()` hydrates, `render()` renders anew. */
export const apps = {
  React: {
    page: () => html(`<div id="app">${renderToString(story(createElement, 0))}</div>`),
    source: `import { createElement, useEffect, useState } from "react";
      import { hydrateRoot } from "react-dom/client";
      ${client}
      function App() {
        const [count, setCount] = useState(0);
        useEffect(() => { window.render = () => setCount((before) => before + 1); }, []);
        return story(createElement, count);
      }
      window.start = () => hydrateRoot(document.getElementById("app"), createElement(App));`,
  },
  "React, the document its root": {
    page: () => `<!doctype html>${renderToString(whole(createElement, 0))}`,
    source: `import { createElement, useEffect, useState } from "react";
      import { hydrateRoot } from "react-dom/client";
      ${client}
      const whole = ${whole};
      function App() {
        const [count, setCount] = useState(0);
        useEffect(() => { window.render = () => setCount((before) => before + 1); }, []);
        return whole(createElement, count);
      }
      window.start = () => hydrateRoot(document, createElement(App));`,
  },
  Vue: {
    page: async () => html(`<div id="app">${await renderVue(createSSRApp(() => story(h, 0)))}</div>`),
    source: `import { createSSRApp, h, onMounted, ref } from "vue/dist/vue.runtime.esm-bundler.js";
      ${client}
      window.start = () => createSSRApp({ setup() {
        const count = ref(0);
        onMounted(() => { window.render = () => count.value++; });
        return () => story(h, count.value);
      } }).mount("#app");`,
  },
};

/** @param {string} body */
function html(body) {
  return `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
}

/** @param {any} element @param {number} count */
function whole(element, count) {
  return element("html", { lang: "ar", dir: "rtl" }, [
    element("head", { key: "head" }, [
      element("meta", { key: "charset", charSet: "utf-8" }),
      element("title", { key: "title" }, title),
    ]),
    element("body", { key: "body" }, element("main", null, story(element, count))),
  ]);
}

/** What runs on an application's page. @param {string} source */
export function scriptOf(source) {
  const { outputFiles } = buildSync({
    stdin: { contents: source, resolveDir: root },
    bundle: true,
    write: false,
    format: "iife",
    define: {
      "process.env.NODE_ENV": '"development"',
      __VUE_OPTIONS_API__: "false",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "true",
    },
  });
  return outputFiles[0]?.text ?? "";
}
