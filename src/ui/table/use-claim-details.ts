// Answers: what do these claims say in full, as far as it has come, and what could not be loaded?
import { useCallback, useEffect, useRef, useState } from "react";
import type { Steps } from "../../graph/query/work.ts";
import type { ClaimId } from "../../model/ids.ts";
import type { Claim } from "../../model/records.ts";
import { BREATHING, inSlices } from "../query/breathing.ts";
import { useApp } from "../shell/app-context.ts";

/** Claims asked for at once: what one detail file holds. */
const PAGE = 256;
/** Least time between two drawings of what has come, in milliseconds. */
const TOLD_EVERY = 250;

/** Undefined before it has come. Unless all are loaded anyway, asking is what loads it. */
export type DetailOf = (id: ClaimId) => Claim | undefined;

export interface ClaimDetails {
  /** Another function whenever more has come. */
  readonly detailOf: DetailOf;
  readonly loaded: number;
  readonly isFailed: boolean;
  readonly retry: () => void;
}

/** Loads all, in the order given, or only what is looked at; what was loaded stays, whatever is asked for next. */
export function useClaimDetails(ids: readonly ClaimId[], isOfAll: boolean): ClaimDetails {
  const { engine } = useApp();
  const held = useRef(new Map<ClaimId, Claim>());
  const lookedAt = useRef(new Set<ClaimId>());
  const timer = useRef<number>(undefined);
  const [loaded, setLoaded] = useState(0);
  const [isFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const load = useCallback(
    async (wanted: readonly ClaimId[]): Promise<void> => {
      for (const claim of await engine.claims(wanted)) held.current.set(claim.id, claim);
    },
    [engine],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the attempt is a retry
  useEffect(() => {
    if (!isOfAll) return;
    let isCurrent = true;
    const loadAll = async (): Promise<void> => {
      setFailed(false);
      const missing = await inSlices(missingOf(ids, held.current));
      if (!isCurrent) return;
      setLoaded(ids.length - missing.length);
      let told = Number.NEGATIVE_INFINITY;
      for (let start = 0; start < missing.length; start += PAGE) {
        await load(missing.slice(start, start + PAGE));
        // What the engine holds already comes without a pause of its own.
        await BREATHING.pause();
        if (!isCurrent) return;
        const left = Math.max(0, missing.length - start - PAGE);
        if (left > 0 && BREATHING.now() - told < TOLD_EVERY) continue;
        told = BREATHING.now();
        setLoaded(ids.length - left);
      }
    };
    loadAll().catch(() => isCurrent && setFailed(true));
    return () => {
      isCurrent = false;
    };
  }, [load, ids, isOfAll, attempt]);
  const loadLookedAt = useCallback((): void => {
    timer.current = undefined;
    const wanted = [...lookedAt.current];
    lookedAt.current.clear();
    load(wanted).then(
      () => setLoaded(held.current.size),
      () => setFailed(true),
    );
  }, [load]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another function when more has come
  const detailOf = useCallback<DetailOf>(
    (id) => {
      const claim = held.current.get(id);
      if (claim === undefined && !isOfAll && !isFailed) {
        lookedAt.current.add(id);
        timer.current ??= window.setTimeout(loadLookedAt, 0);
      }
      return claim;
    },
    [loaded, isOfAll, isFailed, loadLookedAt],
  );
  const retry = useCallback((): void => {
    setFailed(false);
    setAttempt((n) => n + 1);
  }, []);
  return { detailOf, loaded, isFailed, retry };
}

function* missingOf(ids: readonly ClaimId[], held: ReadonlyMap<ClaimId, Claim>): Steps<ClaimId[]> {
  const missing: ClaimId[] = [];
  for (const id of ids) {
    yield;
    if (!held.has(id)) missing.push(id);
  }
  return missing;
}
