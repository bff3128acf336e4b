// Answers: how does long work in this thread let others go first?
import { type Breathing, finishedInSlices } from "../../engine/slices.ts";
import type { Steps } from "../../graph/query/work.ts";

export const BREATHING: Breathing = {
  now: () => performance.now(),
  pause: () => new Promise<void>((resolve) => setTimeout(resolve, 0)),
};

/** @throws an error named `AbortError` once `signal` is aborted. */
export function inSlices<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  return finishedInSlices(steps, BREATHING, { signal });
}
