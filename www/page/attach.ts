/** Attaches Hamish to a page. */
import { mountMargin } from "./margin/margin.tsx";
import { Session } from "./session.ts";
import type { AttachOptions, Handle } from "./types.ts";

/**
 * Reads the article of a page and writes its notes in the margin, until `detach`.
 *
 * Resolves when the article has been painted for the first time, or when there is none; a page that gets one later is painted
 * then. Dispatches on the document: `hamish:ready` once, `hamish:change` when the notes have changed, `hamish:select` with the
 * annotation that the reader points at or was led to, `hamish:error`.
 *
 * @throws where the engine cannot be loaded, or an option is wrong
 */
export async function attach(document: Document, options: AttachOptions = {}): Promise<Handle> {
  if (document.readyState === "loading")
    await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
  const session = new Session(document, options, options.margin === "none" ? null : mountMargin);
  try {
    await session.refresh();
  } catch (error) {
    session.detach();
    throw error;
  }
  session.tell("ready", session);
  return session;
}
