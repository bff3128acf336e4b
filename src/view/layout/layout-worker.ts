// Answers: what does the layout worker do with a message? Imports nothing that needs a page.
import { finished } from "../../graph/query/work.ts";
import { answerOf, type LayoutAnswer } from "./layout-answer.ts";
import type { LayoutRequest } from "./layout-request.ts";
import { layoutInSteps } from "./layouts.ts";

addEventListener("message", ({ data }: MessageEvent<LayoutRequest>) => {
  let answer: LayoutAnswer;
  try {
    answer = answerOf(data, finished(layoutInSteps(data)));
  } catch (error) {
    answer = { problem: error instanceof Error ? error.message : String(error) };
  }
  postMessage(answer, { transfer: "coordinates" in answer ? [answer.coordinates.buffer] : [] });
});
