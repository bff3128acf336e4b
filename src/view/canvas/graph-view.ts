// Answers: how does a scene get onto the screen? A handle on the canvas; Cytoscape is known to this folder alone.
import cytoscape from "cytoscape";
import { createDrawing } from "../painting/create-drawing.ts";
import { SURFACES, type Theme } from "../palette.ts";
import { shownLabelsOf } from "../scene/label-budget.ts";
import { letteringScaleOf, measuredIn } from "../scene/lettering.ts";
import type { Scene, SceneNode } from "../scene/scene.ts";
import { captionOf } from "../scene/scene-geometry.ts";
import { type Extent, extentOf, type Viewport, viewportOf, viewportOfExtent } from "../scene/viewport.ts";
import { type Held, letteringOf, syncElements } from "./elements.ts";
import { narrowHitTest } from "./hit-test.ts";
import { type GraphViewHandlers, listenToPointer } from "./pointer.ts";
import { viewportRevealing } from "./reveal.ts";
import { createSizeFollower } from "./size-follower.ts";
import { createSpotlight } from "./spotlight.ts";
import { stylesheetOf } from "./stylesheet.ts";

export type { GraphViewHandlers, Hover, TargetKind } from "./pointer.ts";

export interface GraphView {
  /** Makes the canvas show this scene; what stays is not moved unless the scene moves it. */
  readonly show: (scene: Scene) => void;
  /** Frames these nodes, or everything. */
  readonly fit: (ids?: readonly string[]) => void;
  /** What is in sight; undefined while the canvas has no size. */
  readonly extent: () => Extent | undefined;
  /** Brings this into sight, as large as can be. */
  readonly showExtent: (extent: Extent) => void;
  readonly zoomBy: (factor: number) => void;
  readonly viewport: () => Viewport;
  readonly setViewport: (viewport: Viewport) => void;
  /** Brings nodes into sight that are outside the window, with the least move. */
  readonly reveal: (ids: readonly string[]) => void;
  /** Brings a node to the middle of the window. */
  readonly centerOn: (id: string) => void;
  /** The visible node nearest to a node in a direction of the screen. */
  readonly nearest: (id: string, dx: number, dy: number) => string | undefined;
  /** Centre of a node in pixels of the container. */
  readonly screenPointOf: (id: string) => { x: number; y: number } | undefined;
  /**
   * The whole scene on the colour of the canvas, `scale` pixels for each layout unit, with the labels that have room at that scale. A
   * picture that would be larger than browsers can hold is made smaller.
   */
  readonly toPng: (options: { readonly scale: number }) => Promise<Blob>;
  /** Resolves when the scene last shown is on the screen. */
  readonly whenDrawn: () => Promise<void>;
  readonly setTheme: (theme: Theme) => void;
  readonly destroy: () => void;
}

/** The longest side of a picture that browsers can hold, in pixels. */
const MAX_PNG_SIDE = 8192;

/** Elements of which Cytoscape is told in one go, at first and at most: it works out the look of each in the frame after. */
const SLICE = { first: 8, most: 64 };
/** From telling it to the end of the frame after, in ms: below, more are told next time; above, fewer. */
const FRAME_MS = { quick: 18, slow: 30 };

export function createGraphView(container: HTMLElement, theme: Theme, handlers: GraphViewHandlers): GraphView {
  const cy = cytoscape({
    container,
    style: stylesheetOf(theme),
    layout: { name: "preset" },
    minZoom: 0.05,
    maxZoom: 3,
    boxSelectionEnabled: handlers.onBox !== undefined,
    autounselectify: true,
  });
  const ground = container.querySelector<HTMLElement>(":scope > div");
  const widthOfText = measuredIn(document.createElement("canvas").getContext("2d"));
  let shownTheme = theme;
  let scene: Scene = { nodes: [], edges: [] };
  const held: Held = new Map();
  /** What Cytoscape writes at each node, to touch only those where that changes. */
  const lettering = new Map<string, string>();
  function letter(zoom: number, isForced = false): void {
    const labelled = isForced || !drawn.isPainted() ? shownLabelsOf(scene, zoom, widthOfText) : new Set<string>();
    const scale = Math.round(letteringScaleOf(zoom) * 100) / 100;
    cy.batch(() => {
      for (const node of scene.nodes) {
        const caption = labelled.has(node.id) ? captionOf(node) : "";
        const written = caption === "" ? "" : `${scale} ${caption}`;
        if ((lettering.get(node.id) ?? "") === written) continue;
        lettering.set(node.id, written);
        cy.getElementById(node.id).data(letteringOf(caption, scale));
      }
    });
  }
  const drawn = createDrawing(cy, ground, { theme: () => shownTheme, onRest });
  function onRest(): void {
    if (!drawn.isPainted()) finishSync();
    letter(cy.zoom());
  }
  const spotlight = createSpotlight(container, ground, {
    theme: () => shownTheme,
    viewport: () => ({ zoom: cy.zoom(), pan: cy.pan() }),
    widthOfText,
  });
  const setHitTestScene = narrowHitTest(cy);
  listenToPointer(cy, handlers, spotlight.light);
  /** Moves the window by command: labels follow at once. */
  function move(act: () => void): void {
    act();
    letter(cy.zoom());
  }
  /** Asked to frame while the container had no size: done as soon as it has one. */
  let pending: (() => Viewport | undefined) | undefined;
  function moveTo(viewportNow: () => Viewport | undefined): void {
    pending = cy.width() === 0 || cy.height() === 0 ? viewportNow : undefined;
    const viewport = pending === undefined ? viewportNow() : undefined;
    if (viewport !== undefined) move(() => cy.viewport({ zoom: viewport.zoom, pan: { ...viewport.pan } }));
  }
  function frame(ids?: readonly string[]): void {
    const wanted = ids === undefined ? undefined : new Set(ids);
    moveTo(() => {
      const framed = scene.nodes.filter(({ id }) => wanted?.has(id) !== false);
      return viewportOf(
        framed.map((node) => ({ ...placeOf(node), degree: node.degree })),
        cy.width(),
        cy.height(),
      );
    });
  }
  /** Where it stands now, while it is dragged too. */
  function placeOf({ id, x, y }: SceneNode): { readonly x: number; readonly y: number } {
    const node = cy.getElementById(id);
    return node.empty() ? { x, y } : { ...node.position() };
  }
  const placeOfId = (id: string): ReturnType<typeof placeOf> | undefined => {
    const node = scene.nodes.find((each) => each.id === id);
    return node && placeOf(node);
  };
  /** What Cytoscape has yet to be told of the scene. */
  let rest: Iterator<void, void, number> = [].values();
  const nextSlice: { frame?: number; timer?: number } = {};
  function stopSync(): void {
    if (nextSlice.frame !== undefined) cancelAnimationFrame(nextSlice.frame);
    window.clearTimeout(nextSlice.timer);
  }
  function finishSync(): void {
    stopSync();
    cy.batch(() => {
      while (rest.next(Number.POSITIVE_INFINITY).done !== true);
    });
  }
  /** Where the worker paints, Cytoscape needs what is left only to find it under the pointer: it is told between other tasks. */
  function syncInSlices(size: number): void {
    stopSync();
    const told = performance.now();
    if (rest.next(size).done === true) return;
    nextSlice.frame = requestAnimationFrame(() => {
      nextSlice.timer = window.setTimeout(() => {
        const took = performance.now() - told;
        syncInSlices(
          took < FRAME_MS.quick ? Math.min(size * 2, SLICE.most) : took > FRAME_MS.slow ? Math.max(size / 2, SLICE.first) : size,
        );
      });
    });
  }
  let resizing: number | undefined;
  const followSize = createSizeFollower(cy, frame);
  const observer = new ResizeObserver(() => {
    if (resizing !== undefined) cancelAnimationFrame(resizing);
    resizing = requestAnimationFrame(() => {
      const isFramed = followSize(pending !== undefined);
      if (!isFramed && pending !== undefined) moveTo(pending);
      if (isFramed) letter(cy.zoom());
    });
  });
  observer.observe(container);
  return {
    show(next) {
      scene = next;
      setHitTestScene(next);
      spotlight.setScene(next);
      drawn.setScene(next);
      rest = syncElements(cy, next, held);
      // To its first pause.
      rest.next(0);
      if (drawn.isPainted()) syncInSlices(SLICE.first);
      else finishSync();
      for (const id of lettering.keys()) if (!held.has(id)) lettering.delete(id);
      letter(cy.zoom());
    },
    fit: frame,
    extent: () => extentOf({ zoom: cy.zoom(), pan: cy.pan() }, cy.width(), cy.height()),
    showExtent: (extent) => moveTo(() => viewportOfExtent(extent, cy.width(), cy.height())),
    zoomBy(factor) {
      move(() => cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } }));
    },
    viewport: () => ({ zoom: cy.zoom(), pan: { ...cy.pan() } }),
    setViewport({ zoom, pan }) {
      move(() => cy.viewport({ zoom, pan: { ...pan } }));
    },
    reveal(ids) {
      const wanted = new Set(ids);
      const window = { viewport: { zoom: cy.zoom(), pan: { ...cy.pan() } }, width: cy.width(), height: cy.height() };
      if (window.width === 0 || window.height === 0) return;
      const found = viewportRevealing(
        scene.nodes.filter(({ id }) => wanted.has(id)),
        scene.nodes.filter(({ id }) => !wanted.has(id)),
        window,
      );
      if (found !== undefined) move(() => cy.viewport({ zoom: found.zoom, pan: { ...found.pan } }));
    },
    centerOn(id) {
      const place = placeOfId(id);
      if (place === undefined) return;
      const zoom = cy.zoom();
      cy.pan({ x: cy.width() / 2 - zoom * place.x, y: cy.height() / 2 - zoom * place.y });
    },
    nearest(id, dx, dy) {
      const from = placeOfId(id);
      if (from === undefined) return scene.nodes[0]?.id;
      let best: { id: string; score: number } | undefined;
      for (const node of scene.nodes) {
        const to = placeOf(node);
        const [vx, vy] = [to.x - from.x, to.y - from.y];
        const along = vx * dx + vy * dy;
        if (node.id === id || along <= 0) continue;
        const score = along + 2 * Math.abs(vx * dy - vy * dx);
        if (best === undefined || score < best.score) best = { id: node.id, score };
      }
      return best?.id;
    },
    screenPointOf(id) {
      const [place, zoom, pan] = [placeOfId(id), cy.zoom(), cy.pan()];
      return place && { x: place.x * zoom + pan.x, y: place.y * zoom + pan.y };
    },
    toPng({ scale }) {
      finishSync();
      const { w, h } = cy.elements().boundingBox({});
      const fitting = Math.min(scale, MAX_PNG_SIDE / Math.max(w, h, 1));
      letter(fitting, true);
      try {
        return cy.png({ output: "blob-promise", full: true, scale: fitting, bg: SURFACES[shownTheme].canvas });
      } finally {
        letter(cy.zoom());
      }
    },
    whenDrawn: drawn.whenDrawn,
    setTheme(next) {
      if (next === shownTheme) return;
      shownTheme = next;
      spotlight.light(undefined);
      cy.style(stylesheetOf(next));
    },
    destroy() {
      observer.disconnect();
      if (resizing !== undefined) cancelAnimationFrame(resizing);
      stopSync();
      drawn.destroy();
      spotlight.destroy();
      cy.destroy();
    },
  };
}
