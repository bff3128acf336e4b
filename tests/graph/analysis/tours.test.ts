import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkTours, relationsOfFact } from "../../../src/graph/analysis/tours.ts";
import { type EntenteGraph, type RelationEdge, statusOf } from "../../../src/graph/graph.ts";
import { RELATION_STATUSES } from "../../../src/model/kinds.ts";
import type { TourFact, TourStep } from "../../../src/model/records.ts";
import { visibleClaims } from "../../../src/model/status.ts";
import { graphArb } from "../../support/arbitraries.ts";

const factOf = (edge: RelationEdge): TourFact => ({
  relation: [edge.from, edge.type.id, edge.to],
  slots: edge.slots,
  status: statusOf(edge).status,
  claims: visibleClaims(edge.claims).map((c) => c.id),
});
const stepOf = (edge: RelationEdge, fact: TourFact): TourStep => ({
  title: "Step",
  text: "Words.",
  actors: [...new Set([edge.from, edge.to])],
  facts: [fact],
});
const codesOf = (g: EntenteGraph, step: TourStep): string[] =>
  checkTours({ ...g, tours: [{ id: "walk", title: "", question: "", steps: [step], positions: new Map() }] }).map(
    (i) => `${i.code} ${i.path.slice(4).join(".")}`,
  );
/** Relations that their keyed slots tell from all others of their form: one without slots cannot be told from one with. */
const tellable = (g: EntenteGraph): RelationEdge[] =>
  [...g.relations.values()].filter((edge) => relationsOfFact(g, factOf(edge)).length === 1);

describe("a fact of a tour", () => {
  it("means every relation of its form, and the one it was made of among them", () => {
    fc.assert(
      fc.property(graphArb({ minClaims: 3 }), (g) => {
        for (const edge of g.relations.values()) {
          expect(relationsOfFact(g, factOf(edge))).toContain(edge);
          for (const same of relationsOfFact(g, { ...factOf(edge), slots: {} })) expect(same.type).toBe(edge.type);
        }
      }),
    );
  });

  it("is sound when it says what the data say, and an error with any other status", () => {
    let told = 0;
    fc.assert(
      fc.property(graphArb({ minClaims: 3 }), fc.constantFrom(...RELATION_STATUSES), (g, status) => {
        for (const edge of tellable(g)) {
          const fact = factOf(edge);
          expect(codesOf(g, stepOf(edge, fact))).toEqual([]);
          const wrong = status === fact.status ? [] : ["tour-unfounded facts.0.status"];
          expect(codesOf(g, stepOf(edge, { ...fact, status }))).toEqual(wrong);
          told += 1;
        }
      }),
    );
    expect(told).toBeGreaterThan(50);
  });

  it("is an error when a claim is another relation's, an end is not shown, or its type is filtered away", () => {
    fc.assert(
      fc.property(graphArb({ minClaims: 3 }), (g) => {
        const [edge, other] = tellable(g);
        if (edge === undefined) return;
        const fact = factOf(edge);
        const step = stepOf(edge, fact);
        const [foreign] = other?.claims ?? [];
        if (foreign !== undefined)
          expect(codesOf(g, { ...step, facts: [{ ...fact, claims: [foreign.id] }] })).toEqual([
            "tour-unfounded facts.0.claims.0",
          ]);
        const unshown = codesOf(g, { ...step, actors: [] });
        expect(unshown).toEqual(["tour-unfounded facts.0.relation.0", "tour-unfounded facts.0.relation.2"]);
        const types = [...g.types.keys()].filter((id) => id !== edge.type.id).slice(0, 1);
        if (types.length > 0) expect(codesOf(g, { ...step, types })).toEqual(["tour-unfounded facts.0.relation.1"]);
      }),
    );
  });
});
