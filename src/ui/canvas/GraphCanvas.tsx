// Answers: how does the view reach Cytoscape, and how do keys work while the canvas has focus?
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { relationSentence } from "../../graph/phrases.ts";
import type { ActorId, RelationId } from "../../model/ids.ts";
import { titleOf } from "../../model/text.ts";
import { RELATION_STATUS_WORDS } from "../../model/words.ts";
import { chosenActorOf } from "../../state/view-state.ts";
import type { Hover } from "../../view/graph-view.ts";
import { createGraphView } from "../../view/graph-view.ts";
import { KIND_STYLES } from "../../view/palette.ts";
import { commandsOf } from "../commands/commands.ts";
import { useTheme } from "../parts/Swatch.tsx";
import { useApp, useView, useVisible } from "../shell/app-context.ts";
import { pagePainted, removeFirstPicture } from "../shell/first-picture.ts";
import { itemsAt, sceneOf } from "./scene-of.ts";

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function GraphCanvas({ onPainted }: { readonly onPainted: (isPainted: true) => void }) {
  const app = useApp();
  const view = useView();
  const visible = useVisible();
  const theme = useTheme();
  const container = useRef<HTMLDivElement>(null);
  const [isReady, setReady] = useState(false);
  const [hover, setHover] = useState<Hover>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the canvas is made once; the theme is handed on below
  useEffect(() => {
    if (container.current === null) return;
    const commands = commandsOf(app);
    const canvas = createGraphView(container.current, theme, {
      onSelect: (id) => commands.select(id === undefined ? [] : itemsAt(id)),
      onExpand: (id) => commands.expand(id as ActorId),
      onMove: (id, to) => app.store.getState().dispatch({ type: "move", id: id as ActorId, to }),
      onHover: setHover,
    });
    app.canvas.current = canvas;
    return () => {
      app.canvas.current = undefined;
      canvas.destroy();
    };
  }, [app]);
  useEffect(() => app.canvas.current?.setTheme(theme), [app, theme]);
  useEffect(() => {
    app.canvas.current?.show(sceneOf(app.graph, view, visible));
    if (isReady) return;
    app.canvas.current?.fit();
    void pagePainted().then(() => {
      performance.mark("graph-live");
      removeFirstPicture();
      setReady(true);
      onPainted(true);
    });
  }, [app, view, visible, isReady, onPainted]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const commands = commandsOf(app);
    const selected = chosenActorOf(view);
    const arrow = ARROWS[event.key];
    const canvas = app.canvas.current;
    if (canvas === undefined) return;
    if (arrow !== undefined) {
      const next = selected === undefined ? visible.actors[0] : canvas.nearest(selected, ...arrow);
      if (next !== undefined) {
        commands.select([next as ActorId]);
        canvas.reveal(next);
      }
    } else if (event.key === "e" && selected !== undefined) commands.expand(selected);
    else if ((event.key === "h" || event.key === "Delete") && selected !== undefined) commands.hide(selected);
    else if (event.key === "u") commands.showHidden();
    else if (event.key === "f") canvas.fit();
    else if (event.key === "+" || event.key === "=") canvas.zoomBy(1.25);
    else if (event.key === "-") canvas.zoomBy(0.8);
    else if (event.key === "Escape") commands.select([]);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div
        ref={container}
        className="canvas"
        role="application"
        aria-roledescription="graph"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the canvas is one stop for the keyboard
        tabIndex={0}
        aria-label={`Graph of ${visible.actors.length} actors and ${visible.relations.size} relations. Arrow keys move between actors, E expands, H hides, F fits. The list of everything shown has the same commands.`}
        data-testid="graph-canvas"
        data-ready={isReady}
        data-actors={visible.actors.length}
        data-relations={visible.relations.size}
        onKeyDown={onKeyDown}
      />
      {hover === undefined ? null : (
        <div className="tooltip" role="presentation" style={{ left: hover.x + 14, top: hover.y + 14 }}>
          <HoverText hover={hover} />
        </div>
      )}
    </>
  );
}

function HoverText({ hover }: { readonly hover: Hover }) {
  const { graph } = useApp();
  const visible = useVisible();
  const actor = graph.actors.get(hover.id as ActorId);
  if (actor !== undefined) return `${titleOf(actor.label)} · ${KIND_STYLES[actor.kind].word}`;
  const edge = graph.relations.get(hover.id as RelationId);
  const derived = visible.relations.get(hover.id as RelationId);
  if (edge === undefined || derived === undefined) return null;
  return (
    <>
      <strong>{relationSentence(graph, edge, derived)}</strong>
      <br />
      {derived.status}: {RELATION_STATUS_WORDS[derived.status]}
    </>
  );
}
