// Answers: what does the export worker do? It reads the same graph as the page, and writes the files that its dialog asks for.
import { createLocalEngine } from "../../engine/local-engine.ts";
import { parseSnapshot } from "../../graph/snapshot.ts";
import type { ExportGreeting, ExportReply, ExportRequest } from "./export-messages.ts";
import { serveExports } from "./serve-exports.ts";

const post = (reply: ExportReply): void => postMessage(reply);
const BREATHING = { now: () => performance.now(), pause: () => new Promise<void>((resolve) => setTimeout(resolve, 0)) };

async function opened({ base, hash }: ExportGreeting): Promise<(request: ExportRequest) => Promise<void>> {
  const loadJson = async (name: string): Promise<unknown> => (await fetch(new URL(name, base))).json();
  const snapshot = parseSnapshot(await loadJson("graph.json"));
  if (!snapshot.ok) throw new Error("graph.json is no snapshot");
  if (snapshot.value.hash !== hash) throw new Error("graph.json has changed since the page was loaded");
  const { claims } = createLocalEngine(snapshot.value, loadJson, BREATHING);
  return serveExports({ graph: snapshot.value, claims }, post, BREATHING);
}

let server: Promise<(request: ExportRequest) => Promise<void>> | undefined;

addEventListener("message", ({ data }: MessageEvent<ExportGreeting | ExportRequest>) => {
  if (data.type === "open") {
    server = opened(data);
    server.catch((error: unknown) => post({ type: "unable", message: error instanceof Error ? error.message : String(error) }));
  } else
    void server?.then(
      (serve) => serve(data),
      () => {},
    );
});
