// Answers: what becomes of the window onto the graph when the canvas gets another size? What was all in sight stays so.
import type { Core } from "cytoscape";
import type { Viewport } from "../scene/viewport.ts";

interface Shrunk {
  readonly width: number;
  readonly height: number;
  /** Before everything was framed anew, and after. */
  readonly from: Viewport;
  readonly to: Viewport;
}

/**
 * Takes the new size. Frames everything anew only when all of it was in sight and no longer would be, as when a strip opens below on a small
 * screen; brings the window back when the old size comes back and the reader has not moved since. True when it moved the window.
 */
export function createSizeFollower(cy: Core, frame: () => void): (isFramePending: boolean) => boolean {
  let shrunk: Shrunk | undefined;
  const viewport = (): Viewport => ({ zoom: cy.zoom(), pan: { ...cy.pan() } });
  return (isFramePending) => {
    const [width, height, from] = [cy.width(), cy.height(), viewport()];
    const wasInSight = areAllInSight(cy);
    cy.resize();
    if (isFramePending || cy.width() === 0 || cy.height() === 0) return false;
    if (shrunk !== undefined && cy.width() === shrunk.width && cy.height() === shrunk.height) {
      const isUnmoved = isSame(from, shrunk.to);
      if (isUnmoved) cy.viewport({ zoom: shrunk.from.zoom, pan: { ...shrunk.from.pan } });
      shrunk = undefined;
      return isUnmoved;
    }
    if (!wasInSight || areAllInSight(cy)) return false;
    frame();
    shrunk = { width, height, from, to: viewport() };
    return true;
  };
}

function areAllInSight(cy: Core): boolean {
  const [width, height] = [cy.width(), cy.height()];
  return cy
    .nodes()
    .toArray()
    .every((node) => {
      const { x, y } = node.renderedPosition();
      return x >= 0 && y >= 0 && x <= width && y <= height;
    });
}

function isSame(a: Viewport, b: Viewport): boolean {
  return a.zoom === b.zoom && a.pan.x === b.pan.x && a.pan.y === b.pan.y;
}
