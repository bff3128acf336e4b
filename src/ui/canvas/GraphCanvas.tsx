// Answers: how does the view reach Cytoscape, and how do pointer and keys on the canvas reach the commands?
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import type { ActorId } from "../../model/ids.ts";
import { isActorId } from "../../model/ids.ts";
import type { ItemId } from "../../state/view-state.ts";
import { createGraphView, type Hover } from "../../view/canvas/graph-view.ts";
import { targetsAround } from "../commands/command.ts";
import { commandsOf } from "../commands/commands.ts";
import { commandOf, runCommand } from "../commands/registry.ts";
import { runCanvasKey, useCommandContext } from "../commands/use-commands.ts";
import { afterShown } from "../parts/after-shown.ts";
import { useTheme } from "../parts/Swatch.tsx";
import { pagePainted, removeFirstPicture } from "../shell/first-picture.ts";
import { LANDMARKS } from "../shell/landmarks.ts";
import { HoverText } from "./HoverText.tsx";
import { itemsAt, sceneOf } from "./scene-of.ts";
import { useCursor } from "./use-cursor.ts";

/** Pressed beside everything. */
const GROUND = "";

export function GraphCanvas({ onPainted }: { readonly onPainted: () => void }) {
  const context = useCommandContext();
  const { app, view, visible } = context;
  const theme = useTheme();
  const { selected, placed, pinned } = view;
  const found = useStore(app.paths, (s) => s.shown);
  const route = view.route === undefined ? undefined : found;
  const container = useRef<HTMLDivElement>(null);
  const [isReady, setReady] = useState(false);
  const [hover, setHover] = useState<Hover>();
  const cursor = useCursor(context);
  /** What the last two presses were on: Cytoscape takes any two quick ones for a double click. */
  const pressed = useRef<readonly (string | undefined)[]>([]);
  const latest = useRef(context);
  latest.current = context;

  const openMenu = (ids: readonly ItemId[], at: { x: number; y: number }): void => {
    const { view: now, app: held } = latest.current;
    if (held.overlays.getState().menu !== undefined) return;
    const targets = targetsAround(now, ids);
    if (targets === ids) commandsOf(held).select(ids);
    held.overlays.getState().setMenu({ targets, at });
  };
  const openEvidence = (ids: readonly ItemId[]): void =>
    runCommand(commandOf("show-evidence"), { ...latest.current, targets: ids });
  /** A first press on a line that stands for several fans it out: the second is on one of them, or on the ground where it was. */
  const isTwice = (id: string): boolean =>
    pressed.current.every((other) => other !== undefined && itemsAt(other).some((item) => itemsAt(id).includes(item)));
  const isSelected = (id: string): boolean => latest.current.view.selected.includes(id as ActorId);
  /** From pixels of the container to pixels of the window. */
  const inWindow = ({ x, y }: { x: number; y: number }) => {
    const box = container.current?.getBoundingClientRect();
    return { x: x + (box?.left ?? 0), y: y + (box?.top ?? 0) };
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the canvas is made once; the theme is handed on below
  useEffect(() => {
    if (container.current === null) return;
    const commands = commandsOf(app);
    const canvas = createGraphView(container.current, theme, {
      onSelect: (id, _kind, { additive }) => {
        const ids = id === undefined ? [] : itemsAt(id);
        pressed.current = [pressed.current.at(-1), additive ? undefined : (id ?? GROUND)];
        if (!additive) commands.select(ids);
        else if (ids.length > 0) commands.toggleSelected(ids);
      },
      onExpand: (id) => isTwice(id) && commands.expand(id as ActorId),
      onOpen: (id) => {
        const [first, second] = pressed.current;
        if (isTwice(id) || (first === id && second === GROUND)) openEvidence(itemsAt(id));
      },
      onMove: (id, to) => app.store.getState().dispatch({ type: "move", id: id as ActorId, to }),
      onBox: (ids) => {
        if (ids.length > 0) commands.toggleSelected(ids.filter((id) => !isSelected(id)) as ActorId[]);
      },
      onMenu: (id, _kind, at) => {
        container.current?.focus({ preventScroll: true });
        openMenu(id === undefined ? [] : itemsAt(id), inWindow(at));
      },
      onHover: setHover,
    });
    app.canvas.current = canvas;
    app.session.followExtent(canvas.extent);
    return () => {
      app.canvas.current = undefined;
      app.session.followExtent(() => undefined);
      canvas.destroy();
    };
  }, [app]);
  useEffect(() => app.canvas.current?.setTheme(theme), [app, theme]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `show` is of this render
  useEffect(() => {
    // In a task of its own, after the canvas or the panels have had theirs; a route, which changes all lines, in a frame of its own.
    if (isReady && route !== undefined) return afterShown(show);
    const timer = window.setTimeout(show);
    return () => window.clearTimeout(timer);
  }, [app, selected, placed, pinned, visible, route, isReady, onPainted]);

  function show(): void {
    const scene = sceneOf(app.graph, view, visible, route);
    app.canvas.current?.show(scene);
    // What is drawn as the route, for tests and for whoever looks into the page.
    if (container.current !== null)
      container.current.dataset.route = scene.edges
        .flatMap(({ id, isOnRoute }) => (isOnRoute === true ? itemsAt(id) : []))
        .join(" ");
    if (isReady) return;
    const { extent } = app.session.state.getState();
    if (extent === undefined) app.canvas.current?.fit();
    else app.canvas.current?.showExtent(extent);
    void pagePainted()
      .then(() => app.canvas.current?.whenDrawn())
      .then(() => {
        performance.mark("graph-live");
        removeFirstPicture();
        setReady(true);
        onPainted();
      });
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) {
      event.preventDefault();
      const last = view.selected.at(-1);
      const at = last !== undefined && isActorId(last) ? app.canvas.current?.screenPointOf(last) : undefined;
      openMenu(view.selected, inWindow(at ?? { x: 40, y: 40 }));
    } else if (cursor.move(event)) event.preventDefault();
    else runCanvasKey(event, event.key === " " ? { ...context, targets: cursor.items() } : context);
  };
  return (
    <>
      <div
        ref={container}
        id={LANDMARKS.graph}
        className="canvas"
        role="application"
        aria-roledescription="graph"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the canvas is one stop for the keyboard
        tabIndex={0}
        aria-label={`Graph of ${visible.actors.length} actors and ${visible.relations.size} relations. Arrow keys move between actors, Enter opens the evidence, E expands, H hides, D describes, question mark lists all keys. The list of everything shown has the same commands.`}
        data-testid="graph-canvas"
        data-ready={isReady}
        data-actors={visible.actors.length}
        data-relations={visible.relations.size}
        data-selected={view.selected.length}
        onKeyDown={onKeyDown}
        // Cytoscape takes focus away on every press: a click gives it back, so that keys work on what was clicked.
        onClick={(event) => event.currentTarget.focus({ preventScroll: true })}
        onContextMenu={(event) => event.preventDefault()}
      />
      {hover === undefined ? null : (
        <div className="tooltip" role="presentation" style={{ left: hover.x + 14, top: hover.y + 14 }}>
          <HoverText hover={hover} />
        </div>
      )}
    </>
  );
}
