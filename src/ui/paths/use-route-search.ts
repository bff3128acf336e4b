// Answers: which routes does the question have, and if none, why?
import { useCallback, useEffect, useState } from "react";
import { routeQueryOf } from "../../state/route-query.ts";
import { isAsked } from "../../state/route-question.ts";
import { useApp, useView } from "../shell/app-context.ts";

/** Asks anew whenever the question or what it rests on changes; the answer is in `app.paths`. Gives the function that asks once more. */
export function useRouteSearch(): () => void {
  const { engine, graph, paths, store } = useApp();
  const { question, filters, placed, hidden } = useView("question", "filters", "placed", "hidden");
  const [attempt, setAttempt] = useState(0);
  const onCanvas = question.scope === "canvas" ? placed : undefined;
  const offCanvas = question.scope === "canvas" ? hidden : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the canvas counts only where the question is of it; the attempt asks again
  useEffect(() => {
    const { set } = paths.getState();
    if (!isAsked(question)) {
      set({ search: { state: "idle" } });
      return;
    }
    const controller = new AbortController();
    const { signal } = controller;
    const cancel = (): void => {
      controller.abort();
      set({ search: { state: "cancelled" } });
    };
    const onProgress = (share: number): void => {
      if (!signal.aborted) set({ search: { state: "searching", share, cancel } });
    };
    onProgress(0);
    const query = routeQueryOf(graph, question, store.getState().history.present);
    const searched = async (): Promise<void> => {
      const answer = await engine.paths(query, { signal, onProgress });
      const isNone = answer.routes.length === 0 && answer.issues.length === 0;
      const explanation = isNone ? await engine.explainNoPath(query, { signal, onProgress }) : undefined;
      if (!signal.aborted) set({ search: { state: "answered", query, answer, explanation } });
    };
    searched().catch((error: Error) => {
      if (!signal.aborted) set({ search: { state: "failed", message: error.message } });
    });
    return () => controller.abort();
  }, [engine, graph, paths, store, question, filters, onCanvas, offCanvas, attempt]);
  return useCallback(() => setAttempt((n) => n + 1), []);
}
