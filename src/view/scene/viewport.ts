// Answers: which part of a picture is seen through a window, how is a picture framed, and how is a window described apart from its size?
import type { SceneNode } from "./scene.ts";
import { nodeSizeOf, type Point } from "./scene-geometry.ts";

/** Room for labels around the outermost actors, in layout units. */
const LABEL_MARGIN = 84;
/** The same where the picture is small, in pixels. */
const LABEL_MARGIN_PIXELS = 48;
/** The key to the lines lies over the lower rim of the canvas, in pixels. */
const KEY_ROOM_PIXELS = 44;
const MAX_FIT_ZOOM = 1.15;

/** How a scene lies in a frame: a layout point p is drawn at `zoom * p + pan`, in pixels. */
export interface Viewport {
  readonly zoom: number;
  readonly pan: Point;
}

/** Frames the nodes with their labels in a frame of this size, in pixels; undefined when there is nothing to frame or no frame. */
export function viewportOf(
  nodes: ReadonlyArray<Pick<SceneNode, "x" | "y" | "degree">>,
  width: number,
  height: number,
): Viewport | undefined {
  if (nodes.length === 0 || width <= 0 || height <= 0) return undefined;
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y, degree } of nodes) {
    const half = nodeSizeOf(degree) / 2;
    [left, right] = [Math.min(left, x - half), Math.max(right, x + half)];
    [top, bottom] = [Math.min(top, y - half), Math.max(bottom, y + half)];
  }
  const free = height > 4 * KEY_ROOM_PIXELS ? height - KEY_ROOM_PIXELS : height;
  const zoom = Math.min(MAX_FIT_ZOOM, zoomFor(right - left, width), zoomFor(bottom - top, free));
  return { zoom, pan: { x: width / 2 - (zoom * (left + right)) / 2, y: free / 2 - (zoom * (top + bottom)) / 2 } };
}

/** The zoom at which a span of the layout has room for labels on both sides in so many pixels. */
function zoomFor(span: number, pixels: number): number {
  const roomy = pixels / (span + 2 * LABEL_MARGIN);
  return pixels > 4 * LABEL_MARGIN_PIXELS ? Math.min(roomy, (pixels - 2 * LABEL_MARGIN_PIXELS) / span) : roomy;
}

/** What is seen of a picture: left upper corner and size, in layout units. */
export interface Extent extends Point {
  readonly width: number;
  readonly height: number;
}

/** Undefined when the window has no size. */
export function extentOf({ zoom, pan }: Viewport, width: number, height: number): Extent | undefined {
  if (width <= 0 || height <= 0) return undefined;
  return { x: -pan.x / zoom, y: -pan.y / zoom, width: width / zoom, height: height / zoom };
}

/** All of the extent, in the middle of a window of this size in pixels and as large as can be; undefined when there is no window. */
export function viewportOfExtent(extent: Extent, width: number, height: number): Viewport | undefined {
  if (width <= 0 || height <= 0) return undefined;
  const zoom = Math.min(width / extent.width, height / extent.height);
  const pan = {
    x: width / 2 - zoom * (extent.x + extent.width / 2),
    y: height / 2 - zoom * (extent.y + extent.height / 2),
  };
  return { zoom, pan };
}
