// Answers: what is on the canvas, worked out once for all that tell of it?
import { type ReactNode, useDeferredValue, useMemo } from "react";
import { EMPTY_VIEW } from "../../state/view-state.ts";
import { visibleGraphOf } from "../../state/visible.ts";
import { SettledContext, useApp, useView, VisibleContext } from "./app-context.ts";

/** What is inside is drawn anew only where it reads what is visible. */
export function VisibleGraph({ children }: { readonly children: ReactNode }) {
  const { graph } = useApp();
  const parts = useView("placed", "hidden", "filters", "isFading", "focus");
  const visible = useMemo(() => visibleGraphOf(graph, { ...EMPTY_VIEW, ...parts }), [graph, parts]);
  return (
    <VisibleContext value={visible}>
      <SettledContext value={useDeferredValue(visible)}>{children}</SettledContext>
    </VisibleContext>
  );
}
