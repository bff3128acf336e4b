import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actorLabel, relationLabel } from "../../src/export/fields.ts";
import { guessedWidth, wrapped } from "../../src/export/figure/text-width.ts";
import { writable } from "../../src/export/text.ts";
import type { Actor } from "../../src/model/records.ts";
import { anyText, datasetArb } from "../support/arbitraries.ts";
import { extracted, type Fixture, fixtureOf, HOSTILE_LABELS, hostileDataset } from "../support/hostile.ts";
import { elementsNamed, formatNamed, parseXml, textOfExport, type XmlElement } from "../support/read-exports.ts";
import { datasetOf } from "../support/small-data.ts";

const SVG = formatNamed("svg");

function titlesOf(root: XmlElement): string[] {
  return elementsNamed(root, "title").map((t) => t.text);
}

/** All texts of an element with its blanks taken out: labels are broken into lines. */
function lettersOf(element: XmlElement): string {
  const all = element.text + element.children.map(lettersOf).join("");
  return all.replace(/\s/g, "");
}

function spread(fixture: Fixture): Fixture {
  const actors = new Map(
    [...fixture.graph.actors.values()].map((a, i) => [a.id, { ...a, x: 150 * (i % 7), y: 120 * Math.floor(i / 7) }]),
  );
  return { ...fixture, graph: { ...fixture.graph, actors } };
}

describe("a figure", () => {
  it("holds every label and every hedged sentence as text, hostile ones too, and title, filters and stamp", () => {
    const extract = extracted(spread(fixtureOf(hostileDataset(HOSTILE_LABELS))));
    const root = parseXml(textOfExport(extract, SVG));
    const titles = titlesOf(root);
    for (const actor of extract.actors) expect(titles).toContain(writable(actorLabel(actor)));
    for (const relation of extract.relations) expect(titles).toContain(writable(relationLabel(extract, relation)));
    const letters = elementsNamed(root, "text").map(lettersOf);
    for (const actor of extract.actors) expect(letters).toContain(writable(actorLabel(actor)).replace(/\s/g, ""));
    const all = lettersOf(root);
    for (const words of [
      "Small",
      "thewholedataset",
      "Filters:",
      "200of200actors",
      "Licence:CC0",
      "--formatsvg",
      "isnoestablishedfact",
    ])
      expect(all).toContain(words);
  });

  it("draws any dataset as well-formed XML with finite numbers only", () => {
    fc.assert(
      fc.property(datasetArb({ minClaims: 3 }), (data) => {
        const text = textOfExport(extracted(spread(fixtureOf(data))), SVG);
        parseXml(text);
        expect(text).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 40 },
    );
  });

  it("draws an allegation dotted, a report dashed, and says both in the legend; what does not occur is not in it", () => {
    const extract = extracted(
      spread(
        fixtureOf(
          datasetOf([
            ["state/aa", "attacks", "state/bb", {}, { status: "alleged" }],
            ["state/bb", "supplies", "state/cc"],
          ]),
        ),
      ),
    );
    const root = parseXml(textOfExport(extract, SVG));
    const lineOf = (title: string): string | undefined => {
      const group = elementsNamed(root, "g").find((g) => g.children.some((c) => c.name === "title" && c.text.startsWith(title)));
      return group?.children.find((c) => c.name === "path")?.attributes["stroke-dasharray"];
    };
    expect([lineOf("Aa is alleged to"), lineOf("Bb reportedly")]).toEqual(["2 4", "9 4"]);
    const words = elementsNamed(root, "text").map((t) => t.text);
    expect(words).toEqual(expect.arrayContaining(["alleged", "reported", "Hostility", "Support", "State"]));
    expect(words).not.toContain("confirmed");
    expect(words).not.toContain("Person");
  });

  it("has no ground when it is transparent", () => {
    const extract = extracted(fixtureOf(datasetOf([["state/aa", "attacks", "state/bb"]])));
    const rects = (name: string) => elementsNamed(parseXml(textOfExport(extract, formatNamed(name))), "rect").length;
    expect([rects("svg"), rects("svg-transparent")]).toEqual([1, 0]);
  });

  it("is drawn where the actors stand", () => {
    const at = { "state/aa": { label: { en: "A" } }, "state/bb": { label: { en: "B" } } } as unknown as Record<
      string,
      Partial<Actor>
    >;
    const fixture = fixtureOf(datasetOf([["state/aa", "attacks", "state/bb"]], at));
    const moved = (x: number): string => {
      const actors = new Map([...fixture.graph.actors.values()].map((a, i) => [a.id, { ...a, x: i * x, y: 0 }]));
      return textOfExport(extracted({ ...fixture, graph: { ...fixture.graph, actors } }), SVG);
    };
    const widthOf = (text: string): number => Number(parseXml(text).attributes.width);
    expect(widthOf(moved(2000)) - widthOf(moved(1000))).toBe(1000);
  });
});

describe("wrapping", () => {
  it("loses no letter and keeps to the room, whatever the script", () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 8 }), fc.integer({ min: 60, max: 400 }), (words, room) => {
        const text = words.join(" ");
        const lines = wrapped(text, room, 13);
        expect(lines.join("").replace(/[ \n]/g, "")).toBe(text.replace(/[ \n]/g, ""));
        for (const line of lines) if ([...line].length > 1) expect(guessedWidth(line)).toBeLessThanOrEqual(room);
      }),
    );
  });
});
