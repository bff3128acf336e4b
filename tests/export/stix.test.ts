import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actorLabel, relationLabel } from "../../src/export/fields.ts";
import type { Recipe } from "../../src/export/recipe.ts";
import { writable } from "../../src/export/text.ts";
import type { ActorId } from "../../src/model/ids.ts";
import { ACTOR_KINDS } from "../../src/model/kinds.ts";
import { datasetArb, filterArb } from "../support/arbitraries.ts";
import { ALL, extracted, fixtureOf, HOSTILE_LABELS, hostileDataset, UNWRITABLE_LABELS } from "../support/hostile.ts";
import { expectedGraph, formatNamed, type ReadGraph, textOfExport } from "../support/read-exports.ts";
import { datasetOf } from "../support/small-data.ts";
import { type StixBundle, type StixObject, stixFaults } from "../support/stix-schemas.ts";

type Extracted = ReturnType<typeof extracted>;
const bundleOf = (extract: Extracted): StixBundle => JSON.parse(textOfExport(extract, formatNamed("stix")));

function fieldsOf({ extensions }: StixObject): Readonly<Record<string, unknown>> {
  const all = Object.values(extensions as Record<string, Record<string, unknown>>);
  return all.find((e) => e.extension_type === "property-extension") ?? {};
}

function read({ objects }: StixBundle): ReadGraph {
  const entente = new Map(objects.filter((o) => o.extensions !== undefined).map((o) => [o.id, String(fieldsOf(o).entente_id)]));
  const byId = new Map(objects.map((o) => [o.id, o]));
  const shown = objects.find((o) => o.type === "note" && o.extensions === undefined)?.object_refs as string[];
  return {
    nodes: new Map(shown.map((id) => [entente.get(id) ?? "", String(byId.get(id)?.name)])),
    edges: new Map(
      objects
        .filter((o) => o.type === "relationship")
        .map((o) => [
          entente.get(o.id) ?? "",
          [
            entente.get(String(o.source_ref)) ?? "",
            entente.get(String(o.target_ref)) ?? "",
            String(o.description),
            String(fieldsOf(o).status),
          ],
        ]),
    ),
  };
}

const KINDS = extracted(
  fixtureOf(
    datasetOf(
      [
        ...ACTOR_KINDS.map((kind) => [`${kind}/a`, "attacks", "state/b", {}, { status: "alleged", time: "2024-03" }] as const),
        ["state/b", "attacks", "state/b"],
        [
          "state/b",
          "supplies",
          "person/a",
          { item: "materiel/shell" },
          { by: { voice: "party", actor: "org/voice" as ActorId } },
        ],
      ],
      {
        "state/b": { ids: { iso3166: "KP", wikidata: "Q423" } },
        "org/voice": {},
        "place/a": { country: "state/b" as ActorId },
        "facility/a": { extra: { coords: ["130.3", "42.2"] } },
      },
    ),
  ),
);

describe("a STIX bundle", () => {
  it("is what the OASIS schemas and the rules beside them take, for every kind of actor and a relation of an actor with itself", () => {
    const bundle = bundleOf(KINDS);
    expect(stixFaults(bundle)).toEqual([]);
    expect(read(bundle)).toEqual(expectedGraph(KINDS));
    const types = bundle.objects.map((o) => o.type);
    expect(new Set(types)).toEqual(
      new Set([
        "identity",
        "location",
        "entente-actor",
        "relationship",
        "note",
        "report",
        "marking-definition",
        "extension-definition",
      ]),
    );
    const self = bundle.objects.filter((o) => o.type === "relationship" && o.source_ref === o.target_ref);
    expect(self).toHaveLength(1);
  });

  it("is refused by that check when it is wrong", () => {
    const bundle = bundleOf(KINDS);
    const spoilt = (change: (object: StixObject) => object is StixObject | never, more: Record<string, unknown>): string[] => {
      const at = bundle.objects.findIndex(change);
      return stixFaults({ ...bundle, objects: bundle.objects.map((o, i) => (i === at ? { ...o, ...more } : o)) });
    };
    const isA =
      (type: string) =>
      (object: StixObject): object is StixObject =>
        object.type === type;
    expect(spoilt(isA("relationship"), { relationship_type: "Supplies it" })).toHaveLength(1);
    expect(spoilt(isA("relationship"), { target_ref: "identity--00000000-0000-5000-8000-000000000000" })).toHaveLength(1);
    expect(spoilt(isA("report"), { published: "2024" })).toHaveLength(1);
    expect(spoilt(isA("report"), { object_refs: [] }).length).toBeGreaterThan(0);
    expect(spoilt(isA("location"), { country: undefined, latitude: 95, longitude: 0 }).length).toBeGreaterThan(0);
    expect(spoilt(isA("entente-actor"), { actor_kind: "person" })).toHaveLength(1);
    expect(spoilt(isA("note"), { created: "2024-05-10" }).length).toBeGreaterThan(0);
  });

  it("names no allegation as a fact: the type of a relationship bears its status, its description is the hedged sentence", () => {
    const relationships = bundleOf(KINDS).objects.filter((o) => o.type === "relationship");
    const types = new Set(relationships.map((o) => o.relationship_type));
    expect(types).toEqual(new Set(["alleged-attacks", "reported-attacks", "reported-supplies"]));
    const alleged = relationships.filter((o) => o.relationship_type === "alleged-attacks");
    expect(alleged).toHaveLength(ACTOR_KINDS.length);
    for (const { description, ...object } of alleged) {
      expect(description).toContain("is alleged to");
      expect([object.start_time, object.stop_time]).toEqual(["2024-03-01T00:00:00.000Z", "2024-03-31T23:59:59.999Z"]);
      expect(fieldsOf(object as StixObject)).toMatchObject({ dates: "2024-03", claims: 1, origins: 1, status: "alleged" });
    }
  });

  it("gives each claim as a note with speaker, source and confidence by the Admiralty scale, none where the truth cannot be judged", () => {
    const claims = bundleOf(KINDS).objects.filter((o) => o.type === "note" && o.extensions !== undefined);
    expect(claims).toHaveLength(KINDS.claims.size);
    expect(claims.every((o) => o.confidence === 50)).toBe(true);
    const said = claims.filter((o) => fieldsOf(o).speaker_ref !== undefined);
    expect(said).toHaveLength(1);
    const rows = ([1, 2, 4, 5, 6] as const).map((credibility) => ["state/a", "attacks", "state/b", {}, { credibility }] as const);
    const bundle = bundleOf(extracted(fixtureOf(datasetOf(rows))));
    const graded = bundle.objects.filter((o) => o.type === "note" && o.extensions !== undefined);
    expect(graded.map((o) => o.confidence)).toEqual([90, 70, 30, 10, undefined]);
  });

  it("brings every hostile label, as text", () => {
    const extract = extracted(fixtureOf(hostileDataset([...HOSTILE_LABELS, ...UNWRITABLE_LABELS])));
    const bundle = bundleOf(extract);
    expect(stixFaults(bundle)).toEqual([]);
    expect(read(bundle)).toEqual(expectedGraph(extract));
    const texts = new Set(bundle.objects.map((o) => o.name ?? o.description));
    for (const actor of extract.actors) expect(texts).toContain(writable(actorLabel(actor)));
    for (const relation of extract.relations) expect(texts).toContain(writable(relationLabel(extract, relation)));
  });

  it("is valid for any dataset under any filter", () => {
    fc.assert(
      fc.property(datasetArb({ minClaims: 2 }), filterArb, (data, filter) => {
        const extract = extracted(fixtureOf(data), { scope: { kind: "all" }, filter });
        const bundle = bundleOf(extract);
        expect(stixFaults(bundle)).toEqual([]);
        expect(read(bundle)).toEqual(expectedGraph(extract));
      }),
      { numRuns: 30 },
    );
  });

  it("never gives two different objects under one id and one time, whatever part of the dataset is taken under whatever filter", () => {
    fc.assert(
      fc.property(datasetArb({ minClaims: 4 }), filterArb, (data, filter) => {
        const fixture = fixtureOf(data);
        const [first] = fixture.graph.actors.keys();
        const near: Recipe["scope"] = {
          kind: "neighborhood",
          seeds: first === undefined ? [] : [first],
          depth: 1,
          direction: "both",
        };
        const bundles = [ALL, { scope: ALL.scope, filter }, { scope: near, filter }, { scope: near, filter: ALL.filter }].map(
          (recipe) => bundleOf(extracted(fixture, recipe)),
        );
        const seen = new Map<string, StixObject>();
        for (const object of bundles.flatMap((b) => b.objects)) {
          const held = seen.get(object.id);
          if (held !== undefined && held.modified === object.modified) expect(object).toEqual(held);
          seen.set(object.id, object);
        }
      }),
      { numRuns: 30 },
    );
  });
});
