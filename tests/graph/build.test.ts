import { describe, expect, it } from "vitest";
import { buildGraph } from "../../src/graph/build.ts";
import { statusOf } from "../../src/graph/graph.ts";
import type { ActorId } from "../../src/model/ids.ts";
import type { ClaimStatus } from "../../src/model/kinds.ts";
import { sha256Hex } from "../support/arbitraries.ts";
import { datasetOf } from "../support/small-data.ts";

/** One relation between a and b whose only claim is confirmed or denied by this actor, in a source that proves nothing by itself. */
function saidBy(type: string, speaker: string, status: ClaimStatus) {
  const data = datasetOf([["state/a", type, "state/b"]]);
  const sources = data.sources.map((source) => ({
    ...source,
    reliability: "F" as const,
    claims: source.claims.map((c) => ({ ...c, status, by: { actor: speaker as ActorId, voice: "official-named" as const } })),
  }));
  const [edge] = buildGraph({ ...data, sources }, { sha256Hex }).relations.values();
  if (edge === undefined) throw new Error("no relation");
  return { byParty: edge.claims[0]?.byParty, status: statusOf(edge).status };
}

describe("a claim by a party", () => {
  it("is an admission by who does it, and by who is supplied: both answer for it", () => {
    expect(saidBy("supplies", "state/a", "confirmed")).toEqual({ byParty: true, status: "confirmed" });
    expect(saidBy("supplies", "state/b", "confirmed")).toEqual({ byParty: true, status: "confirmed" });
    expect(saidBy("supplies", "state/c", "confirmed")).toEqual({ byParty: false, status: "reported" });
  });

  it("is no admission when the one who says it is whom it is done to", () => {
    expect(saidBy("attacks", "state/a", "confirmed")).toEqual({ byParty: true, status: "confirmed" });
    expect(saidBy("attacks", "state/b", "confirmed")).toEqual({ byParty: false, status: "reported" });
  });

  it("is a party's denial from either side", () => {
    for (const type of ["supplies", "attacks"])
      for (const speaker of ["state/a", "state/b"]) expect(saidBy(type, speaker, "denied").byParty).toBe(true);
  });
});
