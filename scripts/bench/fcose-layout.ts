// Answers: where does fcose put the actors of a graph? For comparison with the layouts of the page.
import cytoscape from "cytoscape";
import fcose from "cytoscape-fcose";
import { randomFrom } from "../../src/view/layout/layout-board.ts";
import { LABEL_BOX, type LayoutGraph, type Positions } from "../../src/view/layout/layout-request.ts";

/**
 * With the options of the start positions, from a seeded random start, or from where the actors stand when the graph has a `start`.
 * fcose draws from `Math.random` alone, which is seeded while it runs.
 */
export function fcoseLayout(graph: LayoutGraph, seed: number): Positions {
  cytoscape.use(fcose as unknown as cytoscape.Ext);
  const { start } = graph;
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    elements: [
      ...graph.ids.map((id) => ({ data: { id }, position: { ...(start?.get(id) ?? { x: 0, y: 0 }) } })),
      ...graph.edges.map(([a, b], i) => ({
        data: { id: `edge:${i}`, source: graph.ids[a] ?? "", target: graph.ids[b] ?? "" },
      })),
    ],
    style: [{ selector: "node", style: { ...LABEL_BOX } }],
  });
  const systemRandom = Math.random;
  Math.random = randomFrom(seed);
  try {
    const options = {
      name: "fcose",
      animate: false,
      randomize: start === undefined,
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
    return new Map(graph.ids.map((id) => [id, { ...cy.getElementById(id).position() }] as const));
  } finally {
    Math.random = systemRandom;
    cy.destroy();
  }
}
