// Answers: how does a long query run without holding up its thread, and stop when asked to?
import type { Steps } from "../graph/query/work.ts";

/** The thread's own clock and scheduler, passed in: the core has neither. */
export interface Breathing {
  /** Milliseconds. */
  readonly now: () => number;
  /** Resolves after other tasks had their turn. */
  readonly pause: () => Promise<void>;
}

/** An `AbortSignal`, as far as a query looks at it. */
export interface CancelSignal {
  readonly aborted: boolean;
}

/** Longest stretch without a pause, in milliseconds. */
const SLICE_MS = 12;

/** Runs a query to its end in slices. @throws an error named `AbortError` once `signal` is aborted. */
export async function finishedInSlices<T>(steps: Steps<T>, { now, pause }: Breathing, signal?: CancelSignal): Promise<T> {
  let start = now();
  for (;;) {
    if (signal?.aborted === true) throw abortError();
    const step = steps.next();
    if (step.done === true) return step.value;
    if (now() - start < SLICE_MS) continue;
    await pause();
    start = now();
  }
}

function abortError(): Error {
  const error = new Error("The query was cancelled.");
  error.name = "AbortError";
  return error;
}
