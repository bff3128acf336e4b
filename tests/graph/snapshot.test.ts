import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLocalEngine } from "../../src/engine/local-engine.ts";
import { contradictionsOf } from "../../src/graph/analysis/contradictions.ts";
import { buildGraph, orderedClaimsOf } from "../../src/graph/build.ts";
import type { EntenteGraph, RelationEdge } from "../../src/graph/graph.ts";
import {
  CLAIMS_PER_FILE,
  parseClaimsFile,
  parseFindings,
  parseSnapshot,
  SNAPSHOT_VERSION,
  type SnapshotFile,
} from "../../src/graph/snapshot.ts";
import { writeSnapshot } from "../../src/graph/write-snapshot.ts";
import type { ActorId, ClaimId, SourceId } from "../../src/model/ids.ts";
import type { Dataset } from "../../src/model/records.ts";
import { datasetArb, sha256Hex } from "../support/arbitraries.ts";
import { datasetOf } from "../support/small-data.ts";

function positionsOf(ids: readonly ActorId[]): Map<ActorId, { x: number; y: number }> {
  return new Map(ids.map((id) => [id, { x: id.length * 7, y: -id.charCodeAt(id.length - 1) }]));
}

function graphOf(data: Dataset): EntenteGraph {
  return buildGraph(data, {
    sha256Hex,
    positions: positionsOf(data.actors.map((a) => a.id)),
    starterPositions: new Map(data.starters.map((s) => [s.id, positionsOf(s.actors)])),
  });
}

function filesOf(data: Dataset): SnapshotFile[] {
  return writeSnapshot(graphOf(data), orderedClaimsOf(data), sha256Hex);
}

function reread(files: readonly SnapshotFile[], keepsClaims = true): EntenteGraph {
  const parsed = parseSnapshot(JSON.parse(files[0]?.text ?? "null"), { keepsClaims });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

/** What a graph says, without its hash and files, and however it holds its claims. */
function comparable({ hash: _, claimFiles: __, claims, ...graph }: EntenteGraph) {
  const plain = (edge: RelationEdge) => ({ ...edge, claims: edge.claims });
  const ids = [...claims.ids()];
  return {
    ...graph,
    relations: new Map([...graph.relations].map(([id, edge]) => [id, plain(edge)])),
    relationsOf: new Map([...graph.relationsOf].map(([id, edges]) => [id, edges.map(plain)])),
    attributesOf: new Map([...graph.attributesOf].map(([id, bundle]) => [id, { claims: bundle.claims }])),
    ids,
    size: claims.size,
    placed: ids.map((_id, i) => claims.at(i)),
    ordinals: ids.map((id) => claims.ordinalOf(id)),
    bySource: [...graph.sources.keys()].map((id) => ids.slice(...claims.rangeOf(id))),
  };
}

describe("a snapshot", () => {
  it("read back is the same graph", () => {
    fc.assert(
      fc.property(datasetArb(), (data) => {
        const graph = graphOf(data);
        const files = filesOf(data);
        const back = reread(files);
        expect(comparable(back)).toEqual(comparable(graph));
        expect(comparable(back)).toEqual(comparable(graph));
        expect(comparable(reread(files, false))).toEqual(comparable(graph));
        for (const key of ["actors", "sources", "relations", "relationsOf", "attributesOf"] as const)
          expect([...back[key].keys()]).toEqual([...graph[key].keys()]);
        expect(back.hash).toMatch(/^[0-9a-f]{64}$/);
        expect(back.claimFiles).toEqual({
          size: CLAIMS_PER_FILE,
          files: files.slice(1, -1).map((f) => f.name),
          findings: [files.at(-1)?.name],
        });
      }),
      { numRuns: 60 },
    );
  });

  it("has the same bytes twice, whatever the order of actors, sources and claims", () => {
    const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });
    const pair = datasetArb().chain((data) =>
      fc.tuple(
        fc.constant(data),
        fc.record({
          actors: shuffled(data.actors),
          sources: fc.tuple(...data.sources.map((s) => shuffled(s.claims).map((claims) => ({ ...s, claims })))).chain(shuffled),
        }),
      ),
    );
    fc.assert(
      fc.property(pair, ([data, other]) => {
        const files = filesOf(data);
        expect(filesOf(data)).toEqual(files);
        expect(filesOf({ ...data, ...other })).toEqual(files);
      }),
      { numRuns: 40 },
    );
  });

  it("knows no claim that it does not hold, however close its id", () => {
    fc.assert(
      fc.property(datasetArb(), (d) => {
        const { claims, sources } = reread(filesOf(d));
        const ids = new Set<string>(claims.ids());
        const near = [...ids].flatMap((id) => [
          `${id}0`,
          id.replace("#c", "#c0"),
          id.replace("#c", "#"),
          id.slice(0, -1),
          `${id} `,
        ]);
        for (const id of [...near, ...sources.keys(), "", "#c1", "source/none#c1"])
          expect(claims.ordinalOf(id as ClaimId) !== undefined).toBe(ids.has(id));
        for (const ordinal of [-1, claims.size, 0.5]) expect(claims.at(ordinal)).toBeUndefined();
        expect(claims.rangeOf("source/none" as SourceId)).toEqual([0, 0]);
      }),
      { numRuns: 60 },
    );
  });

  it("finds the details of every claim in the file its ordinal names", () => {
    fc.assert(
      fc.property(datasetArb(), (data) => {
        const files = filesOf(data);
        const { claims, claimFiles } = reread(files);
        for (const claim of data.sources.flatMap((s) => s.claims)) {
          const ordinal = claims.ordinalOf(claim.id) ?? Number.NaN;
          const file = files.find((f) => f.name === claimFiles.files[Math.floor(ordinal / claimFiles.size)]);
          const details = parseClaimsFile(JSON.parse(file?.text ?? "null"));
          expect(details[ordinal % claimFiles.size]).toEqual(claim);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("has the findings of the full claims in files of their own, and no other file is taken for one", () => {
    fc.assert(
      fc.property(datasetArb(), (data) => {
        const files = filesOf(data);
        const { findings = [] } = reread(files).claimFiles;
        const claims = orderedClaimsOf(data);
        expect(findings.map((name) => parseFindings(JSON.parse(files.find((f) => f.name === name)?.text ?? "null")))).toEqual([
          {
            contradictions: contradictionsOf(graphOf(data), claims),
            noted: claims.flatMap(({ curatorNote }, ordinal) => (curatorNote === undefined ? [] : [ordinal])),
          },
        ]);
        for (const { text } of files.slice(0, -1))
          expect(() => parseFindings(JSON.parse(text))).toThrow("not a file of findings");
      }),
      { numRuns: 60 },
    );
    for (const other of [null, {}, { format: "entente-findings", version: 2, contradictions: [], noted: [] }])
      expect(() => parseFindings(other)).toThrow("not a file of findings");
  });

  it("has many findings in several files, in order, which the engine puts together", async () => {
    const pairs = Array.from({ length: 1_203 }, (_, i) => [`state/n${i}`, "supplies", `state/m${i}`] as const);
    const data = datasetOf(
      pairs.flatMap(([from, type, to]) => [
        [from, type, to, {}, { curatorNote: "A note." }] as const,
        [from, type, to, {}, { status: "denied" } as const] as const,
      ]),
    );
    const files = filesOf(data);
    const graph = reread(files);
    const claims = orderedClaimsOf(data);
    expect(graph.claimFiles.findings).toHaveLength(2);
    const load = async (name: string): Promise<unknown> => JSON.parse(files.find((f) => f.name === name)?.text ?? "null");
    const engine = createLocalEngine(graph, load, { now: () => 0, pause: () => Promise.resolve() });
    const all = contradictionsOf(graph, claims);
    expect(all).toHaveLength(pairs.length);
    expect(await engine.contradictions()).toEqual(all);
    expect(await engine.notedClaims()).toEqual(claims.flatMap(({ id, curatorNote }) => (curatorNote === undefined ? [] : [id])));
  });

  it("opens although it is of a build that had its findings in one file or in none, and says what to do", async () => {
    const json = JSON.parse(filesOf(datasetOf([["state/a", "supplies", "state/b"]]))[0]?.text ?? "null");
    for (const findings of ["claims/findings-0.json", undefined]) {
      const old = parseSnapshot({ ...json, claimFiles: { ...json.claimFiles, findings } });
      if (!old.ok) throw new Error("refused");
      const engine = createLocalEngine(old.value, () => Promise.reject(new Error("no file")), {
        now: () => 0,
        pause: () => Promise.resolve(),
      });
      await expect(engine.contradictions()).rejects.toThrow("build the data again");
    }
  });

  it("changes its hash with what it says", () => {
    fc.assert(
      fc.property(datasetArb(), (data) => {
        const changed = { ...data, info: { ...data.info, title: "Other" } };
        expect(reread(filesOf(changed)).hash).not.toBe(reread(filesOf(data)).hash);
      }),
      { numRuns: 20 },
    );
  });
});

describe("a graph", () => {
  it("holds every claim exactly once, on its relation or on its actor", () => {
    fc.assert(
      fc.property(datasetArb(), (data) => {
        const graph = graphOf(data);
        const held = [...graph.relations.values(), ...graph.attributesOf.values()].flatMap((o) => o.claims.map((c) => c.id));
        expect(held.sort()).toEqual(data.sources.flatMap((s) => s.claims.map((c) => c.id)).sort());
        for (const [id, edge] of graph.relations) {
          expect(id).toMatch(/^e_[0-9a-f]{10}$/);
          expect(edge.claims.length).toBeGreaterThan(0);
          for (const end of [edge.from, edge.to, ...edge.slotActors]) expect(graph.relationsOf.get(end)).toContain(edge);
        }
      }),
    );
  });

  it("puts claims on one relation exactly when type, ends and keyed slots agree", () => {
    fc.assert(
      fc.property(datasetArb(), (data) => {
        const graph = graphOf(data);
        const relationOf = new Map([...graph.relations.values()].flatMap((r) => r.claims.map((c) => [c.id, r.id] as const)));
        const claims = data.sources.flatMap((s) => s.claims).filter((c) => c.rel !== undefined);
        const proposition = (c: (typeof claims)[number]): string => {
          const [from, typeId, to] = c.rel ?? ["", "", ""];
          const type = data.vocabulary.types.get(typeId);
          const ends = type?.symmetric === true ? [from, to].sort() : [from, to];
          return JSON.stringify([typeId, ends, type?.keyBy.map((name) => c.slots[name] ?? null)]);
        };
        for (const a of claims)
          for (const b of claims) expect(relationOf.get(a.id) === relationOf.get(b.id)).toBe(proposition(a) === proposition(b));
      }),
      { numRuns: 60 },
    );
  });

  it("counts one origin for a chain of copies, its first publisher", () => {
    const [data] = fc.sample(datasetArb({ slots: false }), { numRuns: 1, seed: 3 });
    if (data === undefined) throw new Error("no sample");
    const [a, b] = data.actors.map((x) => x.id);
    const source = data.sources[0];
    if (a === undefined || b === undefined || source === undefined) throw new Error("too small a sample");
    const claim = {
      slots: {},
      status: "reported",
      modality: "actual",
      by: { voice: "author" },
      credibility: 2,
      opinion: false,
      paraphrase: "p",
      at: { para: 1, chars: [0, 1], anchor: "0123456789abcdef" },
    } as const;
    const chain = ["one", "two", "three"].map((slug, i) => ({
      ...source,
      id: `source/${slug}`,
      reliability: "A",
      retracted: undefined,
      publisher: i === 0 ? b : a,
      derivedFrom: i === 0 ? undefined : `source/${["one", "two"][i - 1]}`,
      claims: [{ ...claim, id: `source/${slug}#c1`, source: `source/${slug}`, rel: [a, "attacks", b] }],
    })) as unknown as Dataset["sources"];
    const graph = graphOf({ ...data, sources: chain });
    expect([...graph.relations.values()].flatMap((r) => r.claims.map((c) => c.origin))).toEqual([b, b, b]);
  });
});

describe("a file that is not a sound snapshot", () => {
  const [data] = fc.sample(datasetArb(), { numRuns: 1, seed: 11 });
  const sample = datasetArb().filter((d) => d.sources.some((s) => s.claims.some((c) => c.rel !== undefined)));

  function expectRefusal(json: unknown): void {
    const parsed = parseSnapshot(json);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok)
      expect(parsed.issues[0]).toMatchObject({ file: "graph.json", severity: "error", remedy: expect.stringMatching(/build/) });
  }

  it.each([null, undefined, 1, "x", [], {}, { format: "entente" }, { format: "entente-snapshot" }])(
    "%j is refused with an issue",
    (json) => {
      expectRefusal(json);
    },
  );

  it.each([0, 2, "1", null])("version %j is refused and both versions are named", (version) => {
    const json = { ...JSON.parse(filesOf(data as Dataset)[0]?.text ?? "null"), version };
    const parsed = parseSnapshot(json);
    expectRefusal(json);
    if (!parsed.ok)
      expect(parsed.issues[0]?.message).toContain(`version ${String(version)}, but this page reads version ${SNAPSHOT_VERSION}`);
  });

  it("is refused when a part or a column is missing", () => {
    fc.assert(
      fc.property(sample, fc.nat(), (d, pick) => {
        const json = JSON.parse(filesOf(d)[0]?.text ?? "null");
        const paths = [
          ...["vocabulary", "actors", "sources", "relations", "claims", "starters"].map((part) => [part]),
          ...["actors", "relations", "claims"].flatMap((part) => Object.keys(json[part]).map((column) => [part, column])),
        ];
        const [part = "", column] = paths[pick % paths.length] ?? [];
        if (column === undefined) delete json[part];
        else delete json[part][column];
        expectRefusal(json);
      }),
    );
  });

  it("is refused when a column is one entry short", () => {
    fc.assert(
      fc.property(sample, fc.nat(), (d, pick) => {
        const json = JSON.parse(filesOf(d)[0]?.text ?? "null");
        const columns = ["actors", "relations", "claims"].flatMap((part) => Object.values(json[part]) as unknown[][]);
        columns[pick % columns.length]?.pop();
        expectRefusal(json);
      }),
    );
  });

  it("is refused when an ordinal points beyond its column", () => {
    const columns = [
      ["relations", "type"],
      ["relations", "from"],
      ["relations", "to"],
      ["claims", "source"],
      ["claims", "about"],
      ["claims", "status"],
      ["claims", "modality"],
      ["claims", "origin"],
      ["actors", "country"],
    ] as const;
    fc.assert(
      fc.property(sample, fc.constantFrom(...columns), fc.constantFrom(9999, -9999), (d, [part, column], wrong) => {
        const json = JSON.parse(filesOf(d)[0]?.text ?? "null");
        json[part][column][0] = wrong;
        expectRefusal(json);
      }),
    );
  });

  it("is refused when a number of a claim is none, a fraction or out of its range, and never read as another", () => {
    const wrong = [null, "1", 0.5, true, -1e12, 1e17, []];
    const columns = ["source", "local", "about", "status", "modality", "flags", "origin", "credibility", "bounds"] as const;
    fc.assert(
      fc.property(sample, fc.constantFrom(...columns), fc.constantFrom(...wrong), fc.nat(), (d, column, value, pick) => {
        const json = JSON.parse(filesOf(d)[0]?.text ?? "null");
        json.claims[column][pick % json.claims[column].length] = value;
        expectRefusal(json);
      }),
    );
  });

  it("is refused when its claims are out of order", () => {
    fc.assert(
      fc.property(sample, fc.nat(), (d, pick) => {
        const json = JSON.parse(filesOf(d)[0]?.text ?? "null");
        const { source, local } = json.claims;
        fc.pre(source.length > 1);
        const i = pick % (source.length - 1);
        for (const column of [source, local]) [column[i], column[i + 1]] = [column[i + 1], column[i]];
        expectRefusal(json);
      }),
    );
  });

  it("whose version is an object that cannot be said as text is refused, not thrown at", () => {
    const version = { toString: 1, valueOf: 1 };
    expect(parseSnapshot({ format: "entente-graph", version })).toMatchObject({ ok: false });
    expectRefusal({ ...JSON.parse(filesOf(fc.sample(sample, 1)[0] as never)[0]?.text ?? "null"), version });
  });

  it("never makes the reader throw, whatever value is put in whatever place", () => {
    fc.assert(
      fc.property(sample, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), fc.jsonValue(), (d, route, value) => {
        const json = JSON.parse(filesOf(d)[0]?.text ?? "null");
        let at = json;
        for (const [i, step] of route.entries()) {
          const keys = Object.keys(at);
          const key = keys[step % keys.length];
          if (key === undefined) break;
          const below = at[key];
          if (i === route.length - 1 || below === null || typeof below !== "object") {
            at[key] = value;
            break;
          }
          at = below;
        }
        expect(() => parseSnapshot(json)).not.toThrow();
      }),
      { numRuns: 150 },
    );
  });

  it("as a claim file throws, so that the caller can say so", () => {
    for (const json of [null, {}, { format: "entente-claims", version: 1 }, { format: "entente-claims", version: 9, claims: [] }])
      expect(() => parseClaimsFile(json)).toThrow();
  });
});
