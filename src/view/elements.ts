// Answers: what changes on the canvas when a scene follows another? Only that is touched.
import type { Core, ElementDefinition } from "cytoscape";
import { LABEL } from "./lettering.ts";
import { widthOf } from "./palette.ts";
import { isSelectedIn, type Scene, type SceneEdge, type SceneNode } from "./scene.ts";
import { bendsOf, markOf, nodeSizeOf } from "./scene-geometry.ts";

/** What of a scene is on the canvas: of each element its definition, written out, to tell whether it has changed. */
export type Held = Map<string, { readonly written: string; readonly classes: string }>;

/**
 * Removes, updates and adds so that exactly the elements of the scene are there, but for new lines: these are the answer, to be added in
 * its order with `addElements`. `held` says what is there, and is kept up to date. What is being dragged is not moved. Cost O(scene) to
 * compare, and Cytoscape's share only for what differs.
 */
export function syncElements(cy: Core, scene: Scene, held: Held): ElementDefinition[] {
  const bends = bendsOf(scene.nodes, scene.edges);
  const lines = scene.edges.map((edge) => edgeElement(edge, bends.get(edge.id) ?? 0, isSelectedIn(scene, edge)));
  const wanted = [...scene.nodes.map((node) => nodeElement(node, isSelectedIn(scene, node))), ...lines];
  const ids = new Set(wanted.map((element) => element.data.id));
  let gone = cy.collection();
  for (const id of held.keys())
    if (!ids.has(id)) {
      gone = gone.merge(cy.getElementById(id));
      held.delete(id);
    }
  gone.remove();
  for (const element of wanted) {
    const id = element.data.id ?? "";
    const before = held.get(id);
    if (before === undefined) continue;
    const now = heldFormOf(element);
    held.set(id, now);
    if (before.written !== now.written) {
      const shown = cy.getElementById(id);
      shown.data(element.data);
      if (element.position !== undefined && !shown.grabbed()) shown.position(element.position);
    }
    if (before.classes !== now.classes) cy.getElementById(id).classes(now.classes);
  }
  const isMissing = ({ data }: ElementDefinition): boolean => !held.has(data.id ?? "");
  addElements(cy, wanted.slice(0, scene.nodes.length).filter(isMissing), held);
  return lines.filter(isMissing);
}

export function addElements(cy: Core, elements: readonly ElementDefinition[], held: Held): void {
  if (elements.length === 0) return;
  for (const element of elements) held.set(element.data.id ?? "", heldFormOf(element));
  // Cytoscape keeps the objects it is given.
  cy.add(
    elements.map((element) => ({
      ...element,
      data: { ...(element.group === "nodes" ? letteringOf("", 1) : {}), ...element.data },
    })),
  );
}

function heldFormOf({ data, position, classes }: ElementDefinition): { readonly written: string; readonly classes: string } {
  return { written: JSON.stringify([data, position]), classes: String(classes) };
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
  const classes = classesOf({ selected: isSelected, faded: edge.isFaded === true });
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
