// Answers: how did a relation stand as evidence came in and was taken back?
import type { ClaimId } from "../../model/ids.ts";
import type { DerivedStatus } from "../../model/status.ts";
import { type ClaimCore, type EvidenceSettings, evidenceClaims, type RelationEdge, statusOf } from "../graph.ts";

export interface StatusChange {
  /** UTC day on which what was known changed. */
  readonly day: number;
  /** From this day to the next change. */
  readonly status: DerivedStatus;
  /** Claims published, and claims withdrawn, on this day, in claim order. */
  readonly published: readonly ClaimId[];
  readonly withdrawn: readonly ClaimId[];
}

/** Every day on which a claim was published or withdrawn, oldest first; `knownOn` of the settings ends it. Cost O(claims² of the relation). */
export function statusHistoryOf(edge: RelationEdge, settings: EvidenceSettings = {}): StatusChange[] {
  const held = evidenceClaims(edge, settings);
  const { knownOn = Number.POSITIVE_INFINITY } = settings;
  /** A claim that was withdrawn before it came out was never taken back. */
  const isTakenBack = (c: ClaimCore): boolean => c.retractedDay !== undefined && c.retractedDay >= c.publishedDay;
  const days = new Set(held.flatMap((c) => (isTakenBack(c) ? [c.publishedDay, c.retractedDay ?? 0] : [c.publishedDay])));
  return [...days]
    .filter((day) => day <= knownOn)
    .sort((a, b) => a - b)
    .map((day) => ({
      day,
      status: statusOf(edge, { ...settings, knownOn: day }),
      published: held.filter((c) => c.publishedDay === day).map((c) => c.id),
      withdrawn: held.filter((c) => isTakenBack(c) && c.retractedDay === day).map((c) => c.id),
    }));
}
