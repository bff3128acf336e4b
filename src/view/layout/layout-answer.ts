// Answers: in which form do positions travel from the worker?
import type { LayoutGraph, Positions } from "./layout-request.ts";

/** x and y of one actor after the other, in the order of the ids asked for; or why there are none. */
export type LayoutAnswer = { readonly coordinates: Float64Array<ArrayBuffer> } | { readonly problem: string };

export function answerOf(graph: Pick<LayoutGraph, "ids">, positions: Positions): LayoutAnswer {
  const coordinates = new Float64Array(2 * graph.ids.length);
  for (const [k, id] of graph.ids.entries()) {
    const { x, y } = positions.get(id) ?? { x: Number.NaN, y: Number.NaN };
    coordinates.set([x, y], 2 * k);
  }
  return { coordinates };
}

/** @throws the problem, when the answer is one. */
export function positionsIn(graph: Pick<LayoutGraph, "ids">, answer: LayoutAnswer): Positions {
  if ("problem" in answer) throw new Error(answer.problem);
  const { coordinates } = answer;
  return new Map(
    graph.ids.map((id, k) => [id, { x: coordinates[2 * k] ?? Number.NaN, y: coordinates[2 * k + 1] ?? Number.NaN }]),
  );
}
