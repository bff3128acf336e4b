// Answers: where does focus go when what lay over the page is closed? Back to where it was.
import { useEffect, useRef } from "react";

/** Unless something else has taken focus by then. */
export function useFocusReturn(isOpen: boolean): void {
  const opener = useRef<Element | null>(null);
  if (isOpen) opener.current ??= document.activeElement;
  else opener.current = null;
  useEffect(() => {
    if (!isOpen) return;
    const from = opener.current;
    return () => {
      const { activeElement } = document;
      if (activeElement !== null && activeElement !== document.body) return;
      if (from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
    };
  }, [isOpen]);
}
