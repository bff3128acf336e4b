// Answers: where does each actor stand before anyone has moved it? Up to 150 actors by fcose, from seeded starts; above by stress.
import cytoscape from "cytoscape";
import fcose from "cytoscape-fcose";
import type { Positions } from "../src/graph/build.ts";
import { finished } from "../src/graph/query/work.ts";
import type { ActorId } from "../src/model/ids.ts";
import { layoutInSteps } from "../src/view/layout/layouts.ts";
import { BUNDLE_STEP } from "../src/view/scene/scene-geometry.ts";

/** All parallel relations between two actors. */
interface Bundle {
  readonly a: ActorId;
  readonly b: ActorId;
  readonly lines: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface LayoutEdge {
  readonly from: ActorId;
  readonly to: ActorId;
}

/** fcose takes minutes for a thousand actors, and leaves overlaps; stress takes a second, and leaves none. */
const MAX_FCOSE = 150;
const STRESS_SEED = 1;
/** Views of more actors stay as fcose draws them: polishing costs O(V (V + E)²). */
const MAX_POLISHED = 40;
/** The canvas bundles relations that are alike, so that seldom more lines than this run side by side. */
const MOST_LINES = 4;
/** From the middle of an actor to the middle of its label, in layout units. */
const LABEL_BELOW = 36;
/** Footprint of an actor with its label, in layout units. */
const BOX = { width: 130, height: 106 };

/**
 * Positions of `actors`, whole numbers: the same actors and edges give the same positions. A small picture lies around (0, 0): fcose draws it
 * from several seeded starts, and the one with the fewest overlaps, lines through actors and crossings is kept, then polished.
 */
export function layoutOf(actors: readonly ActorId[], edges: readonly LayoutEdge[]): Positions {
  if (actors.length > MAX_FCOSE) return stressOf(actors, edges);
  cytoscape.use(fcose as unknown as cytoscape.Ext);
  const inside = new Set(actors);
  const bundles = bundlesOf(edges.filter((e) => inside.has(e.from) && inside.has(e.to)));
  const ordered = [...actors].sort();
  const draws = actors.length <= 60 ? 16 : 3;
  let best: { positions: Map<ActorId, Point>; cost: number } | undefined;
  for (let seed = 1; seed <= draws; seed++) {
    const positions = drawOf(ordered, bundles, seed);
    const cost = costOf(positions, bundles);
    if (best === undefined || cost < best.cost) best = { positions, cost };
  }
  const drawn = best?.positions ?? new Map<ActorId, Point>();
  return actors.length <= MAX_POLISHED ? polished(drawn, bundles) : drawn;
}

function stressOf(actors: readonly ActorId[], edges: readonly LayoutEdge[]): Positions {
  const ids = [...actors].sort();
  const indices = new Map(ids.map((id, i) => [id, i]));
  const pairs = edges.flatMap(({ from, to }): Array<readonly [number, number]> => {
    const [a, b] = [indices.get(from), indices.get(to)];
    return a === undefined || b === undefined ? [] : [[a, b]];
  });
  return finished(layoutInSteps({ layout: "stress", seed: STRESS_SEED, ids, edges: pairs })) as Positions;
}

function drawOf(actors: readonly ActorId[], bundles: readonly Bundle[], seed: number): Map<ActorId, Point> {
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    elements: [
      ...actors.map((id) => ({ data: { id } })),
      ...bundles.map(({ a, b }, i) => ({ data: { id: `bundle:${i}`, source: a, target: b } })),
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

/** Moves one actor at a time to the best of the places around it, as long as that makes the picture better. */
function polished(drawn: ReadonlyMap<ActorId, Point>, bundles: readonly Bundle[]): Map<ActorId, Point> {
  const positions = new Map(drawn);
  let cost = costOf(positions, bundles);
  for (let pass = 0; pass < 4; pass++) {
    const before = cost;
    for (const [id, from] of [...positions]) {
      let best = from;
      for (const radius of [50, 100, 160, 240, 340, 460])
        for (let turn = 0; turn < 12; turn++) {
          const angle = (turn * Math.PI) / 6;
          const to = { x: Math.round(from.x + radius * Math.cos(angle)), y: Math.round(from.y + radius * Math.sin(angle)) };
          positions.set(id, to);
          const moved = costOf(positions, bundles);
          if (moved < cost) [cost, best] = [moved, to];
        }
      positions.set(id, best);
    }
    if (cost === before) break;
  }
  return positions;
}

/** Overlapping labels weigh most, then lines through an actor, then crossings, then long lines and an uneven frame. Cost O(V² + E² + V·E). */
function costOf(positions: ReadonlyMap<ActorId, Point>, bundles: readonly Bundle[]): number {
  const points = [...positions];
  const at = (id: ActorId): Point => positions.get(id) ?? { x: 0, y: 0 };
  let cost = 0;
  for (const [i, [, p]] of points.entries())
    for (const [, q] of points.slice(i + 1))
      if (Math.abs(p.x - q.x) < BOX.width * 1.15 && Math.abs(p.y - q.y) < BOX.height) cost += 40;
  for (const [i, { a, b, lines }] of bundles.entries()) {
    cost += Math.hypot(at(a).x - at(b).x, at(a).y - at(b).y) / 250;
    for (const [id, p] of points) {
      if (id === a || id === b) continue;
      if (isUnder(p, at(a), at(b), lines)) cost += 30;
      else if (isUnder({ x: p.x, y: p.y + LABEL_BELOW }, at(a), at(b), lines)) cost += 12;
    }
    for (const { a: c, b: d } of bundles.slice(i + 1))
      if (a !== c && a !== d && b !== c && b !== d && doCross(at(a), at(b), at(c), at(d))) cost += 1;
  }
  const xs = points.map(([, p]) => p.x);
  const ys = points.map(([, p]) => p.y);
  const [width, height] = [Math.max(...xs) - Math.min(...xs) + BOX.width, Math.max(...ys) - Math.min(...ys) + BOX.height];
  return cost + Math.max(width / height, height / width) + (width * height) / 1e6;
}

/** Does a line of the fan between `a` and `b` run through an actor at `p`, or is the actor caught between two of them? */
function isUnder(p: Point, a: Point, b: Point, lines: number): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy || 1)));
  const distance = Math.hypot(p.x - a.x - along * dx, p.y - a.y - along * dy);
  const halfFan = (Math.min(lines, MOST_LINES) - 1) * BUNDLE_STEP * along * (1 - along);
  return distance < 30 + halfFan;
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

/** One line for all parallel relations, so that bundles do not pull harder. */
function bundlesOf(edges: readonly LayoutEdge[]): Bundle[] {
  const bundles = new Map<string, Bundle>();
  for (const { from, to } of edges) {
    const [a, b] = from < to ? [from, to] : [to, from];
    const key = `${a}|${b}`;
    if (a !== b) bundles.set(key, { a, b, lines: (bundles.get(key)?.lines ?? 0) + 1 });
  }
  return [...bundles].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, bundle]) => bundle);
}
