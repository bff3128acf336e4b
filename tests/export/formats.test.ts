import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { relationLabel } from "../../src/export/fields.ts";
import { plainCell } from "../../src/export/formats/csv.ts";
import { EXPORT_FORMATS, exportFileOf } from "../../src/export/formats.ts";
import { writable } from "../../src/export/text.ts";
import { anyText, datasetArb, filterArb } from "../support/arbitraries.ts";
import { extracted, fixtureOf, HOSTILE_LABELS, hostileDataset, UNWRITABLE_LABELS } from "../support/hostile.ts";
import {
  bytesOfExport,
  elementsNamed,
  expectedGraph,
  formatNamed,
  parseXml,
  type ReadGraph,
  TOOL,
  tableOf,
  textOfExport,
  unzipped,
} from "../support/read-exports.ts";

function readGraphml(text: string): ReadGraph {
  const root = parseXml(text);
  const datum = (element: ReturnType<typeof parseXml>, key: string): string =>
    element.children.find((c) => c.attributes.key === key)?.text ?? "";
  return {
    nodes: new Map(elementsNamed(root, "node").map((n) => [n.attributes.id ?? "", datum(n, "n-label")])),
    edges: new Map(
      elementsNamed(root, "edge").map((e) => [
        e.attributes.id ?? "",
        [e.attributes.source ?? "", e.attributes.target ?? "", datum(e, "e-label"), datum(e, "e-status")],
      ]),
    ),
  };
}

function readGexf(text: string): ReadGraph {
  const root = parseXml(text);
  return {
    nodes: new Map(elementsNamed(root, "node").map((n) => [n.attributes.id ?? "", n.attributes.label ?? ""])),
    edges: new Map(
      elementsNamed(root, "edge").map((e) => {
        const status = elementsNamed(e, "attvalue").find((v) => v.attributes.for === "status")?.attributes.value ?? "";
        return [e.attributes.id ?? "", [e.attributes.source ?? "", e.attributes.target ?? "", e.attributes.label ?? "", status]];
      }),
    ),
  };
}

function readCsv(bytes: Uint8Array, plain: (text: string) => string): ReadGraph {
  const files = unzipped(bytes);
  return {
    nodes: new Map(tableOf(files["nodes.csv"] ?? "").map((r) => [r.Id ?? "", plain(r.Label ?? "")])),
    edges: new Map(
      tableOf(files["edges.csv"] ?? "").map((r) => [
        r.Id ?? "",
        [r.Source ?? "", r.Target ?? "", plain(r.Label ?? ""), r.status ?? ""],
      ]),
    ),
  };
}

function readCyjs(text: string): ReadGraph {
  const { elements } = JSON.parse(text);
  return {
    nodes: new Map(elements.nodes.map(({ data }: { data: Record<string, string> }) => [data.id, data.label])),
    edges: new Map(
      elements.edges.map(({ data }: { data: Record<string, string> }) => [
        data.id,
        [data.source, data.target, data.label, data.status],
      ]),
    ),
  };
}

/** By Graphviz's lexer: quoted strings in which only `\"` is an escape; then by its reader of labels. */
function readDot(text: string): ReadGraph {
  const string = String.raw`"((?:[^"\\]|\\[\s\S])*)"`;
  const plain = (quoted: string): string => quoted.replace(/\\(["\\])/g, "$1");
  const attributesOf = (list: string): Map<string, string> =>
    new Map([...list.matchAll(new RegExp(`(\\w+)=${string}`, "g"))].map((m) => [m[1] ?? "", plain(m[2] ?? "")]));
  const body = text.slice(text.indexOf("\n", text.indexOf("  edge [")) + 1);
  const statement = new RegExp(`  ${string}(?: -> ${string})? \\[((?:\\w+=${string}(?:, )?)+)\\];\\n`, "gy");
  const nodes = new Map<string, string>();
  const edges = new Map<string, readonly [string, string, string, string]>();
  let at = 0;
  for (let m = statement.exec(body); m !== null; m = statement.exec(body)) {
    at = statement.lastIndex;
    const attributes = attributesOf(m[3] ?? "");
    const label = (attributes.get("label") ?? "").replaceAll("&amp;", "&");
    if (m[2] === undefined) nodes.set(m[1] ?? "", label);
    else edges.set(attributes.get("id") ?? "", [m[1] ?? "", m[2], label, attributes.get("status") ?? ""]);
  }
  if (body.slice(at) !== "}\n") throw new Error(`not DOT at: ${body.slice(at, at + 200)}`);
  return { nodes, edges };
}

const HOSTILE = extracted(fixtureOf(hostileDataset(HOSTILE_LABELS)));

describe("200 hostile labels", () => {
  it("are 200, and stand in actors, relations, claims and the source", () => {
    expect(new Set(HOSTILE_LABELS).size).toBe(200);
    expect(HOSTILE.actors).toHaveLength(200);
    expect(HOSTILE.relations).toHaveLength(300);
  });

  it.each([
    ["graphml", readGraphml],
    ["gexf", readGexf],
    ["gexf-1.2draft", readGexf],
    ["cyjs", readCyjs],
    ["dot", readDot],
  ] as const)("come back equal from %s, with ids, ends and status of every relation", (name, read) => {
    expect(read(textOfExport(HOSTILE, formatNamed(name)))).toEqual(expectedGraph(HOSTILE));
  });

  it("come back equal from both kinds of tables; what a spreadsheet would run is neutralized in one", () => {
    const safe = bytesOfExport(HOSTILE, formatNamed("csv"));
    expect(readCsv(safe, plainCell)).toEqual(expectedGraph(HOSTILE));
    expect(readCsv(bytesOfExport(HOSTILE, formatNamed("csv-raw")), (t) => t)).toEqual(expectedGraph(HOSTILE));
    const cells = Object.entries(unzipped(safe))
      .filter(([name]) => name.endsWith(".csv"))
      .flatMap(([, text]) => tableOf(text).flatMap((row) => Object.entries(row)));
    expect(cells.length).toBeGreaterThan(5000);
    const numbers = new Set(["x", "y"]);
    expect(cells.filter(([name, value]) => !numbers.has(name) && /^\s*[=+\-@＝＋－＠]/u.test(value))).toEqual([]);
  });

  it("and characters that no text can hold stand as U+FFFD", () => {
    const extract = extracted(fixtureOf(hostileDataset([...UNWRITABLE_LABELS, "x"])));
    for (const [name, read] of [
      ["graphml", readGraphml],
      ["gexf", readGexf],
      ["dot", readDot],
    ] as const) {
      const found = read(textOfExport(extract, formatNamed(name)));
      expect(found).toEqual(expectedGraph(extract));
      expect([...found.nodes.values()].join("")).toContain("\ufffd");
    }
  });
});

describe("every format", () => {
  it("writes the same bytes for the same recipe", () => {
    const again = extracted(fixtureOf(hostileDataset(HOSTILE_LABELS)));
    for (const each of EXPORT_FORMATS)
      expect(bytesOfExport(again, each).equals(bytesOfExport(HOSTILE, each)), each.name).toBe(true);
  });

  it("bears dataset, version, licence, counts and the command that makes it again, and a name made of them", () => {
    for (const each of EXPORT_FORMATS) {
      const file = exportFileOf(HOSTILE, each, TOOL);
      const bytes = bytesOfExport(HOSTILE, each);
      const text = each.isText ? bytes.toString("utf8") : (unzipped(bytes)["stamp.txt"] ?? "");
      for (const word of ["small", "CC0", TOOL, `entente export --format ${each.name} --modality all --opinions --denials`])
        expect(text, each.name).toContain(word);
      expect(text, each.name).toMatch(/200 of 200 actors|"actors":\[200,200\]|\\"actors\\":\[200,200\]/);
      expect(file.name).toMatch(new RegExp(`^small-1-all-[0-9a-f]{8}\\.${each.extension.replaceAll(".", "\\.")}$`));
    }
  });

  it("comes in pieces, none of them long", () => {
    for (const each of EXPORT_FORMATS) {
      const pieces = [...exportFileOf(HOSTILE, each, TOOL).pieces];
      expect(Math.max(...pieces.map((p) => p.length)), each.name).toBeLessThan(600_000);
    }
  });

  it("holds any dataset under any filter without a malformed line, and says every status as derived", () => {
    fc.assert(
      fc.property(datasetArb({ minClaims: 2 }), filterArb, (data, filter) => {
        const extract = extracted(fixtureOf(data), { scope: { kind: "all" }, filter });
        const want = expectedGraph(extract);
        expect(readGraphml(textOfExport(extract, formatNamed("graphml")))).toEqual(want);
        expect(readGexf(textOfExport(extract, formatNamed("gexf")))).toEqual(want);
        expect(readDot(textOfExport(extract, formatNamed("dot")))).toEqual(want);
        expect(readCyjs(textOfExport(extract, formatNamed("cyjs")))).toEqual(expectedGraph(extract, (t) => t));
        expect(readCsv(bytesOfExport(extract, formatNamed("csv")), plainCell)).toEqual(want);
      }),
      { numRuns: 60 },
    );
  });

  it("brings every text back from a neutralized cell", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom("", "'", "''", "=", "'=", " +", "\t@", "－"), (text, lead) => {
        const label = `${lead}${text}`;
        const extract = extracted(fixtureOf(hostileDataset([label, "b"])));
        const [first] = tableOf(unzipped(bytesOfExport(extract, formatNamed("csv")))["nodes.csv"] ?? "");
        expect(plainCell(first?.summary ?? "")).toBe(writable(label));
      }),
      { numRuns: 100 },
    );
  });
});

describe("an allegation", () => {
  it("never reads as a fact: its label is hedged, and the type of a Cypher relationship bears its status", () => {
    const alleged = HOSTILE.relations.filter((r) => r.status.status === "alleged");
    expect(alleged.length).toBe(200);
    expect(alleged.every((r) => relationLabel(HOSTILE, r).includes("is alleged to"))).toBe(true);
    const script = textOfExport(HOSTILE, formatNamed("cypher"));
    expect(script).toContain("[r:ALLEGED_ATTACKS {");
    expect(script).not.toMatch(/\[r:ATTACKS/);
  });
});
