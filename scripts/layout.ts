// Answers: where does each actor stand before anyone has moved it? fcose, from seeded starts, at build time.
import cytoscape from "cytoscape";
import fcose from "cytoscape-fcose";
import type { Positions } from "../src/graph/build.ts";
import type { ActorId } from "../src/model/ids.ts";

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface LayoutEdge {
  readonly from: ActorId;
  readonly to: ActorId;
}

/** Footprint of an actor with its label, in layout units. */
const BOX = { width: 130, height: 84 };

/**
 * Positions of `actors`, whole numbers around (0, 0). fcose draws from several seeded starts, and the picture with the fewest overlaps,
 * lines through actors and crossings is kept: the same actors and edges give the same positions.
 */
export function layoutOf(actors: readonly ActorId[], edges: readonly LayoutEdge[]): Positions {
  cytoscape.use(fcose as unknown as cytoscape.Ext);
  const inside = new Set(actors);
  const pairs = pairsOf(edges.filter((e) => inside.has(e.from) && inside.has(e.to)));
  const ordered = [...actors].sort();
  const draws = actors.length <= 60 ? 16 : actors.length <= 300 ? 3 : 1;
  let best: { positions: Map<ActorId, Point>; cost: number } | undefined;
  for (let seed = 1; seed <= draws; seed++) {
    const positions = drawOf(ordered, pairs, seed);
    const cost = costOf(positions, pairs);
    if (best === undefined || cost < best.cost) best = { positions, cost };
  }
  return best?.positions ?? new Map();
}

function drawOf(actors: readonly ActorId[], pairs: readonly (readonly [ActorId, ActorId])[], seed: number): Map<ActorId, Point> {
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    elements: [
      ...actors.map((id) => ({ data: { id } })),
      ...pairs.map(([source, target], i) => ({ data: { id: `pair:${i}`, source, target } })),
    ],
    style: [{ selector: "node", style: BOX }],
  });
  const systemRandom = Math.random;
  Math.random = randomFrom(seed);
  try {
    const options = {
      name: "fcose",
      animate: false,
      randomize: true,
      fit: false,
      quality: "proof",
      numIter: 4000,
      idealEdgeLength: 120,
      nodeRepulsion: 20000,
      nodeSeparation: 130,
      gravity: 0.4,
      packComponents: false,
      tile: true,
      tilingPaddingVertical: 30,
      tilingPaddingHorizontal: 30,
    };
    cy.layout(options as cytoscape.LayoutOptions).run();
    const box = cy.nodes().boundingBox({});
    const [midX, midY] = [(box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2];
    return new Map(
      actors.map((id) => {
        const { x, y } = cy.getElementById(id).position();
        return [id, { x: Math.round(x - midX), y: Math.round(y - midY) }] as const;
      }),
    );
  } finally {
    Math.random = systemRandom;
    cy.destroy();
  }
}

/** Overlapping labels weigh most, then lines through an actor, then crossings, then an uneven frame. Cost O(V² + E² + V·E). */
function costOf(positions: ReadonlyMap<ActorId, Point>, pairs: readonly (readonly [ActorId, ActorId])[]): number {
  const points = [...positions];
  const at = (id: ActorId): Point => positions.get(id) ?? { x: 0, y: 0 };
  let cost = 0;
  for (const [i, [, p]] of points.entries())
    for (const [, q] of points.slice(i + 1))
      if (Math.abs(p.x - q.x) < BOX.width * 0.8 && Math.abs(p.y - q.y) < BOX.height * 0.9) cost += 10;
  for (const [i, [a, b]] of pairs.entries()) {
    for (const [id, p] of points) if (id !== a && id !== b && distanceToSegment(p, at(a), at(b)) < 30) cost += 4;
    for (const [c, d] of pairs.slice(i + 1))
      if (a !== c && a !== d && b !== c && b !== d && doCross(at(a), at(b), at(c), at(d))) cost += 1;
  }
  const xs = points.map(([, p]) => p.x);
  const ys = points.map(([, p]) => p.y);
  const [width, height] = [Math.max(...xs) - Math.min(...xs) + BOX.width, Math.max(...ys) - Math.min(...ys) + BOX.height];
  return cost + Math.max(width / height, height / width) + (width * height) / 1e6;
}

function distanceToSegment(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(p.x - a.x - along * dx, p.y - a.y - along * dy);
}

function doCross(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point): number => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** Numbers in [0, 1) from a seed. Source: mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One pair for all parallel relations, so that bundles do not pull harder. */
function pairsOf(edges: readonly LayoutEdge[]): Array<readonly [ActorId, ActorId]> {
  const pairs = new Map<string, readonly [ActorId, ActorId]>();
  for (const { from, to } of edges) {
    const [a, b] = from < to ? [from, to] : [to, from];
    if (a !== b) pairs.set(`${a}|${b}`, [a, b]);
  }
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
}
