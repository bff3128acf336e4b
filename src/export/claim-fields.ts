// Answers: which columns does every table-like format give of a claim and a source?
import type { ClaimCore, SourceNode } from "../graph/graph.ts";
import { claimSentence, quantityText } from "../graph/phrases.ts";
import type { Claim } from "../model/records.ts";
import { visibleClaims } from "../model/status.ts";
import type { Extract, ExtractRelation } from "./extract.ts";
import { type Field, slotsText } from "./fields.ts";
import type { RecipeFilter } from "./recipe.ts";

export interface ClaimRow {
  readonly core: ClaimCore;
  /** Its details. */
  readonly claim: Claim;
  readonly relation: string | undefined;
  readonly counts: boolean;
}

export const CLAIM_FIELDS: readonly Field<ClaimRow>[] = [
  { id: "id", type: "string", of: (r) => r.core.id },
  { id: "relation", type: "string", of: (r) => r.relation },
  { id: "actor", type: "string", of: (r) => r.claim.attr?.[0] },
  { id: "property", type: "string", of: (r) => r.claim.attr?.[1] },
  { id: "value", type: "string", of: (r) => r.claim.attr?.[2] },
  { id: "sentence", type: "string", of: (r, e) => claimSentence(e.graph, r.claim) },
  { id: "paraphrase", type: "string", of: (r) => r.claim.paraphrase },
  { id: "counts", type: "boolean", of: (r) => r.counts },
  { id: "status", type: "string", of: (r) => r.core.status },
  { id: "modality", type: "string", of: (r) => r.core.modality },
  { id: "opinion", type: "boolean", of: (r) => r.core.opinion },
  { id: "speaker", type: "string", of: (r) => r.claim.by.actor },
  { id: "voice", type: "string", of: (r) => r.claim.by.voice },
  { id: "origin", type: "string", of: (r) => r.core.origin },
  { id: "time", type: "string", of: (r) => r.claim.time },
  { id: "extent", type: "string", of: (r) => r.claim.extent },
  { id: "quantity", type: "string", of: (r, e) => quantityOf(e, r) },
  { id: "quantityMin", type: "double", of: (r) => r.claim.quantity?.min },
  { id: "quantityMax", type: "double", of: (r) => r.claim.quantity?.max },
  { id: "unit", type: "string", of: (r) => r.claim.quantity?.unit },
  {
    id: "slots",
    type: "string",
    of: (r, e) => slotsText(e, r.claim.slots),
  },
  { id: "reliability", type: "string", of: (r) => r.core.reliability },
  { id: "credibility", type: "integer", of: (r) => r.core.credibility },
  { id: "source", type: "string", of: (r) => r.core.source },
  { id: "paragraph", type: "string", of: (r) => paragraphOf(r.claim) },
  { id: "characters", type: "string", of: (r) => r.claim.at?.chars.join("–") },
  { id: "anchor", type: "string", of: (r) => r.claim.at?.anchor },
  { id: "supersedes", type: "string", of: (r) => r.claim.supersedes },
  { id: "retracted", type: "string", of: (r) => r.claim.retracted },
  { id: "curatorNote", type: "string", of: (r) => r.claim.curatorNote },
];

export const SOURCE_FIELDS: readonly Field<SourceNode>[] = [
  { id: "id", type: "string", of: (s) => s.id },
  { id: "type", type: "string", of: (s) => s.type },
  { id: "title", type: "string", of: (s) => s.title },
  { id: "publisher", type: "string", of: (s) => s.publisher },
  { id: "authors", type: "string", of: (s) => s.authors.join(" | ") || undefined },
  { id: "published", type: "string", of: (s) => s.published },
  { id: "publishedInferred", type: "string", of: (s) => s.publishedInferred },
  { id: "url", type: "string", of: (s) => s.url },
  { id: "reliability", type: "string", of: (s) => s.reliability },
  { id: "reliabilityReason", type: "string", of: (s) => s.reliabilityReason },
  { id: "retracted", type: "string", of: (s) => s.retracted },
];

/** Claims of the relations, then those about one actor alone. */
export function* claimRows(extract: Extract): Generator<ClaimRow> {
  for (const relation of extract.relations) yield* rowsOfRelation(extract, relation);
  yield* rowsOfActors(extract);
}

export function rowsOfRelation(extract: Extract, { edge, claims }: ExtractRelation): ClaimRow[] {
  const counting = claims.length === edge.claims.length ? undefined : new Set(claims.map((c) => c.id));
  return edge.claims.map((core) => ({
    core,
    claim: detailOf(extract, core),
    relation: edge.id,
    counts: counting?.has(core.id) ?? true,
  }));
}

/** Claims about one actor alone. */
export function* rowsOfActors(extract: Extract): Generator<ClaimRow> {
  for (const claims of extract.attributes.values())
    for (const core of claims)
      yield { core, claim: detailOf(extract, core), relation: undefined, counts: isAdmitted(core, extract.recipe.filter) };
}

/** As `evidenceOf` counts the claims of a relation. */
function isAdmitted(core: ClaimCore, { modalities, opinions, denials, knownOn }: RecipeFilter): boolean {
  return (
    visibleClaims([core], knownOn).length > 0 &&
    (modalities === undefined ? core.modality === "actual" : modalities.has(core.modality)) &&
    (opinions === true || !core.opinion) &&
    (denials === true || core.status !== "denied")
  );
}

function detailOf({ claims }: Extract, { id }: ClaimCore): Claim {
  const claim = claims.get(id);
  if (claim === undefined) throw new Error(`no details of claim ${id}`);
  return claim;
}

/** Absent where the source was read in excerpts only. */
function paragraphOf({ at }: Claim): string | undefined {
  return at === undefined ? undefined : String(at.para);
}

function quantityOf(extract: Extract, { claim }: ClaimRow): string | undefined {
  const { quantity } = claim;
  return quantity === undefined ? undefined : quantityText(extract.graph, quantity);
}
