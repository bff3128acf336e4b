// Answers: how is a relation held whose claims are packed?
import type { ActorId, RelationId } from "../model/ids.ts";
import type { RelationType } from "../model/records.ts";
import type { RelationEdge } from "./graph.ts";
import type { PackedClaims } from "./packed-claims.ts";

/**
 * The one class of the core: of 100 000 relations, each would otherwise hold a function of its own to read its claims with.
 * A copy by `{ ...edge }` has no claims; name the fields.
 */
export class PackedRelation implements RelationEdge {
  readonly id: RelationId;
  readonly type: RelationType;
  readonly from: ActorId;
  readonly to: ActorId;
  readonly slots: Readonly<Record<string, string>>;
  readonly slotActors: readonly ActorId[];
  readonly #claims: PackedClaims;
  readonly #ordinal: number;

  constructor(
    claims: PackedClaims,
    ordinal: number,
    { id, type, from, to, slots }: Pick<RelationEdge, "id" | "type" | "from" | "to" | "slots">,
  ) {
    this.id = id;
    this.type = type;
    this.from = from;
    this.to = to;
    this.slots = slots;
    this.slotActors = claims.slotActorsAbout(ordinal);
    this.#claims = claims;
    this.#ordinal = ordinal;
  }

  get claims(): RelationEdge["claims"] {
    return this.#claims.claimsAbout(this.#ordinal);
  }
}
