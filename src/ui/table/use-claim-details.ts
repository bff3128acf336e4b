// Answers: what do these claims say in full, page by page, and what could not be loaded?
import { useEffect, useMemo, useState } from "react";
import type { ClaimId } from "../../model/ids.ts";
import type { Claim } from "../../model/records.ts";
import { useApp } from "../shell/app-context.ts";

/** Claims asked for at once: what one detail file holds. */
const PAGE = 256;

export interface ClaimDetails {
  readonly details: ReadonlyMap<ClaimId, Claim>;
  readonly isFailed: boolean;
  readonly retry: () => void;
}

/** Loads what is missing in the order of the dataset; what was loaded stays, whatever is asked for next. */
export function useClaimDetails(ids: readonly ClaimId[]): ClaimDetails {
  const { engine, graph } = useApp();
  const [details, setDetails] = useState<ReadonlyMap<ClaimId, Claim>>(new Map());
  const [isFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const ordered = useMemo(
    () => [...ids].sort((a, b) => (graph.claimOrdinals.get(a) ?? 0) - (graph.claimOrdinals.get(b) ?? 0)),
    [graph, ids],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has been loaded is read when the wish changes, and the attempt is a retry
  useEffect(() => {
    let isCurrent = true;
    const missing = ordered.filter((id) => !details.has(id));
    const load = async (): Promise<void> => {
      setFailed(false);
      for (let start = 0; start < missing.length && isCurrent; start += PAGE) {
        const claims = await engine.claims(missing.slice(start, start + PAGE));
        if (isCurrent) setDetails((held) => new Map([...held, ...claims.map((claim) => [claim.id, claim] as const)]));
      }
    };
    load().catch(() => isCurrent && setFailed(true));
    return () => {
      isCurrent = false;
    };
  }, [engine, ordered, attempt]);
  return { details, isFailed, retry: () => setAttempt((n) => n + 1) };
}
