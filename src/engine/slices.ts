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

export interface SliceOptions {
  readonly signal?: CancelSignal | undefined;
  /** Told at each pause how many steps have been made, and the share that the last of them told. */
  readonly onSteps?: ((steps: number, share: number | undefined) => void) | undefined;
}

/** Runs a query to its end in slices. @throws an error named `AbortError` once `signal` is aborted. */
export async function finishedInSlices<T>(
  steps: Steps<T>,
  { now, pause }: Breathing,
  { signal, onSteps }: SliceOptions = {},
): Promise<T> {
  let start = now();
  for (let made = 0; ; made++) {
    if (signal?.aborted === true) throw abortError();
    const step = steps.next();
    if (step.done === true) return step.value;
    if (now() - start < SLICE_MS) continue;
    onSteps?.(made, step.value);
    await pause();
    start = now();
  }
}

export function abortError(): Error {
  const error = new Error("The query was cancelled.");
  error.name = "AbortError";
  return error;
}
