// Answers: where do the sources disagree, with each other or with themselves? Reported, never resolved.
import type { ActorId, ClaimId, RelationId } from "../../model/ids.ts";
import type { Claim, Quantity } from "../../model/records.ts";
import { compareClaimIds } from "../../model/status.ts";
import { parseTime } from "../../model/time.ts";
import type { ClaimCore, EntenteGraph, RelationEdge } from "../graph.ts";

/**
 * `stance`: asserted by some, denied by others. `quantity`: figures of one unit and time, each of which excludes another. `beginning`: intervals said to begin
 * on days that exclude each other. `retraction`: a claim stands that was published after
 * another on the same relation was withdrawn. `attribute`: one property of an actor with several values.
 */
export const CONTRADICTION_KINDS = ["stance", "quantity", "beginning", "retraction", "attribute"] as const;
export type ContradictionKind = (typeof CONTRADICTION_KINDS)[number];

export interface Side {
  /** What this side says: "asserted", "about 3,000 …" as range text, a date, a value. */
  readonly says: string;
  /** In claim order. */
  readonly claims: readonly ClaimId[];
}

export interface Contradiction {
  readonly kind: ContradictionKind;
  /** Exactly one of `relation` and `attribute`. */
  readonly relation?: RelationId | undefined;
  readonly attribute?: readonly [ActorId, string] | undefined;
  /** Two or more. */
  readonly sides: readonly Side[];
  /** All sides stand in one source. */
  readonly isWithinOneSource: boolean;
  /** Only judgements, predictions and recommendations disagree. */
  readonly isOfOpinions: boolean;
}

/** An approximate figure covers this share of itself to either side. */
const APPROXIMATION = 0.1;

/** Figures of times at most this far apart are about the same state of things. */
const SAME_TIME_DAYS = 31;

/** By kind, then relation or attribute. `claims`: those of the graph, in full. Cost O(claims log claims). */
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
  for (const [actor, cores] of graph.attributesOf)
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
  const actual = group.filter(({ core }) => core.modality === "actual" && core.retractedDay === undefined);
  const sides = [
    { says: "asserted", claims: idsOf(actual.filter(({ core }) => core.status !== "denied")) },
    { says: "denied", claims: idsOf(actual.filter(({ core }) => core.status === "denied")) },
  ];
  return contradictionOf("stance", { relation: edge.id }, sides, isOfOpinions);
}

function quantitiesOf(edge: RelationEdge, group: readonly Held[], isOfOpinions: boolean): Contradiction[] {
  const found: Contradiction[] = [];
  const asserted = group.filter(({ core }) => core.status !== "denied" && core.retractedDay === undefined);
  const groups = new Map<string, Spanned[]>();
  for (const held of asserted) {
    const { quantity, modality } = held.claim;
    if (quantity === undefined) continue;
    const key = `${quantity.unit} ${modality}`;
    groups.set(key, [...(groups.get(key) ?? []), { span: spanOf(quantity), says: rangeText(quantity), held }]);
  }
  for (const members of groups.values())
    found.push(...contradictionOf("quantity", { relation: edge.id }, sidesByFigure(members), isOfOpinions));
  return found;
}

function beginningsOf(edge: RelationEdge, group: readonly Held[], isOfOpinions: boolean): Contradiction[] {
  const members = group.flatMap((held) => {
    const { time, extent, modality } = held.claim;
    if (time?.includes("/") !== true || extent === "within" || modality !== "actual" || held.core.retractedDay !== undefined)
      return [];
    if (time.startsWith("..")) return [];
    const bounds = parseTime(time, extent);
    return bounds === undefined
      ? []
      : [{ span: [bounds.earliestStart, bounds.latestStart] as const, says: `from ${time}`, held }];
  });
  return contradictionOf("beginning", { relation: edge.id }, sidesBySpan(members), isOfOpinions);
}

function retractionsOf(edge: RelationEdge): Contradiction[] {
  const retracted = edge.claims.filter((c) => c.retractedDay !== undefined);
  const firstDay = Math.min(...retracted.map((c) => c.retractedDay ?? Number.POSITIVE_INFINITY));
  const standing = edge.claims.filter(
    (c) =>
      c.retractedDay === undefined && c.publishedDay > firstDay && c.status !== "denied" && c.modality === "actual" && !c.opinion,
  );
  const sides = [
    { says: "withdrawn", claims: retracted.map((c) => c.id) },
    { says: "asserted afterwards", claims: standing.map((c) => c.id) },
  ];
  return contradictionOf("retraction", { relation: edge.id }, sides, false);
}

function attributesOf(actor: ActorId, claims: readonly Claim[]): Contradiction[] {
  const byProperty = new Map<string, Map<string, ClaimId[]>>();
  for (const claim of claims) {
    if (claim.attr === undefined || claim.retracted !== undefined || claim.modality !== "actual") continue;
    const [, property, value] = claim.attr;
    const key = `${claim.opinion} ${property}`;
    const values = byProperty.get(key) ?? new Map<string, ClaimId[]>();
    byProperty.set(key, values.set(value, [...(values.get(value) ?? []), claim.id]));
  }
  return [...byProperty].flatMap(([key, values]) => {
    const [opinion = "", property = ""] = key.split(" ");
    const sides = [...values].map(([says, ids]) => ({ says, claims: ids }));
    return contradictionOf("attribute", { attribute: [actor, property] }, sides, opinion === "true");
  });
}

/** None when fewer than two sides have claims. */
function contradictionOf(
  kind: ContradictionKind,
  about: Pick<Contradiction, "relation" | "attribute">,
  sides: readonly Side[],
  isOfOpinions: boolean,
): Contradiction[] {
  const taken = sides.filter((side) => side.claims.length > 0);
  if (taken.length < 2) return [];
  const sources = new Set(taken.flatMap((side) => side.claims.map((id) => id.slice(0, id.indexOf("#")))));
  return [{ kind, ...about, sides: taken, isWithinOneSource: sources.size === 1, isOfOpinions }];
}

/** One side for each figure that some other excludes, in order of their spans. A lower bound that fits all others takes no side. */
function sidesByFigure(members: readonly Spanned[]): Side[] {
  const sorted = [...members].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  const sides = new Map<string, Held[]>();
  for (const member of sorted)
    if (sorted.some((other) => exclude(member, other))) sides.set(member.says, [...(sides.get(member.says) ?? []), member.held]);
  return [...sides].map(([says, held]) => ({ says, claims: idsOf(held) }));
}

/** Both figures cannot be right: running totals may grow in time, others are compared when they are of one time. */
function exclude(a: Spanned, b: Spanned): boolean {
  if (a.span[0] > b.span[1]) return exclude(b, a);
  if (a.span[1] >= b.span[0]) return false;
  const [smaller, larger] = [a.held, b.held];
  const [small, large] = [smaller.core.bounds, larger.core.bounds];
  if (smaller.claim.quantity?.cumulative === true && larger.claim.quantity?.cumulative === true)
    return Math.min(small.latestEnd, smaller.core.publishedDay) >= Math.min(large.earliestEnd, larger.core.publishedDay);
  return small.earliestStart - large.latestEnd <= SAME_TIME_DAYS && large.earliestStart - small.latestEnd <= SAME_TIME_DAYS;
}

/** Members whose spans overlap, directly or by way of others, are one side; sides in order of their spans. */
function sidesBySpan(members: readonly Spanned[]): Side[] {
  const sorted = [...members].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  const groups: Array<{ end: number; members: typeof sorted }> = [];
  for (const member of sorted) {
    const last = groups.at(-1);
    if (last === undefined || member.span[0] > last.end) groups.push({ end: member.span[1], members: [member] });
    else {
      last.end = Math.max(last.end, member.span[1]);
      last.members.push(member);
    }
  }
  return groups.map((group) => ({
    says: [...new Set(group.members.map((m) => m.says))].join("; "),
    claims: idsOf(group.members.map((m) => m.held)),
  }));
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
