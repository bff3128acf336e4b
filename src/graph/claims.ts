// Answers: which claims does a graph hold that was put together in memory, and where is one of them?
import type { ActorId, ClaimId, RelationId, SourceId } from "../model/ids.ts";
import type { ClaimBundle, Claims, PlacedClaim } from "./graph.ts";

/** `ids`: each claim of the bundles once, in order. */
export function claimsOf(
  ids: readonly ClaimId[],
  relations: Iterable<readonly [RelationId, ClaimBundle]>,
  attributes: Iterable<readonly [ActorId, ClaimBundle]>,
): Claims {
  const ordinals = new Map(ids.map((id, i) => [id, i]));
  const placed = new Map<ClaimId, PlacedClaim>();
  for (const bundles of [relations, attributes])
    for (const [item, { claims }] of bundles) for (const core of claims) placed.set(core.id, { core, item });
  return {
    size: ids.length,
    ids: () => ids,
    ordinalOf: (id) => ordinals.get(id),
    at: (ordinal) => placed.get(ids[ordinal] as ClaimId),
    rangeOf(source) {
      const isOwn = (id: ClaimId): boolean => id.startsWith(`${source}#`);
      return ids.some(isOwn) ? [ids.findIndex(isOwn), ids.findLastIndex(isOwn) + 1] : [0, 0];
    },
  };
}

export function findClaim(claims: Claims, id: ClaimId): PlacedClaim | undefined {
  const ordinal = claims.ordinalOf(id);
  return ordinal === undefined ? undefined : claims.at(ordinal);
}

export function claimCountOf(claims: Claims, source: SourceId): number {
  const [first, end] = claims.rangeOf(source);
  return end - first;
}
