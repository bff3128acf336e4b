// Answers: where must the window go for these nodes to be in sight, with the least move?
import type { SceneNode } from "../scene/scene.ts";
import { type Viewport, viewportOf } from "../scene/viewport.ts";

type Placed = Pick<SceneNode, "x" | "y" | "degree">;

/** Room for a node and its label at the edge of the window, in pixels. */
const MARGIN = { left: 56, top: 36, right: 56, bottom: 64 } as const;

/**
 * Undefined when all `wanted` are in sight. Moves the window without zooming when it can hold them as it is; else frames them with all of
 * `others` that are in sight now.
 */
export function viewportRevealing(
  wanted: readonly Placed[],
  others: readonly Placed[],
  { viewport, width, height }: { readonly viewport: Viewport; readonly width: number; readonly height: number },
): Viewport | undefined {
  const { zoom, pan } = viewport;
  const on = ({ x, y }: Placed) => ({ x: zoom * x + pan.x, y: zoom * y + pan.y });
  const points = wanted.map(on);
  const [left, right] = [Math.min(...points.map((p) => p.x)), Math.max(...points.map((p) => p.x))];
  const [top, bottom] = [Math.min(...points.map((p) => p.y)), Math.max(...points.map((p) => p.y))];
  const dx = shift(left, right, MARGIN.left, width - MARGIN.right);
  const dy = shift(top, bottom, MARGIN.top, height - MARGIN.bottom);
  if (points.length === 0 || (dx === 0 && dy === 0)) return undefined;
  if (dx !== undefined && dy !== undefined) return { zoom, pan: { x: pan.x + dx, y: pan.y + dy } };
  const inSight = others.filter((node) => {
    const { x, y } = on(node);
    return x >= 0 && y >= 0 && x <= width && y <= height;
  });
  return viewportOf([...wanted, ...inSight], width, height);
}

/** What brings a span between two edges; undefined when it is longer than they are apart. */
function shift(start: number, end: number, first: number, last: number): number | undefined {
  if (end - start > last - first) return undefined;
  if (start < first) return first - start;
  return end > last ? last - end : 0;
}
