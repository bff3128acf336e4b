// Answers: what do all the claims about one relation amount to, at a date and with some sources left out?
import type { ClaimStatus, Credibility, Modality, RelationStatus, Reliability } from "./kinds.ts";

/** What status derivation needs to know of a claim; days are UTC day numbers. */
export interface StatusClaim {
  readonly status: ClaimStatus;
  readonly modality: Modality;
  readonly opinion: boolean;
  /** Speaker, else root of `derivedFrom`, else publisher: counts independence. */
  readonly origin: string;
  /** The origin is an end of the relation itself, so that its assertion is an admission. */
  readonly byParty: boolean;
  readonly reliability: Reliability;
  readonly credibility: Credibility;
  /** Latest day on which it can have been published. */
  readonly publishedDay: number;
  readonly retractedDay?: number | undefined;
  /** Breaks ties between claims of one origin published the same day: the later in id order wins. */
  readonly id: string;
}

export interface DerivedStatus {
  readonly status: RelationStatus;
  /** Confirmed, and denied only by the parties themselves. */
  readonly contested: boolean;
  /** Claims visible at the date, opinions and other modalities included. */
  readonly claims: number;
  /** Independent origins that assert it. */
  readonly origins: number;
  readonly denials: number;
  /** Best and worst credibility among the actual, visible claims. */
  readonly strongest?: Credibility | undefined;
  readonly weakest?: Credibility | undefined;
}

/**
 * Derives the status of one relation from its claims published on or before `knownOn` (all when undefined).
 * Independent of the order of claims. Only actual, non-opinion claims count towards it; the latest claim of each origin wins.
 */
export function deriveStatus(claims: readonly StatusClaim[], knownOn?: number): DerivedStatus {
  const published = claims.filter((c) => knownOn === undefined || c.publishedDay <= knownOn);
  const visible = published.filter((c) => !isRetracted(c, knownOn));
  const actual = visible.filter((c) => c.modality === "actual" && !c.opinion);
  const latest = latestOfEachOrigin(actual);
  const asserting = latest.filter((c) => c.status !== "denied");
  const denying = latest.filter((c) => c.status === "denied");
  const grades = actual.map((c) => c.credibility);
  const summary = {
    claims: visible.length,
    origins: asserting.length,
    denials: denying.length,
    strongest: grades.length === 0 ? undefined : (Math.min(...grades) as Credibility),
    weakest: grades.length === 0 ? undefined : (Math.max(...grades) as Credibility),
  };
  if (latest.length === 0) return { status: statusWithoutActual(visible, published), contested: false, ...summary };
  const base = baseOf(asserting);
  if (denying.length === 0) return { status: base, contested: false, ...summary };
  if (asserting.length === 0) return { status: "denied", contested: false, ...summary };
  const contested = base === "confirmed" && denying.every((c) => c.byParty);
  return { status: contested ? "confirmed" : "disputed", contested, ...summary };
}

function isRetracted(claim: StatusClaim, knownOn: number | undefined): boolean {
  return claim.retractedDay !== undefined && (knownOn === undefined || claim.retractedDay <= knownOn);
}

function latestOfEachOrigin(claims: readonly StatusClaim[]): StatusClaim[] {
  const latest = new Map<string, StatusClaim>();
  for (const claim of claims) {
    const held = latest.get(claim.origin);
    if (held === undefined || isLater(claim, held)) latest.set(claim.origin, claim);
  }
  return [...latest.values()];
}

function isLater(a: StatusClaim, b: StatusClaim): boolean {
  if (a.publishedDay !== b.publishedDay) return a.publishedDay > b.publishedDay;
  return compareClaimIds(a.id, b.id) > 0;
}

/** Claims of one source in the order of the source (c2 before c10), sources by id. */
export function compareClaimIds(a: string, b: string): number {
  const [sourceA = "", localA = ""] = a.split("#c");
  const [sourceB = "", localB = ""] = b.split("#c");
  if (sourceA !== sourceB) return sourceA < sourceB ? -1 : 1;
  return Number(localA) - Number(localB);
}

function baseOf(asserting: readonly StatusClaim[]): "confirmed" | "reported" | "alleged" {
  const isWellSourced = (c: StatusClaim): boolean => c.reliability === "A" || c.reliability === "B";
  const admitted = asserting.some((c) => c.byParty && c.status === "confirmed");
  const documented = asserting.some((c) => c.status === "confirmed" && isWellSourced(c));
  const corroborated = asserting.filter((c) => isWellSourced(c) && c.credibility <= 2 && c.status !== "alleged").length >= 2;
  if (admitted || documented || corroborated) return "confirmed";
  return asserting.some((c) => c.status !== "alleged") ? "reported" : "alleged";
}

function statusWithoutActual(visible: readonly StatusClaim[], published: readonly StatusClaim[]): RelationStatus {
  const intended = visible.some((c) => !c.opinion && c.modality !== "actual" && c.modality !== "hypothetical");
  if (intended) return "planned";
  if (visible.length > 0) return "conjecture";
  return published.length > 0 ? "retracted" : "hidden";
}
