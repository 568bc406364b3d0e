/** Where more is known about an entity, and where a range stands on the page: addresses only, nothing is fetched. */
import type { Entity, Range } from "../../engine/types.ts";
import type { Language, Strings } from "./strings.ts";

/** A page about an entity. */
export interface Link {
  label: string;
  href: string;
}

/** Pages about an entity whose identifier is known; none for another. */
export function linksOf({ id, name }: Entity, language: Language, strings: Strings): Link[] {
  const [source, key = ""] = id?.split(":") ?? [];
  const search = `https://${language}.wikipedia.org/w/index.php?${new URLSearchParams({ title: "Special:Search", go: "Go", search: name })}`;
  switch (source) {
    case "wikidata":
      return [
        {
          label: strings.wikipedia,
          href: `https://www.wikidata.org/wiki/Special:GoToLinkedPage/${language}wiki/${key}`,
        },
        { label: strings.wikidata, href: `https://www.wikidata.org/wiki/${key}` },
      ];
    case "iso3166":
      return [
        { label: strings.wikipedia, href: search },
        { label: "ISO 3166", href: `https://www.iso.org/obp/ui/#iso:code:3166:${key}` },
      ];
    case "unm49":
      return [
        { label: strings.wikipedia, href: search },
        { label: "UN M49", href: "https://unstats.un.org/unsd/methodology/m49/" },
      ];
    case "geonames":
      return [
        { label: strings.wikipedia, href: search },
        { label: "GeoNames", href: `https://www.geonames.org/${key}` },
      ];
    default:
      return [];
  }
}

/** Words at either end by which a long range is told. */
const ENDS = 4;
/** Words before a short range that tell it from its like. */
const BEFORE = 3;

/**
 * The address of a range of the text: this page's with a text fragment, so that a place can be kept and sent.
 *
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function addressOf(page: string, text: string, { start, end }: Range): string {
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const before = wordsOf(text.slice(line, start)).slice(-BEFORE).join(" ");
  const words = wordsOf(text.slice(start, end));
  const ends = words.length > 2 * ENDS ? [words.slice(0, ENDS), words.slice(-ENDS)] : [words];
  const parts = ends.map((part) => encoded(part.join(" ")));
  const prefix = before && text[start - 1] === " " ? `${encoded(before)}-,` : "";
  return `${page.split("#")[0]}#:~:text=${prefix}${parts.join(",")}`;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

/** The fragment's own signs are escaped too. */
function encoded(words: string): string {
  return encodeURIComponent(words).replaceAll("-", "%2D");
}
