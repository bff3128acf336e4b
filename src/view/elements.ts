// Answers: what changes on the canvas when a scene follows another? Only that is touched.
import type { Core, ElementDefinition } from "cytoscape";
import { LABEL } from "./lettering.ts";
import { widthOf } from "./palette.ts";
import { isSelectedIn, type Scene, type SceneEdge, type SceneNode } from "./scene.ts";
import { loopStepOf, markOf, nodeSizeOf } from "./scene-geometry.ts";

/** What of a scene is on the canvas: of each element its definition, written out, to tell whether it has changed. */
export type Held = Map<string, { readonly written: string; readonly classes: string }>;

/**
 * Removes, updates and adds so that exactly the elements of the scene are there, but for new lines: these are the answer, to be added in
 * its order with `addElements`. `held` says what is there, and is kept up to date. What is being dragged is not moved. Cost O(scene) to
 * compare, and Cytoscape's share only for what differs.
 */
export function syncElements(cy: Core, scene: Scene, held: Held): ElementDefinition[] {
  const degrees = new Map(scene.nodes.map((node) => [node.id, node.degree]));
  const lines = scene.edges.map((edge) => edgeElement(edge, degrees.get(edge.source) ?? 0, isSelectedIn(scene, edge)));
  const wanted = [...scene.nodes.map((node) => nodeElement(node, isSelectedIn(scene, node))), ...lines];
  const ids = new Set(wanted.map((element) => element.data.id));
  const outOfOrder = outOfOrderIn(scene, held);
  let gone = cy.collection();
  for (const id of held.keys())
    if (!ids.has(id) || outOfOrder.has(id)) {
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

/**
 * Lines there already that stand after a new one between the same two actors. Cytoscape fans a bundle in the order in which its lines
 * came: these must come again, so that a bundle looks the same whatever was shown before.
 */
function outOfOrderIn(scene: Scene, held: Held): Set<string> {
  const pairsWithNew = new Set<string>();
  const later = new Set<string>();
  for (const { id, source, target } of scene.edges) {
    const pair = source < target ? `${source}\n${target}` : `${target}\n${source}`;
    if (!held.has(id)) pairsWithNew.add(pair);
    else if (pairsWithNew.has(pair)) later.add(id);
  }
  return later;
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

function edgeElement(edge: SceneEdge, degree: number, isSelected: boolean): ElementDefinition {
  const { id, source, target, polarity, status, symmetric } = edge;
  const mark = markOf(edge);
  const label = mark === "" ? edge.label : `${mark} ${edge.label}`;
  const loopStep = source === target ? { loopStep: loopStepOf(degree) } : {};
  const width = widthOf(edge.origins);
  const classes = classesOf({ selected: isSelected, faded: edge.isFaded === true });
  return { group: "edges", data: { id, source, target, polarity, status, symmetric, mark, label, width, ...loopStep }, classes };
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
