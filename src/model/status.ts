// Answers: what do all the claims about one relation amount to, at a date and with some sources left out?
import type { ClaimStatus, Credibility, Modality, RelationStatus, Reliability } from "./kinds.ts";

/** What status derivation needs to know of a claim; days are UTC day numbers. */
export interface StatusClaim {
  readonly status: ClaimStatus;
  readonly modality: Modality;
  readonly opinion: boolean;
  /** Speaker, else root of `derivedFrom`, else publisher: counts independence. */
  readonly origin: string;
  /** The origin is an end of the relation that answers for it, so that its assertion is an admission: never the object of a hostile one, unless it denies. */
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

/** A status with the origins it rests on. */
export interface Standing {
  readonly status: DerivedStatus;
  /** Origins whose latest visible, actual claim asserts the relation: as many as `status.origins`. */
  readonly origins: ReadonlySet<string>;
}

/**
 * Derives the status of one relation from its claims published on or before `knownOn` (all when undefined).
 * Independent of the order of claims. Only actual, non-opinion claims count towards it; the latest claim of each origin wins.
 */
export function deriveStatus(claims: readonly StatusClaim[], knownOn?: number): DerivedStatus {
  return deriveStanding(claims, knownOn).status;
}

export function deriveStanding(claims: readonly StatusClaim[], knownOn?: number): Standing {
  const visible = visibleClaims(claims, knownOn);
  const actual = visible.filter((c) => c.modality === "actual" && !c.opinion);
  const latest = latestOfEachOrigin(actual);
  const asserting = latest.filter((c) => c.status !== "denied");
  const denying = latest.filter((c) => c.status === "denied");
  let strongest: Credibility | undefined;
  let weakest: Credibility | undefined;
  for (const { credibility } of actual) {
    if (strongest === undefined || credibility < strongest) strongest = credibility;
    if (weakest === undefined || credibility > weakest) weakest = credibility;
  }
  const [status, contested] = judged(asserting, denying, visible, () => claims.some((c) => isPublished(c, knownOn)));
  const summary = { claims: visible.length, origins: asserting.length, denials: denying.length, strongest, weakest };
  return { status: { status, contested, ...summary }, origins: new Set(asserting.map((c) => c.origin)) };
}

function judged(
  asserting: readonly StatusClaim[],
  denying: readonly StatusClaim[],
  visible: readonly StatusClaim[],
  isAnyPublished: () => boolean,
): readonly [status: RelationStatus, contested: boolean] {
  if (asserting.length + denying.length === 0) return [statusWithoutActual(visible, isAnyPublished), false];
  if (asserting.length === 0) return ["denied", false];
  const base = baseOf(asserting);
  if (denying.length === 0) return [base, false];
  return base === "confirmed" && denying.every((c) => c.byParty) ? [base, true] : ["disputed", false];
}

/** Published on or before `knownOn` and not withdrawn by then; in the order given. */
export function visibleClaims<T extends StatusClaim>(claims: readonly T[], knownOn?: number): T[] {
  return claims.filter((c) => isPublished(c, knownOn) && !isRetracted(c, knownOn));
}

/** Statuses from the weakest to the strongest: what "minimum status" and "weakest hop" compare by. */
export const STATUS_ORDER: readonly RelationStatus[] = [
  "hidden",
  "retracted",
  "denied",
  "conjecture",
  "planned",
  "disputed",
  "alleged",
  "reported",
  "confirmed",
];

/** 0 (hidden) to 8 (confirmed). */
export function strengthOf(status: RelationStatus): number {
  return STATUS_ORDER.indexOf(status);
}

function isPublished(claim: StatusClaim, knownOn: number | undefined): boolean {
  return knownOn === undefined || claim.publishedDay <= knownOn;
}

function isRetracted(claim: StatusClaim, knownOn: number | undefined): boolean {
  return claim.retractedDay !== undefined && (knownOn === undefined || claim.retractedDay <= knownOn);
}

function latestOfEachOrigin(claims: readonly StatusClaim[]): readonly StatusClaim[] {
  if (claims.length < 2) return claims;
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

function statusWithoutActual(visible: readonly StatusClaim[], isAnyPublished: () => boolean): RelationStatus {
  const intended = visible.some((c) => !c.opinion && c.modality !== "actual" && c.modality !== "hypothetical");
  if (intended) return "planned";
  if (visible.length > 0) return "conjecture";
  return isAnyPublished() ? "retracted" : "hidden";
}
