// Answers: which scenes do tests draw?
import fc from "fast-check";
import { ACTOR_KINDS, POLARITIES, RELATION_STATUSES } from "../../src/model/kinds.ts";
import type { Scene, SceneEdge, SceneNode } from "../../src/view/scene/scene.ts";

export const coordinate = fc.integer({ min: -900, max: 900 });
export const nodeArb = fc.record({
  label: fc.string({ unit: "binary", maxLength: 40 }),
  kind: fc.constantFrom(...ACTOR_KINDS),
  x: coordinate,
  y: coordinate,
  degree: fc.nat(60),
  hiddenNeighbors: fc.nat(40),
});
const edgeArb = fc.record({
  label: fc.string(),
  polarity: fc.constantFrom(...POLARITIES),
  status: fc.constantFrom(...RELATION_STATUSES),
  origins: fc.nat(4),
  symmetric: fc.boolean(),
  ends: fc.tuple(fc.nat(), fc.nat()),
});
export const sceneArb: fc.Arbitrary<Scene> = fc
  .tuple(fc.array(nodeArb, { minLength: 1, maxLength: 8 }), fc.array(edgeArb, { maxLength: 14 }))
  .map(([nodes, edges]) => ({
    nodes: nodes.map((node, i): SceneNode => ({ ...node, id: `state/${i}` })),
    edges: edges.map(
      ({ ends: [a, b], ...edge }, i): SceneEdge => ({
        ...edge,
        id: `e${i}`,
        source: `state/${a % nodes.length}`,
        target: `state/${b % nodes.length}`,
      }),
    ),
  }));
