// Answers: what has just been done? A line that a screen reader speaks, gone after a while. It keeps its text itself, so that no other part is drawn anew.
import { useEffect } from "react";
import { createStore, type StoreApi, useStore } from "zustand";

const SHOWN_MS = 6000;

export type Notices = StoreApi<{ readonly text: string }>;

export function createNotices(): Notices {
  return createStore(() => ({ text: "" }));
}

export function Notice({ notices }: { readonly notices: Notices }) {
  const held = useStore(notices);
  // Each notice has its own time, also when it says what the one before said.
  useEffect(() => {
    if (held.text === "") return;
    const timer = window.setTimeout(() => notices.setState({ text: "" }), SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [notices, held]);
  return (
    <div className="notice" role="status" aria-live="polite" data-testid="notice">
      {held.text}
    </div>
  );
}
