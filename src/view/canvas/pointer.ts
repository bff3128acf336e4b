// Answers: what did the pointer do to the canvas?
import type { Core, EventObject } from "cytoscape";

/** What the pointer rests on, and where, in pixels of the container. */
export interface Hover {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

export type TargetKind = "actor" | "relation" | "none";

export interface GraphViewHandlers {
  /** Additive: with Ctrl, Cmd or Shift held. */
  readonly onSelect: (id: string | undefined, kind: TargetKind, how: { readonly additive: boolean }) => void;
  readonly onExpand: (id: string) => void;
  readonly onMove: (id: string, to: { x: number; y: number }) => void;
  /** After a short rest; undefined when the pointer leaves. */
  readonly onHover: (hover: Hover | undefined) => void;
  /** A box was drawn with Shift, Ctrl or Cmd held: the actors wholly inside. Without this handler no box can be drawn. */
  readonly onBox?: (ids: readonly string[]) => void;
  /** A right click or a long press, in pixels of the container. */
  readonly onMenu?: (id: string | undefined, kind: TargetKind, at: { readonly x: number; readonly y: number }) => void;
  /** A double click on a relation. */
  readonly onOpen?: (id: string, kind: "relation") => void;
  /** A drag has ended here; `onMove` is called as well. */
  readonly onPin?: (id: string, to: { x: number; y: number }) => void;
}

const HOVER_MS = 80;
const TOOLTIP_MS = 300;

/** `light` is called with what the pointer rests on, and with undefined when it has left. */
export function listenToPointer(cy: Core, handlers: GraphViewHandlers, light: (id: string | undefined) => void): void {
  listenToTaps(cy, handlers);
  listenToDrags(cy, handlers);
  listenToHover(cy, handlers, light);
}

function targetOf(cy: Core, { target }: EventObject): { id: string | undefined; kind: TargetKind } {
  if (target === cy) return { id: undefined, kind: "none" };
  return { id: target.id(), kind: target.isNode() ? "actor" : "relation" };
}

function listenToTaps(cy: Core, handlers: GraphViewHandlers): void {
  /** A long press has opened the menu: lifting the finger is not a tap. */
  let wasHeld = false;
  let tapped: readonly ReturnType<typeof targetOf>[] = [];
  cy.on("tapstart", () => {
    wasHeld = false;
  });
  cy.on("tap", (event: EventObject) => {
    if (wasHeld) return;
    const { id, kind } = targetOf(cy, event);
    tapped = [...tapped.slice(-1), { id, kind }];
    const { ctrlKey, metaKey, shiftKey } = event.originalEvent;
    handlers.onSelect(id, kind, { additive: ctrlKey || metaKey || shiftKey });
  });
  cy.on("dbltap", "node", (event: EventObject) => handlers.onExpand(event.target.id()));
  cy.on("dbltap", "edge", (event: EventObject) => handlers.onOpen?.(event.target.id(), "relation"));
  // A line that stands for several fans out at the first tap: the second may find nothing at its place.
  cy.on("dbltap", (event: EventObject) => {
    const [first] = tapped;
    if (event.target === cy && first?.kind === "relation" && first.id !== undefined) handlers.onOpen?.(first.id, "relation");
  });
  const openMenu = (event: EventObject): void => {
    const { id, kind } = targetOf(cy, event);
    const { zoom, pan } = { zoom: cy.zoom(), pan: cy.pan() };
    const at = { x: event.position.x * zoom + pan.x, y: event.position.y * zoom + pan.y };
    handlers.onMenu?.(id, kind, at);
  };
  cy.on("cxttap", openMenu);
  cy.on("taphold", (event: EventObject) => {
    // A mouse has a right button; a long press of its left one is the start of a drag.
    if (!event.originalEvent.type.startsWith("touch") || handlers.onMenu === undefined) return;
    wasHeld = true;
    openMenu(event);
  });
}

function listenToDrags(cy: Core, handlers: GraphViewHandlers): void {
  cy.on("dragfree", "node", (event: EventObject) => {
    const { x, y } = event.target.position();
    const to = { x: Math.round(x), y: Math.round(y) };
    handlers.onMove(event.target.id(), to);
    handlers.onPin?.(event.target.id(), to);
  });
  let boxed: string[] = [];
  cy.on("boxend", () => {
    boxed = [];
    // Cytoscape tells the end of the box first, then what is in it.
    queueMicrotask(() => handlers.onBox?.(boxed));
  });
  cy.on("box", "node", (event: EventObject) => boxed.push(event.target.id()));
}

function listenToHover(cy: Core, handlers: GraphViewHandlers, light: (id: string | undefined) => void): void {
  let timer: number | undefined;
  const settle = (id: string | undefined): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (!cy.destroyed()) light(id);
    }, HOVER_MS);
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
    settle(target.id());
  });
  cy.on("mouseout", "node, edge", () => {
    leave();
    settle(undefined);
  });
  cy.on("grab boxstart viewport", () => {
    window.clearTimeout(timer);
    leave();
    light(undefined);
  });
}
