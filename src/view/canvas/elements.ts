// Answers: what changes on the canvas when a scene follows another? Only that is touched.
import type { Core, ElementDefinition } from "cytoscape";
import { widthOf } from "../palette.ts";
import { LABEL } from "../scene/lettering.ts";
import { isSelectedIn, type Scene, type SceneEdge, type SceneNode } from "../scene/scene.ts";
import { bendsOf, markOf, nodeSizeOf } from "../scene/scene-geometry.ts";

/** What of a scene is on the canvas: of each element its data, written out, to tell whether it has changed. */
export type Held = Map<string, { readonly written: string; readonly classes: string }>;

/**
 * Makes exactly the elements of the scene be there. `held` says at each pause what is there; stopping at one is safe, and the next scene
 * does what was left. Before the first pause all that goes is gone, and what stays is where it belongs, but for what is being dragged.
 * After it come actors, then lines, as many without a pause as `next` is told. Cost O(scene) to compare, and Cytoscape's share only for
 * what differs.
 */
export function* syncElements(cy: Core, scene: Scene, held: Held): Generator<void, void, number> {
  const bends = bendsOf(scene.nodes, scene.edges);
  const nodes = scene.nodes.map((node) => nodeElement(node, isSelectedIn(scene, node)));
  const lines = scene.edges.map((edge) => edgeElement(edge, bends.get(edge.id) ?? 0, isSelectedIn(scene, edge)));
  const ids = new Set([...nodes, ...lines].map((element) => element.data.id));
  cy.batch(() => {
    let gone = cy.collection();
    for (const id of held.keys())
      if (!ids.has(id)) {
        gone = gone.merge(cy.getElementById(id));
        held.delete(id);
      }
    gone.remove();
    for (const { data, position } of nodes) {
      const shown = held.has(data.id ?? "") ? cy.getElementById(data.id ?? "") : undefined;
      if (shown === undefined || position === undefined || shown.grabbed()) continue;
      const { x, y } = shown.position();
      if (x !== position.x || y !== position.y) shown.position(position);
    }
  });
  const changed = [...nodes, ...lines].filter((element) => isChanged(element, held));
  for (let done = 0; done < changed.length; ) {
    const some = changed.slice(done, done + (yield));
    done += some.length;
    cy.batch(() => {
      for (const element of some) if (held.has(element.data.id ?? "")) update(cy, element, held);
      add(cy, some, held);
    });
  }
}

function isChanged(element: ElementDefinition, held: Held): boolean {
  const [before, now] = [held.get(element.data.id ?? ""), heldFormOf(element)];
  return before === undefined || before.written !== now.written || before.classes !== now.classes;
}

function update(cy: Core, element: ElementDefinition, held: Held): void {
  const id = element.data.id ?? "";
  const [before, now, shown] = [held.get(id), heldFormOf(element), cy.getElementById(id)];
  if (before?.written !== now.written) shown.data(element.data);
  if (before?.classes !== now.classes) shown.classes(now.classes);
  held.set(id, now);
}

/** Those that are not there yet. */
function add(cy: Core, elements: readonly ElementDefinition[], held: Held): void {
  const missing = elements.filter(({ data }) => !held.has(data.id ?? ""));
  if (missing.length === 0) return;
  for (const element of missing) held.set(element.data.id ?? "", heldFormOf(element));
  // Cytoscape keeps the objects it is given.
  cy.add(
    missing.map((element) => ({
      ...element,
      data: { ...(element.group === "nodes" ? letteringOf("", 1) : {}), ...element.data },
    })),
  );
}

function heldFormOf({ data, classes }: ElementDefinition): { readonly written: string; readonly classes: string } {
  return { written: JSON.stringify(data), classes: String(classes) };
}

function nodeElement(node: SceneNode, isSelected: boolean): ElementDefinition {
  const { id, kind, degree, x, y } = node;
  const classes = classesOf({
    selected: isSelected,
    faded: node.isFaded === true,
    pinned: node.isPinned === true,
    "on-route": node.hopNumber !== undefined,
  });
  return { group: "nodes", data: { id, kind, degree, size: nodeSizeOf(degree) }, position: { x, y }, classes };
}

function edgeElement(edge: SceneEdge, bend: number, isSelected: boolean): ElementDefinition {
  const { id, source, target, polarity, status, symmetric } = edge;
  const mark = markOf(edge);
  const label = mark === "" ? edge.label : `${mark} ${edge.label}`;
  const width = widthOf(edge.origins);
  // Cytoscape sets loops of one direction apart in the order in which they came; ours differ by a hair, and are set apart by their bend.
  const loop = source === target ? { loopDirection: `${-45 - bend / 1e6}deg` } : {};
  const classes = classesOf({ selected: isSelected, faded: edge.isFaded === true, "on-route": edge.isOnRoute === true });
  return {
    group: "edges",
    data: { id, source, target, polarity, status, symmetric, mark, label, width, bend, ...loop },
    classes,
  };
}

function classesOf(which: Readonly<Record<string, boolean>>): string {
  return Object.keys(which)
    .filter((name) => which[name] === true)
    .join(" ");
}

/** What is written at a node, and how large: in layout units, `scale` times the layout's lettering. */
export function letteringOf(caption: string, scale: number): Readonly<Record<string, string | number>> {
  return {
    caption,
    lettering: LABEL.size * scale,
    labelWidth: LABEL.maxWidth * scale,
    halo: LABEL.outline * scale,
  };
}
