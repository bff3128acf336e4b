// Answers: how does what the pointer rests on stand out, without drawing the whole canvas anew? A picture of it above the faded rest.

import { FADED_OPACITY, type Theme } from "../palette.ts";
import { shownLabelsOf } from "../scene/label-budget.ts";
import type { Scene } from "../scene/scene.ts";
import { curvesOf } from "../scene/scene-geometry.ts";
import { pictureOf } from "../scene/scene-svg.ts";
import type { Viewport } from "../scene/viewport.ts";

/** Where some of the rest is faded already: it must not vanish. */
const OPACITY_OVER_FADED = 0.9;

export interface Spotlight {
  /** Lights an actor with its relations and neighbors, or a relation with its ends; undefined puts the light out. */
  readonly light: (id: string | undefined) => void;
  /** A new scene: the light goes out. */
  readonly setScene: (scene: Scene) => void;
  readonly destroy: () => void;
}

export interface SpotlightOptions {
  readonly theme: () => Theme;
  readonly viewport: () => Viewport;
  readonly widthOfText: (text: string) => number;
}

/** `drawing` is what the canvas is drawn on, in `container`; it is faded while something is lit. */
export function createSpotlight(container: HTMLElement, drawing: HTMLElement | null, options: SpotlightOptions): Spotlight {
  const overlay = document.createElement("div");
  overlay.ariaHidden = "true";
  Object.assign(overlay.style, { position: "absolute", inset: "0", zIndex: "1", pointerEvents: "none", overflow: "hidden" });
  container.append(overlay);
  let scene: Scene = { nodes: [], edges: [] };
  let lit: string | undefined;
  const putOut = (): void => {
    if (lit === undefined) return;
    lit = undefined;
    overlay.replaceChildren();
    if (drawing !== null) drawing.style.opacity = "";
  };
  return {
    setScene(next) {
      putOut();
      scene = next;
    },
    light(id) {
      if (id === undefined) return putOut();
      if (id === lit) return;
      const part = litPartOf(scene, id);
      if (part === undefined) return putOut();
      // A line runs as its whole bundle is fanned, so that all lines between the lit actors count.
      const curves = curvesOf(part.nodes, scene.edges);
      const { widthOfText } = options;
      const viewport = options.viewport();
      const labelled = shownLabelsOf({ ...part, selectedIds: new Set([id]) }, viewport.zoom, widthOfText);
      const picture = pictureOf(part, {
        theme: options.theme(),
        viewport,
        widthOfText,
        curves,
        labelled,
        areLinesNamed: true,
      });
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%">${picture}</svg>`;
      overlay.replaceChildren(document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true));
      if (drawing !== null)
        drawing.style.opacity = String(
          [...scene.nodes, ...scene.edges].some((element) => element.isFaded === true) ? OPACITY_OVER_FADED : FADED_OPACITY,
        );
      lit = id;
    },
    destroy() {
      overlay.remove();
    },
  };
}

/** What stands out around this element, none of it faded; undefined when the scene has no such element. */
export function litPartOf(scene: Scene, id: string): Scene | undefined {
  const line = scene.edges.find((edge) => edge.id === id);
  const lines = line === undefined ? scene.edges.filter((edge) => edge.source === id || edge.target === id) : [line];
  const ends = new Set([id, ...lines.flatMap((edge) => [edge.source, edge.target])]);
  const nodes = scene.nodes.filter((node) => ends.has(node.id));
  if (nodes.length === 0) return undefined;
  return {
    ...scene,
    nodes: nodes.map((node) => ({ ...node, isFaded: false })),
    edges: lines.map((edge) => ({ ...edge, isFaded: false })),
  };
}
