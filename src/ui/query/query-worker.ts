// Answers: what does the query worker do? It reads the same graph as the page, and answers what the page asks about it.
import { createLocalEngine } from "../../engine/local-engine.ts";
import type { QueryReply, QueryRequest } from "../../engine/query-messages.ts";
import { serveQueries } from "../../engine/serve-queries.ts";
import { parseSnapshot } from "../../graph/snapshot.ts";
import { BREATHING } from "./breathing.ts";
import type { WorkerGreeting } from "./page-engine.ts";

const post = (reply: QueryReply): void => postMessage(reply);

async function opened({ base, hash }: WorkerGreeting): Promise<(request: QueryRequest) => Promise<void>> {
  const loadJson = async (name: string): Promise<unknown> => (await fetch(new URL(name, base))).json();
  const snapshot = parseSnapshot(await loadJson("graph.json"));
  if (!snapshot.ok) throw new Error("graph.json is no snapshot");
  if (snapshot.value.hash !== hash) throw new Error("graph.json has changed since the page was loaded");
  return serveQueries(createLocalEngine(snapshot.value, loadJson, BREATHING), post);
}

let server: Promise<(request: QueryRequest) => Promise<void>> | undefined;

addEventListener("message", ({ data }: MessageEvent<WorkerGreeting | QueryRequest>) => {
  if (data.type === "open") {
    server = opened(data);
    server.catch((error: unknown) => post({ type: "unable", message: error instanceof Error ? error.message : String(error) }));
  } else
    void server?.then(
      (serve) => serve(data),
      () => {},
    );
});
