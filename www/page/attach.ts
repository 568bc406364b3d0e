/** Attaches Hamish to a page. */
import { mountMargin } from "./margin/margin.tsx";
import { checkOptions } from "./options.ts";
import { holdEngine } from "./remote.ts";
import { Session, seemsArticle } from "./session.ts";
import type { AttachOptions, Handle } from "./types.ts";

/**
 * Reads the article of a page and writes its notes in the margin, until `detach`.
 *
 * Resolves when the article has been painted for the first time, or when there is none; a page that gets one later is painted
 * then. Dispatches on the document: `hamish:ready` once, `hamish:change` when the notes have changed, `hamish:select` with the
 * annotation that the reader points at or was led to, `hamish:error`. An option that is wrong is told on the console and left
 * out; where the engine cannot be had, the reading time is shown alone.
 */
export async function attach(document: Document, asked: AttachOptions = {}): Promise<Handle> {
  const { options, problems } = checkOptions(asked);
  const engine = holdEngine(options);
  // The worker starts beside all that the page's thread does.
  if (seemsArticle(document)) engine.warm();
  if (document.readyState === "loading")
    await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
  const session = new Session(document, engine, options, options.margin === "none" ? null : mountMargin);
  for (const problem of problems) {
    console.error(`hamish: ${problem.message}`);
    session.tell("error", problem);
  }
  try {
    await session.refresh();
  } catch (error) {
    session.detach();
    throw error;
  }
  session.tell("ready", session);
  return session;
}
