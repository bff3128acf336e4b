// Answers: what changes on the canvas when a scene follows another? Only that is touched.
import type { Core, ElementDefinition } from "cytoscape";
import { LABEL } from "./lettering.ts";
import { widthOf } from "./palette.ts";
import { isSelectedIn, type Scene, type SceneEdge, type SceneNode } from "./scene.ts";
import { loopStepOf, markOf, nodeSizeOf } from "./scene-geometry.ts";

/** What of a scene is on the canvas: of each element its definition, written out, to tell whether it has changed. */
export type Held = Map<string, { readonly written: string; readonly classes: string }>;

/**
 * Adds, removes and updates so that exactly the elements of the scene are there; `held` says what is, and is kept up to date.
 * What is being dragged is not moved. Cost O(scene) to compare, and Cytoscape's share only for what differs.
 */
export function syncElements(cy: Core, scene: Scene, held: Held): void {
  const degrees = new Map(scene.nodes.map((node) => [node.id, node.degree]));
  const wanted = [
    ...scene.nodes.map((node) => nodeElement(node, isSelectedIn(scene, node))),
    ...scene.edges.map((edge) => edgeElement(edge, degrees.get(edge.source) ?? 0, isSelectedIn(scene, edge))),
  ];
  const ids = new Set(wanted.map((element) => element.data.id));
  let gone = cy.collection();
  for (const id of held.keys())
    if (!ids.has(id)) {
      gone = gone.merge(cy.getElementById(id));
      held.delete(id);
    }
  gone.remove();
  const missing: ElementDefinition[] = [];
  for (const element of wanted) {
    const id = element.data.id ?? "";
    const classes = String(element.classes);
    const written = JSON.stringify([element.data, element.position]);
    const before = held.get(id);
    held.set(id, { written, classes });
    if (before === undefined) {
      missing.push(element.group === "nodes" ? { ...element, data: { ...letteringOf("", 1), ...element.data } } : element);
      continue;
    }
    if (before.written !== written) {
      const shown = cy.getElementById(id);
      shown.data(element.data);
      if (element.position !== undefined && !shown.grabbed()) shown.position(element.position);
    }
    if (before.classes !== classes) cy.getElementById(id).classes(classes);
  }
  if (missing.length > 0) cy.add(missing);
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
