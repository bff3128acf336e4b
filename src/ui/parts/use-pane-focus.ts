// Answers: where does the focus go when a key on the canvas brings a pane over it?
import { type RefObject, useEffect } from "react";

/** To the pane, unless the reader has it somewhere that stays in sight. */
export function usePaneFocus(pane: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { activeElement, body } = document;
    if (activeElement === null || activeElement === body || activeElement.closest(".graph-layer") !== null)
      pane.current?.focus({ preventScroll: true });
  }, [pane]);
}
