/** The badge by the headline: reading time, and the time left as the reader goes on. */
import type { ReadingTime } from "../../engine/types.ts";
import { counted, type Language, type Strings } from "./strings.ts";

/** From here on the article counts as read. */
const DONE = 0.985;
/** Up to here the whole time is shown. */
const BEGUN = 0.12;

/** What a badge says once a share of the article has been read. */
export function badgeLabel(
  { seconds, minutes }: ReadingTime,
  read: number,
  language: Language,
  strings: Strings,
): string {
  if (read >= DONE) return strings.done;
  const left = Math.max(1, Math.ceil(((1 - read) * seconds) / 60));
  if (read < BEGUN || left >= minutes) return counted(language, minutes, strings.minutes);
  return strings.left(counted(language, left, strings.minutes));
}

/** A button that opens the panel; where there is none, a note. */
export function Badge(props: {
  label: string;
  read: number;
  strings: Strings;
  /** Whether the panel is open; null where there is none. */
  open: boolean | null;
  onClick: () => void;
}) {
  const { label, read, strings, open, onClick } = props;
  const inner = (
    <>
      <svg class="ring" viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="9.5" />
        <circle cx="12" cy="12" r="9.5" pathLength="100" stroke-dasharray={`${Math.round(read * 100)} 100`} />
        <path d="M12 7v5l3 2" />
      </svg>
      <span>{label}</span>
    </>
  );
  if (open === null)
    return (
      <p class="badge" role="note" aria-label={`${strings.readingTime}: ${label}`}>
        {inner}
      </p>
    );
  return (
    <button
      class="badge"
      type="button"
      aria-expanded={open}
      aria-controls="panel"
      aria-label={`${strings.readingTime}: ${label}. ${strings.openMargin}`}
      onClick={onClick}
    >
      {inner}
    </button>
  );
}
