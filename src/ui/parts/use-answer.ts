// Answers: what is the answer to this question, while the last one stays until the next has come?
import { startTransition, useEffect, useState } from "react";

export interface Answer<T> {
  /** The latest that has come; undefined before the first. */
  readonly value: T | undefined;
  /** The value answers the question asked now. */
  readonly isCurrent: boolean;
  readonly isFailed: boolean;
  readonly retry: () => void;
}

/** `signal` is aborted once the answer is wanted no more. */
export type Ask<T> = (signal: AbortSignal) => Promise<T>;

/** Asks anew whenever `ask` is another function: callers keep it by `useCallback`. What has come is drawn in steps that hold nothing up. */
export function useAnswer<T>(ask: Ask<T>): Answer<T> {
  const [held, setHeld] = useState<{ readonly ask: Ask<T>; readonly value: T }>();
  const [failed, setFailed] = useState<Ask<T>>();
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the attempt stands for a retry
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    setFailed(undefined);
    ask(signal).then(
      (value) => !signal.aborted && startTransition(() => setHeld({ ask, value })),
      () => !signal.aborted && setFailed(() => ask),
    );
    return () => controller.abort();
  }, [ask, attempt]);
  return {
    value: held?.value,
    isCurrent: held?.ask === ask,
    isFailed: failed === ask,
    retry: () => setAttempt(attempt + 1),
  };
}
