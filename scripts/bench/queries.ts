// Answers: how long do queries take on graphs far larger than the dataset? Made data: no actor or claim of it is real.
import { measuresOf } from "../../src/graph/analysis/measures.ts";
import { supportOf } from "../../src/graph/analysis/support.ts";
import { buildGraph } from "../../src/graph/build.ts";
import { explainNoPath } from "../../src/graph/paths/explain-no-path.ts";
import { findPaths } from "../../src/graph/paths/paths.ts";
import { neighborhood } from "../../src/graph/query/neighborhood.ts";
import type { ActorId } from "../../src/model/ids.ts";
import type { Vocabulary } from "../../src/model/records.ts";
import { sha256Hex } from "../read-data.ts";
import { madeDataset } from "./made-data.ts";

/** Prints the time of each query on a graph of 10 000 and one of 100 000 relations, asked for the first time and again. */
export function printQueryTimes(vocabulary: Vocabulary): void {
  for (const [actors, relations] of [
    [2_000, 10_000],
    [20_000, 100_000],
  ] as const) {
    const graph = buildGraph(madeDataset({ actors, relations }, vocabulary), { sha256Hex });
    const [from, to] = [["state/n5"], [`state/n${actors - 7}`]] as unknown as [ActorId[], ActorId[]];
    const far = { from, to, k: 10, maxHops: 5 };
    const queries: ReadonlyArray<readonly [string, () => unknown]> = [
      ["neighborhood, 2 hops", () => neighborhood(graph, from, { depth: 2 })],
      ["10 shortest routes", () => findPaths(graph, far)],
      ["10 best-evidenced routes", () => findPaths(graph, { ...far, ranking: "best-evidenced" })],
      ["why no route", () => explainNoPath(graph, { ...far, maxHops: 1, direction: "out", filter: { minStatus: "confirmed" } })],
      ["support, 3 hops", () => supportOf(graph, "state/n5" as ActorId, { depth: 3 })],
      ...(relations > 10_000 ? [] : [["measures", () => measuresOf(graph)] as const]),
    ];
    for (const [name, ask] of queries) {
      const times = [0, 0].map(() => {
        const start = performance.now();
        ask();
        return Math.round(performance.now() - start);
      });
      console.log(`${relations} relations, ${actors} actors: ${name}: ${times[0]} ms, again ${times[1]} ms`);
    }
  }
}
