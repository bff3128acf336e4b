// Answers: how are the marks of a drawing put onto a canvas?
import { FONT } from "../scene/lettering.ts";
import type { Viewport } from "../scene/viewport.ts";
import type { Mark, PathMark, TextMark } from "./scene-marks.ts";

/** What of a 2D context is needed; windows and workers have different classes of it. */
export type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

export interface PaintOptions {
  readonly viewport: Viewport;
  /** Of the canvas, in pixels of the page. */
  readonly width: number;
  readonly height: number;
  /** Pixels of the canvas for each pixel of the page. */
  readonly pixelRatio: number;
  readonly textColor: string;
  /** Colour of the rim around letters; nothing else is painted in it. */
  readonly ground: string;
}

/** Clears the canvas and draws the marks in their order. */
export function paint(pen: Pen, marks: Iterable<Mark>, options: PaintOptions): void {
  const { viewport, width, height, pixelRatio } = options;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.clearRect(0, 0, width * pixelRatio, height * pixelRatio);
  const scale = viewport.zoom * pixelRatio;
  const place = (): void => pen.setTransform(scale, 0, 0, scale, viewport.pan.x * pixelRatio, viewport.pan.y * pixelRatio);
  place();
  pen.textAlign = "center";
  pen.lineJoin = "round";
  for (const mark of marks) {
    if (mark.type === "path") paintPath(pen, mark);
    else {
      paintText(pen, mark, options);
      if (mark.turn !== undefined) place();
    }
  }
}

function paintPath(pen: Pen, { d, fill, stroke, width = 1, strokeOpacity = 1, dash = [], opacity = 1 }: PathMark): void {
  const path = new Path2D(d);
  if (fill !== undefined) {
    pen.globalAlpha = opacity;
    pen.fillStyle = fill;
    pen.fill(path);
  }
  if (stroke === undefined) return;
  pen.globalAlpha = opacity * strokeOpacity;
  pen.strokeStyle = stroke;
  pen.lineWidth = width;
  pen.setLineDash([...dash]);
  pen.stroke(path);
}

function paintText(pen: Pen, { lines, size, weight, halo, turn, opacity = 1 }: TextMark, options: PaintOptions): void {
  if (turn !== undefined) {
    const { degrees, about } = turn;
    pen.translate(about.x, about.y);
    pen.rotate((degrees * Math.PI) / 180);
    pen.translate(-about.x, -about.y);
  }
  pen.globalAlpha = opacity;
  pen.font = `${weight} ${size}px ${FONT}`;
  pen.setLineDash([]);
  pen.lineWidth = halo;
  pen.strokeStyle = options.ground;
  for (const { text, x, y } of lines) pen.strokeText(text, x, y);
  pen.fillStyle = options.textColor;
  for (const { text, x, y } of lines) pen.fillText(text, x, y);
}
