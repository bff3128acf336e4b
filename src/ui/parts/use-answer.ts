// Answers: what does the engine say to this question, while the last answer stays until the next has come?
import { useEffect, useState } from "react";

export interface Answer<T> {
  /** The latest that has come; undefined before the first. */
  readonly value: T | undefined;
  /** The value answers the question asked now. */
  readonly isCurrent: boolean;
  readonly isFailed: boolean;
  readonly retry: () => void;
}

/** Asks anew whenever `ask` is another function: callers keep it by `useCallback`. */
export function useAnswer<T>(ask: () => Promise<T>): Answer<T> {
  const [held, setHeld] = useState<{ readonly ask: () => Promise<T>; readonly value: T }>();
  const [failed, setFailed] = useState<() => Promise<T>>();
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the attempt stands for a retry
  useEffect(() => {
    let isAwaited = true;
    setFailed(undefined);
    ask().then(
      (value) => isAwaited && setHeld({ ask, value }),
      () => isAwaited && setFailed(() => ask),
    );
    return () => {
      isAwaited = false;
    };
  }, [ask, attempt]);
  return {
    value: held?.value,
    isCurrent: held?.ask === ask,
    isFailed: failed === ask,
    retry: () => setAttempt(attempt + 1),
  };
}
