/** What the tools of the text core have in common. */
import type { ComponentChildren } from "preact";
import type { Strings } from "./strings.ts";

/** A tool under its heading and what it is for. */
export function Tool({ words, children }: { words: Words; children: ComponentChildren }) {
  return (
    <section>
      <h2>{words.heading}</h2>
      <p class="hint">{words.hint}</p>
      {children}
    </section>
  );
}

interface Words {
  heading: string;
  hint: string;
}

/** The text that a tool works on. */
export function TextBox({ strings, text, onText }: TextBoxProps) {
  return (
    <textarea
      class="short"
      lang="ar"
      dir="auto"
      spellcheck={false}
      aria-label={strings.tools.text}
      value={text}
      onInput={({ currentTarget }) => onText(currentTarget.value)}
    />
  );
}

interface TextBoxProps {
  strings: Strings;
  text: string;
  onText(text: string): void;
}
