// Answers: how does a long query stay within its bounds, and let others go first?

/** What a query may still spend; one unit is about one look at a hop. */
export interface Work {
  spent: number;
  readonly limit: number;
}

/** Some seconds on an ordinary machine. */
export const DEFAULT_WORK = 20_000_000;
/** Work between two pauses: a few milliseconds. */
export const PAUSE_EVERY = 8_192;

/**
 * A query in progress: pauses now and then, so that its caller can cancel it or let the page breathe. Where it knows how far it is, a step tells
 * the share that is done, from 0 to 1, never less than before.
 */
export type Steps<T> = Generator<number | undefined, T>;

/** Items looked at between two pauses: a few milliseconds. */
const ITEMS_PER_STEP = 2_000;

export function startWork(limit: number = DEFAULT_WORK): Work {
  return { spent: 0, limit };
}

export function isExhausted(work: Work): boolean {
  return work.spent >= work.limit;
}

/** Books `units`; true when it is time to pause. */
export function spend(work: Work, units: number): boolean {
  const before = Math.floor(work.spent / PAUSE_EVERY);
  work.spent += units;
  return Math.floor(work.spent / PAUSE_EVERY) > before;
}

/** Looks at each of `count` items in turn, pausing now and then. */
export function* eachInSteps<T>(items: Iterable<T>, count: number, look: (item: T) => void): Steps<void> {
  let looked = 0;
  for (const item of items) {
    look(item);
    looked += 1;
    if (looked % ITEMS_PER_STEP === 0) yield Math.min(1, looked / count);
  }
}

/** The same steps as a part of something longer, of which they are the stretch from share `from` to share `to`. */
export function asPart<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  return retold(steps, (share) => from + (to - from) * share);
}

/** The same steps without a word about their share: where something longer tells it otherwise. */
export function untold<T>(steps: Steps<T>): Steps<T> {
  return retold(steps, () => undefined);
}

function* retold<T>(steps: Steps<T>, tell: (share: number) => number | undefined): Steps<T> {
  let step = steps.next();
  while (step.done !== true) {
    yield step.value === undefined ? undefined : tell(step.value);
    step = steps.next();
  }
  return step.value;
}

/** Runs a query to its end without a pause. */
export function finished<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
