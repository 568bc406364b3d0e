/** Where the highlights' style sheet holds: in the article alone, as a rule for all elements has browsers style the whole page anew. */

/** Selectors, none of which weighs more than another. */
export interface Scope {
  /** What the article's highlights are styled by. */
  base: string;
  /** What stands in the article and is of a kind. */
  inside(kind: string): string;
}

/**
 * The selectors for an article; in shadow trees that the sheet is given to they hold for all.
 *
 * @param inherited whether elements have the highlights' styles of those around them: younger browsers do as CSS Pseudo-Elements 4 says
 */
export function scopeOf(root: Element, inherited: boolean): Scope {
  const path = pathTo(root);
  return {
    base: inherited ? `:where(${path})` : `:where(${path},${path} *,:host *)`,
    inside: (kind) => `:where(${path},:host) :where(${inherited ? kind : `${kind},${kind} *`})`,
  };
}

/** Names of elements from the nearest identifier down; classes come and go. */
function pathTo(element: Element): string {
  if (element.id) return `#${CSS.escape(element.id)}`;
  const name = CSS.escape(element.localName);
  return element.parentElement ? `${pathTo(element.parentElement)}>${name}` : name;
}
