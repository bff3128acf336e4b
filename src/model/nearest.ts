// Answers: which known words are closest to a mistyped one?

/** Up to `count` candidates within a third of the word's length (at least 2 edits), nearest first, ties by text. Cost O(n·len²). */
export function nearestOf(word: string, candidates: Iterable<string>, count = 3): string[] {
  const limit = Math.max(2, Math.floor(word.length / 3));
  const scored: Array<[number, string]> = [];
  for (const candidate of candidates) {
    const edits = editsBetween(word, candidate, limit);
    if (edits <= limit) scored.push([edits, candidate]);
  }
  scored.sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1));
  return scored.slice(0, count).map(([, text]) => text);
}

/** "did you mean `a` or `b`?", or undefined when nothing is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const near = nearestOf(word, candidates);
  return near.length === 0 ? undefined : `did you mean ${near.map((n) => `\`${n}\``).join(" or ")}?`;
}

/** Letters to add, drop or change; Infinity when they are more than `limit`. Cost O(len²), O(1) when the lengths differ by more. */
export function editsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Number.POSITIVE_INFINITY;
  const edits = editDistance(a, b);
  return edits <= limit ? edits : Number.POSITIVE_INFINITY;
}

/** Levenshtein distance, two rows. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min((row[j - 1] ?? 0) + 1, (previous[j] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
