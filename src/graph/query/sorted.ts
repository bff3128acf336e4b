// Answers: how is a long list put in order with pauses?
import TinyQueue from "tinyqueue";
import type { Steps } from "./work.ts";

/** Items sorted at once, between two pauses. */
const RUN = 256;

/** A copy in order: runs are sorted and then merged, so items that compare as equal may change places. Cost O(n log n). */
export function* sorted<T>(items: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  const runs = new TinyQueue<Run<T>>([], (a, b) => compare(a.head, b.head));
  const add = (rest: T[]): void => {
    const head = rest.pop();
    if (head !== undefined) runs.push({ head, rest });
  };
  for (let start = 0; start < items.length; start += RUN) {
    yield;
    add(items.slice(start, start + RUN).sort((a, b) => compare(b, a)));
  }
  const merged: T[] = [];
  for (let run = runs.pop(); run !== undefined; run = runs.pop()) {
    yield;
    merged.push(run.head);
    add(run.rest);
  }
  return merged;
}

interface Run<T> {
  readonly head: T;
  /** The next one last. */
  readonly rest: T[];
}
