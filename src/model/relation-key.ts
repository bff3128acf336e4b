// Answers: which proposition is a claim about, and what is its relation's id?
import type { ActorId, RelationId } from "./ids.ts";
import type { RelationType } from "./records.ts";

export interface Proposition {
  readonly type: string;
  readonly from: ActorId;
  readonly to: ActorId;
  /** Keyed slots only, in the order of the type's `keyBy`. */
  readonly slots: Readonly<Record<string, string>>;
}

/** The proposition a claim asserts; ends of a symmetric relation are sorted. */
export function propositionOf(
  type: RelationType,
  from: ActorId,
  to: ActorId,
  slots: Readonly<Record<string, string>>,
): Proposition {
  const [a, b] = type.symmetric && to < from ? [to, from] : [from, to];
  const keyed = type.keyBy.filter((name) => Object.hasOwn(slots, name)).map((name) => [name, slots[name] ?? ""] as const);
  return { type: type.id, from: a, to: b, slots: Object.fromEntries(keyed) };
}

/** `type|from|to|name=value…` */
export function relationKeyOf(p: Proposition): string {
  const slots = Object.entries(p.slots).map(([name, value]) => `${name}=${value}`);
  return [p.type, p.from, p.to, ...slots].join("|");
}

/** `sha256Hex` is passed in: Node and browsers hash differently. */
export function relationIdOf(key: string, sha256Hex: (text: string) => string): RelationId {
  return `e_${sha256Hex(key).slice(0, 10)}` as RelationId;
}
