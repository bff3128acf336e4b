// Answers: who writes the files of this page? A worker with the same graph, which a reader can stop; the page itself where there is none.
import { abortError } from "../../engine/slices.ts";
import { BREATHING } from "../query/breathing.ts";
import type { WorkerGreeting } from "../query/serve-worker.ts";
import type { ExportReply, ExportRequest } from "./export-messages.ts";
import { type ExportHolder, serveExports } from "./serve-exports.ts";

type Asked = Exclude<ExportRequest, { type: "cancel" }>;
type Prepared = Extract<ExportReply, { type: "prepared" }>;
type Begun = Extract<ExportReply, { type: "begun" }>;
type Written = Extract<ExportReply, { type: "written" }>;
type Without<T> = T extends unknown ? Omit<T, "id" | "type"> : never;
type Of<T extends Asked["type"]> = Without<Extract<Asked, { type: T }>>;

export interface ExporterOptions {
  readonly signal?: AbortSignal | undefined;
  /** Claims gathered of all; or, without `all`, characters written. */
  readonly onProgress?: ((done: number, all: number | undefined) => void) | undefined;
}

/** All three reject with an `AbortError` when they are stopped, and with an error named `Refused` where there is nothing to export. */
export interface Exporter {
  readonly prepare: (asked: Of<"prepare">, options?: ExporterOptions) => Promise<Prepared>;
  readonly begin: (asked: Of<"begin">, options?: ExporterOptions) => Promise<Begun>;
  readonly write: (asked: Of<"write">, options?: ExporterOptions) => Promise<Written>;
  readonly destroy: () => void;
}

interface Pending {
  readonly request: Asked;
  readonly options: ExporterOptions;
  readonly resolve: (reply: never) => void;
  readonly reject: (error: Error) => void;
}

export function createExporter(holder: ExportHolder): Exporter {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let lastPrepare: Asked | undefined;
  let worker = openWorker();
  let send: (request: ExportRequest) => void = worker === undefined ? inPage() : (request) => worker?.postMessage(request);

  function openWorker(): Worker | undefined {
    try {
      const opened = new Worker(new URL("./export-worker.ts", import.meta.url), { type: "module" });
      opened.onmessage = ({ data }: MessageEvent<ExportReply>) => (data.type === "unable" ? fallBack() : onReply(data));
      opened.onerror = (event) => {
        event.preventDefault();
        fallBack();
      };
      const greeting: WorkerGreeting = { type: "open", base: document.baseURI, hash: holder.graph.hash };
      opened.postMessage(greeting);
      return opened;
    } catch {
      return undefined;
    }
  }

  function inPage(): (request: ExportRequest) => void {
    const serve = serveExports(holder, onReply, BREATHING);
    return (request) => void serve(request);
  }

  /** What is pending is asked anew of the page, after what it rests on. */
  function fallBack(): void {
    worker?.terminate();
    worker = undefined;
    send = inPage();
    const asked = [...pending.values()].map(({ request }) => request);
    if (lastPrepare !== undefined && !asked.some((r) => r.type === "prepare")) send(lastPrepare);
    for (const request of asked) send(request);
  }

  function onReply(reply: ExportReply): void {
    if (reply.type === "unable") return;
    const asked = pending.get(reply.id);
    if (asked === undefined) return;
    if (reply.type === "progress") {
      asked.options.onProgress?.(reply.done, reply.all);
      return;
    }
    pending.delete(reply.id);
    if (reply.type === "failed") asked.reject(Object.assign(new Error(reply.message), { name: reply.name }));
    else asked.resolve(reply as never);
  }

  function ask<T>(request: Asked, options: ExporterOptions): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (options.signal?.aborted === true) {
        reject(abortError());
        return;
      }
      pending.set(request.id, { request, options, resolve, reject });
      const onAbort = (): void => {
        if (!pending.delete(request.id)) return;
        send({ type: "cancel", id: request.id });
        reject(abortError());
      };
      options.signal?.addEventListener("abort", onAbort, { once: true });
      send(request);
    });
  }

  const nextId = (): number => {
    lastId += 1;
    return lastId;
  };
  return {
    prepare(asked, options = {}) {
      lastPrepare = { type: "prepare", id: nextId(), ...asked };
      return ask(lastPrepare, options);
    },
    begin: (asked, options = {}) => ask({ type: "begin", id: nextId(), ...asked }, options),
    write: (asked, options = {}) => ask({ type: "write", id: nextId(), ...asked }, options),
    destroy() {
      worker?.terminate();
      for (const { reject } of pending.values()) reject(abortError());
      pending.clear();
    },
  };
}
