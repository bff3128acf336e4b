// Answers: how does the reader go to the graph, the table and the other panes of the middle?
import type { Command } from "./command.ts";

const TAB: Pick<Command, "group" | "scope" | "target"> = { group: "Canvas", scope: "canvas", target: "none" };

export const TAB_COMMANDS: readonly Command[] = [
  { ...TAB, id: "graph", title: "Show the graph", run: ({ app }) => app.showTab("graph") },
  { ...TAB, id: "table", title: "Show everything shown as a table", keys: ["T"], run: ({ app }) => app.showTab("table") },
  {
    ...TAB,
    id: "timeline",
    title: "Go to the timeline, which filters by time",
    titleFor: () => "Go to the timeline",
    keys: ["M"],
    run: ({ app }) => {
      app.showMiddle();
      app.overlays.getState().setTimelineOpen(true);
      app.overlays.getState().awaitTimeline(true);
    },
  },
  {
    ...TAB,
    id: "support",
    title: "Show who supports whom: around an actor, and as a matrix",
    keys: ["W"],
    run: ({ app }) => app.showTab("support"),
  },
  {
    ...TAB,
    id: "sources",
    title: "Show the sources, and what rests on each",
    keys: ["S"],
    run: ({ app }) => app.showTab("sources"),
  },
  {
    ...TAB,
    id: "coverage",
    title: "Show where the record is thick or thin: claims by actor, year and source",
    titleFor: () => "Show coverage",
    keys: ["Q"],
    run: ({ app }) => app.showTab("coverage"),
  },
  {
    ...TAB,
    id: "disputes",
    title: "Show where sources disagree, and what was corrected",
    keys: ["V"],
    run: ({ app }) => app.showTab("disputes"),
  },
];
