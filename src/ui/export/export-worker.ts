// Answers: what does the export worker do? It reads the same graph as the page, and writes the files that its dialog asks for.
import { BREATHING } from "../query/breathing.ts";
import { serveWorker } from "../query/serve-worker.ts";
import type { ExportReply, ExportRequest } from "./export-messages.ts";
import { serveExports } from "./serve-exports.ts";

const post = (reply: ExportReply): void => postMessage(reply);

serveWorker<ExportRequest>(
  ({ graph, engine }) => serveExports({ graph, claims: engine.claims }, post, BREATHING),
  (message) => post({ type: "unable", message }),
);
