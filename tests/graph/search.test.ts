import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildGraph } from "../../src/graph/build.ts";
import { foldedText } from "../../src/graph/folded-text.ts";
import { createSearchIndex } from "../../src/graph/search.ts";
import type { Actor } from "../../src/model/records.ts";
import { graphArb, sha256Hex } from "../support/arbitraries.ts";
import { datasetOf } from "../support/small-data.ts";

function actor(en: string, ...names: string[]): Partial<Actor> {
  return { label: { en }, names: names.map((text) => ({ text, type: "spelling" as const })) };
}

const index = createSearchIndex(
  buildGraph(
    datasetOf([["state/kp", "attacks", "state/de"]], {
      "state/kp": actor("North Korea", "DPRK", "조선민주주의인민공화국", "КНДР"),
      "state/kr": actor("South Korea", "ROK"),
      "state/de": actor("Germany", "Deutschland", "ألمانيا"),
      "org/zurich-bank": actor("Zürich Bank"),
      "org/rok-steel-of-germany": actor("ROK Steel of Germany", "ROKS"),
      "org/north-koreas-neighbors": actor(
        "neighbors of North Korea",
        "North Korea's neighbors",
        "neighbors of the North, Korea apart",
      ),
      "person/kim-yong-bok": actor("Kim Yong Bok", "Kim Jong Bok", "Ким Ён Бок"),
      "materiel/kn-23": actor("Hwasong-11A", "KN-23"),
    }),
    { sha256Hex },
  ),
);

const ids = (text: string): string[] => index.search(text).map((hit) => hit.id);

describe("search", () => {
  it.each([
    ["a label", "North Korea", "state/kp"],
    ["another case", "nORTH kOREA", "state/kp"],
    ["an acronym", "dprk", "state/kp"],
    ["Hangul", "조선민주주의인민공화국", "state/kp"],
    ["the beginning of a Hangul name", "조선", "state/kp"],
    ["Cyrillic", "кндр", "state/kp"],
    ["Arabic", "ألمانيا", "state/de"],
    ["a word without its diacritics", "zurich", "org/zurich-bank"],
    ["a word with decomposed diacritics", "zu\u0308rich", "org/zurich-bank"],
    ["full-width letters", "ＤＰＲＫ", "state/kp"],
    ["a prefix", "deutsch", "state/de"],
    ["a typo", "Germny", "state/de"],
    ["a spelling seen in one source", "Kim Jong Bok", "person/kim-yong-bok"],
    ["a code with a hyphen", "kn-23", "materiel/kn-23"],
    ["an id", "person/kim-yong-bok", "person/kim-yong-bok"],
    ["a source's title", "the source", "source/s"],
  ])("finds by %s", (_, text, id) => {
    expect(ids(text)[0]).toBe(id);
  });

  it("puts the exact alias before a longer name that holds it", () => {
    expect(ids("rok").slice(0, 2)).toEqual(["state/kr", "org/rok-steel-of-germany"]);
    expect(ids("Germany")[0]).toBe("state/de");
  });

  it("puts a name with a typing mistake before longer names that hold its words", () => {
    for (const text of ["Noth Korea", "north kora", "nort korea"]) expect([text, ids(text)[0]]).toEqual([text, "state/kp"]);
    expect(ids("Sout Korea")[0]).toBe("state/kr");
  });

  it("needs every word to match", () => {
    expect(ids("korea")).toEqual(expect.arrayContaining(["state/kp", "state/kr"]));
    expect(ids("north korea")).not.toContain("state/kr");
    expect(ids("korea xyzzy")).toEqual([]);
  });

  it("says which alias matched, and nothing when the label did", () => {
    expect(index.search("dprk")[0]).toMatchObject({ label: "North Korea", actorKind: "state", matched: "DPRK" });
    expect(index.search("north")[0]?.matched).toBeUndefined();
  });

  it("finds nothing for nothing, and keeps to the limit", () => {
    expect([ids(""), ids("  "), ids("***"), ids("qqqqqq")]).toEqual([[], [], [], []]);
    expect(index.search("k", 2)).toHaveLength(2);
  });

  it("finds each actor of any graph by its label, and by each of its names, before all that do not bear it", () => {
    fc.assert(
      fc.property(graphArb(), (graph) => {
        const search = createSearchIndex(graph);
        const bearers = (name: string) =>
          [...graph.actors.values()]
            .filter((a) => [a.label, ...a.names].some((n) => foldedText(n) === foldedText(name.trim())))
            .map((a) => a.id as string);
        for (const node of graph.actors.values())
          for (const name of [node.label, ...node.names].filter((n) => /[\p{L}\p{N}]/u.test(foldedText(n)) && n === n.trim())) {
            const hits = search.search(name, 99).map((hit) => hit.id);
            expect(hits).toContain(node.id);
            const actors = hits.filter((id) => graph.actors.has(id as never));
            expect(new Set(actors.slice(0, bearers(name).length))).toEqual(new Set(bearers(name)));
          }
      }),
      { numRuns: 60 },
    );
  });

  it("folding twice is folding once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(foldedText(foldedText(text))).toBe(foldedText(text));
      }),
    );
  });
});
