// Answers: which panes can a narrow screen show?
import type { Tab } from "./app-context.ts";

export type Pane = "list" | "filters" | Tab;

/** What stands left of the middle on a wide screen. */
export function isBesideMiddle(pane: Pane): boolean {
  return pane === "list" || pane === "filters";
}
