// Answers: how does a worker come to hold the page's graph, and to serve what the page asks of it?
import { createLocalEngine } from "../../engine/local-engine.ts";
import type { QueryEngine } from "../../engine/query-engine.ts";
import type { EntenteGraph } from "../../graph/graph.ts";
import { parseSnapshot } from "../../graph/snapshot.ts";
import { BREATHING } from "./breathing.ts";

/** The first message to a worker. */
export interface WorkerGreeting {
  readonly type: "open";
  /** Where graph.json is. */
  readonly base: string;
  /** Of the page's graph: the worker's must be the same. */
  readonly hash: string;
}

type Serve<Request> = (request: Request) => Promise<void>;

async function loaded({ base, hash }: WorkerGreeting): Promise<{ graph: EntenteGraph; engine: QueryEngine }> {
  const loadJson = async (name: string): Promise<unknown> => (await fetch(new URL(name, base))).json();
  const snapshot = parseSnapshot(await loadJson("graph.json"));
  if (!snapshot.ok) throw new Error("graph.json is no snapshot");
  if (snapshot.value.hash !== hash) throw new Error("graph.json has changed since the page was loaded");
  return { graph: snapshot.value, engine: createLocalEngine(snapshot.value, loadJson, BREATHING) };
}

/** To be called in a worker, once. `onUnable` tells the page why nothing will be served. */
export function serveWorker<Request extends { readonly type: string }>(
  serverOf: (held: { readonly graph: EntenteGraph; readonly engine: QueryEngine }) => Serve<Request>,
  onUnable: (message: string) => void,
): void {
  let server: Promise<Serve<Request>> | undefined;
  addEventListener("message", ({ data }: MessageEvent<WorkerGreeting | Request>) => {
    if (isGreeting(data)) {
      server = loaded(data).then(serverOf);
      server.catch((error: unknown) => onUnable(error instanceof Error ? error.message : String(error)));
    } else
      void server?.then(
        (serve) => serve(data),
        () => {},
      );
  });
}

function isGreeting(message: { readonly type: string }): message is WorkerGreeting {
  return message.type === "open";
}
