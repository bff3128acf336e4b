import { describe, expect, it } from "vitest";
import { finishedInSlices } from "../../../src/engine/slices.ts";
import { cutsOf } from "../../../src/graph/analysis/cuts.ts";
import { explainNoPath } from "../../../src/graph/paths/explain-no-path.ts";
import { findPaths, pathsInSteps } from "../../../src/graph/paths/paths.ts";
import { allSimplePaths } from "../../../src/graph/paths/simple-paths.ts";
import { neighborhood } from "../../../src/graph/query/neighborhood.ts";
import type { ActorId } from "../../../src/model/ids.ts";
import { edgesGraph } from "../../support/edges-graph.ts";

const n = (i: number): ActorId => `state/n${i}` as ActorId;

/** Turns of the event loop come only when a query pauses. */
const breathing = { now: () => 0, pause: () => new Promise<void>((resolve) => setImmediate(resolve)) };
const hasty = {
  now: (() =>
    (
      (t) => () =>
        (t += 100)
    )(0))(),
  pause: breathing.pause,
};

describe("routes at the limits", () => {
  it("cross a hub of ten thousand ties within the budget", () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => [i + 2, 0] as const);
    const graph = edgesGraph([...rows, [0, 1]]);
    const { routes, ended } = findPaths(graph, { from: [n(5)], to: [n(1)] });
    expect(routes.map((r) => r.actors)).toEqual([[n(5), n(0), n(1)]]);
    expect(ended).toBe("all");
  });

  it("between ten thousand common neighbors of two hubs stop after k, the first in id order", () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => [[0, i + 2] as const, [i + 2, 1] as const]).flat();
    const { routes, ended, work } = findPaths(edgesGraph(rows), { from: [n(0)], to: [n(1)], k: 5 });
    expect(ended).toBe("k");
    expect(routes.map((r) => r.actors[1])).toEqual(["state/n10", "state/n100", "state/n1000", "state/n10000", "state/n10001"]);
    expect(work).toBeLessThan(500_000);
  });

  it("take a thousand parallel relations as one hop with a thousand relations", () => {
    const graph = edgesGraph(Array.from({ length: 1_000 }, () => [0, 1] as const));
    const { routes } = findPaths(graph, { from: [n(0)], to: [n(1)] });
    expect(routes).toHaveLength(1);
    expect(routes[0]?.hops[0]?.relations).toHaveLength(1_000);
  });

  it("of a chain of a hundred thousand are found to its limit, and no recursion overflows", () => {
    const rows = Array.from({ length: 99_999 }, (_, i) => [i, i + 1] as const);
    const graph = edgesGraph(rows);
    expect(findPaths(graph, { from: [n(0)], to: [n(30)], maxHops: 30 }).routes[0]?.hops).toHaveLength(30);
    const far = { from: [n(0)], to: [n(99_999)] };
    expect(findPaths(graph, far)).toMatchObject({ routes: [], ended: "all" });
    expect(explainNoPath(graph, far)).toMatchObject({
      reason: "excluded",
      unconstrainedHops: 99_999,
      relaxations: [],
      reached: 6,
    });
    expect(neighborhood(graph, [n(0)], { depth: 100_000 }).distances.size).toBe(100_000);
    expect(cutsOf(graph).bridges).toHaveLength(99_999);
    expect(cutsOf(graph).actors).toHaveLength(99_998);
  });

  it("between ends that nothing joins are none, and are explained as such", () => {
    const graph = edgesGraph([
      [0, 1],
      [2, 3],
    ]);
    expect(findPaths(graph, { from: [n(0)], to: [n(3)] })).toMatchObject({ routes: [], ended: "all" });
    expect(explainNoPath(graph, { from: [n(0)], to: [n(3)] })).toMatchObject({ reason: "disconnected", reached: 1 });
  });

  it("in a cycle and a self-relation end", () => {
    const graph = edgesGraph([
      [0, 1],
      [1, 2],
      [2, 0],
      [1, 1],
    ]);
    expect(findPaths(graph, { from: [n(0)], to: [n(2)], direction: "out" }).routes.map((r) => r.actors)).toEqual([
      [n(0), n(1), n(2)],
    ]);
    expect(allSimplePaths(graph, { from: [n(0)], to: [n(2)] }).routes).toHaveLength(2);
  });

  it("say so when the work budget runs out, and find what they can", () => {
    const rows = Array.from({ length: 14 }, (_, i) => Array.from({ length: i }, (_, j) => [i, j] as const)).flat();
    const graph = edgesGraph(rows);
    const few = findPaths(graph, { from: [n(0)], to: [n(1)], k: 100_000, maxHops: 13 }, { budget: 200_000 });
    expect(few.ended).toBe("work");
    expect(few.routes.length).toBeGreaterThan(10);
    expect(few.work).toBeLessThan(300_000);
    const all = allSimplePaths(graph, { from: [n(0)], to: [n(1)], maxHops: 13 }, { budget: 50_000 });
    expect(all.isComplete).toBe(false);
    expect(all.work).toBeLessThan(60_000);
    const inFull = findPaths(graph, { from: [n(0)], to: [n(1)], k: few.routes.length, maxHops: 13 });
    expect(few.routes).toEqual(inFull.routes);
  });

  it("are cancelled at the next pause, and let others go first", async () => {
    const rows = Array.from({ length: 14 }, (_, i) => Array.from({ length: i }, (_, j) => [i, j] as const)).flat();
    const graph = edgesGraph(rows);
    const query = { from: [n(0)], to: [n(1)], k: 100_000, maxHops: 13 };
    const controller = new AbortController();
    const running = finishedInSlices(pathsInSteps(graph, query), hasty, { signal: controller.signal });
    setImmediate(() => controller.abort());
    await expect(running).rejects.toMatchObject({ name: "AbortError" });
    const small = { ...query, maxHops: 3 };
    expect(await finishedInSlices(pathsInSteps(graph, small), breathing)).toEqual(findPaths(graph, small));
  });
});
