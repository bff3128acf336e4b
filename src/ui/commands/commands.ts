// Answers: what does each command do to the view? The table of commands, search and lists call these.
import type { ActorId, RelationId } from "../../model/ids.ts";
import type { Direction } from "../../model/kinds.ts";
import { countText, titleOf } from "../../model/text.ts";
import { collapseOf } from "../../state/collapse.ts";
import { anchorFor, expansionOf, positionsFor } from "../../state/expansion.ts";
import { NO_QUESTION } from "../../state/route-question.ts";
import type { Filters, Focus, ItemId } from "../../state/view-state.ts";
import type { VisibleGraph } from "../../state/visible.ts";
import { afterShown } from "../parts/after-shown.ts";
import { routeCommandsOf } from "../paths/route-commands.ts";
import type { AppContextValue } from "../shell/app-context.ts";

/** More newcomers than this are chosen from, not added unasked. */
export const CHOOSER_ABOVE = 25;
/** More than this are added only after an explicit yes. */
export const CONFIRM_ABOVE = 150;

export interface ExpandOptions {
  readonly direction?: Direction | undefined;
  /** Only the neighbors these relation types bring. */
  readonly types?: ReadonlySet<string> | undefined;
  /** The reader has been told how many, and wants them. */
  readonly isAgreed?: boolean | undefined;
}

export interface Commands {
  readonly select: (ids: readonly ItemId[]) => void;
  /** Adds to the selection; takes out of it when all are in it. */
  readonly toggleSelected: (ids: readonly ItemId[]) => void;
  /** Brings an actor onto the canvas and selects it. */
  readonly add: (id: ActorId) => void;
  /** Brings both ends of a relation onto the canvas and selects it. */
  readonly openRelation: (id: RelationId) => void;
  /** Adds one hop. */
  readonly expand: (id: ActorId, options?: ExpandOptions) => void;
  readonly collapse: (id: ActorId, visible: VisibleGraph) => void;
  readonly focus: (focus: Focus | undefined) => void;
  readonly hide: (ids: readonly ActorId[]) => void;
  readonly showHidden: () => void;
  /** Pins them; unpins them when all are pinned. */
  readonly togglePinned: (ids: readonly ActorId[]) => void;
  readonly filter: (change: Partial<Filters>, step: string) => void;
  readonly openStarter: (id: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly fit: () => void;
}

export function commandsOf(app: AppContextValue): Commands {
  const { graph, store, notify } = app;
  const view = () => store.getState().history.present;
  const { dispatch } = store.getState();
  const nameOf = (id: ActorId): string => titleOf(graph.actors.get(id)?.label ?? id);
  /** Once the canvas has them. */
  const reveal = (ids: readonly ActorId[]): void => {
    if (app.canvas.current !== undefined) afterShown(() => app.canvas.current?.reveal(ids));
  };
  return {
    select(ids) {
      dispatch({ type: "select", ids });
    },
    toggleSelected(ids) {
      const { selected } = view();
      const rest = selected.filter((id) => !ids.includes(id));
      dispatch({ type: "select", ids: rest.length === selected.length - ids.length ? rest : [...rest, ...ids] });
      notify(`${view().selected.length} selected.`);
    },
    add(id) {
      const positions = positionsFor(view(), anchorFor(graph, view(), id), [id]);
      const isNew = !view().placed.has(id) || view().hidden.has(id);
      if (view().filters.kindsOff.has(graph.actors.get(id)?.kind ?? "state"))
        notify(`${nameOf(id)} is on the canvas, but its kind is filtered out.`);
      else if (isNew) notify(`Added ${nameOf(id)}.`);
      dispatch({ type: "place", placed: positions, step: `Added ${nameOf(id)}`, select: id });
      reveal([id]);
    },
    openRelation(id) {
      const edge = graph.relations.get(id);
      if (edge === undefined) return;
      const placed = view().placed.has(edge.from) ? edge.from : view().placed.has(edge.to) ? edge.to : undefined;
      const positions = positionsFor(view(), placed, [...new Set([edge.from, edge.to])]);
      dispatch({ type: "place", placed: positions, step: `Added ${nameOf(edge.from)} and ${nameOf(edge.to)}` });
      dispatch({ type: "select", ids: [id] });
      reveal([edge.from, edge.to]);
    },
    expand(id, { direction = "both", types, isAgreed = false } = {}) {
      const { fresh, byType, filteredOut } = expansionOf(graph, view(), id, direction);
      const wanted = types === undefined ? fresh : [...new Set([...types].flatMap((type) => byType.get(type) ?? []))].sort();
      if (!isAgreed && wanted.length > (types === undefined ? CHOOSER_ABOVE : CONFIRM_ABOVE)) {
        app.overlays.getState().choose({ id, direction, types });
        return;
      }
      const held = filteredOut === 0 ? "" : ` The filters hold back ${countText(filteredOut, "more actor")}.`;
      if (wanted.length === 0) {
        notify(`Nothing new around ${nameOf(id)}.${held}`);
        return;
      }
      dispatch({ type: "place", placed: positionsFor(view(), id, wanted), step: `Expanded ${nameOf(id)}`, select: id });
      reveal([id, ...wanted]);
      notify(`Added ${countText(wanted.length, "neighbor")} of ${nameOf(id)}.${held}`);
    },
    collapse(id, visible) {
      const ids = collapseOf(graph, view(), visible, id);
      if (ids.length === 0) {
        notify(`No actor hangs on ${nameOf(id)} alone.`);
        return;
      }
      dispatch({ type: "remove", ids, step: `Collapsed ${nameOf(id)}` });
      notify(
        `Took ${countText(ids.length, "actor")} off the canvas that ${ids.length === 1 ? "hangs" : "hang"} on ${nameOf(id)} alone.`,
      );
    },
    focus(focus) {
      dispatch({ type: "focus", focus });
      notify(
        focus === undefined ? "Everything is shown again." : `${view().step} around ${nameOf(focus.actor)}. 0 leaves the focus.`,
      );
    },
    hide(ids) {
      const [only] = ids;
      const isOne = ids.length === 1 && only !== undefined;
      dispatch({ type: "hide", ids });
      notify(
        `Hid ${isOne ? nameOf(only) : countText(ids.length, "actor")}. ${isOne ? "It is" : "They are"} kept: “Show hidden” or undo ${isOne ? "brings it" : "brings them"} back.`,
      );
    },
    showHidden() {
      dispatch({ type: "show-hidden" });
    },
    togglePinned(ids) {
      dispatch({ type: "pin", ids, isOn: !ids.every((id) => view().pinned.has(id)) });
      notify(`${view().step}.`);
    },
    filter(change, step) {
      dispatch({ type: "set-filters", filters: change, step });
      notify(`${step}.`);
    },
    openStarter(id) {
      const starter = graph.starters.find((s) => s.id === id);
      if (starter === undefined) return;
      dispatch({ type: "open-starter", placed: starter.positions, title: starter.title });
      const { ask } = starter;
      if (ask?.query === "paths" && ask.from !== undefined && ask.to !== undefined)
        routeCommandsOf(app).ask(
          {
            ...NO_QUESTION,
            from: ask.from,
            to: ask.to,
            maxHops: ask.maxHops ?? NO_QUESTION.maxHops,
            preset: ask.ranking ?? NO_QUESTION.preset,
            slots: ask.slots === true,
          },
          `Asked: ${starter.question}`,
        );
      afterShown(() => app.canvas.current?.fit());
    },
    undo() {
      const { step } = view();
      if (store.getState().history.past.length > 0) notify(`Undone: ${step}.`);
      store.getState().undo();
    },
    redo() {
      if (store.getState().history.future.length === 0) return;
      store.getState().redo();
      notify(`Redone: ${view().step}.`);
    },
    fit() {
      app.canvas.current?.fit();
    },
  };
}
