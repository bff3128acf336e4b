import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import cytoscape from "cytoscape";
import { MultiGraph } from "graphology";
import { parse as parseGexf } from "graphology-gexf";
import { afterAll, describe, expect, it } from "vitest";
import { PYTHON, READERS, type ReaderName } from "../../scripts/readers.ts";
import { plainCell } from "../../src/export/formats/csv.ts";
import { storedBy } from "../support/graph-database.ts";
import { extracted, fixtureOf, HOSTILE_LABELS, hostileDataset, UNWRITABLE_LABELS } from "../support/hostile.ts";
import { bytesOfExport, expectedGraph, formatNamed, type ReadGraph, textOfExport } from "../support/read-exports.ts";

const SCRIPT = fileURLToPath(new URL("../support/read_back.py", import.meta.url));
const FOLDER = mkdtempSync(join(tmpdir(), "entente-readers-"));
const HOSTILE = extracted(fixtureOf(hostileDataset([...HOSTILE_LABELS, ...UNWRITABLE_LABELS])));
const EXPECTED = expectedGraph(HOSTILE);

afterAll(() => rmSync(FOLDER, { recursive: true }));

/** A test that needs these programs; without one of them it is skipped, and `npm test` says which is missing. */
function readBy(...names: ReaderName[]) {
  return it.skipIf(names.some((name) => !READERS[name].isThere()));
}

function written(format: string): string {
  const path = join(FOLDER, `hostile.${format}`);
  writeFileSync(path, bytesOfExport(HOSTILE, formatNamed(format)));
  return path;
}

function run(command: string, args: readonly string[], input?: string): string {
  return execFileSync(command, [...args], { encoding: "utf8", maxBuffer: 2 ** 26, input, stdio: ["pipe", "pipe", "pipe"] });
}

function byPython(reader: string, path: string): ReadGraph {
  const found = JSON.parse(run(PYTHON, [SCRIPT, reader, path]));
  return { nodes: new Map(Object.entries(found.nodes)), edges: new Map(Object.entries(found.edges)) };
}

function graphvizJson(dot: string) {
  return JSON.parse(run("dot", ["-Tdot_json"], dot)) as {
    objects: Array<Record<string, string>>;
    edges: Array<Record<string, string> & { tail: number; head: number }>;
  };
}

function rdfFrom(reader: string, format: string) {
  const found = JSON.parse(run(PYTHON, [SCRIPT, reader, written(format)]));
  const read: ReadGraph = { nodes: new Map(Object.entries(found.nodes)), edges: new Map(Object.entries(found.edges)) };
  const extra = found.extra as { nanopublications: number; statements: number; digest: string; predicates: string[] };
  return { read, extra };
}

/** Graphviz gives labels as it would show them: entities and escapes are still in them. */
function byGraphviz(dot: string, text: (quoted: string) => string): ReadGraph {
  const { objects, edges } = graphvizJson(dot);
  const nameOf = (i: number): string => objects[i]?.name ?? "";
  return {
    nodes: new Map(objects.map((o) => [o.name ?? "", text(o.label ?? "")])),
    edges: new Map(edges.map((e) => [e.id ?? "", [nameOf(e.tail), nameOf(e.head), text(e.label ?? ""), e.status ?? ""]])),
  };
}

describe("independent readers get back every id, end, status and label", () => {
  readBy("networkx")("networkx from GraphML", () => {
    expect(byPython("networkx_graphml", written("graphml"))).toEqual(EXPECTED);
  });

  readBy("networkx")("networkx from GEXF 1.2draft", () => {
    expect(byPython("networkx_gexf", written("gexf-1.2draft"))).toEqual(EXPECTED);
  });

  it("graphology-gexf from GEXF 1.3, with colours and positions", () => {
    const graph = parseGexf(MultiGraph, textOfExport(HOSTILE, formatNamed("gexf")), { allowUndeclaredAttributes: false });
    const read: ReadGraph = {
      nodes: new Map(graph.mapNodes((id, { label }) => [id, label as string])),
      edges: new Map(graph.mapEdges((id, { label, status }, from, to) => [id, [from, to, label as string, status as string]])),
    };
    expect(read).toEqual(EXPECTED);
    const placed = HOSTILE.actors.map(({ id }) => graph.getNodeAttributes(id));
    for (const { x, y, color } of placed)
      expect([typeof x, typeof y, color]).toEqual(["number", "number", expect.stringMatching(/^rgb/)]);
  });

  readBy("igraph")("igraph from GraphML", () => {
    expect(byPython("igraph_graphml", written("graphml"))).toEqual(EXPECTED);
  });

  readBy("rdflib")("rdflib from TriG and JSON-LD, the same statements from both, no allegation among them as a triple", () => {
    const [trig, jsonLd] = [rdfFrom("rdf_trig", "trig"), rdfFrom("rdf_jsonld", "jsonld")];
    expect(trig.read).toEqual(EXPECTED);
    expect(jsonLd).toEqual(trig);
    expect(trig.extra.nanopublications).toBe(HOSTILE.claims.size);
    expect(trig.extra.statements).toBeGreaterThan(20 * HOSTILE.claims.size);
    expect(trig.extra.predicates.filter((p) => /:vocabulary:(attacks|supplies)$/.test(p))).toEqual([]);
  });

  readBy("rapper")("rapper from TriG", () => {
    run("rapper", ["-q", "-i", "trig", "-c", written("trig")]);
    expect(() => run("rapper", ["-q", "-i", "trig", "-c", "-"], "<a> <b> .")).toThrow();
  });

  readBy("graphviz")("dot from DOT", () => {
    const dot = textOfExport(HOSTILE, formatNamed("dot"));
    expect(run("dot", ["-Tcanon"], dot).match(/ -> /g)?.length).toBeGreaterThanOrEqual(EXPECTED.edges.size);
    expect(byGraphviz(dot, (label) => label.replaceAll("\\\\", "\\").replaceAll("&amp;", "&"))).toEqual(EXPECTED);
  });

  readBy("graphviz")("graphml2gv from GraphML, which has no eyes for labels and statuses", () => {
    const { objects, edges } = graphvizJson(run("graphml2gv", [written("graphml")]));
    expect(objects.map((o) => o.name)).toEqual([...EXPECTED.nodes.keys()]);
    const found = edges.map((e) => [e._graphml_id, objects[e.tail]?.name, objects[e.head]?.name]).sort();
    expect(found).toEqual([...EXPECTED.edges].map(([id, [from, to]]) => [id, from, to]).sort());
  });

  readBy("xmllint")("xmllint takes GraphML, both GEXF and both SVG", () => {
    for (const format of ["graphml", "gexf", "gexf-1.2draft", "svg", "svg-transparent"])
      run("xmllint", ["--noout", written(format)]);
    expect(() => run("xmllint", ["--noout", "-"], "<a>&nope;</a>")).toThrow();
  });

  readBy("rsvg")("rsvg-convert draws the SVG, letters of all scripts on it", () => {
    const png = execFileSync("rsvg-convert", [written("svg")], { maxBuffer: 2 ** 28 });
    expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(720);
    expect(() => run("rsvg-convert", ["-"], "<svg>")).toThrow();
  });

  it.skipIf(!canRun(PYTHON))("Python's csv from the tables, raw and neutralized", () => {
    expect(byPython("csv_tables", written("csv-raw"))).toEqual(EXPECTED);
    const { nodes, edges } = byPython("csv_tables", written("csv"));
    const plain = {
      nodes: new Map([...nodes].map(([id, label]) => [id, plainCell(label)])),
      edges: new Map([...edges].map(([id, [a, b, label, status]]) => [id, [a, b, plainCell(label), status]])),
    };
    expect(plain).toEqual(EXPECTED);
  });

  readBy("grafeo")("a graph database that ran the Cypher script twice", async () => {
    const { types, ...read } = await storedBy(textOfExport(HOSTILE, formatNamed("cypher")), 2);
    expect(read).toEqual(EXPECTED);
    expect(types).toEqual(["ALLEGED_ATTACKS", "REPORTED_SUPPLIES"]);
    await expect(storedBy("UNWIND [{id: 'a'} AS row RETURN row;")).rejects.toThrow();
  });

  it("Cytoscape from its JSON, with positions", () => {
    const { elements } = JSON.parse(textOfExport(HOSTILE, formatNamed("cyjs")));
    const cy = cytoscape({ headless: true, elements });
    const read: ReadGraph = {
      nodes: new Map(cy.nodes().map((n) => [n.id(), n.data("label")])),
      edges: new Map(cy.edges().map((e) => [e.id(), [e.data("source"), e.data("target"), e.data("label"), e.data("status")]])),
    };
    expect(read).toEqual(expectedGraph(HOSTILE, (text) => text));
    expect(cy.nodes().map((n) => n.position())).toEqual(HOSTILE.actors.map(({ x, y }) => ({ x, y })));
  });
});

function canRun(command: string): boolean {
  try {
    run(command, ["--version"]);
    return true;
  } catch {
    return false;
  }
}
