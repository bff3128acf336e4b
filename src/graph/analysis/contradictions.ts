// Answers: where do the sources disagree, with each other or with themselves? Reported, never resolved.
import type { ActorId, ClaimId, RelationId } from "../../model/ids.ts";
import type { Claim, Quantity } from "../../model/records.ts";
import { compareClaimIds } from "../../model/status.ts";
import { parseTime } from "../../model/time.ts";
import { type ClaimCore, type EntenteGraph, type EvidenceSettings, evidenceClaims, type RelationEdge } from "../graph.ts";
import { finished, type Steps } from "../query/work.ts";

/**
 * `stance`: asserted by some, denied by others. `quantity`: figures of one unit and time, each of which excludes another. `beginning`: said to go
 * on since days that exclude each other. `retraction`: a claim published after another on the same relation was withdrawn. `attribute`: one
 * property of an actor with several values.
 */
export const CONTRADICTION_KINDS = ["stance", "quantity", "beginning", "retraction", "attribute"] as const;
export type ContradictionKind = (typeof CONTRADICTION_KINDS)[number];

export interface Side {
  /** What this side says: "asserted", "about 3000–4000 soldiers", "from 2023/..", a value. */
  readonly says: string;
  /** In claim order. */
  readonly claims: readonly ClaimId[];
}

export interface Contradiction {
  readonly kind: ContradictionKind;
  /** Exactly one of `relation` and `attribute`. */
  readonly relation?: RelationId | undefined;
  readonly attribute?: readonly [ActorId, string] | undefined;
  /** Two or more; of a retraction what was withdrawn, then what was asserted afterwards. */
  readonly sides: readonly Side[];
  /**
   * Pairs of claims of two sides that exclude each other, of a retraction the withdrawn one first; every claim is in one. Absent where every claim
   * excludes all those of other sides.
   */
  readonly exclusions?: readonly Exclusion[] | undefined;
  /** All sides stand in one source. */
  readonly isWithinOneSource: boolean;
  /** Only judgements, predictions and recommendations disagree. */
  readonly isOfOpinions: boolean;
}

export type Exclusion = readonly [ClaimId, ClaimId];

/** An approximate figure covers this share of itself to either side. */
const APPROXIMATION = 0.1;

/** Figures of times at most this far apart are about the same state of things. */
const SAME_TIME_DAYS = 31;

/**
 * By kind, then relation or attribute. Between all claims there are, withdrawn ones too: what stands of them is told by `standingContradictions`.
 * `claims`: those of the graph, in full. Cost O(claims log claims), and quadratic in the figures, beginnings or withdrawals of one relation.
 */
export function contradictionsOf(graph: EntenteGraph, claims: readonly Claim[]): Contradiction[] {
  const details = new Map(claims.map((c) => [c.id, c]));
  const found: Contradiction[] = [];
  for (const edge of graph.relations.values()) {
    if (edge.claims.length < 2) continue;
    const own = edge.claims.map((core) => ({ core, claim: detailOf(details, core.id) }));
    for (const opinion of [false, true]) {
      const group = own.filter(({ core }) => core.opinion === opinion);
      found.push(...stanceOf(edge, group, opinion), ...quantitiesOf(edge, group, opinion), ...beginningsOf(edge, group, opinion));
    }
    found.push(...retractionsOf(edge));
  }
  for (const [actor, { claims: cores }] of graph.attributesOf)
    found.push(
      ...attributesOf(
        actor,
        cores.map((core) => detailOf(details, core.id)),
      ),
    );
  const order = (c: Contradiction): string =>
    `${CONTRADICTION_KINDS.indexOf(c.kind)} ${c.relation ?? c.attribute?.join(" ")} ${c.isOfOpinions}`;
  const keyed = found.map((contradiction) => ({ contradiction, key: order(contradiction) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ contradiction }) => contradiction);
}

/** The same as `standingInSteps`, without a pause. */
export function standingContradictions(
  graph: EntenteGraph,
  contradictions: readonly Contradiction[],
  settings: EvidenceSettings = {},
): Contradiction[] {
  return finished(standingInSteps(graph, contradictions, settings));
}

/**
 * What of the contradictions stands between the claims that sources and clocks leave in: the sides that still exclude another, where there are two.
 * What was withdrawn by the day of "known on" contradicts nothing but what was asserted afterwards. The same as looking for contradictions where only
 * those claims had ever been recorded. In the order given. Cost O(claims of their relations and actors).
 */
export function* standingInSteps(
  graph: EntenteGraph,
  contradictions: readonly Contradiction[],
  settings: EvidenceSettings = {},
): Steps<Contradiction[]> {
  const standing: Contradiction[] = [];
  for (const [i, contradiction] of contradictions.entries()) {
    yield i / contradictions.length;
    const left = leftOf(contradiction, coresAbout(graph, contradiction), settings);
    if (left !== undefined) standing.push(left);
  }
  return standing;
}

function coresAbout(graph: EntenteGraph, { relation, attribute }: Contradiction): readonly ClaimCore[] {
  if (relation !== undefined) return graph.relations.get(relation)?.claims ?? [];
  return attribute === undefined ? [] : (graph.attributesOf.get(attribute[0])?.claims ?? []);
}

function leftOf(
  { kind, sides, exclusions, ...more }: Contradiction,
  cores: readonly ClaimCore[],
  settings: EvidenceSettings,
): Contradiction | undefined {
  const [withdrawn, counting] = [new Set<ClaimId>(), new Set<ClaimId>()];
  for (const { id, retractedDay } of evidenceClaims({ claims: cores }, settings)) {
    const isWithdrawn = retractedDay !== undefined && (settings.knownOn === undefined || retractedDay <= settings.knownOn);
    (isWithdrawn ? withdrawn : counting).add(id);
  }
  const firsts = kind === "retraction" ? withdrawn : counting;
  const pairs = exclusions?.filter(([first, second]) => firsts.has(first) && counting.has(second));
  const named = pairs === undefined ? undefined : new Set(pairs.flat());
  const left = sides.map(({ says, claims }, i) => {
    const held = i === 0 ? firsts : counting;
    return { says, claims: claims.filter((id) => held.has(id) && named?.has(id) !== false) };
  });
  return contradictionOf({ kind, ...more }, left, pairs)[0];
}

interface Held {
  readonly core: ClaimCore;
  readonly claim: Claim;
}

interface Spanned {
  readonly span: readonly [number, number];
  readonly says: string;
  readonly held: Held;
}

function stanceOf(edge: RelationEdge, group: readonly Held[], isOfOpinions: boolean): Contradiction[] {
  const actual = group.filter(({ core }) => core.modality === "actual");
  const sides = [
    { says: "asserted", claims: idsOf(actual.filter(({ core }) => core.status !== "denied")) },
    { says: "denied", claims: idsOf(actual.filter(({ core }) => core.status === "denied")) },
  ];
  return contradictionOf({ kind: "stance", relation: edge.id, isOfOpinions }, sides);
}

function quantitiesOf(edge: RelationEdge, group: readonly Held[], isOfOpinions: boolean): Contradiction[] {
  const found: Contradiction[] = [];
  const groups = new Map<string, Spanned[]>();
  for (const held of group) {
    const { quantity, modality } = held.claim;
    if (quantity === undefined || held.core.status === "denied") continue;
    const key = `${quantity.unit} ${modality}`;
    groups.set(key, [...(groups.get(key) ?? []), { span: spanOf(quantity), says: rangeText(quantity), held }]);
  }
  for (const members of groups.values())
    found.push(...exclusiveOf({ kind: "quantity", relation: edge.id, isOfOpinions }, members, excludeFigures));
  return found;
}

function beginningsOf(edge: RelationEdge, group: readonly Held[], isOfOpinions: boolean): Contradiction[] {
  const members = group.flatMap((held) => {
    const { time, extent, modality } = held.claim;
    // A period that ends tells when something went on; only one left open tells since when. A denial tells neither.
    if (time?.endsWith("/..") !== true || time.startsWith("..") || extent === "within") return [];
    if (modality !== "actual" || held.core.status === "denied") return [];
    const bounds = parseTime(time, extent);
    return bounds === undefined
      ? []
      : [{ span: [bounds.earliestStart, bounds.latestStart] as const, says: `from ${time}`, held }];
  });
  return exclusiveOf({ kind: "beginning", relation: edge.id, isOfOpinions }, members, isBefore);
}

function retractionsOf(edge: RelationEdge): Contradiction[] {
  const asserted = edge.claims.filter((c) => c.status !== "denied" && c.modality === "actual" && !c.opinion);
  const exclusions = edge.claims.flatMap(({ id, retractedDay = Number.POSITIVE_INFINITY }) =>
    asserted.filter((later) => later.id !== id && later.publishedDay > retractedDay).map((later): Exclusion => [id, later.id]),
  );
  const sideOf = (says: string, place: 0 | 1): Side => {
    const named = new Set(exclusions.map((pair) => pair[place]));
    return { says, claims: edge.claims.flatMap(({ id }) => (named.has(id) ? [id] : [])) };
  };
  const sides = [sideOf("withdrawn", 0), sideOf("asserted afterwards", 1)];
  return contradictionOf({ kind: "retraction", relation: edge.id, isOfOpinions: false }, sides, exclusions);
}

function attributesOf(actor: ActorId, claims: readonly Claim[]): Contradiction[] {
  const byProperty = new Map<string, Map<string, ClaimId[]>>();
  for (const claim of claims) {
    if (claim.attr === undefined || claim.modality !== "actual") continue;
    const [, property, value] = claim.attr;
    const key = `${claim.opinion} ${property}`;
    const values = byProperty.get(key) ?? new Map<string, ClaimId[]>();
    byProperty.set(key, values.set(value, [...(values.get(value) ?? []), claim.id]));
  }
  return [...byProperty].flatMap(([key, values]) => {
    const [opinion = "", property = ""] = key.split(" ");
    const sides = [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([says, ids]) => ({ says, claims: ids }));
    return contradictionOf({ kind: "attribute", attribute: [actor, property], isOfOpinions: opinion === "true" }, sides);
  });
}

type About = Omit<Contradiction, "sides" | "exclusions" | "isWithinOneSource">;

/** None when fewer than two sides have claims. */
function contradictionOf(about: About, sides: readonly Side[], exclusions?: readonly Exclusion[]): Contradiction[] {
  const taken = sides.filter((side) => side.claims.length > 0);
  if (taken.length < 2) return [];
  const sources = new Set(taken.flatMap((side) => side.claims.map((id) => id.slice(0, id.indexOf("#")))));
  const pairs = exclusions === undefined ? {} : { exclusions };
  return [{ ...about, sides: taken, ...pairs, isWithinOneSource: sources.size === 1 }];
}

/** One side for each thing said, in order of the spans. Whoever fits all others takes no side. */
function exclusiveOf(
  about: About,
  members: readonly Spanned[],
  excludes: (earlier: Spanned, later: Spanned) => boolean,
): Contradiction[] {
  const sorted = [...members].sort(
    (a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1] || compareClaimIds(a.held.core.id, b.held.core.id),
  );
  const exclusions: Exclusion[] = [];
  for (const [i, a] of sorted.entries())
    for (const b of sorted.slice(i + 1)) if (isBefore(a, b) && excludes(a, b)) exclusions.push([a.held.core.id, b.held.core.id]);
  const named = new Set(exclusions.flat());
  const sides = new Map<string, Held[]>();
  for (const { says, held } of sorted) if (named.has(held.core.id)) sides.set(says, [...(sides.get(says) ?? []), held]);
  return contradictionOf(
    about,
    [...sides].map(([says, held]) => ({ says, claims: idsOf(held) })),
    exclusions,
  );
}

function isBefore(a: Spanned, b: Spanned): boolean {
  return a.span[1] < b.span[0];
}

/** Running totals may grow in time, others are compared when they are of one time. */
function excludeFigures({ held: smaller }: Spanned, { held: larger }: Spanned): boolean {
  const [small, large] = [smaller.core.bounds, larger.core.bounds];
  if (smaller.claim.quantity?.cumulative === true && larger.claim.quantity?.cumulative === true)
    return Math.min(small.latestEnd, smaller.core.publishedDay) >= Math.min(large.earliestEnd, larger.core.publishedDay);
  return small.earliestStart - large.latestEnd <= SAME_TIME_DAYS && large.earliestStart - small.latestEnd <= SAME_TIME_DAYS;
}

function spanOf({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, approx }: Quantity): readonly [number, number] {
  return approx === true ? [min - Math.abs(min) * APPROXIMATION, max + Math.abs(max) * APPROXIMATION] : [min, max];
}

function rangeText({ min, max, unit, approx }: Quantity): string {
  const range =
    min === max ? `${min}` : min === undefined ? `at most ${max}` : max === undefined ? `at least ${min}` : `${min}–${max}`;
  return `${approx === true ? "about " : ""}${range} ${unit}`;
}

function idsOf(held: readonly Held[]): ClaimId[] {
  return held.map(({ core }) => core.id).sort(compareClaimIds);
}

function detailOf(details: ReadonlyMap<ClaimId, Claim>, id: ClaimId): Claim {
  const claim = details.get(id);
  if (claim === undefined) throw new Error(`no details of ${id}`);
  return claim;
}
