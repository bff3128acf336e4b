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

/** A query in progress: pauses now and then, so that its caller can cancel it or let the page breathe. */
export type Steps<T> = Generator<undefined, T>;

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

/** Runs a query to its end without a pause. */
export function finished<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
