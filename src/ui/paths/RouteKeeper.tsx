// Answers: what does the route of the view rest on under the filters as they are now?
import { useEffect } from "react";
import type { ActorId } from "../../model/ids.ts";
import { routeQueryOf } from "../../state/route-query.ts";
import { useApp, useView } from "../shell/app-context.ts";

export function RouteKeeper({ route }: { readonly route: readonly ActorId[] }) {
  const { engine, graph, paths, store } = useApp();
  const { question, filters } = useView("question", "filters");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the query is made of the filters
  useEffect(() => {
    const controller = new AbortController();
    // What is placed counts only where the question asks for the canvas, and a route there stands on it.
    const query = routeQueryOf(graph, question, store.getState().history.present);
    engine.route(query, route, { signal: controller.signal }).then(
      (shown) => paths.getState().set({ shown, isGone: shown === undefined }),
      (error: Error) => error.name === "AbortError" || paths.getState().set({ shown: undefined, isGone: true }),
    );
    return () => controller.abort();
  }, [engine, graph, paths, store, question, filters, route]);
  useEffect(() => () => paths.getState().set({ shown: undefined, isGone: false }), [paths]);
  return null;
}
