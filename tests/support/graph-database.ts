// Answers: what does a graph database hold after an openCypher script has run in it?
import { createRequire } from "node:module";
import { grafeoPath } from "../../scripts/readers.ts";
import type { ReadGraph } from "./read-exports.ts";

export interface Stored extends ReadGraph {
  readonly types: readonly string[];
}

/** Runs the script `times` times in an empty database, in memory. @throws where a statement is no Cypher. */
export async function storedBy(script: string, times = 1): Promise<Stored> {
  const database = createRequire(import.meta.url)(grafeoPath() ?? "@grafeo-db/js").GrafeoDB.create();
  const statements = script.split(/(?<=;\n)(?=UNWIND)/);
  for (let i = 0; i < times; i++) for (const statement of statements) await database.executeCypher(statement);
  const rows = async (query: string) => (await database.executeCypher(query)).toArray() as Array<Record<string, string>>;
  const nodes = await rows("MATCH (a:Actor) RETURN a.id AS id, a.label AS label");
  const edges = await rows(
    "MATCH (a:Actor)-[r]->(b:Actor) RETURN r.id AS id, a.id AS source, b.id AS target, r.label AS label, r.status AS status, type(r) AS type",
  );
  if (new Set(edges.map((e) => e.id)).size !== edges.length) throw new Error("a relation stands twice");
  return {
    nodes: new Map(nodes.map((n) => [n.id ?? "", n.label ?? ""])),
    edges: new Map(edges.map((e) => [e.id ?? "", [e.source ?? "", e.target ?? "", e.label ?? "", e.status ?? ""]])),
    types: [...new Set(edges.map((e) => e.type ?? ""))].sort(),
  };
}
