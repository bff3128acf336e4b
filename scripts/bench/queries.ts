// Answers: how long do queries take on graphs far larger than the dataset? Made data: no actor or claim of it is real.
import { measuresOf } from "../../src/graph/analysis/measures.ts";
import { supportOf } from "../../src/graph/analysis/support.ts";
import { buildGraph } from "../../src/graph/build.ts";
import type { EntenteGraph } from "../../src/graph/graph.ts";
import { explainNoPath } from "../../src/graph/paths/explain-no-path.ts";
import { findPaths } from "../../src/graph/paths/paths.ts";
import { neighborhood } from "../../src/graph/query/neighborhood.ts";
import { type ActorId, claimIdOf, type SourceId } from "../../src/model/ids.ts";
import type { Actor, Claim, Dataset, SourceRecord, Vocabulary } from "../../src/model/records.ts";
import { sha256Hex } from "../read-data.ts";

/** Actors with a few hubs, as such graphs have: the share of a relation's ends falls with the square of the actor's number. */
function madeGraph(actors: number, relations: number, vocabulary: Vocabulary): EntenteGraph {
  let state = 7;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const idOf = (i: number): ActorId => `state/n${i}` as ActorId;
  const types = [...vocabulary.types.values()].filter((t) => t.from.includes("state") && t.to.includes("state"));
  const sources = Array.from({ length: 20 }, (_, s): SourceRecord => {
    const id = `source/s${s}` as SourceId;
    const claims = Array.from({ length: Math.ceil(relations / 20) }, (_, i): Claim => {
      const [a, b] = [Math.floor(actors * random() ** 2), Math.floor(actors * random())];
      const type = types[Math.floor(random() * types.length)]?.id ?? "";
      return {
        id: claimIdOf(id, `c${i + 1}`),
        source: id,
        rel: [idOf(a), type, idOf(a === b ? (b + 1) % actors : b)],
        slots: {},
        status: random() < 0.3 ? "alleged" : "reported",
        modality: random() < 0.1 ? "hypothetical" : "actual",
        by: { voice: "author" },
        at: { para: 1, chars: [0, 1], anchor: "0123456789abcdef" },
        credibility: 3,
        opinion: random() < 0.2,
        paraphrase: "p",
      } as unknown as Claim;
    });
    return {
      id,
      type: "article",
      publisher: "unknown",
      title: id,
      author: [],
      published: `20${String(10 + (s % 15))}-05-10`,
      lang: "en",
      reliability: "C",
      reliabilityReason: "r",
      corrections: [],
      claims,
      skipped: [],
      unstated: [],
    };
  });
  const records = Array.from({ length: actors }, (_, i) => {
    const id = idOf(i);
    return { id, kind: "state", label: { en: id }, names: [], ids: {}, tags: [], extra: {} } as unknown as Actor;
  });
  const info = { id: "made", title: "Made", version: "1", license: "CC0", description: "Made" };
  return buildGraph({ info, vocabulary, actors: records, sources, starters: [] } as Dataset, { sha256Hex });
}

/** Prints the time of each query on a graph of 10 000 and one of 100 000 relations, asked for the first time and again. */
export function printQueryTimes(vocabulary: Vocabulary): void {
  for (const [actors, relations] of [
    [2_000, 10_000],
    [20_000, 100_000],
  ] as const) {
    const graph = madeGraph(actors, relations, vocabulary);
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
