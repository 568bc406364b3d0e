/** What a page says about itself: its headline, its article's text, whether it holds an article at all. */
import { collapse } from "./blocks.ts";
import { fold, NOISE } from "./hints.ts";

/** A page's own word on its article. */
export interface Metadata {
  /** The headline in the spellings that the page gives, folded; sites' names may stand beside it. */
  titles: string[];
  /** The same as they are spelled. */
  spelledTitles: string[];
  /** What it tells of the article in a sentence or two, folded to letters. */
  descriptions: string[];
  /** The article's whole text, folded to letters; empty where the page does not give it. */
  body: string;
  /** Whether it calls itself an article, a list or front page, or neither. */
  kind: "article" | "list" | null;
}

const ARTICLE_TYPES =
  /^(?:\w*NewsArticle|Article|Report|BlogPosting|LiveBlogPosting|OpinionNewsArticle|ScholarlyArticle)$/;
const LIST_TYPES = /^(?:CollectionPage|SearchResultsPage|ItemList|ProfilePage|ContactPage)$/;

/** Reads `<title>`, `<meta>` and JSON-LD. */
export function readMetadata(document: Document): Metadata {
  const titles = new Set<string>();
  const spelled = new Set<string>();
  const descriptions = new Set<string>();
  let body = "";
  let article = false;
  let list = false;
  const noteTitle = (title: unknown) => {
    note(titles, title, foldTitle);
    note(spelled, title, collapse);
  };
  const note = (into: Set<string>, text: unknown, fit: (text: string) => string) => {
    if (typeof text === "string" && text.trim()) into.add(fit(text));
  };
  for (const meta of document.querySelectorAll<HTMLMetaElement>("meta[content]")) {
    const name = (meta.getAttribute("property") ?? meta.name ?? "").toLowerCase();
    if (/^(?:og|twitter):title$/.test(name)) noteTitle(meta.content);
    else if (/^(?:(?:og|twitter):)?description$/.test(name)) note(descriptions, meta.content, letters);
    else if (name === "og:type" && /article/i.test(meta.content)) article = true;
    else if (name === "article:published_time") article = true;
  }
  for (const thing of structuredData(document)) {
    const types = [thing["@type"]].flat().map(String);
    if (types.some((type) => LIST_TYPES.test(type))) list = true;
    if (!types.some((type) => ARTICLE_TYPES.test(type))) continue;
    article = true;
    noteTitle(thing.headline);
    note(descriptions, thing.description, letters);
    if (typeof thing.articleBody === "string") {
      const text = letters(thing.articleBody.replace(/<[^>]*>/g, " "));
      if (text.length > body.length) body = text;
    }
  }
  noteTitle(document.title);
  return {
    titles: [...titles],
    spelledTitles: [...spelled],
    descriptions: [...descriptions],
    body,
    kind: article ? "article" : list ? "list" : null,
  };
}

/** Letters and digits alone, folded: equal for texts that differ in marks and spaces. */
export function letters(text: string): string {
  return fold(text).replace(NOISE, "");
}

/** How well a text fits as the headline, 0 to 1: the share of a title's letters that it has, where all its own are there. */
export function titleFit(text: string, titles: readonly string[]): number {
  const own = foldTitle(text);
  if (own.length < 6) return 0;
  let best = 0;
  for (const title of titles) {
    if (own === title) return 1;
    if (` ${title} `.includes(` ${own} `)) best = Math.max(best, own.length / title.length);
    else if (title.length > 20 && ` ${own} `.includes(` ${title} `))
      best = Math.max(best, title.length / own.length);
  }
  return best;
}

function foldTitle(text: string): string {
  return fold(text).replace(NOISE, " ").trim();
}

function structuredData(document: Document): Record<string, unknown>[] {
  const things: Record<string, unknown>[] = [];
  const collect = (value: unknown, depth: number) => {
    if (typeof value !== "object" || value === null || depth > 4) return;
    if (Array.isArray(value)) {
      for (const item of value) collect(item, depth + 1);
      return;
    }
    const thing = value as Record<string, unknown>;
    things.push(thing);
    collect(thing["@graph"], depth + 1);
    collect(thing.mainEntity, depth + 1);
  };
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      collect(JSON.parse(script.textContent ?? ""), 0);
    } catch {
      // Broken JSON-LD is common, and says nothing.
    }
  }
  return things;
}
