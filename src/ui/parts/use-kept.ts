// Answers: what had the reader set in this pane before another one was shown? Kept until the page is left.
import { useState } from "react";

const KEPT = new Map<string, unknown>();

/** `useState`, but a pane that comes back finds what it left. `key` is unique on the page. */
export function useKept<T>(key: string, initial: T | (() => T)): readonly [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => {
    if (KEPT.has(key)) return KEPT.get(key) as T;
    return initial instanceof Function ? initial() : initial;
  });
  const keep = (next: T): void => {
    KEPT.set(key, next);
    setValue(next);
  };
  return [value, keep];
}
