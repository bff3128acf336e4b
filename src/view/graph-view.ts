// Answers: how does a scene get onto the screen, and what did the pointer do to it? The only file that knows Cytoscape.
import cytoscape, { type Core, type ElementDefinition, type EventObject, type NodeSingular } from "cytoscape";
import { LINE_STYLES, type Theme, widthOf } from "./palette.ts";
import type { Scene, SceneEdge, SceneNode } from "./scene.ts";
import { captionOf, nodeSizeOf, viewportOf } from "./scene-geometry.ts";
import { stylesheetOf } from "./stylesheet.ts";

/** What the pointer rests on, and where, in pixels of the container. */
export interface Hover {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

export interface GraphViewHandlers {
  readonly onSelect: (id: string | undefined, kind: "actor" | "relation" | "none") => void;
  readonly onExpand: (id: string) => void;
  readonly onMove: (id: string, to: { x: number; y: number }) => void;
  /** After a short rest; undefined when the pointer leaves. */
  readonly onHover: (hover: Hover | undefined) => void;
}

export interface GraphView {
  /** Makes the canvas show this scene; what stays is not moved unless the scene moves it. */
  readonly show: (scene: Scene) => void;
  /** Frames these nodes, or everything. */
  readonly fit: (ids?: readonly string[]) => void;
  readonly zoomBy: (factor: number) => void;
  /** Brings a node into sight when it is outside the window. */
  readonly reveal: (id: string) => void;
  /** The visible node nearest to a node in a direction of the screen. */
  readonly nearest: (id: string, dx: number, dy: number) => string | undefined;
  /** Centre of a node in pixels of the container. */
  readonly screenPointOf: (id: string) => { x: number; y: number } | undefined;
  readonly setTheme: (theme: Theme) => void;
  readonly destroy: () => void;
}

const HOVER_MS = 80;
const TOOLTIP_MS = 300;

export function createGraphView(container: HTMLElement, theme: Theme, handlers: GraphViewHandlers): GraphView {
  const cy = cytoscape({
    container,
    style: stylesheetOf(theme),
    layout: { name: "preset" },
    minZoom: 0.15,
    maxZoom: 3,
    boxSelectionEnabled: false,
    autounselectify: true,
  });
  listen(cy, handlers);
  let shownTheme = theme;
  /** Asked to frame while the container had no size: done as soon as it has one. */
  let isFramePending = false;
  function frame(ids?: readonly string[]): void {
    isFramePending = cy.width() === 0 || cy.height() === 0;
    const nodes = ids === undefined ? cy.nodes() : cy.nodes().filter((node) => ids.includes(node.id()));
    if (isFramePending || nodes.empty()) return;
    const framed = nodes.map((node) => ({ ...node.position(), degree: node.data("degree") as number }));
    const viewport = viewportOf(framed, cy.width(), cy.height());
    if (viewport !== undefined) cy.viewport({ zoom: viewport.zoom, pan: { ...viewport.pan } });
  }
  let resizing: number | undefined;
  const observer = new ResizeObserver(() => {
    if (resizing !== undefined) cancelAnimationFrame(resizing);
    resizing = requestAnimationFrame(() => {
      cy.resize();
      if (isFramePending) frame();
    });
  });
  observer.observe(container);
  return {
    show(scene) {
      cy.batch(() => {
        syncElements(cy, [...scene.nodes.map(nodeElement), ...scene.edges.map(edgeElement)]);
        cy.elements(".selected").removeClass("selected");
        for (const id of scene.selectedIds ?? []) cy.getElementById(id).addClass("selected");
      });
    },
    fit: frame,
    zoomBy(factor) {
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    },
    reveal(id) {
      const node = cy.getElementById(id);
      if (node.empty() || !node.isNode()) return;
      const { x, y } = node.renderedPosition();
      const isInside = x > 40 && y > 40 && x < cy.width() - 40 && y < cy.height() - 40;
      if (!isInside) cy.center(node);
    },
    nearest(id, dx, dy) {
      const from = cy.getElementById(id).position();
      if (from === undefined) return cy.nodes()[0]?.id();
      let best: { id: string; score: number } | undefined;
      cy.nodes().forEach((node: NodeSingular) => {
        const to = node.position();
        const [vx, vy] = [to.x - from.x, to.y - from.y];
        const along = vx * dx + vy * dy;
        if (node.id() === id || along <= 0) return;
        const score = along + 2 * Math.abs(vx * dy - vy * dx);
        if (best === undefined || score < best.score) best = { id: node.id(), score };
      });
      return best?.id;
    },
    screenPointOf(id) {
      const node = cy.getElementById(id);
      return node.empty() ? undefined : { ...node.renderedPosition() };
    },
    setTheme(next) {
      if (next === shownTheme) return;
      shownTheme = next;
      cy.style(stylesheetOf(next));
    },
    destroy() {
      observer.disconnect();
      if (resizing !== undefined) cancelAnimationFrame(resizing);
      cy.destroy();
    },
  };
}

function listen(cy: Core, handlers: GraphViewHandlers): void {
  cy.on("tap", (event: EventObject) => {
    if (event.target === cy) handlers.onSelect(undefined, "none");
    else handlers.onSelect(event.target.id(), event.target.isNode() ? "actor" : "relation");
  });
  cy.on("dbltap", "node", (event: EventObject) => handlers.onExpand(event.target.id()));
  cy.on("dragfree", "node", (event: EventObject) => {
    const { x, y } = event.target.position();
    handlers.onMove(event.target.id(), { x: Math.round(x), y: Math.round(y) });
  });
  let timer: number | undefined;
  const settle = (act: () => void): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(act, HOVER_MS);
  };
  let tooltip: number | undefined;
  const over = (id: string): void => {
    const box = cy.container();
    if (box !== null) box.dataset.over = id;
  };
  const leave = (): void => {
    over("");
    window.clearTimeout(tooltip);
    handlers.onHover(undefined);
  };
  cy.on("mouseover", "node, edge", (event: EventObject) => {
    const { target, renderedPosition } = event;
    window.clearTimeout(tooltip);
    over(target.id());
    tooltip = window.setTimeout(() => handlers.onHover({ id: target.id(), ...renderedPosition }), TOOLTIP_MS);
    settle(() =>
      cy.batch(() => {
        if (cy.destroyed() || target.removed()) return;
        const lit = target.isNode() ? target.closedNeighborhood() : target.union(target.connectedNodes());
        cy.elements().removeClass("lit").difference(lit).addClass("faded");
        lit.removeClass("faded").edges().addClass("lit");
      }),
    );
  });
  cy.on("mouseout", "node, edge", () => {
    leave();
    settle(() => {
      if (!cy.destroyed()) cy.elements().removeClass("faded lit");
    });
  });
  cy.on("grab pan zoom", leave);
}

/** Adds, removes and updates so that exactly these elements are there. */
function syncElements(cy: Core, wanted: readonly ElementDefinition[]): void {
  const ids = new Set(wanted.map((e) => e.data.id));
  cy.elements()
    .filter((element) => !ids.has(element.id()))
    .remove();
  const missing: ElementDefinition[] = [];
  for (const element of wanted) {
    const held = cy.getElementById(element.data.id ?? "");
    if (held.empty()) missing.push(element);
    else {
      held.data(element.data);
      const position = element.position;
      if (position !== undefined && held.isNode() && !held.grabbed()) held.position(position);
    }
  }
  cy.add(missing);
}

function nodeElement(node: SceneNode): ElementDefinition {
  const { id, kind, degree, x, y } = node;
  return { data: { id, kind, degree, caption: captionOf(node), size: nodeSizeOf(degree) }, position: { x, y } };
}

function edgeElement(edge: SceneEdge): ElementDefinition {
  const mark = LINE_STYLES[edge.status].mark ?? "";
  const { id, source, target, polarity, status, symmetric } = edge;
  const label = mark === "" ? edge.label : `${mark} ${edge.label}`;
  return { data: { id, source, target, polarity, status, symmetric, mark, label, width: widthOf(edge.origins) } };
}
