import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildGraph } from "../../src/graph/build.ts";
import { createSentenceSearch } from "../../src/graph/sentence-search.ts";
import type { Actor } from "../../src/model/records.ts";
import { graphArb, sha256Hex } from "../support/arbitraries.ts";
import { datasetOf } from "../support/small-data.ts";

const named = (en: string, ...names: string[]): Partial<Actor> => ({
  label: { en },
  names: names.map((text) => ({ text, type: "spelling" as const })),
});
const graph = buildGraph(
  datasetOf(
    [
      ["state/kp", "attacks", "state/de"],
      ["state/kp", "attacks", "state/de"],
      ["state/de", "attacks", "state/kr"],
    ],
    { "state/kp": named("North Korea", "DPRK"), "state/de": named("Germany"), "state/kr": named("South Korea") },
  ),
  { sha256Hex },
);
const { search } = createSentenceSearch(graph);
const endsOf = (text: string) =>
  search(text).relations.map((id) => [graph.relations.get(id)?.from, graph.relations.get(id)?.to].join(" "));

describe("the search for relations", () => {
  it("finds by the ends, the verb and another name, those with most claims first", () => {
    expect(endsOf("germany attacks")).toEqual(["state/kp state/de", "state/de state/kr"]);
    expect(endsOf("DPRK germ")).toEqual(["state/kp state/de"]);
    expect(endsOf("attacks South")).toEqual(["state/de state/kr"]);
  });

  it("finds nothing for no words and for words that no relation holds together", () => {
    expect(search("  ")).toEqual({ relations: [], total: 0 });
    expect(search("north south")).toEqual({ relations: [], total: 0 });
  });

  it("says how many there are beyond the limit, and each word more leaves no more", () => {
    expect(search("attacks", 1)).toMatchObject({ total: 2, relations: [expect.anything()] });
    fc.assert(
      fc.property(
        graphArb(),
        fc.constantFrom("state", "a", "attacks", "s"),
        fc.constantFrom("b", "x", "reportedly"),
        (any, one, two) => {
          const found = createSentenceSearch(any);
          expect(found.search(`${one} ${two}`).total).toBeLessThanOrEqual(found.search(one).total);
        },
      ),
      { numRuns: 40 },
    );
  });
});
