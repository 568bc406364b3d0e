/** Tells text that a reader sees from text that a style sheet hides. */

/** Whether an element is shown: not hidden, nor cut to nothing as text for screen readers alone is. */
export function isShown(element: Element | null): boolean {
  if (!element) return true;
  if (element.checkVisibility && !element.checkVisibility({ visibilityProperty: true })) return false;
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return !(
    style?.position === "absolute" &&
    (style.clipPath !== "none" || style.clip !== "auto") &&
    style.overflow === "hidden"
  );
}
