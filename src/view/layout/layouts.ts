// Answers: where does each actor stand under the layout asked for?
import type { Steps } from "../../graph/query/work.ts";
import { drawConcentric } from "./concentric.ts";
import { drawGrid } from "./grid.ts";
import { drawLayers } from "./layers.ts";
import { type Board, boardOf, nodesOf, positionsOf } from "./layout-board.ts";
import type { LayoutRequest, Positions } from "./layout-request.ts";
import { drawByStress } from "./stress.ts";
import { drawTimeline } from "./timeline.ts";

/**
 * The same request gives the same positions, whatever the order of its ids and edges. No two actors overlap unless both are fixed.
 * @throws when the request names an actor twice, an edge without an end, or a position that is not finite.
 */
export function* layoutInSteps(request: LayoutRequest): Steps<Positions> {
  const board = boardOf(request);
  yield* draw(board, request);
  return positionsOf(board, request.ids);
}

function* draw(board: Board, request: LayoutRequest): Steps<void> {
  const idOf = (i: number): string => board.ids[i] ?? "";
  switch (request.layout) {
    case "stress":
      return yield* drawByStress(board, request.seed);
    case "concentric":
      return drawConcentric(board, nodesOf(board, request.centers));
    case "layers":
      return drawLayers(board, nodesOf(board, request.from));
    case "grid":
      return drawGrid(board, (i) => request.groups.get(idOf(i)));
    case "timeline":
      return drawTimeline(board, (i) => request.days.get(idOf(i)));
  }
}
