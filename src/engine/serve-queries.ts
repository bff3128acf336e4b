// Answers: how does whoever holds a graph of its own answer the queries of a page?
import type { QueryEngine } from "./query-engine.ts";
import { ARGUMENTS_BEFORE_OPTIONS, type QueryReply, type QueryRequest } from "./query-messages.ts";

/** Gives the function to hand each request to; replies go to `post`. A request that is cancelled is answered by its failure. */
export function serveQueries(engine: QueryEngine, post: (reply: QueryReply) => void): (request: QueryRequest) => Promise<void> {
  const signals = new Map<number, { aborted: boolean }>();
  return async (request) => {
    const { id } = request;
    if (request.type === "cancel") {
      const signal = signals.get(id);
      if (signal !== undefined) signal.aborted = true;
      return;
    }
    const { query, args, budget } = request;
    const signal = { aborted: false };
    signals.set(id, signal);
    const options = { signal, budget, onProgress: (share: number) => post({ type: "progress", id, share }) };
    try {
      const ask = engine[query] as (...given: unknown[]) => Promise<unknown>;
      const value = await ask(...args, ...(ARGUMENTS_BEFORE_OPTIONS.has(query) ? [options] : []));
      post({ type: "answer", id, value });
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      post({ type: "failed", id, name, message });
    } finally {
      signals.delete(id);
    }
  };
}
