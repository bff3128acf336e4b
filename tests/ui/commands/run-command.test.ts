import { describe, expect, it } from "vitest";
import { buildGraph } from "../../../src/graph/build.ts";
import type { ActorId } from "../../../src/model/ids.ts";
import { createViewStore } from "../../../src/state/store.ts";
import { EMPTY_VIEW, type ItemId, reduce, type ViewState } from "../../../src/state/view-state.ts";
import { visibleGraphOf } from "../../../src/state/visible.ts";
import { type CommandContext, isAvailable, targetsAround } from "../../../src/ui/commands/command.ts";
import { descriptionOf } from "../../../src/ui/commands/description.ts";
import { COMMANDS, commandOf, offersIn, runCommand } from "../../../src/ui/commands/registry.ts";
import { createOverlayStore } from "../../../src/ui/overlays/overlay-state.ts";
import { createPathsStore } from "../../../src/ui/paths/paths-state.ts";
import type { AppContextValue } from "../../../src/ui/shell/app-context.ts";
import { sha256Hex } from "../../support/arbitraries.ts";
import { datasetOf } from "../../support/small-data.ts";

const [A, B, C, D] = ["state/a", "state/b", "state/c", "state/d"] as unknown as readonly [ActorId, ActorId, ActorId, ActorId];
const many = Array.from({ length: 160 }, (_, i) => ["state/hub", "attacks", `org/n${i}`] as const);
const graph = buildGraph(
  datasetOf([["state/a", "attacks", "state/b"], ["state/c", "supplies", "state/a"], ["state/b", "attacks", "state/d"], ...many]),
  { sha256Hex },
);
const relationOf = (from: string, to: string): ItemId => {
  const edge = [...graph.relations.values()].find((e) => e.from === from && e.to === to);
  if (edge === undefined) throw new Error("no such relation");
  return edge.id;
};

/** The page without its screen: everything commands need, and what they said. */
function session(placed: readonly ActorId[]) {
  const store = createViewStore();
  const positions = new Map(placed.map((id, i) => [id, { x: 200 * i, y: 0 }] as const));
  store.getState().open(reduce(EMPTY_VIEW, { type: "place", placed: positions, step: "Start" }));
  const said: string[] = [];
  const overlays = createOverlayStore({ isTimelineOpen: true });
  const paths = createPathsStore(false);
  const app = { graph, store, canvas: { current: undefined }, overlays, paths, notify: (text: string) => said.push(text) };
  const view = (): ViewState => store.getState().history.present;
  const context = (targets?: readonly ItemId[]): CommandContext => ({
    app: app as unknown as AppContextValue,
    view: view(),
    visible: visibleGraphOf(graph, view()),
    targets: targets ?? view().selected,
  });
  const run = (id: string, targets?: readonly ItemId[], choice?: string) => runCommand(commandOf(id), context(targets), choice);
  return { store, overlays, said, view, context, run };
}

describe("commands", () => {
  it("expand out of, into and by type of relation", () => {
    const out = session([A]);
    out.run("expand-out", [A]);
    expect([...out.view().placed.keys()]).toEqual([A, B]);
    const into = session([A]);
    into.run("expand-in", [A]);
    expect([...into.view().placed.keys()]).toEqual([A, C]);
    const byType = session([A]);
    expect(
      commandOf("expand-by-type")
        .choices?.(byType.context([A]))
        .map((c) => c.value),
    ).toEqual(["attacks", "supplies"]);
    byType.run("expand-by-type", [A], "supplies");
    expect([...byType.view().placed.keys()]).toEqual([A, C]);
  });

  it("ask before they add more than 25, and before more than 150 whatever was chosen", () => {
    const hub = "state/hub" as ActorId;
    const { run, view, overlays } = session([hub]);
    run("expand", [hub]);
    expect(view().placed.size).toBe(1);
    expect(overlays.getState().expanding).toMatchObject({ id: hub, direction: "both" });
    overlays.getState().choose(undefined);
    run("expand-by-type", [hub], "attacks");
    expect(view().placed.size).toBe(1);
    expect(overlays.getState().expanding?.types).toEqual(new Set(["attacks"]));
  });

  it("say when nothing is new, nothing is selected, or nothing would change", () => {
    const { run, said } = session([A, B, C]);
    run("expand", [A]);
    run("hide");
    run("show-hidden");
    run("copy-sentence", [A]);
    expect(said).toEqual([
      "Nothing new around A.",
      expect.stringMatching(/^Select an actor first: Hide/),
      expect.stringMatching(/^Nothing to do here: /),
      expect.stringMatching(/^Select a relation first: /),
    ]);
  });

  it("collapse what hangs on an actor alone, and undo brings it back", () => {
    const { run, view, store } = session([A, B, C, D]);
    run("collapse", [B]);
    expect([...view().placed.keys()]).toEqual([A, B, C]);
    store.getState().undo();
    expect([...view().placed.keys()]).toEqual([A, B, C, D]);
  });

  it("focus, and a hidden centre ends the focus", () => {
    const { run, view, context } = session([A, B, C, D]);
    run("focus-1", [D]);
    expect(context().visible.actors).toEqual([B, D]);
    run("leave-focus");
    expect(context().visible.actors).toEqual([A, B, C, D]);
    run("focus-2", [D]);
    run("hide", [D]);
    expect(view().focus).toBeUndefined();
    expect(context().visible.actors).toEqual([A, B, C]);
  });

  it("toggle selection and pins of several at once", () => {
    const { run, view } = session([A, B, C]);
    run("toggle-selection", [A, B]);
    run("toggle-selection", [B, C]);
    expect(view().selected).toEqual([A, B, C]);
    run("toggle-selection", [B, C]);
    expect(view().selected).toEqual([A]);
    run("pin", [A, B]);
    run("pin", [B]);
    expect([...view().pinned]).toEqual([A]);
  });

  it("filter by what a relation is and stands on", () => {
    const { run, view, context } = session([A, B, C]);
    const relation = relationOf("state/a", "state/b");
    run("only-type", [relation]);
    expect(context().visible.relations.size).toBe(1);
    run("clear-filters");
    run("hide-type", [relation]);
    expect([...context().visible.relations.keys()]).toEqual([relationOf("state/c", "state/a")]);
    run("without-source", [relation], "source/s");
    expect([...view().filters.sourcesOff]).toEqual(["source/s"]);
    expect(context().visible.relations.size).toBe(0);
    expect(isAvailable(commandOf("without-source"), context([relation]))).toBe(false);
  });

  it("offer in the search box only what can run, with its target's name", () => {
    const { context } = session([A, B, C]);
    const titles = (targets?: readonly ItemId[]) => offersIn(context(targets)).map((o) => o.title);
    expect(titles()).not.toContainEqual(expect.stringMatching(/^Hide/));
    expect(titles([A])).toContain("Hide · A");
    expect(titles([A])).not.toContainEqual(expect.stringMatching(/Leave the focus|hidden by hand/));
    const runnable = COMMANDS.filter((c) => isAvailable(c, context([A]))).flatMap(
      (c) => c.choices?.(context([A])).map(() => c) ?? c,
    );
    expect(offersIn(context([A])).map((o) => o.command.id)).toEqual(runnable.map((c) => c.id));
  });

  it("act on the whole selection when meant for a part of it, else on that alone", () => {
    const { context } = session([A, B, C]);
    const view = { ...context().view, selected: [A, B] };
    expect(targetsAround(view, [A])).toEqual([B, A]);
    expect(targetsAround(view, [C])).toEqual([C]);
    expect(targetsAround(view, [])).toEqual([]);
  });

  it("describe what is selected with its hedges, and all that is shown with its counts", () => {
    const { context } = session([A, B, C]);
    const all = descriptionOf(context());
    expect(all[0]).toBe(`3 actors of ${graph.actors.size} are shown: state 3.`);
    expect(all[1]).toContain("reported 2");
    expect(all.at(-1)).toBe("What is not shown is not denied.");
    const base = context();
    const actor = descriptionOf({ ...base, view: { ...base.view, selected: [A] } });
    expect(actor[0]).toBe("A, state. 2 of 2 relations shown; 0 neighbors not on the canvas.");
    expect(actor.slice(1).sort()).toEqual(["A reportedly attackss b.", "C reportedly suppliess a."]);
  });
});
