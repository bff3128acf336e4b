// Answers: what is to be seen while the page's code is on its way? The graph itself, as a picture at its place.
import type { EntenteGraph } from "../../graph/graph.ts";
import type { ViewState } from "../../state/view-state.ts";
import { visibleGraphOf } from "../../state/visible.ts";
import type { Theme } from "../../view/palette.ts";
import { FONT, LABEL } from "../../view/scene/lettering.ts";
import { svgOf } from "../../view/scene/scene-svg.ts";
import { type Extent, viewportOf, viewportOfExtent } from "../../view/scene/viewport.ts";
import { sceneOf } from "../canvas/scene-of.ts";
import { applyTimeline, isTimelineOpen } from "../timeline/strip-memory.ts";

/** Where the component library keeps the reader's choice: "light", "dark" or "auto". */
const THEME_KEY = "mantine-color-scheme-value";

/** Draws the view, or this extent of it, where its canvas will be. Nothing is drawn where no canvas will be: on a narrow screen, or without actors. */
export function drawFirstPicture(graph: EntenteGraph, view: ViewState, extent?: Extent): void {
  const theme = themeOfPage();
  document.documentElement.dataset.mantineColorScheme = theme;
  applyTimeline(isTimelineOpen());
  const stage = document.getElementById("first-stage");
  const place = document.getElementById("first-picture");
  if (stage === null || place === null || matchMedia("(max-width: 767px)").matches) return;
  const { left, top, width, height } = stage.getBoundingClientRect();
  const scene = sceneOf(graph, view, visibleGraphOf(graph, view));
  const viewport = extent === undefined ? viewportOf(scene.nodes, width, height) : viewportOfExtent(extent, width, height);
  const pen = document.createElement("canvas").getContext("2d");
  if (viewport === undefined || pen === null) return;
  pen.font = `${LABEL.weight} ${LABEL.size}px ${FONT}`;
  const widthOfText = (text: string): number => pen.measureText(text).width;
  const svg = svgOf(scene, { theme, width, height, viewport, widthOfText });
  Object.assign(place.style, { left: `${left}px`, top: `${top}px` });
  place.replaceChildren(document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true));
  addEventListener("resize", removeFirstPicture, { once: true });
}

/** The canvas has taken over. */
export function removeFirstPicture(): void {
  removeEventListener("resize", removeFirstPicture);
  document.getElementById("first-picture")?.replaceChildren();
}

/** Resolves when what has been drawn by now is on the screen, or the page is in the background, where nothing is. */
export function pagePainted(): Promise<void> {
  if (document.visibilityState === "hidden") return Promise.resolve();
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

function themeOfPage(): Theme {
  let wanted: string | null = null;
  try {
    wanted = localStorage.getItem(THEME_KEY);
  } catch {
    // No storage for this page: the system's choice holds.
  }
  if (wanted === "light" || wanted === "dark") return wanted;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}
