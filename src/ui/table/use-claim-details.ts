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

export type DetailOf = (id: ClaimId) => Claim | undefined;

export interface ClaimDetails {
  /** Another function whenever more has come. */
  readonly detailOf: DetailOf;
  readonly loaded: number;
  readonly isFailed: boolean;
  readonly retry: () => void;
}

/** Loads what is missing in the order given, that of the dataset; what was loaded stays, whatever is asked for next. */
export function useClaimDetails(ids: readonly ClaimId[]): ClaimDetails {
  const { engine } = useApp();
  const held = useRef(new Map<ClaimId, Claim>());
  const [loaded, setLoaded] = useState(0);
  const [isFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the attempt is a retry
  useEffect(() => {
    let isCurrent = true;
    const load = async (): Promise<void> => {
      setFailed(false);
      const missing = await inSlices(missingOf(ids, held.current));
      if (!isCurrent) return;
      setLoaded(ids.length - missing.length);
      let told = Number.NEGATIVE_INFINITY;
      for (let start = 0; start < missing.length; start += PAGE) {
        const claims = await engine.claims(missing.slice(start, start + PAGE));
        for (const claim of claims) held.current.set(claim.id, claim);
        // What the engine holds already comes without a pause of its own.
        await BREATHING.pause();
        if (!isCurrent) return;
        const left = missing.length - start - claims.length;
        if (left > 0 && BREATHING.now() - told < TOLD_EVERY) continue;
        told = BREATHING.now();
        setLoaded(ids.length - left);
      }
    };
    load().catch(() => isCurrent && setFailed(true));
    return () => {
      isCurrent = false;
    };
  }, [engine, ids, attempt]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another function when more has come
  const detailOf = useCallback<DetailOf>((id) => held.current.get(id), [loaded]);
  return { detailOf, loaded, isFailed, retry: () => setAttempt((n) => n + 1) };
}

function* missingOf(ids: readonly ClaimId[], held: ReadonlyMap<ClaimId, Claim>): Steps<ClaimId[]> {
  const missing: ClaimId[] = [];
  for (const id of ids) {
    yield;
    if (!held.has(id)) missing.push(id);
  }
  return missing;
}
