// Answers: what do the page and whoever answers its queries elsewhere tell each other?
import type { QueryEngine } from "./query-engine.ts";

/** Answered elsewhere. What is loaded file by file (details of claims, findings) stays with the page, which keeps it. */
export const REMOTE_QUERIES = [
  "search",
  "searchRelations",
  "neighborhood",
  "paths",
  "route",
  "allSimplePaths",
  "explainNoPath",
  "support",
  "opposition",
  "enemiesOfEnemies",
  "impact",
  "sourceLoads",
  "common",
  "between",
  "measures",
  "cuts",
  "matrix",
  "coverage",
] as const satisfies readonly (keyof QueryEngine)[];
export type RemoteQuery = (typeof REMOTE_QUERIES)[number];

/** Of those that take `AskOptions` last: how many arguments stand before it, all of them given, be it as undefined. */
export const ARGUMENTS_BEFORE_OPTIONS: ReadonlyMap<RemoteQuery, number> = new Map([
  ["paths", 1],
  ["route", 2],
  ["allSimplePaths", 1],
  ["explainNoPath", 1],
  ["support", 2],
  ["opposition", 2],
  ["enemiesOfEnemies", 2],
  ["impact", 2],
  ["sourceLoads", 1],
  ["matrix", 1],
  ["coverage", 1],
  ["cuts", 1],
]);

export type QueryRequest =
  | {
      readonly type: "ask";
      readonly id: number;
      readonly query: RemoteQuery;
      readonly args: readonly unknown[];
      readonly budget?: number | undefined;
    }
  | { readonly type: "cancel"; readonly id: number };

export type QueryReply =
  | { readonly type: "answer"; readonly id: number; readonly value: unknown }
  | { readonly type: "progress"; readonly id: number; readonly share: number }
  | { readonly type: "failed"; readonly id: number; readonly name: string; readonly message: string }
  /** It holds another graph, or none: nothing it says counts. */
  | { readonly type: "unable"; readonly message: string };
