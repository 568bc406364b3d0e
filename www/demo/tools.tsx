/** The tools of the text core, each on a text that can be changed. */
import { useEffect, useState } from "preact/hooks";
import type { Engine } from "../engine/engine.ts";
import { engine } from "./engine.ts";
import { Finding } from "./finding.tsx";
import { Folding } from "./folding.tsx";
import type { Strings } from "./strings.ts";
import { Tidying } from "./tidying.tsx";

/** Folding, tidying and searching, one below the other. */
export function Tools({ strings }: { strings: Strings }) {
  const [loaded, setLoaded] = useState<Engine | null>(null);
  useEffect(() => void engine().then(setLoaded), []);
  if (!loaded) return <p class="nothing">{strings.tools.loading}</p>;
  return (
    <div class="tools">
      <header>
        <h1>{strings.views.tools}</h1>
        <p class="hint">{strings.tools.hint}</p>
      </header>
      <Folding engine={loaded} strings={strings} />
      <Tidying engine={loaded} strings={strings} />
      <Finding engine={loaded} strings={strings} />
    </div>
  );
}
