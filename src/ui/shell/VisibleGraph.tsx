// Answers: what is on the canvas, worked out once for all that tell of it, and in steps that hold nothing up?
import { type ReactNode, useDeferredValue, useMemo } from "react";
import { useApp, useView, VisibleContext } from "./app-context.ts";

/** What is inside is drawn anew only where it reads what is visible, and for a moment with what was visible before the last change. */
export function VisibleGraph({ children }: { readonly children: ReactNode }) {
  const { visibleIn } = useApp();
  const parts = useDeferredValue(useView("placed", "hidden", "filters", "isFading", "focus"));
  const visible = useMemo(() => visibleIn(parts), [visibleIn, parts]);
  return <VisibleContext value={visible}>{children}</VisibleContext>;
}
