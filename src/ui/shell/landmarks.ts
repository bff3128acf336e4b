// Answers: where can focus be sent by name?

/** Ids of elements that can hold focus. */
export const LANDMARKS = {
  search: "search",
  graph: "graph",
  outline: "outline-tree",
  inspector: "inspector",
  routes: "routes",
} as const;
export type Landmark = keyof typeof LANDMARKS;

/** False when it is not on the screen now, and nothing was done. */
export function focusOn(landmark: Landmark): boolean {
  const element = document.getElementById(LANDMARKS[landmark]);
  if (element === null || element.getClientRects().length === 0) return false;
  const stop = element.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]') ?? element;
  stop.focus({ preventScroll: landmark === "graph" });
  return true;
}
