// Answers: how does a scene get drawn without holding up the page? A worker paints it; the last picture is shown until the next.
import type { Theme } from "../palette.ts";
import { isSelectedIn, type Scene } from "../scene/scene.ts";
import type { Point } from "../scene/scene-geometry.ts";
import type { Viewport } from "../scene/viewport.ts";
import type { PictureMessage, PictureRequest, SceneMessage } from "./painting-messages.ts";

/** A worker that has not painted its first picture after so long, in ms, is given up. */
const SILENT_MS = 5000;

export interface Painter {
  /** Whether this browser can: known to be false once a worker has failed or kept silent. */
  readonly isAble: () => boolean;
  readonly setScene: (scene: Scene) => void;
  /** An actor is dragged; until the next scene it stands there. */
  readonly move: (id: string, to: Point) => void;
  /**
   * The scene as it is now at this viewport: at once from the last picture, shifted and scaled, and as soon as it is painted. Requests
   * that come while one is being painted are answered by the last of them.
   */
  readonly draw: (viewport: Viewport) => void;
  /** Resolves when what was last told to be drawn is on the screen, or the worker has failed. */
  readonly whenDrawn: () => Promise<void>;
  readonly destroy: () => void;
}

export interface PainterOptions {
  /** The picture lies in it, above what is there. */
  readonly drawing: HTMLElement;
  readonly theme: () => Theme;
  /** No worker can be had, it broke, or it never answered: the scene must be drawn in another way. */
  readonly onFailed: () => void;
}

export function createPainter({ drawing, theme, onFailed }: PainterOptions): Painter {
  let isAble = typeof OffscreenCanvas === "function" && typeof Worker === "function";
  let worker: Worker | undefined;
  let canvas: HTMLCanvasElement | undefined;
  let scene: Scene = { nodes: [], edges: [] };
  let isSceneTold = false;
  const moved = new Map<string, Point>();
  /** Rises with every change of what is to be drawn. */
  let version = 0;
  let wanted: Viewport | undefined;
  let painted: Viewport | undefined;
  let isPainting = false;
  let silence: number | undefined;
  /** What the last picture asked for shows, to ask for none that would be the same. */
  let asked = "";
  const waiting: Array<() => void> = [];

  function fail(): void {
    isAble = false;
    stop();
    settle();
    onFailed();
  }

  function stop(): void {
    window.clearTimeout(silence);
    worker?.terminate();
    worker = undefined;
    canvas?.remove();
    canvas = undefined;
    isPainting = false;
  }

  function ready(): { worker: Worker; canvas: HTMLCanvasElement } | undefined {
    if (!isAble) return undefined;
    if (worker === undefined || canvas === undefined) {
      try {
        worker = new Worker(new URL("./painting-worker.ts", import.meta.url), { type: "module" });
      } catch {
        fail();
        return undefined;
      }
      worker.onmessage = ({ data }: MessageEvent<PictureMessage>) => show(data);
      worker.onerror = (event) => {
        event.preventDefault();
        fail();
      };
      canvas = document.createElement("canvas");
      canvas.dataset.painted = "worker";
      Object.assign(canvas.style, {
        position: "absolute",
        left: "0",
        top: "0",
        transformOrigin: "0 0",
        display: "none",
        zIndex: "0",
      });
      drawing.append(canvas);
      isSceneTold = false;
    }
    return { worker, canvas };
  }

  /** Asks for the picture as it is wanted unless one is being painted; that one's coming asks again. */
  function ask(): void {
    const parts = ready();
    if (parts === undefined || wanted === undefined || isPainting) return;
    const { clientWidth: width, clientHeight: height } = drawing;
    const wish = JSON.stringify([wanted, theme(), width, height, window.devicePixelRatio, version]);
    if (wish === asked || width === 0 || height === 0) {
      settle();
      return;
    }
    asked = wish;
    if (!isSceneTold) {
      const { nodes, edges } = scene;
      const selectedIds = [...nodes, ...edges].filter((element) => isSelectedIn(scene, element)).map(({ id }) => id);
      const message: SceneMessage = { type: "scene", scene: JSON.stringify({ nodes, edges }), selectedIds };
      parts.worker.postMessage(message);
      isSceneTold = true;
    }
    const request: PictureRequest = {
      type: "picture",
      viewport: wanted,
      theme: theme(),
      width,
      height,
      pixelRatio: window.devicePixelRatio,
      moved: [...moved],
    };
    isPainting = true;
    if (painted === undefined) silence = window.setTimeout(fail, SILENT_MS);
    parts.worker.postMessage(request);
  }

  function show({ viewport, bitmap }: PictureMessage): void {
    window.clearTimeout(silence);
    isPainting = false;
    if (canvas === undefined || wanted === undefined) {
      bitmap.close();
      return;
    }
    if (canvas.width !== bitmap.width || canvas.height !== bitmap.height) {
      [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
      const { devicePixelRatio: ratio } = window;
      Object.assign(canvas.style, { width: `${bitmap.width / ratio}px`, height: `${bitmap.height / ratio}px` });
    }
    canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(bitmap);
    canvas.style.display = "";
    painted = viewport;
    shift();
    ask();
  }

  function settle(): void {
    for (const resolve of waiting.splice(0)) resolve();
  }

  /** Puts the last picture where its actors belong now. */
  function shift(): void {
    if (canvas === undefined || painted === undefined || wanted === undefined) return;
    const zoom = wanted.zoom / painted.zoom;
    const [x, y] = [wanted.pan.x - zoom * painted.pan.x, wanted.pan.y - zoom * painted.pan.y];
    canvas.style.transform = zoom === 1 && x === 0 && y === 0 ? "" : `matrix(${zoom}, 0, 0, ${zoom}, ${x}, ${y})`;
  }

  return {
    isAble: () => isAble,
    setScene(next) {
      scene = next;
      moved.clear();
      isSceneTold = false;
      version++;
    },
    move(id, to) {
      moved.set(id, { ...to });
      version++;
    },
    draw(viewport) {
      wanted = { zoom: viewport.zoom, pan: { ...viewport.pan } };
      shift();
      ask();
    },
    whenDrawn: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        if (!isAble || (wanted === undefined && !isPainting)) settle();
        else ask();
      }),
    destroy() {
      stop();
      settle();
    },
  };
}
