// Answers: where does each actor stand before anyone has moved it? fcose, from fixed starts, at build time.
import cytoscape from "cytoscape";
import fcose from "cytoscape-fcose";
import type { Positions } from "../src/graph/build.ts";
import type { ActorId } from "../src/model/ids.ts";

export interface LayoutEdge {
  readonly from: ActorId;
  readonly to: ActorId;
}

/**
 * Positions of `actors`, whole numbers around (0, 0). The same actors and edges give the same positions: nodes start on a
 * sunflower spiral in order of degree, then id, and fcose runs without randomness.
 */
export function layoutOf(actors: readonly ActorId[], edges: readonly LayoutEdge[]): Positions {
  cytoscape.use(fcose as unknown as cytoscape.Ext);
  const inside = new Set(actors);
  const pairs = pairsOf(edges.filter((e) => inside.has(e.from) && inside.has(e.to)));
  const degree = new Map<ActorId, number>();
  for (const [a, b] of pairs) for (const id of [a, b]) degree.set(id, (degree.get(id) ?? 0) + 1);
  const ordered = [...actors].sort((a, b) => (degree.get(b) ?? 0) - (degree.get(a) ?? 0) || (a < b ? -1 : 1));
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    elements: [
      ...ordered.map((id, i) => ({ data: { id }, position: spiral(i) })),
      ...pairs.map(([source, target], i) => ({ data: { id: `pair:${i}`, source, target } })),
    ],
    style: [{ selector: "node", style: { width: 100, height: 62 } }],
  });
  try {
    const options = {
      name: "fcose",
      animate: false,
      randomize: false,
      fit: false,
      quality: "proof",
      numIter: 4000,
      idealEdgeLength: 170,
      nodeRepulsion: 60000,
      nodeSeparation: 140,
      gravity: 0.5,
      tile: true,
    };
    cy.layout(options as cytoscape.LayoutOptions).run();
    const box = cy.nodes().boundingBox({});
    const [midX, midY] = [(box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2];
    const placed = ordered.map((id) => {
      const { x, y } = cy.getElementById(id).position();
      return [id, { x: Math.round(x - midX), y: Math.round(y - midY) }] as const;
    });
    return new Map(placed.sort(([a], [b]) => (a < b ? -1 : 1)));
  } finally {
    cy.destroy();
  }
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

function spiral(i: number): { x: number; y: number } {
  const angle = i * Math.PI * (3 - Math.sqrt(5));
  const radius = 90 * Math.sqrt(i);
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}
