import { describe, expect, it } from "vitest";
import { createLocalEngine } from "../../src/engine/local-engine.ts";
import { buildGraph, orderedClaimsOf } from "../../src/graph/build.ts";
import { findPaths } from "../../src/graph/paths/paths.ts";
import { CLAIMS_FORMAT, parseSnapshot, SNAPSHOT_VERSION } from "../../src/graph/snapshot.ts";
import { writeSnapshot } from "../../src/graph/write-snapshot.ts";
import type { ActorId, ClaimId, SourceId } from "../../src/model/ids.ts";
import { sha256Hex } from "../support/arbitraries.ts";
import { datasetOf } from "../support/small-data.ts";

const id = (text: string): ActorId => `state/${text}` as ActorId;
const graph = buildGraph(
  datasetOf([
    ["state/a", "supplies", "state/b"],
    ["state/b", "supplies", "state/c"],
    ["state/c", "attacks", "state/d"],
  ]),
  { sha256Hex },
);
const engine = createLocalEngine(graph, () => Promise.reject(new Error("no files")), {
  now: () => performance.now(),
  pause: () => new Promise((resolve) => setImmediate(resolve)),
});

describe("the engine in this process", () => {
  it("answers what the pure functions answer, in values that pass between threads", async () => {
    const query = { from: [id("a")], to: [id("d")], filter: { types: new Set(["supplies", "attacks"]) } };
    const answers = {
      paths: await engine.paths(query),
      all: await engine.allSimplePaths(query),
      why: await engine.explainNoPath({ ...query, direction: "in" as const }),
      near: await engine.neighborhood([id("a")], { depth: 2 }),
      support: await engine.support(id("c"), { depth: 2 }),
      opposition: await engine.opposition(id("d")),
      shared: await engine.enemiesOfEnemies(id("d")),
      impact: await engine.impact(["source/s" as SourceId]),
      loads: await engine.sourceLoads(),
      common: await engine.common([id("a"), id("c")]),
      between: await engine.between([id("a")], [id("b")]),
      matrix: await engine.matrix({ polarity: "supportive" }),
      coverage: await engine.coverage({ by: "source" }),
      measures: await engine.measures(),
      cuts: await engine.cuts(),
    };
    expect(answers.paths).toEqual(findPaths(graph, query));
    expect(structuredClone(answers)).toEqual(answers);
    expect(structuredClone(query)).toEqual(query);
    expect(answers.support.supporters.map((s) => s.actor)).toEqual(["state/b", "state/a"]);
    expect(answers.opposition.supporters.map((s) => s.actor)).toEqual(["state/c"]);
    expect(answers.common.neighbors.map((n) => n.actor)).toEqual(["state/b"]);
    expect(answers.between.relations).toHaveLength(1);
    expect(answers.why.relaxations.map((r) => r.constraint)).toEqual(["direction"]);
    expect(answers.impact.vanished).toHaveLength(3);
    expect([answers.matrix.rows, answers.matrix.columns]).toEqual([
      ["state/a", "state/b"],
      ["state/b", "state/c"],
    ]);
    expect(answers.coverage.rows).toEqual(["state/b", "state/c", "state/a", "state/d"]);
    expect(answers.cuts.actors).toEqual(["state/b", "state/c"]);
  });

  it("rejects a query that was cancelled before it began", async () => {
    const controller = new AbortController();
    controller.abort();
    const asked = engine.paths({ from: [id("a")], to: [id("d")] }, { signal: controller.signal });
    await expect(asked).rejects.toMatchObject({ name: "AbortError" });
  });

  it("keeps the details last used, not all that were ever read, and loads others again", async () => {
    const details = 200;
    const data = datasetOf(Array.from({ length: details }, (_, i) => [`state/n${i}`, "supplies", `state/n${i + 1}`] as const));
    const claims = new Map(orderedClaimsOf(data).map((claim) => [claim.id, claim]));
    const ids = [...claims.keys()];
    const single = { ...buildGraph(data, { sha256Hex }), claimFiles: { size: 1, files: ids as readonly string[] } };
    const read: string[] = [];
    const load = async (name: string) => {
      read.push(name);
      return { format: CLAIMS_FORMAT, version: SNAPSHOT_VERSION, claims: [claims.get(name as ClaimId)] };
    };
    const held = createLocalEngine(single, load, { now: () => 0, pause: () => Promise.resolve() });
    expect(await held.claims(ids)).toEqual([...claims.values()]);
    expect(read).toEqual(ids);
    await held.claims([ids[details - 40], ids[details - 1]] as ClaimId[]);
    expect(read).toEqual(ids);
    expect(await held.claims(ids.slice(0, 60))).toEqual([...claims.values()].slice(0, 60));
    expect(read).toEqual([...ids, ...ids.slice(0, 60)]);
    await held.claims([ids[details - 1], ids[details - 9]] as ClaimId[]);
    expect(read).toEqual([...ids, ...ids.slice(0, 60), ids[details - 9]]);
  });

  it("says what to do when the graph is of a build without findings", async () => {
    await expect(engine.contradictions()).rejects.toThrow("build the data again");
    await expect(engine.notedClaims()).rejects.toThrow("build the data again");
  });

  it("answers contradictions and curators' notes as the compiler found them, and loads them again after a failure", async () => {
    const data = datasetOf([
      ["state/a", "supplies", "state/b"],
      ["state/a", "supplies", "state/b", {}, { status: "denied", curatorNote: "The record says otherwise." }],
    ]);
    const built = buildGraph(data, { sha256Hex });
    const files = new Map(
      writeSnapshot(built, orderedClaimsOf(data), sha256Hex).map(({ name, text }) => [name, JSON.parse(text) as unknown]),
    );
    const snapshot = parseSnapshot(files.get("graph.json"));
    if (!snapshot.ok) throw new Error("the snapshot must parse");
    let isBroken = true;
    const load = (name: string) => (isBroken ? Promise.reject(new Error("offline")) : Promise.resolve(files.get(name)));
    const held = createLocalEngine(snapshot.value, load, { now: () => 0, pause: () => Promise.resolve() });
    await expect(held.contradictions()).rejects.toThrow("offline");
    await expect(held.notedClaims()).rejects.toThrow("offline");
    isBroken = false;
    expect(await held.notedClaims()).toEqual(["source/s#c2"]);
    expect((await held.contradictions()).map(({ kind, sides }) => [kind, sides.map((side) => side.says)])).toEqual([
      ["stance", ["asserted", "denied"]],
    ]);
  });
});
