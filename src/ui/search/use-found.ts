// Answers: what has the engine found for the text that stands in the search box now?
import { useEffect, useState } from "react";
import { useApp } from "../shell/app-context.ts";
import { type Found, isForCommands, NOTHING_FOUND } from "./results.ts";

/** Enough to count what is found beyond what is listed. */
const LIMIT = 10_000;
const RELATIONS_LISTED = 4;

/** `isSettled` once the answer belongs to this text. */
export function useFound(text: string): { readonly found: Found; readonly isSettled: boolean } {
  const { engine } = useApp();
  const [answer, setAnswer] = useState<{ readonly text: string; readonly found: Found }>({ text: "", found: NOTHING_FOUND });
  const isAsking = text.trim() !== "" && !isForCommands(text);
  useEffect(() => {
    if (!isAsking) return;
    let isCurrent = true;
    void Promise.all([
      engine.search(text, { limit: LIMIT }),
      engine.searchRelations(text, { limit: RELATIONS_LISTED }).catch(() => NOTHING_FOUND.relations),
    ]).then(([hits, relations]) => {
      if (isCurrent) setAnswer({ text, found: { hits, relations } });
    });
    return () => {
      isCurrent = false;
    };
  }, [engine, text, isAsking]);
  if (!isAsking) return { found: NOTHING_FOUND, isSettled: true };
  return { found: answer.found, isSettled: answer.text === text };
}
