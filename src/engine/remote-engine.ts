// Answers: how are queries asked of someone else, so that this thread is not held up, and answered here when nobody else can?
import type { AskOptions, QueryEngine } from "./query-engine.ts";
import {
  ARGUMENTS_BEFORE_OPTIONS,
  type QueryReply,
  type QueryRequest,
  REMOTE_QUERIES,
  type RemoteQuery,
} from "./query-messages.ts";
import { abortError, type CancelSignal } from "./slices.ts";

/** One end of a line to whoever answers. */
export interface QueryLine {
  readonly post: (request: QueryRequest) => void;
}

export interface LineHandlers {
  readonly onReply: (reply: QueryReply) => void;
  /** Nothing more will come. */
  readonly onBroken: () => void;
}

/** A signal that tells of its abort; one that does not is looked at when an answer or progress comes. */
type TellingSignal = CancelSignal & {
  readonly addEventListener?: (type: "abort", listener: () => void, options?: { once: boolean }) => void;
};

interface Pending {
  readonly query: RemoteQuery;
  readonly args: readonly unknown[];
  readonly options: AskOptions;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * `open` is called with the first query, and gives undefined where nobody else can answer. When the line breaks, what is pending and all that
 * comes later is answered by `local`.
 */
export function createRemoteEngine(local: QueryEngine, open: (handlers: LineHandlers) => QueryLine | undefined): QueryEngine {
  const pending = new Map<number, Pending>();
  let line: QueryLine | undefined;
  let isOpened = false;
  let isBroken = false;
  let lastId = 0;

  function askLocally({ query, args, options, resolve, reject }: Pending): void {
    const ask = local[query] as (...given: unknown[]) => Promise<unknown>;
    ask(...args, ...(ARGUMENTS_BEFORE_OPTIONS.has(query) ? [options] : [])).then(resolve, reject);
  }

  function onBroken(): void {
    isBroken = true;
    line = undefined;
    const waiting = [...pending.values()];
    pending.clear();
    for (const each of waiting) askLocally(each);
  }

  function onReply(reply: QueryReply): void {
    if (reply.type === "unable") {
      onBroken();
      return;
    }
    const asked = pending.get(reply.id);
    if (asked === undefined) return;
    if (asked.options.signal?.aborted === true) cancel(reply.id);
    else if (reply.type === "progress") asked.options.onProgress?.(reply.share);
    else {
      pending.delete(reply.id);
      if (reply.type === "answer") asked.resolve(reply.value);
      else asked.reject(Object.assign(new Error(reply.message), { name: reply.name }));
    }
  }

  function cancel(id: number): void {
    const asked = pending.get(id);
    if (asked === undefined) return;
    pending.delete(id);
    line?.post({ type: "cancel", id });
    asked.reject(abortError());
  }

  function ask(query: RemoteQuery, given: readonly unknown[]): Promise<unknown> {
    const count = ARGUMENTS_BEFORE_OPTIONS.get(query) ?? given.length;
    const options = given[count] as AskOptions | undefined;
    return new Promise((resolve, reject) => {
      const args = Array.from({ length: count }, (_, i) => given[i]);
      const asked: Pending = { query, args, options: options ?? {}, resolve, reject };
      if (options?.signal?.aborted === true) {
        reject(abortError());
        return;
      }
      if (!isOpened) {
        isOpened = true;
        line = open({ onReply, onBroken });
      }
      if (isBroken || line === undefined) {
        askLocally(asked);
        return;
      }
      lastId += 1;
      const id = lastId;
      pending.set(id, asked);
      (options?.signal as TellingSignal | undefined)?.addEventListener?.("abort", () => cancel(id), { once: true });
      line.post({ type: "ask", id, query, args: asked.args, budget: options?.budget });
    });
  }

  const remote = Object.fromEntries(REMOTE_QUERIES.map((query) => [query, (...given: unknown[]) => ask(query, given)]));
  return { ...local, ...(remote as Pick<QueryEngine, RemoteQuery>) };
}
