// Answers: is the timeline open? The reader's choice, kept in this browser; without one, open where there is room.

const KEY = "entente-timeline";

/** Also tells the style sheet, which holds the place for the strip before it has come. */
export function applyTimeline(isOpen: boolean): void {
  document.documentElement.dataset.timeline = isOpen ? "open" : "closed";
}

export function isTimelineOpen(): boolean {
  try {
    const kept = localStorage.getItem(KEY);
    if (kept !== null) return kept === "open";
  } catch {
    // No storage for this page: as on a first visit.
  }
  return !matchMedia("(max-width: 767px)").matches;
}

export function rememberTimeline(isOpen: boolean): void {
  applyTimeline(isOpen);
  try {
    localStorage.setItem(KEY, isOpen ? "open" : "closed");
  } catch {
    // It holds until the page is left.
  }
}
