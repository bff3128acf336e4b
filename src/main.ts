// Answers: how does the page start? Snapshot, view, a first picture, then the page: the one file that knows all layers.
import { createLocalEngine } from "./engine/local-engine.ts";
import type { EntenteGraph } from "./graph/graph.ts";
import { parsedJsonInSteps } from "./graph/json-in-steps.ts";
import { snapshotInSteps } from "./graph/snapshot.ts";
import { issueText } from "./model/issue.ts";
import { isLink } from "./state/link.ts";
import { createViewStore } from "./state/store.ts";
import { EMPTY_VIEW, reduce, type ViewState } from "./state/view-state.ts";
import { BREATHING, inSlices } from "./ui/query/breathing.ts";
import { openLink } from "./ui/session/opening.ts";
import type { Failure } from "./ui/shell/FailurePage.tsx";
import { drawFirstPicture, pagePainted } from "./ui/shell/first-picture.ts";
import "./ui/shell/frame.css";

/** Spent on decoding without a pause. */
const DECODED_MS = 12;

async function load(name: string): Promise<Response> {
  const response = await fetch(new URL(name, document.baseURI));
  if (!response.ok) throw new Error(`${name} answered ${response.status} ${response.statusText}`.trim());
  return response;
}

/** Decoded part by part as it comes: decoded in one go at its end, a long text would hold the page up. */
async function textOf({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let start = BREATHING.now();
  for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
    parts.push(decoder.decode(read.value, { stream: true }));
    // What has come already comes without a pause.
    if (BREATHING.now() - start < DECODED_MS) continue;
    await BREATHING.pause();
    start = BREATHING.now();
  }
  return parts.join("") + decoder.decode();
}

/** A small file: parsed in one go. */
async function loadJson(name: string): Promise<unknown> {
  return (await load(name)).json();
}

async function loadGraph(): Promise<EntenteGraph | Failure> {
  let json: unknown;
  try {
    json = await inSlices(parsedJsonInSteps(await textOf(await load("graph.json"))));
  } catch (error) {
    return {
      problem: `graph.json could not be read: ${error instanceof Error ? error.message : String(error)}.`,
      remedy: "Reload the page. If you host it yourself, run “npm run build” and serve the whole dist/ folder over http.",
    };
  }
  // What is kept in this thread holds it up whenever garbage is collected; the worker, which asks for all of it, keeps it.
  const snapshot = await inSlices(snapshotInSteps(json, { keepsClaims: false }));
  if (snapshot.ok) return snapshot.value;
  return {
    problem: snapshot.issues.map(issueText).join(" "),
    remedy: "The page and its data are of different versions: reload without cache, or build both again with “npm run build”.",
  };
}

function homeOf({ starters: [first] }: EntenteGraph): ViewState {
  if (first === undefined) return EMPTY_VIEW;
  return reduce(EMPTY_VIEW, { type: "open-starter", placed: first.positions, title: first.title });
}

/** Not awaited at the top level: the page's script imports what this one holds, and would wait for it for ever. */
async function start(): Promise<void> {
  const graph = await loadGraph();
  if ("problem" in graph) {
    const { mountFailure } = await import("./ui/shell/mount.tsx");
    mountFailure(graph);
    return;
  }
  await BREATHING.pause();
  const store = createViewStore();
  const opening = isLink(location.hash) ? openLink(location.hash, graph) : undefined;
  store.getState().open(opening?.view ?? homeOf(graph));
  drawFirstPicture(graph, store.getState().history.present, opening?.extent);
  await pagePainted();
  performance.mark("graph-painted");
  const { mountPage } = await import("./ui/shell/mount.tsx");
  mountPage({ graph, engine: createLocalEngine(graph, loadJson, BREATHING), store, opening });
}

void start();
