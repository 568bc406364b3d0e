/** The demo's drawings; none is read out. */

/** Lines of text, and the line that parts them from their margin. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="var(--accent)" />
      <path
        d="M22 6v20M17 10H8M17 16h-7M17 22H8"
        stroke="var(--paper)"
        stroke-width="2.6"
        stroke-linecap="round"
      />
    </svg>
  );
}

/** To the dark. */
export function Moon() {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M16 12.5A6.8 6.8 0 0 1 7.5 4a6.8 6.8 0 1 0 8.5 8.5z" />
    </svg>
  );
}

/** To the light. */
export function Sun() {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="3.2" />
      <path d="M10 2.5v1.5M10 16v1.5M2.5 10H4M16 10h1.5M4.7 4.7l1 1M14.3 14.3l1 1M4.7 15.3l1-1M14.3 5.7l1-1" />
    </svg>
  );
}
