// Answers: where does each actor stand under the layout asked for?
import type { Steps } from "../../graph/query/work.ts";
import { boardOf, positionsOf } from "./layout-board.ts";
import type { LayoutRequest, Positions } from "./layout-request.ts";
import { drawByStress } from "./stress.ts";

export function* layoutInSteps(request: LayoutRequest): Steps<Positions> {
  const board = boardOf(request);
  if (request.layout === "stress") yield* drawByStress(board, request.seed);
  return positionsOf(board, request.ids);
}
