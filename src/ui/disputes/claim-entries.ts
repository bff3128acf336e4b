// Answers: which claims are for a relation and which against it, by date and origin?
import {
  type ClaimCore,
  type EntenteGraph,
  type EvidenceSettings,
  evidenceClaims,
  type RelationEdge,
} from "../../graph/graph.ts";
import { spanText } from "../../model/day.ts";
import type { ActorId, ClaimId } from "../../model/ids.ts";
import { visibleClaims } from "../../model/status.ts";
import { capitalized } from "../../model/text.ts";
import { CLAIM_STATUS_WORDS, MODALITY_WORDS } from "../../model/words.ts";

export interface ClaimEntry {
  readonly id: ClaimId;
  readonly published: string;
  readonly origin: string;
  /** How it is put: "alleged", "denied; judgement or prediction". */
  readonly manner: string;
  /** When it is said to have held. */
  readonly when: string;
  readonly source: string;
}

export interface Sides {
  /** By publication, then origin. */
  readonly asserting: readonly ClaimEntry[];
  readonly denying: readonly ClaimEntry[];
}

/** Claims that the settings leave in and nobody has withdrawn by then. */
export function sidesOf(graph: EntenteGraph, edge: RelationEdge, settings: EvidenceSettings): Sides {
  const claims = visibleClaims(evidenceClaims(edge, settings), settings.knownOn);
  const isDenial = ({ status }: ClaimCore): boolean => status === "denied";
  return {
    asserting: entriesOf(
      graph,
      claims.filter((claim) => !isDenial(claim)),
    ),
    denying: entriesOf(graph, claims.filter(isDenial)),
  };
}

export function entriesOf(graph: EntenteGraph, claims: readonly ClaimCore[]): ClaimEntry[] {
  return claims
    .map((claim) => ({ day: claim.publishedDay, entry: entryOf(graph, claim) }))
    .sort((a, b) => a.day - b.day || (a.entry.origin < b.entry.origin ? -1 : a.entry.origin > b.entry.origin ? 1 : 0))
    .map(({ entry }) => entry);
}

function entryOf(graph: EntenteGraph, claim: ClaimCore): ClaimEntry {
  const { id, status, modality, opinion, origin, dated, bounds, retractedDay } = claim;
  const source = graph.sources.get(claim.source);
  const manner = [
    CLAIM_STATUS_WORDS[status],
    ...(modality === "actual" ? [] : [MODALITY_WORDS[modality]]),
    ...(opinion ? ["judgement or prediction"] : []),
    ...(retractedDay === undefined ? [] : ["withdrawn"]),
  ];
  return {
    id,
    published: source?.published ?? "not recorded",
    origin: originText(graph, origin),
    manner: manner.join("; "),
    when: dated
      ? spanText({ first: bounds.earliestStart, last: bounds.latestEnd }).replace(/^… to (?!…)/, "up to ")
      : "not recorded",
    source: source?.title ?? claim.source,
  };
}

/** An origin is an actor, or a source whose publisher is not known. */
function originText(graph: EntenteGraph, origin: string): string {
  return capitalized(graph.actors.get(origin as ActorId)?.label ?? graph.sources.get(origin as never)?.title ?? origin);
}
