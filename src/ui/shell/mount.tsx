// Answers: how does the interface get into the page?
import { createTheme, MantineProvider } from "@mantine/core";
import { type ReactNode, StrictMode, startTransition } from "react";
import { createRoot } from "react-dom/client";
import "./mantine.css";
import "./app.css";
import "./forced-colors.css";
import { ThemeProvider } from "../parts/Swatch.tsx";
import { createPageEngine } from "../query/page-engine.ts";
import type { Opening } from "../session/opening.ts";
import { createSavedSessions } from "../session/saved-sessions.ts";
import { createSession } from "../session/session.ts";
import { App, type AppProps } from "./App.tsx";
import { type Failure, FailurePage } from "./FailurePage.tsx";

const THEME = createTheme({ primaryColor: "blue", fontFamily: "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', sans-serif" });

export interface PageProps extends Omit<AppProps, "session"> {
  /** The link the page was started with, if any. */
  readonly opening: Opening | undefined;
}

export function mountPage({ opening, ...page }: PageProps): void {
  const session = createSession({ ...page, opening, saved: createSavedSessions() });
  mount(<App {...page} engine={createPageEngine(page.engine, page.graph.hash)} session={session} />);
}

export function mountFailure(failure: Failure): void {
  mount(<FailurePage {...failure} />);
}

function mount(page: ReactNode): void {
  const root = document.getElementById("root");
  if (root === null) throw new Error("index.html has no #root");
  // In slices, which let others go first.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <MantineProvider theme={THEME} defaultColorScheme="auto">
          <ThemeProvider>{page}</ThemeProvider>
        </MantineProvider>
      </StrictMode>,
    ),
  );
}
