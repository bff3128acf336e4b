// Answers: what does the query worker do? It reads the same graph as the page, and answers what the page asks about it.
import type { QueryReply, QueryRequest } from "../../engine/query-messages.ts";
import { serveQueries } from "../../engine/serve-queries.ts";
import { serveWorker } from "./serve-worker.ts";

const post = (reply: QueryReply): void => postMessage(reply);

serveWorker<QueryRequest>(
  ({ engine }) => serveQueries(engine, post),
  (message) => post({ type: "unable", message }),
);
