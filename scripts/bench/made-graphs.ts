// Answers: on which graphs are layouts measured? Made ones: no actor or relation of them is real.
import { randomFrom } from "../../src/view/layout/layout-board.ts";
import type { LayoutGraph } from "../../src/view/layout/layout-request.ts";

/**
 * A connected graph with few hubs and many leaves: each actor joins one that is drawn by its number of neighbors (Barabási, Albert 1999),
 * then further edges join ends drawn alike. Ids ascend in the order of joining. The same sizes and seed give the same graph.
 */
export function madeGraph(actors: number, relations: number, seed = 7): LayoutGraph {
  const random = randomFrom(seed);
  const ids = Array.from({ length: actors }, (_, i) => `state/n${String(i).padStart(5, "0")}`);
  const ends: number[] = [0];
  const edges: Array<readonly [number, number]> = [];
  const drawn = (): number => ends[Math.floor(random() * ends.length)] ?? 0;
  const join = (a: number, b: number): void => {
    edges.push([a, b]);
    ends.push(a, b);
  };
  for (let i = 1; i < actors; i++) join(i, drawn());
  const known = new Set(edges.map(([a, b]) => Math.min(a, b) * actors + Math.max(a, b)));
  while (edges.length < relations) {
    const [a, b] = [drawn(), drawn()];
    const key = Math.min(a, b) * actors + Math.max(a, b);
    if (a === b || known.has(key)) continue;
    known.add(key);
    join(a, b);
  }
  return { ids, edges };
}
