// Answers: who answers the queries of this page? A worker with the same graph; the page itself where there is none.
import type { QueryEngine } from "../../engine/query-engine.ts";
import type { QueryReply } from "../../engine/query-messages.ts";
import { createRemoteEngine } from "../../engine/remote-engine.ts";
import type { WorkerGreeting } from "./serve-worker.ts";

export function createPageEngine(local: QueryEngine, hash: string): QueryEngine {
  return createRemoteEngine(local, ({ onReply, onBroken }) => {
    let worker: Worker;
    try {
      worker = new Worker(new URL("./query-worker.ts", import.meta.url), { type: "module" });
    } catch {
      return undefined;
    }
    worker.onmessage = ({ data }: MessageEvent<QueryReply>) => {
      if (data.type === "unable") worker.terminate();
      onReply(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      onBroken();
    };
    const greeting: WorkerGreeting = { type: "open", base: document.baseURI, hash };
    worker.postMessage(greeting);
    return { post: (request) => worker.postMessage(request) };
  });
}
