// Answers: which pure functions stand behind the engine's queries? One module, so that they load together and only when asked.
export { coverageInSteps } from "../graph/analysis/coverage.ts";
export { cutsInSteps } from "../graph/analysis/cuts.ts";
export { impactInSteps, sourceLoadsInSteps } from "../graph/analysis/impact.ts";
export { matrixInSteps } from "../graph/analysis/matrix.ts";
export { measuresOf } from "../graph/analysis/measures.ts";
export { enemiesOfEnemiesInSteps, oppositionInSteps, supportInSteps } from "../graph/analysis/support.ts";
export { commonNeighbors, relationsBetween } from "../graph/analysis/ties.ts";
export { explanationInSteps } from "../graph/paths/explain-no-path.ts";
export { pathsInSteps, routeInSteps } from "../graph/paths/paths.ts";
export { simplePathsInSteps } from "../graph/paths/simple-paths.ts";
export { neighborhood } from "../graph/query/neighborhood.ts";
export { createSentenceSearch } from "../graph/sentence-search.ts";
