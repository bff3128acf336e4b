// Answers: who draws the scene? A worker, as drawing it takes Cytoscape longer than a frame; Cytoscape itself where no worker can be had.
import type { Core, EventObject, NodeSingular } from "cytoscape";
import type { Theme } from "../palette.ts";
import type { Scene } from "../scene/scene.ts";
import { createPainter } from "./create-painter.ts";

/** A gesture has come to rest after so long without a move. */
const REST_MS = 140;

/** The parts of Cytoscape's renderer, which it does not document, that draw; without them, it draws every scene. */
interface DrawingRenderer {
  render?: (options?: { readonly forcedContext?: unknown }) => void;
  /** Draw actors and lines, those dragged among them. */
  drawLayeredElements?: () => void;
  drawCachedElements?: () => void;
  redrawHint?: (group: "eles", isNeeded: boolean) => void;
}

export interface Drawing {
  readonly setScene: (scene: Scene) => void;
  /** Whether the worker paints the scene; Cytoscape then draws nothing but the box of a selection. */
  readonly isPainted: () => boolean;
  readonly whenDrawn: () => Promise<void>;
  readonly destroy: () => void;
}

export interface DrawingOptions {
  readonly theme: () => Theme;
  /** The viewport has come to rest after a gesture, or the scene is Cytoscape's to draw after all. */
  readonly onRest: () => void;
}

/** `ground` is the element that holds Cytoscape's canvases. */
export function createDrawing(cy: Core, ground: HTMLElement | null, { theme, onRest }: DrawingOptions): Drawing {
  const renderer = (cy as unknown as { renderer?: () => DrawingRenderer }).renderer?.();
  const { render, drawLayeredElements, drawCachedElements } = renderer ?? {};
  const painter = ground === null ? undefined : createPainter({ drawing: ground, theme, onFailed: drawAnew });
  const isPainted = (): boolean => isTakenOver && painter?.isAble() === true;
  let isTakenOver = false;

  function drawAnew(): void {
    onRest();
    renderer?.redrawHint?.("eles", true);
    cy.forceRender();
  }

  if (painter !== undefined && renderer !== undefined && render && drawLayeredElements && drawCachedElements) {
    isTakenOver = true;
    renderer.render = (options) => {
      if (!isPainted() || options?.forcedContext !== undefined) return render.call(renderer, options);
      renderer.drawLayeredElements = renderer.drawCachedElements = () => {};
      try {
        render.call(renderer, options);
      } finally {
        Object.assign(renderer, { drawLayeredElements, drawCachedElements });
      }
      painter.draw({ zoom: cy.zoom(), pan: cy.pan() });
    };
    cy.on("drag", "node", ({ target }: EventObject) => {
      const node = target as NodeSingular;
      painter.move(node.id(), node.position());
    });
  }
  let timer: number | undefined;
  cy.on("dragpan scrollzoom pinchzoom", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(onRest, REST_MS);
  });
  return {
    setScene: (next) => painter?.setScene(next),
    isPainted,
    whenDrawn: () => (isPainted() ? (painter?.whenDrawn() ?? Promise.resolve()) : Promise.resolve()),
    destroy() {
      window.clearTimeout(timer);
      painter?.destroy();
    },
  };
}
