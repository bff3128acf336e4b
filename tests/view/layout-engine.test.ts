import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { madeGraph } from "../../scripts/bench/made-graphs.ts";
import { finished } from "../../src/graph/query/work.ts";
import { createLayoutEngine, type LayoutWorker, MAX_WITHOUT_WORKER } from "../../src/view/layout/create-layout-engine.ts";
import { answerOf, type LayoutAnswer } from "../../src/view/layout/layout-answer.ts";
import type { LayoutRequest } from "../../src/view/layout/layout-request.ts";
import { layoutInSteps } from "../../src/view/layout/layouts.ts";

const request = (actors: number, seed = 1): LayoutRequest => ({ ...madeGraph(actors, 2 * actors), layout: "stress", seed });
const expected = (asked: LayoutRequest) => finished(layoutInSteps(asked));
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

interface FakeWorker extends LayoutWorker {
  readonly received: LayoutRequest[];
  isTerminated: boolean;
  answer: (message: LayoutAnswer) => void;
  fail: () => void;
}

/** Workers that do nothing until told to. */
function fakeWorkers(): { readonly made: FakeWorker[]; readonly createWorker: () => LayoutWorker } {
  const made: FakeWorker[] = [];
  return {
    made,
    createWorker() {
      const worker: FakeWorker = {
        received: [],
        isTerminated: false,
        onmessage: null,
        onmessageerror: null,
        onerror: null,
        postMessage: (message: unknown) => void worker.received.push(structuredClone(message) as LayoutRequest),
        terminate() {
          worker.isTerminated = true;
        },
        answer: (data) => worker.onmessage?.call(worker as never, { data } as MessageEvent),
        fail: () => (worker.onerror as (event: unknown) => void)({ preventDefault() {} }),
      };
      made.push(worker);
      return worker;
    },
  };
}

const cannotCreate = (): LayoutWorker => {
  throw new Error("SecurityError");
};

describe("the layout engine with a worker", () => {
  it("sends what was asked and gives the positions that come back", async () => {
    const { made, createWorker } = fakeWorkers();
    const engine = createLayoutEngine({ createWorker });
    const asked: LayoutRequest = { ...request(20), fixed: new Map([["state/n00003", { x: 1.5, y: 2 }]]) };
    const answer = engine.run(asked);
    expect(made[0]?.received).toEqual([asked]);
    made[0]?.answer(answerOf(asked, expected(asked)));
    expect(await answer).toEqual(expected(asked));
  });

  it("asks one request after the other, of the same worker", async () => {
    const { made, createWorker } = fakeWorkers();
    const engine = createLayoutEngine({ createWorker });
    const [a, b] = [request(5), request(7)];
    const answers = [engine.run(a), engine.run(b)];
    expect(made[0]?.received).toHaveLength(1);
    made[0]?.answer(answerOf(a, expected(a)));
    made[0]?.answer(answerOf(b, expected(b)));
    expect((await Promise.all(answers)).map((p) => p.size)).toEqual([5, 7]);
    expect(made).toHaveLength(1);
  });

  it("stops the worker when the running request is aborted, and asks the next of a new one", async () => {
    const { made, createWorker } = fakeWorkers();
    const engine = createLayoutEngine({ createWorker });
    const controller = new AbortController();
    const aborted = engine.run(request(5), { signal: controller.signal });
    const next = engine.run(request(7));
    controller.abort();
    await expect(aborted).rejects.toMatchObject({ name: "AbortError" });
    expect(made.map((w) => w.isTerminated)).toEqual([true, false]);
    made[1]?.answer(answerOf(request(7), expected(request(7))));
    expect((await next).size).toBe(7);
  });

  it("forgets a waiting request that is aborted, without disturbing the running one", async () => {
    const { made, createWorker } = fakeWorkers();
    const engine = createLayoutEngine({ createWorker });
    const controller = new AbortController();
    const running = engine.run(request(5));
    const waiting = engine.run(request(7), { signal: controller.signal });
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
    made[0]?.answer(answerOf(request(5), expected(request(5))));
    expect((await running).size).toBe(5);
    expect(made[0]?.received).toHaveLength(1);
  });

  it("rejects with what the worker says went wrong, and goes on", async () => {
    const { made, createWorker } = fakeWorkers();
    const engine = createLayoutEngine({ createWorker });
    const failed = engine.run(request(5));
    made[0]?.answer({ problem: "An actor is named twice in a layout." });
    await expect(failed).rejects.toThrow("An actor is named twice in a layout.");
    const next = engine.run(request(7));
    made[0]?.answer(answerOf(request(7), expected(request(7))));
    expect((await next).size).toBe(7);
  });

  it("rejects when a worker that has answered before dies, and starts another", async () => {
    const { made, createWorker } = fakeWorkers();
    const engine = createLayoutEngine({ createWorker });
    const first = engine.run(request(5));
    made[0]?.answer(answerOf(request(5), expected(request(5))));
    await first;
    const second = engine.run(request(7));
    made[0]?.fail();
    await expect(second).rejects.toThrow("background worker stopped");
    void engine.run(request(5)).catch(() => {});
    expect(made).toHaveLength(2);
    engine.destroy();
  });

  it("rejects all requests when destroyed, and later ones", async () => {
    const { made, createWorker } = fakeWorkers();
    const engine = createLayoutEngine({ createWorker });
    const answers = [engine.run(request(5)), engine.run(request(7))];
    engine.destroy();
    for (const answer of [...answers, engine.run(request(5))]) await expect(answer).rejects.toMatchObject({ name: "AbortError" });
    expect(made.map((w) => w.isTerminated)).toEqual([true]);
  });
});

describe("the layout engine without a worker", () => {
  it("gives the same positions for small graphs, letting others go first", async () => {
    let pauses = 0;
    let clock = 0;
    const pause = async (): Promise<void> => {
      pauses++;
    };
    const engine = createLayoutEngine({ createWorker: cannotCreate, now: () => (clock += 5), pause });
    const asked = request(MAX_WITHOUT_WORKER);
    expect(await engine.run(asked)).toEqual(expected(asked));
    expect(pauses).toBeGreaterThan(10);
  });

  it("takes over when the worker's script does not load", async () => {
    const { made, createWorker } = fakeWorkers();
    const engine = createLayoutEngine({ createWorker });
    const answers = [engine.run(request(20)), engine.run(request(21))];
    made[0]?.fail();
    expect((await Promise.all(answers)).map((p) => p.size)).toEqual([20, 21]);
    expect(made).toHaveLength(1);
  });

  it("says why a large graph was not arranged", async () => {
    const engine = createLayoutEngine({ createWorker: cannotCreate });
    await expect(engine.run(request(MAX_WITHOUT_WORKER + 1))).rejects.toThrow(
      "151 actors were not arranged: without a background worker, which could not be started here, at most 150 can be.",
    );
  });

  it("stops at the next pause once aborted", async () => {
    const controller = new AbortController();
    let pauses = 0;
    let clock = 0;
    const pause = async (): Promise<void> => {
      pauses++;
      if (pauses === 3) controller.abort();
      await settled();
    };
    const engine = createLayoutEngine({ createWorker: cannotCreate, now: () => (clock += 50), pause });
    await expect(engine.run(request(100), { signal: controller.signal })).rejects.toMatchObject({ name: "AbortError" });
    await settled();
    expect(pauses).toBe(3);
  });

  it("passes on what is wrong with a request", async () => {
    const engine = createLayoutEngine({ createWorker: cannotCreate });
    await expect(engine.run({ ids: ["a", "a"], edges: [], layout: "stress", seed: 1 })).rejects.toThrow("named twice");
  });
});

describe("the layout worker", () => {
  it("loads nothing that needs a page: only pure files of the layouts, and types", () => {
    const root = fileURLToPath(new URL("../../src/view/layout/layout-worker.ts", import.meta.url));
    const files = [root];
    for (const file of files)
      for (const [, target = ""] of readFileSync(file, "utf8").matchAll(/^import (?!type )[^;]*?from "([^"]+)"/gm)) {
        expect(target).toMatch(/^\./);
        const path = join(dirname(file), target);
        if (!files.includes(path)) files.push(path);
      }
    expect(files.length).toBeGreaterThan(8);
    for (const file of files.slice(1))
      expect(readFileSync(file, "utf8")).not.toMatch(/\b(document|window|self)\.|Math\.random|Date\.now/);
  });
});
