import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLocalEngine } from "../../src/engine/local-engine.ts";
import type { AskOptions, QueryEngine } from "../../src/engine/query-engine.ts";
import { ARGUMENTS_BEFORE_OPTIONS, type QueryReply, type QueryRequest } from "../../src/engine/query-messages.ts";
import { createRemoteEngine, type LineHandlers } from "../../src/engine/remote-engine.ts";
import { serveQueries } from "../../src/engine/serve-queries.ts";
import { buildGraph } from "../../src/graph/build.ts";
import type { EntenteGraph } from "../../src/graph/graph.ts";
import type { ActorId, SourceId } from "../../src/model/ids.ts";
import { graphArb, sha256Hex } from "../support/arbitraries.ts";
import { datasetOf } from "../support/small-data.ts";

/** A clock that runs a millisecond at each look, so that every query pauses. */
function engineOf(graph: EntenteGraph): QueryEngine {
  let ms = 0;
  const now = (): number => {
    ms += 13;
    return ms;
  };
  return createLocalEngine(graph, async () => ({}), { now, pause: () => new Promise((resolve) => setImmediate(resolve)) });
}

interface Line {
  readonly engine: QueryEngine;
  readonly requests: QueryRequest[];
  readonly handlers: () => LineHandlers;
}

/** Messages are copied as between threads. `isDeaf`: requests are taken and never answered. */
function lineTo(graph: EntenteGraph, { isDeaf = false } = {}): Line {
  const requests: QueryRequest[] = [];
  let held: LineHandlers | undefined;
  const engine = createRemoteEngine(engineOf(graph), (handlers) => {
    held = handlers;
    const serve = serveQueries(engineOf(graph), (reply: QueryReply) =>
      setImmediate(() => handlers.onReply(structuredClone(reply))),
    );
    return {
      post(request) {
        requests.push(request);
        const copy = structuredClone(request);
        if (!isDeaf) setImmediate(() => void serve(copy));
      },
    };
  });
  return {
    engine,
    requests,
    handlers() {
      if (held === undefined) throw new Error("the line was never opened");
      return held;
    },
  };
}

const small = buildGraph(
  datasetOf([
    ["state/a", "supplies", "org/b", { item: "materiel/i" }],
    ["org/b", "supplies", "state/c", { item: "materiel/i" }],
    ["state/a", "attacks", "state/constructor"],
  ]),
  { sha256Hex },
);
const ids = (...all: string[]): ActorId[] => all as ActorId[];
const query = { from: ids("state/a"), to: ids("state/c") };

const chain = Array.from({ length: 6_000 }, (_, i) => [`state/n${i}`, "supplies", `state/n${i + 1}`] as const);
const long = buildGraph(datasetOf(chain.map(([...claim]) => claim)), { sha256Hex });
const start = "state/n0" as ActorId;
/** Every query that takes `AskOptions`. */
const LONG_QUERIES: ReadonlyArray<readonly [string, (engine: QueryEngine, options?: AskOptions) => Promise<unknown>]> = [
  ["paths", (engine, options) => engine.paths({ from: [start], to: ids("state/n7"), maxHops: 8 }, options)],
  ["route", (engine, options) => engine.route({ from: [start], to: ids("state/n1") }, ids("state/n0", "state/n1"), options)],
  ["allSimplePaths", (engine, options) => engine.allSimplePaths({ from: [start], to: ids("state/n7"), maxHops: 8 }, options)],
  ["explainNoPath", (engine, options) => engine.explainNoPath({ from: [start], to: ids("state/n6000") }, options)],
  ["support", (engine, options) => engine.support("state/n6000" as ActorId, { depth: 5 }, options)],
  ["opposition", (engine, options) => engine.opposition(start, undefined, options)],
  ["enemiesOfEnemies", (engine, options) => engine.enemiesOfEnemies(start, undefined, options)],
  ["impact", (engine, options) => engine.impact(["source/s" as SourceId], undefined, options)],
  ["sourceLoads", (engine, options) => engine.sourceLoads(undefined, options)],
  ["matrix", (engine, options) => engine.matrix({ polarity: "supportive" }, options)],
  ["coverage", (engine, options) => engine.coverage({ by: "source" }, options)],
  ["cuts", (engine, options) => engine.cuts(undefined, options)],
];

describe("queries asked of someone else", () => {
  it("have the answers they have here, whatever the graph", async () => {
    await fc.assert(
      fc.asyncProperty(
        graphArb().chain((graph) =>
          fc.tuple(fc.constant(graph), fc.shuffledSubarray([...graph.actors.keys()], { minLength: 0 })),
        ),
        async ([graph, [a = "state/x" as ActorId, b = "state/y" as ActorId]]) => {
          const [here, there] = [engineOf(graph), lineTo(graph).engine];
          const asked = { from: [a], to: [b], k: 5 };
          expect(await there.paths(asked)).toEqual(await here.paths(asked));
          expect(await there.explainNoPath(asked)).toEqual(await here.explainNoPath(asked));
          expect(await there.support(a)).toEqual(await here.support(a));
          expect(await there.sourceLoads()).toEqual(await here.sourceLoads());
          expect(await there.measures()).toEqual(await here.measures());
          for (const text of ["a", "stat", "supplies", "constructor"]) {
            expect(await there.search(text, { limit: 5 })).toEqual(await here.search(text, { limit: 5 }));
            expect(await there.searchRelations(text)).toEqual(await here.searchRelations(text));
          }
          const { routes } = await here.paths(asked);
          for (const route of routes.slice(0, 1)) expect(await there.route(asked, route.actors)).toEqual(route);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("are tested here when they are long", () => {
    expect(new Set(LONG_QUERIES.map(([name]) => name))).toEqual(new Set(ARGUMENTS_BEFORE_OPTIONS.keys()));
  });

  it.each(LONG_QUERIES)("tell their progress, never backwards, and answer as here: %s", async (_, ask) => {
    const shares: number[] = [];
    const graph = { ...long };
    const answer = await ask(lineTo(graph).engine, { budget: 100_000, onProgress: (share) => shares.push(share) });
    expect(answer).toEqual(await ask(engineOf(long)));
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual([...shares].sort((x, y) => x - y));
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  it.each(LONG_QUERIES)("let what is asked meanwhile be answered first: %s", async (_, ask) => {
    const { engine } = lineTo({ ...long });
    await engine.search("n12");
    const order: string[] = [];
    await Promise.all([ask(engine).then(() => order.push("long")), engine.search("n12").then(() => order.push("short"))]);
    expect(order).toEqual(["short", "long"]);
  });

  it.each(LONG_QUERIES)("end within a slice of their abort: %s", async (_, ask) => {
    const graph = { ...long };
    const signal = { aborted: false };
    const onProgress = (): void => {
      signal.aborted = true;
    };
    await expect(ask(engineOf(graph), { signal, onProgress })).rejects.toMatchObject({ name: "AbortError" });
    expect(await ask(engineOf(graph))).toEqual(await ask(engineOf(long)));
  });

  it("end when they are aborted, and say so to whoever answers", async () => {
    const { engine, requests } = lineTo(small, { isDeaf: true });
    const controller = new AbortController();
    const answer = engine.paths(query, { signal: controller.signal });
    controller.abort();
    await expect(answer).rejects.toMatchObject({ name: "AbortError" });
    expect(requests.map(({ type }) => type)).toEqual(["ask", "cancel"]);
    await expect(engine.paths(query, { signal: controller.signal })).rejects.toMatchObject({ name: "AbortError" });
    expect(requests).toHaveLength(2);
  });

  it("are answered here when the line breaks, those pending too", async () => {
    const { engine, handlers } = lineTo(small, { isDeaf: true });
    const answer = engine.paths(query);
    handlers().onBroken();
    expect((await answer).routes.map((route) => route.actors)).toEqual([["state/a", "org/b", "state/c"]]);
    expect((await engine.paths(query)).routes).toHaveLength(1);
  });

  it("are answered here when whoever answers holds another graph", async () => {
    const { engine, handlers } = lineTo(small, { isDeaf: true });
    const answer = engine.route(query, ids("state/a", "org/b", "state/c"));
    handlers().onReply({ type: "unable", message: "another graph" });
    expect((await answer)?.actors).toEqual(["state/a", "org/b", "state/c"]);
  });

  it("fail as they fail there", async () => {
    const failing = { ...engineOf(small), cuts: () => Promise.reject(new RangeError("too large")) };
    const engine = createRemoteEngine(engineOf(small), ({ onReply }) => {
      const serve = serveQueries(failing, onReply);
      return { post: (request) => void serve(request) };
    });
    await expect(engine.cuts()).rejects.toMatchObject({ name: "RangeError", message: "too large" });
  });
});

describe("the route along given actors", () => {
  const engine = engineOf(small);
  it("is the one that the query finds", async () => {
    const [found] = (await engine.paths(query)).routes;
    expect(await engine.route(query, found?.actors ?? [])).toEqual(found);
  });
  it.each([
    ["with a hop that is not recorded", query, ["state/a", "state/c"]],
    ["with an end that was not asked for", query, ["org/b", "state/c"]],
    ["past an actor to be avoided", { ...query, avoid: ids("org/b") }, ["state/a", "org/b", "state/c"]],
    ["longer than allowed", { ...query, maxHops: 1 }, ["state/a", "org/b", "state/c"]],
    ["outside where it was asked", { ...query, within: new Set(ids("state/a", "state/c")) }, ["state/a", "org/b", "state/c"]],
    ["that meets itself", query, ["state/a", "org/b", "state/a", "org/b", "state/c"]],
  ])("is none %s", async (_, asked, actors) => {
    expect(await engine.route(asked, ids(...actors))).toBeUndefined();
  });
});
