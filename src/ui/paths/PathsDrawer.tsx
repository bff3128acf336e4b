// Answers: is the path workbench open, and which route does the view show? Its parts are loaded when one of the two is so.
import { lazy, Suspense } from "react";
import { useStore } from "zustand";
import { useApp, useView } from "../shell/app-context.ts";

const Workbench = lazy(() => import("./Workbench.tsx").then((m) => ({ default: m.Workbench })));
const RouteKeeper = lazy(() => import("./RouteKeeper.tsx").then((m) => ({ default: m.RouteKeeper })));

export function PathsDrawer() {
  const app = useApp();
  const { route } = useView("route");
  const isOpen = useStore(app.paths, (s) => s.isOpen);
  return (
    <>
      <Suspense fallback={null}>{route === undefined ? null : <RouteKeeper route={route} />}</Suspense>
      <Suspense fallback={isOpen ? <p className="muted">Loading the path workbench …</p> : null}>
        {isOpen ? <Workbench /> : null}
      </Suspense>
    </>
  );
}
