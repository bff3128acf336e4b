// Answers: what does each command do to the view? Buttons, keys and lists all call these.
import type { ActorId } from "../../model/ids.ts";
import { countText, titleOf } from "../../model/text.ts";
import { anchorFor, expansionOf, positionsFor } from "../../state/expansion.ts";
import type { ItemId } from "../../state/view-state.ts";
import type { AppContextValue } from "../shell/app-context.ts";

/** More newcomers than this are chosen from, not added unasked. */
export const CHOOSER_ABOVE = 25;

export interface Commands {
  readonly select: (ids: readonly ItemId[]) => void;
  /** Adds to the selection, or takes out of it. */
  readonly toggleSelected: (id: ItemId) => void;
  /** Brings an actor onto the canvas and selects it. */
  readonly add: (id: ActorId) => void;
  /** Adds one hop; by relation type when types are given. */
  readonly expand: (id: ActorId, types?: ReadonlySet<string>) => void;
  readonly hide: (id: ActorId) => void;
  readonly hideAll: (ids: readonly ActorId[]) => void;
  readonly showHidden: () => void;
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
  return {
    select(ids) {
      dispatch({ type: "select", ids });
    },
    toggleSelected(id) {
      dispatch({ type: "toggle-selected", id });
    },
    add(id) {
      const positions = positionsFor(view(), anchorFor(graph, view(), id), [id]);
      const isNew = !view().placed.has(id) || view().hidden.has(id);
      if (view().filters.kindsOff.has(graph.actors.get(id)?.kind ?? "state"))
        notify(`${nameOf(id)} is on the canvas, but its kind is filtered out.`);
      else if (isNew) notify(`Added ${nameOf(id)}.`);
      dispatch({ type: "place", placed: positions, step: `Added ${nameOf(id)}`, select: id });
      app.canvas.current?.reveal(id);
    },
    expand(id, types) {
      const { fresh, byType, filteredOut } = expansionOf(graph, view(), id);
      const wanted = types === undefined ? fresh : [...new Set([...types].flatMap((type) => byType.get(type) ?? []))].sort();
      if (types === undefined && fresh.length > CHOOSER_ABOVE) {
        app.choose(id);
        return;
      }
      const held = filteredOut === 0 ? "" : ` The filters hold back ${countText(filteredOut, "more actor")}.`;
      if (wanted.length === 0) {
        notify(`Nothing new around ${nameOf(id)}.${held}`);
        return;
      }
      dispatch({ type: "place", placed: positionsFor(view(), id, wanted), step: `Expanded ${nameOf(id)}`, select: id });
      notify(`Added ${countText(wanted.length, "neighbor")} of ${nameOf(id)}.${held}`);
    },
    hide(id) {
      dispatch({ type: "hide", ids: [id] });
      notify(`Hid ${nameOf(id)}. It is kept: “Show hidden” or undo brings it back.`);
    },
    hideAll(ids) {
      dispatch({ type: "hide", ids });
      notify(`Hid ${countText(ids.length, "actor")}. They are kept: “Show hidden” or undo brings them back.`);
    },
    showHidden() {
      dispatch({ type: "show-hidden" });
    },
    openStarter(id) {
      const starter = graph.starters.find((s) => s.id === id);
      if (starter === undefined) return;
      dispatch({ type: "open-starter", placed: starter.positions, title: starter.title });
      requestAnimationFrame(() => app.canvas.current?.fit());
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
