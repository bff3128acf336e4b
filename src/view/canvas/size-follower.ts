// Answers: what becomes of the window onto the graph when the canvas gets another size? What was all in sight stays so.
import type { Core } from "cytoscape";
import type { Viewport } from "../scene/viewport.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Shrunk extends Size {
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
  /** The size followed last, none while hidden: Cytoscape notices a new one by itself too, and may do so first. */
  let last = sizeOf(cy);
  const viewport = (): Viewport => ({ zoom: cy.zoom(), pan: { ...cy.pan() } });
  return (isFramePending) => {
    const [before, from] = [last, viewport()];
    const wasInSight = areAllInSight(cy, before);
    cy.resize();
    const now = sizeOf(cy);
    if (now.width === 0 || now.height === 0) return false;
    last = now;
    if (isFramePending) return false;
    if (now.width === shrunk?.width && now.height === shrunk.height) {
      const isUnmoved = isSame(from, shrunk.to);
      if (isUnmoved) cy.viewport({ zoom: shrunk.from.zoom, pan: { ...shrunk.from.pan } });
      shrunk = undefined;
      return isUnmoved;
    }
    if (!wasInSight || areAllInSight(cy, now)) return false;
    frame();
    shrunk = { ...before, from, to: viewport() };
    return true;
  };
}

function sizeOf(cy: Core): Size {
  return { width: cy.width(), height: cy.height() };
}

function areAllInSight(cy: Core, { width, height }: Size): boolean {
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
