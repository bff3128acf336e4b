// Answers: what is the answer to this question, while the last one stays until the next has come?
import { startTransition, useCallback, useEffect, useRef, useState } from "react";
import { createStore, type StoreApi } from "zustand/vanilla";

export interface Answer<T> {
  /** The latest that has come; undefined before the first. */
  readonly value: T | undefined;
  /** The value answers the question asked now. */
  readonly isCurrent: boolean;
  readonly isFailed: boolean;
  readonly isCancelled: boolean;
  /** Share of the work on the question asked now, 0 to 1, as far as `ask` tells it. */
  readonly share: StoreApi<number>;
  readonly cancel: () => void;
  readonly retry: () => void;
}

/** `signal` is aborted once the answer is wanted no more. */
export type Ask<T> = (signal: AbortSignal, onProgress: (share: number) => void) => Promise<T>;

interface Asked<T> {
  readonly ask: Ask<T>;
  readonly controller: AbortController;
}

/** Asks anew whenever `ask` is another function: callers keep it by `useCallback`. What has come is drawn in steps that hold nothing up. */
export function useAnswer<T>(ask: Ask<T>): Answer<T> {
  const [held, setHeld] = useState<{ readonly ask: Ask<T>; readonly value: T }>();
  const [failed, setFailed] = useState<Ask<T>>();
  const [cancelled, setCancelled] = useState<Ask<T>>();
  const asked = useRef<Asked<T>>(undefined);
  const [attempt, setAttempt] = useState(0);
  const [share] = useState(() => createStore<number>(() => 0));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the attempt stands for a retry
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    setFailed(undefined);
    setCancelled(undefined);
    asked.current = { ask, controller };
    share.setState(0, true);
    ask(signal, (done) => {
      if (!signal.aborted) share.setState(done, true);
    }).then(
      (value) => !signal.aborted && startTransition(() => setHeld({ ask, value })),
      () => !signal.aborted && setFailed(() => ask),
    );
    return () => controller.abort();
  }, [ask, attempt, share]);
  const cancel = useCallback(() => {
    const working = asked.current;
    if (working === undefined) return;
    working.controller.abort();
    setCancelled(() => working.ask);
  }, []);
  return {
    value: held?.value,
    isCurrent: held?.ask === ask,
    isFailed: failed === ask,
    isCancelled: cancelled === ask,
    share,
    cancel,
    retry: () => setAttempt(attempt + 1),
  };
}

/** For an answer made of `count` others: what to tell each of them, so that their mean is told. */
export function sharesOf(count: number, onProgress: (share: number) => void): ReadonlyArray<(share: number) => void> {
  const shares = new Array<number>(count).fill(0);
  return shares.map((_, i) => (share: number) => {
    shares[i] = share;
    onProgress(shares.reduce((sum, each) => sum + each, 0) / count);
  });
}
