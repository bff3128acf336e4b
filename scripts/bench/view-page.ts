// Answers: what does npm run bench:view drive? A page with nothing but the canvas, on a made scene: no actor of it is real.
import { ACTOR_KINDS, POLARITIES, RELATION_STATUSES } from "../../src/model/kinds.ts";
import { createGraphView, type GraphView } from "../../src/view/canvas/graph-view.ts";
import type { Scene, SceneEdge, SceneNode } from "../../src/view/scene/scene.ts";

export interface ViewBench {
  readonly actors: number;
  readonly relations: number;
  readonly view: GraphView;
  /** Shows the scene with so many of the actors kept back, and one polarity filtered out or not. */
  readonly show: (keptBack: number, isFiltered: boolean) => void;
  /** Points of the window over the middles of actors, far from each other. */
  readonly targets: () => Array<{ x: number; y: number }>;
}

declare global {
  var viewBench: ViewBench | undefined;
}

const ACTORS = 1_500;
const RELATIONS = 4_500;
/** Between the grid points actors stand at, and how far they stray from them, in layout units. */
const GRID = 150;
const JITTER = 70;

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Actors with a few hubs, as such graphs have: the share of a relation's ends falls with the square of the actor's number. */
function madeScene(): { nodes: SceneNode[]; edges: SceneEdge[] } {
  const random = randomFrom(7);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const degrees = new Array<number>(ACTORS).fill(0);
  const edges = Array.from({ length: RELATIONS }, (_, i): SceneEdge => {
    const [a, b] = [Math.floor(ACTORS * random() ** 2), Math.floor(ACTORS * random())];
    for (const end of [a, b]) degrees[end] = (degrees[end] ?? 0) + 1;
    return {
      id: `relation:${i}`,
      source: `state/n${a}`,
      target: `state/n${b}`,
      label: "supplies",
      polarity: pick(POLARITIES),
      status: pick(RELATION_STATUSES),
      origins: 1 + Math.floor(random() * 3),
      symmetric: random() < 0.1,
    };
  });
  const columns = Math.ceil(Math.sqrt(ACTORS));
  const places = Array.from({ length: ACTORS }, (_, i) => i);
  for (let i = places.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [places[i], places[j]] = [places[j] ?? 0, places[i] ?? 0];
  }
  const nodes = places.map(
    (place, i): SceneNode => ({
      id: `state/n${i}`,
      label: `The made-up ${pick(["ministry", "company", "brigade", "state"])} number ${i}`,
      kind: pick(ACTOR_KINDS),
      x: Math.round((place % columns) * GRID + (random() - 0.5) * 2 * JITTER),
      y: Math.round(Math.floor(place / columns) * GRID + (random() - 0.5) * 2 * JITTER),
      degree: degrees[i] ?? 0,
      hiddenNeighbors: i % 5,
    }),
  );
  return { nodes, edges };
}

const scene = madeScene();
const container = document.createElement("div");
container.style.cssText = "position:fixed;inset:0";
document.body.append(container);
const ignore = (): void => {};
const view = createGraphView(container, "light", { onSelect: ignore, onExpand: ignore, onMove: ignore, onHover: ignore });

function sceneOf(keptBack: number, isFiltered: boolean): Scene {
  const nodes = scene.nodes.slice(0, ACTORS - keptBack);
  const shown = new Set(nodes.map((node) => node.id));
  const edges = scene.edges.filter(
    (edge) => shown.has(edge.source) && shown.has(edge.target) && !(isFiltered && edge.polarity === "legal"),
  );
  return { nodes: nodes.map((node) => ({ ...node })), edges: edges.map((edge) => ({ ...edge })) };
}

globalThis.viewBench = {
  actors: ACTORS,
  relations: RELATIONS,
  view,
  show: (keptBack, isFiltered) => view.show(sceneOf(keptBack, isFiltered)),
  targets() {
    const [width, height] = [container.clientWidth, container.clientHeight];
    const inside = scene.nodes
      .map((node) => view.screenPointOf(node.id))
      .filter(
        (p): p is { x: number; y: number } => p !== undefined && p.x > 20 && p.y > 20 && p.x < width - 20 && p.y < height - 20,
      );
    return inside.filter((_, i) => i % Math.max(1, Math.floor(inside.length / 40)) === 0).slice(0, 40);
  },
};
