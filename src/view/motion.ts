// Answers: how does a large scene follow the pointer when drawing it takes longer than a frame? The last drawing is shifted and scaled.
import type { Core } from "cytoscape";
import type { Viewport } from "./scene-geometry.ts";

/** From so many elements on, a scene is not drawn anew for every frame of a pan or zoom. */
const LARGE = 700;
/** A gesture has come to rest after so long without a move. */
const REST_MS = 140;

/** The part of Cytoscape's renderer, which it does not document, that draws a frame; without it, every frame is drawn anew. */
interface FrameRenderer {
  render?: (options?: unknown) => void;
}

/** Calls `onRest` when the viewport has come to rest after a gesture, just before the scene is drawn there; `destroy` forgets the gesture. */
export function createMotion(cy: Core, drawing: HTMLElement | null, onRest: () => void): { readonly destroy: () => void } {
  let timer: number | undefined;
  let isHeld = false;
  let drawn: Viewport | undefined;
  const renderer = (cy as unknown as { renderer?: () => FrameRenderer }).renderer?.();
  const draw = renderer?.render?.bind(renderer);
  if (renderer !== undefined && draw !== undefined && drawing !== null) {
    drawing.style.transformOrigin = "0 0";
    renderer.render = (options) => {
      if (isHeld && drawn !== undefined) {
        const zoom = cy.zoom() / drawn.zoom;
        const [x, y] = [cy.pan().x - zoom * drawn.pan.x, cy.pan().y - zoom * drawn.pan.y];
        drawing.style.transform = `matrix(${zoom}, 0, 0, ${zoom}, ${x}, ${y})`;
        return;
      }
      draw(options);
      drawn = { zoom: cy.zoom(), pan: { ...cy.pan() } };
      drawing.style.transform = "";
    };
  }
  const rest = (): void => {
    isHeld = false;
    onRest();
    cy.forceRender();
  };
  cy.on("dragpan scrollzoom pinchzoom", () => {
    isHeld = cy.elements().length >= LARGE;
    window.clearTimeout(timer);
    timer = window.setTimeout(rest, REST_MS);
  });
  return {
    destroy() {
      window.clearTimeout(timer);
    },
  };
}
