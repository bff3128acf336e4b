import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { relationLabel } from "../../src/export/fields.ts";
import { writable } from "../../src/export/text.ts";
import type { ActorKind } from "../../src/model/kinds.ts";
import { ACTOR_KINDS } from "../../src/model/kinds.ts";
import { extracted, fixtureOf, HOSTILE_LABELS, hostileDataset } from "../support/hostile.ts";
import { formatNamed, textOfExport } from "../support/read-exports.ts";
import { datasetOf } from "../support/small-data.ts";

interface Property {
  readonly range?: string | null;
}
interface Schema {
  readonly abstract: boolean;
  readonly required: readonly string[];
  getProperties(): Map<string, Property>;
  isA(schema: string): boolean;
}
const { Model, defaultModel } = createRequire(import.meta.url)("@alephdata/followthemoney");
const MODEL = new Model(defaultModel) as { getSchema(name: string): Schema };

interface Entity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/** What the model refuses: unknown or abstract schemas, unknown or missing properties, ends that are not there or of the wrong schema. */
function faultsOf(entities: readonly Entity[]): string[] {
  const byId = new Map(entities.map((e) => [e.id, e]));
  return entities.flatMap(({ id, schema, properties }) => {
    const found = MODEL.getSchema(schema);
    const known = found.getProperties();
    const missing = found.required.filter((name) => (properties[name] ?? []).length === 0).map((name) => `${id} lacks ${name}`);
    const wrong = Object.entries(properties).flatMap(([name, values]) => {
      const property = known.get(name);
      if (property === undefined) return [`${schema} has no ${name}`];
      const range = property.range;
      if (range === undefined || range === null) return [];
      return values
        .filter((v) => byId.get(v) === undefined || !MODEL.getSchema(byId.get(v)?.schema ?? "").isA(range))
        .map((v) => `${id} ${name} ${v}`);
    });
    return [...(found.abstract ? [`${schema} is abstract`] : []), ...missing, ...wrong];
  });
}

function entitiesOf(text: string): Entity[] {
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

describe("FollowTheMoney entities", () => {
  it("are what the model takes, required properties and ends included, for every kind of actor", () => {
    const slots = (kind: ActorKind) => [`${kind}/a`, "attacks", "state/b"] as const;
    const extract = extracted(
      fixtureOf(datasetOf(ACTOR_KINDS.map(slots), { "state/b": { ids: { iso3166: "KP", wikidata: "Q423" } } })),
    );
    const entities = entitiesOf(textOfExport(extract, formatNamed("ftm")));
    expect(entities).toHaveLength(1 + 1 + 11 + 10);
    expect(faultsOf(entities)).toEqual([]);
    expect(faultsOf([{ id: "x", schema: "Person", properties: { nme: ["y"] } }])).toEqual(["x lacks name", "Person has no nme"]);
  });

  it("bring every hostile label, and say each relation hedged, with its status", () => {
    const extract = extracted(fixtureOf(hostileDataset(HOSTILE_LABELS)));
    const entities = entitiesOf(textOfExport(extract, formatNamed("ftm")));
    expect(faultsOf(entities)).toEqual([]);
    const links = entities.filter((e) => e.schema === "UnknownLink");
    const want = extract.relations.map((r) => [[writable(relationLabel(extract, r))], [r.status.status], [r.edge.id]]);
    expect(links.map(({ properties: p }) => [p.role, p.status, p.recordId])).toEqual(want);
  });
});
