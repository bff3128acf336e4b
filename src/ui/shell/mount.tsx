// Answers: how does the interface get into the page?
import { createTheme, MantineProvider } from "@mantine/core";
import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./mantine.css";
import "./app.css";
import { App, type AppProps } from "./App.tsx";
import { type Failure, FailurePage } from "./FailurePage.tsx";

const THEME = createTheme({ primaryColor: "blue", fontFamily: "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', sans-serif" });

export function mountPage(props: AppProps): void {
  mount(<App {...props} />);
}

export function mountFailure(failure: Failure): void {
  mount(<FailurePage {...failure} />);
}

function mount(page: ReactNode): void {
  const root = document.getElementById("root");
  if (root === null) throw new Error("index.html has no #root");
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={THEME} defaultColorScheme="auto">
        {page}
      </MantineProvider>
    </StrictMode>,
  );
}
