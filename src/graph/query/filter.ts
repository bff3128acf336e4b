// Answers: may a query use this relation, and on which claims?
import type { ActorId } from "../../model/ids.ts";
import { MODALITIES, type Modality, type Polarity, type RelationStatus } from "../../model/kinds.ts";
import { type DerivedStatus, deriveStanding, strengthOf, visibleClaims } from "../../model/status.ts";
import { type ClaimCore, type EntenteGraph, type EvidenceSettings, evidenceClaims, type RelationEdge } from "../graph.ts";
import type { Subgraph } from "./subgraph.ts";

/** Every absent field is no constraint, but for `modalities`, `opinions` and `denials`: nothing that is not asserted as a fact counts unasked. */
export interface RelationFilter extends EvidenceSettings {
  readonly types?: ReadonlySet<string> | undefined;
  /** Layers: polarities of the relation type. */
  readonly polarities?: ReadonlySet<Polarity> | undefined;
  /** Only types along which support or opposition is passed on. */
  readonly chainable?: boolean | undefined;
  /** By the order of `STATUS_ORDER`. */
  readonly minStatus?: RelationStatus | undefined;
  /** Derived statuses admitted; default all that assert something. */
  readonly statuses?: ReadonlySet<RelationStatus> | undefined;
  /** Default: actual only. */
  readonly modalities?: ReadonlySet<Modality> | undefined;
  /** Also judgements, predictions and recommendations. Default false. */
  readonly opinions?: boolean | undefined;
  /** Also relations of which only denials are recorded. Default false. */
  readonly denials?: boolean | undefined;
}

/** Everything recorded, denials and opinions too. */
export const EVERYTHING: RelationFilter = { modalities: new Set(MODALITIES), opinions: true, denials: true };

const ACTUAL: ReadonlySet<Modality> = new Set(["actual"]);

/** On what a relation that passed the filter stands. */
export interface Evidence {
  readonly status: DerivedStatus;
  /** Visible claims of the admitted modalities that assert it (or deny it, where denials are admitted), in claim order. */
  readonly claims: readonly ClaimCore[];
  /** Independent origins of what is asserted. */
  readonly origins: ReadonlySet<string>;
}

/** Undefined when the filter refuses the relation. Cost O(claims of the relation). */
export function evidenceOf(edge: RelationEdge, filter: RelationFilter): Evidence | undefined {
  const { type } = edge;
  if (filter.types !== undefined && !filter.types.has(type.id)) return undefined;
  if (filter.polarities !== undefined && !filter.polarities.has(type.polarity)) return undefined;
  if (filter.chainable === true && !type.chainable) return undefined;
  const held = evidenceClaims(edge, filter);
  const modalities = filter.modalities ?? ACTUAL;
  const claims = visibleClaims(held, filter.knownOn).filter(
    (c) =>
      modalities.has(c.modality) &&
      (filter.opinions === true || !c.opinion) &&
      (filter.denials === true || c.status !== "denied"),
  );
  if (claims.length === 0) return undefined;
  const { status, origins } = deriveStanding(held, filter.knownOn);
  if (status.status === "denied" && filter.denials !== true) return undefined;
  if (filter.statuses !== undefined && !filter.statuses.has(status.status)) return undefined;
  if (filter.minStatus !== undefined && strengthOf(status.status) < strengthOf(filter.minStatus)) return undefined;
  return { status, claims, origins: origins.size > 0 ? origins : new Set(claims.map((c) => c.origin)) };
}

/** The relations of a subgraph that pass and have both ends in it; its actors all stay. Cost O(claims). */
export function filterSubgraph(graph: EntenteGraph, { actors, relations }: Subgraph, filter: RelationFilter): Subgraph {
  const kept = [...relations].filter((id) => {
    const edge = graph.relations.get(id);
    return edge !== undefined && hasEnds(edge, actors) && evidenceOf(edge, filter) !== undefined;
  });
  return { actors, relations: new Set(kept) };
}

function hasEnds(edge: RelationEdge, actors: ReadonlySet<ActorId>): boolean {
  return actors.has(edge.from) && actors.has(edge.to);
}
