// Answers: what is under the pointer? Cytoscape measures every element in turn; here only those it could be are measured.
import type { Core, EventObject, NodeSingular } from "cytoscape";
import type { Scene } from "../scene/scene.ts";
import { distanceFromLine, nodeSizeOf, type Point, reachesOf } from "../scene/scene-geometry.ts";

interface Identified {
  readonly id: () => string;
}

/** The parts of Cytoscape's renderer, which it does not document, that find elements; without them, every element is measured. */
interface FindingRenderer {
  findNearestElements?: (x: number, y: number, isInteractiveOnly: boolean, isTouch: boolean) => unknown[];
  getCachedZSortedEles?: () => readonly Identified[] & { readonly interactive?: readonly Identified[] };
}

/** How near Cytoscape lets a finger come to an element, in pixels; a mouse must come nearer. */
const TOUCH_PIXELS = 24;
/** Half the widest line, and an arrowhead, in layout units. */
const LINE_REACH = 34;

/** Narrows Cytoscape's search to what `candidatesIn` finds. Call the result with every new scene. */
export function narrowHitTest(cy: Core): (scene: Scene) => void {
  let look = candidatesIn({ nodes: [], edges: [] });
  const renderer = (cy as unknown as { renderer?: () => FindingRenderer }).renderer?.();
  const find = renderer?.findNearestElements?.bind(renderer);
  const sorted = renderer?.getCachedZSortedEles?.bind(renderer);
  if (renderer !== undefined && find !== undefined && sorted !== undefined) {
    /** Where actors are that have been dragged since the scene came. */
    cy.on("position", "node", ({ target }: EventObject) => {
      const node = target as NodeSingular;
      look.move(node.id(), node.position());
    });
    renderer.findNearestElements = (x, y, isInteractiveOnly, isTouch) => {
      const all = sorted();
      const ids = look.near({ x, y }, TOUCH_PIXELS / cy.zoom());
      const isNear = (element: Identified): boolean => ids.has(element.id());
      const measured = Object.assign(all.filter(isNear), { interactive: all.interactive?.filter(isNear) });
      renderer.getCachedZSortedEles = () => measured;
      try {
        return find(x, y, isInteractiveOnly, isTouch);
      } finally {
        renderer.getCachedZSortedEles = sorted;
      }
    };
  }
  return (scene) => {
    look = candidatesIn(scene);
  };
}

export interface Candidates {
  /** Ids of all elements that come as near as `margin` to a point, and some that do not. Cost O(elements). */
  readonly near: (point: Point, margin: number) => Set<string>;
  readonly move: (id: string, to: Point) => void;
}

export function candidatesIn(scene: Scene): Candidates {
  const places = new Map<string, Point>(scene.nodes.map(({ id, x, y }) => [id, { x, y }]));
  let reaches: ReadonlyMap<string, number> | undefined;
  return {
    near(point, margin) {
      reaches ??= reachesOf(scene.nodes, scene.edges);
      const ids = new Set<string>();
      for (const { id, degree } of scene.nodes) {
        const place = places.get(id);
        const reach = nodeSizeOf(degree) + margin;
        if (place !== undefined && Math.abs(place.x - point.x) <= reach && Math.abs(place.y - point.y) <= reach) ids.add(id);
      }
      for (const { id, source, target } of scene.edges) {
        const [from, to] = [places.get(source), places.get(target)];
        if (from === undefined || to === undefined) continue;
        if (distanceFromLine(point, from, to) <= (reaches.get(id) ?? 0) + LINE_REACH + margin) ids.add(id);
      }
      return ids;
    },
    move(id, { x, y }) {
      if (places.has(id)) places.set(id, { x, y });
    },
  };
}
