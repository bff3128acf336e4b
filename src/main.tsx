// Answers: how does the page start? Snapshot, engine, store, view, mount: the one file that knows all layers.
import { createTheme, MantineProvider } from "@mantine/core";

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createLocalEngine } from "./engine/local-engine.ts";
import { parseSnapshot } from "./graph/snapshot.ts";
import { issueText } from "./model/issue.ts";
import { createViewStore } from "./state/store.ts";
import { App } from "./ui/App.tsx";
import "./ui/mantine.css";
import "./ui/app.css";
import { FailurePage } from "./ui/FailurePage.tsx";

const THEME = createTheme({ primaryColor: "blue", fontFamily: "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', sans-serif" });

const BREATHING = { now: () => performance.now(), pause: () => new Promise<void>((resolve) => setTimeout(resolve, 0)) };

async function loadJson(name: string): Promise<unknown> {
  const response = await fetch(new URL(name, document.baseURI));
  if (!response.ok) throw new Error(`${name} answered ${response.status} ${response.statusText}`.trim());
  return response.json();
}

async function pageOf(): Promise<React.ReactNode> {
  let json: unknown;
  try {
    json = await loadJson("graph.json");
  } catch (error) {
    return (
      <FailurePage
        problem={`graph.json could not be read: ${error instanceof Error ? error.message : String(error)}.`}
        remedy="Reload the page. If you host it yourself, run “npm run build” and serve the whole dist/ folder over http."
      />
    );
  }
  const snapshot = parseSnapshot(json);
  if (!snapshot.ok)
    return (
      <FailurePage
        problem={snapshot.issues.map(issueText).join(" ")}
        remedy="The page and its data are of different versions: reload without cache, or build both again with “npm run build”."
      />
    );
  const graph = snapshot.value;
  const store = createViewStore();
  const [first] = graph.starters;
  if (first !== undefined) store.getState().open({ placed: first.positions, title: first.title });
  return <App graph={graph} engine={createLocalEngine(graph, loadJson, BREATHING)} store={store} />;
}

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
const page = await pageOf();
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={THEME} defaultColorScheme="auto">
      {page}
    </MantineProvider>
  </StrictMode>,
);
