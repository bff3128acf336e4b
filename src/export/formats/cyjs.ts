// Answers: how is an extract written for Cytoscape, and read again with what was moved or taken out there?

import { EVERYTHING } from "../../graph/query/filter.ts";
import type { ActorId, RelationId } from "../../model/ids.ts";
import { type Issue, issue, type Result } from "../../model/issue.ts";
import { type Extract, extractOf } from "../extract.ts";
import { graphOfExtract } from "../extract-graph.ts";
import { ACTOR_FIELDS, actorLabel, type Field, type FieldValue, RELATION_FIELDS, relationLabel } from "../fields.ts";
import { type Stamp, stampLines } from "../stamp.ts";
import { chunked } from "../text.ts";
import { jsonTextOf, type Opened, parseJsonExport } from "./json.ts";

/** Network attribute that holds the whole extract as text: Cytoscape keeps attributes it does not know. */
const WHOLE = "entente";

/** Positions stand apart; the sentence is made once and given under all its names. */
const NODE_FIELDS = ACTOR_FIELDS.filter(({ id }) => id !== "x" && id !== "y");
const EDGE_FIELDS = RELATION_FIELDS.filter(({ id }) => id !== "label");

/** Cytoscape's JSON: elements with `data` and `position`. Nothing is lost: the network attribute `entente` has the rest. */
export function cyjsOf(extract: Extract, stamp: Stamp): Iterable<string> {
  return chunked(pieces(extract, stamp));
}

function* pieces(extract: Extract, stamp: Stamp): Generator<string> {
  const name = `${stamp.dataset.title}: ${stamp.scope}`;
  yield `{"format_version":"1.0","generated_by":${JSON.stringify(stamp.tool)},"target_cytoscapejs_version":"~3.0",\n`;
  yield `"data":{"name":${JSON.stringify(name)},"shared_name":${JSON.stringify(name)},"description":${JSON.stringify(stampLines(stamp).join("\n"))},"${WHOLE}":"`;
  for (const piece of jsonTextOf(extract, stamp)) yield JSON.stringify(piece).slice(1, -1);
  yield '"},\n"elements":{"nodes":[';
  let separator = "\n";
  for (const actor of extract.actors) {
    const label = actorLabel(actor);
    const data: Record<string, FieldValue> = { id: actor.id, name: label, shared_name: label };
    addValues(data, NODE_FIELDS, actor, extract);
    yield `${separator}${JSON.stringify({ data, position: { x: actor.x, y: actor.y } })}`;
    separator = ",\n";
  }
  yield '\n],"edges":[';
  separator = "\n";
  for (const relation of extract.relations) {
    const { id, from, to, type } = relation.edge;
    const label = relationLabel(extract, relation);
    const data: Record<string, FieldValue> = {
      id,
      source: from,
      target: to,
      name: label,
      shared_name: label,
      interaction: type.id,
      shared_interaction: type.id,
      label,
    };
    addValues(data, EDGE_FIELDS, relation, extract);
    yield `${separator}${JSON.stringify({ data })}`;
    separator = ",\n";
  }
  yield "\n]}}\n";
}

/** As exported, but for positions and for elements that are no longer in the file. New elements are refused: no claim speaks for them. */
export function parseCyjs(json: unknown, file: string): Result<Opened> {
  const held = json as { data?: Record<string, unknown>; elements?: { nodes?: unknown; edges?: unknown } } | null;
  const text = held?.data?.[WHOLE];
  const refuse = (detail: string, remedy: string): Result<Opened> => ({
    ok: false,
    issues: [issue("field-invalid", file, [], { detail, remedy }) satisfies Issue],
  });
  if (typeof text !== "string")
    return refuse("This network does not come from Entente.", "export it with `entente export --format cyjs`");
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch {
    return refuse("Its network attribute `entente` is damaged.", "export it again");
  }
  const parsed = parseJsonExport(whole, file);
  if (!parsed.ok) return parsed;
  const { graph, claims, stamp } = parsed.value;
  const positions = elementsOf<ActorId>(held?.elements?.nodes);
  const edges = elementsOf<RelationId>(held?.elements?.edges);
  const unknown =
    [...positions.keys()].find((id) => !graph.actors.has(id)) ?? [...edges.keys()].find((id) => !graph.relations.has(id));
  if (unknown !== undefined)
    return refuse(`It holds \`${unknown}\`, which was not exported.`, "take it out; a relation needs a claim with a source");
  const kept = [...graph.relations.values()].filter((e) => edges.has(e.id) && positions.has(e.from) && positions.has(e.to));
  const scope = {
    kind: "view",
    only: "visible",
    link: "",
    positions,
    relations: new Set(kept.map((e) => e.id)),
    leftOut: [],
  } as const;
  const extract = extractOf(graph, { scope, filter: EVERYTHING }, claims);
  if (!extract.ok) return refuse("It has no nodes.", "export it again");
  return { ok: true, value: { graph: graphOfExtract(extract.value), claims: [...extract.value.claims.values()], stamp } };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function elementsOf<Id extends string>(list: unknown): Map<Id, Point> {
  const found = new Map<Id, Point>();
  for (const element of Array.isArray(list) ? list : []) {
    const { data, position } = element as { data?: { id?: unknown }; position?: { x?: unknown; y?: unknown } };
    if (typeof data?.id === "string") found.set(data.id as Id, { x: numberOr0(position?.x), y: numberOr0(position?.y) });
  }
  return found;
}

function numberOr0(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}

/** Sets each value under its column's name. */
function addValues<T>(data: Record<string, FieldValue>, fields: readonly Field<T>[], item: T, extract: Extract): void {
  for (const field of fields) {
    const value = field.of(item, extract);
    if (value !== undefined) data[field.id] = value;
  }
}
