// Answers: is this text an id, and of what? Ids are branded, so that only these parsers can make them.
import { ACTOR_KINDS, type ActorKind } from "./kinds.ts";

export type ActorId = string & { readonly __brand: "ActorId" };
export type SourceId = string & { readonly __brand: "SourceId" };
/** `<source id>#<claim id in its file>` */
export type ClaimId = string & { readonly __brand: "ClaimId" };
/** `e_` and 10 hex digits of the SHA-256 of the proposition key. */
export type RelationId = string & { readonly __brand: "RelationId" };
export type RelationTypeId = string & { readonly __brand: "RelationTypeId" };

const SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*";
export const ACTOR_ID = new RegExp(`^(${ACTOR_KINDS.join("|")})/${SLUG}$`);
export const SOURCE_ID = new RegExp(`^source/${SLUG}$`);
export const CLAIM_ID = new RegExp(`^source/${SLUG}#c[1-9][0-9]*$`);
export const LOCAL_CLAIM_ID = /^c[1-9][0-9]*$/;
export const TYPE_ID = new RegExp(`^${SLUG}$`);

/** Keys no record may use anywhere: they reach a prototype when a plain object holds them. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

export function parseActorId(text: string): ActorId | undefined {
  return ACTOR_ID.test(text) ? (text as ActorId) : undefined;
}

/** Tells actors from relations among ids already known to be one of both. */
export function isActorId(id: ActorId | RelationId): id is ActorId {
  return id.includes("/");
}

export function parseSourceId(text: string): SourceId | undefined {
  return SOURCE_ID.test(text) ? (text as SourceId) : undefined;
}

export function parseRelationId(text: string): RelationId | undefined {
  return /^e_[0-9a-f]{10}$/.test(text) ? (text as RelationId) : undefined;
}

export function claimIdOf(source: SourceId, local: string): ClaimId {
  return `${source}#${local}` as ClaimId;
}

export function kindOf(id: ActorId): ActorKind {
  return id.slice(0, id.indexOf("/")) as ActorKind;
}
