// Answers: what does the painting worker do with a message? Imports nothing that needs a page.

import { SURFACES } from "../palette.ts";
import { shownLabelsOf } from "../scene/label-budget.ts";
import { measuredIn } from "../scene/lettering.ts";
import type { Scene } from "../scene/scene.ts";
import { curvesOf } from "../scene/scene-geometry.ts";
import { paint } from "./paint.ts";
import type { PictureMessage, PictureRequest, SceneMessage } from "./painting-messages.ts";
import { marksOf } from "./scene-marks.ts";

const canvas = new OffscreenCanvas(1, 1);
const pen = canvas.getContext("2d");
const widthOfText = measuredIn(new OffscreenCanvas(1, 1).getContext("2d"));

let scene: Scene = { nodes: [], edges: [] };
let curves = curvesOf(scene.nodes, scene.edges);

addEventListener("message", ({ data }: MessageEvent<SceneMessage | PictureRequest>) => {
  if (data.type === "scene") {
    scene = { ...(JSON.parse(data.scene) as Scene), selectedIds: new Set(data.selectedIds) };
    curves = curvesOf(scene.nodes, scene.edges);
  } else paintPicture(data);
});

function paintPicture({ viewport, theme, width, height, pixelRatio, moved }: PictureRequest): void {
  if (pen === null) throw new Error("This browser gives a worker no 2D canvas.");
  const shown = moved.length === 0 ? scene : withMoved(new Map(moved));
  const runs = moved.length === 0 ? curves : curvesOf(shown.nodes, shown.edges);
  const [across, down] = [Math.round(width * pixelRatio), Math.round(height * pixelRatio)];
  if (canvas.width !== across || canvas.height !== down) [canvas.width, canvas.height] = [across, down];
  const labelled = shownLabelsOf(shown, viewport.zoom, widthOfText);
  const marks = marksOf(shown, { theme, viewport, widthOfText, curves: runs, labelled });
  paint(pen, marks, { viewport, width, height, pixelRatio, textColor: SURFACES[theme].text, ground: SURFACES[theme].canvas });
  const bitmap = canvas.transferToImageBitmap();
  const answer: PictureMessage = { viewport, bitmap };
  postMessage(answer, { transfer: [bitmap] });
}

function withMoved(moved: ReadonlyMap<string, { readonly x: number; readonly y: number }>): Scene {
  return { ...scene, nodes: scene.nodes.map((node) => ({ ...node, ...moved.get(node.id) })) };
}
