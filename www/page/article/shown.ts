/** Tells text that a reader sees from text that a style sheet hides. */

/** Tells whether elements are shown: not hidden, nor cut to nothing as text for screen readers alone is; each is looked at once. */
export function isShownOnce(): (element: Element | null) => boolean {
  const known = new Map<Element | null, boolean>();
  return (element) => {
    const shown = known.get(element) ?? isShown(element);
    known.set(element, shown);
    return shown;
  };
}

function isShown(element: Element | null): boolean {
  if (!element) return true;
  if (element.checkVisibility && !element.checkVisibility({ visibilityProperty: true })) return false;
  // Style sheets cut by names: of paragraphs without any the style, which is dear, is not asked.
  if (!element.hasAttributes()) return true;
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return !(
    style?.position === "absolute" &&
    (style.clipPath !== "none" || style.clip !== "auto") &&
    style.overflow === "hidden"
  );
}
