// Answers: when was that, in words that are taken in at a glance?
const DAY_MS = 86_400_000;

/** "today, 14:02", "yesterday, 14:02", else "12 March 2025, 14:02", in the reader's time zone. Both in milliseconds since 1970. */
export function momentText(at: number, now: number): string {
  const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hour12: false }).format(at);
  // Rounded: a day in which clocks change has 23 or 25 hours.
  const daysAgo = Math.round((midnightBefore(now) - midnightBefore(at)) / DAY_MS);
  if (daysAgo === 0) return `today, ${time}`;
  if (daysAgo === 1) return `yesterday, ${time}`;
  const date = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" }).format(at);
  return `${date}, ${time}`;
}

function midnightBefore(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
