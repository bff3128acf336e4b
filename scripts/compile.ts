// Answers: what do the files of the snapshot say for this data folder? Reading, checking, layout and writing, without touching public/.
import { checkQuestions } from "../src/graph/analysis/saved-question.ts";
import { buildGraph, orderedClaimsOf } from "../src/graph/build.ts";
import { checkExpectations } from "../src/graph/expectations.ts";
import type { EntenteGraph } from "../src/graph/graph.ts";
import { type SnapshotFile, writeSnapshot } from "../src/graph/snapshot.ts";
import type { Issue } from "../src/model/issue.ts";
import type { Claim, Dataset } from "../src/model/records.ts";
import { layoutOf } from "./layout.ts";
import { type DataRead, issuesWithPlaces, type ReadOptions, readData, sha256Hex } from "./read-data.ts";

export interface Compiled {
  readonly graph: EntenteGraph;
  /** In ordinal order. */
  readonly claims: readonly Claim[];
  readonly dataset: Dataset;
}

export interface CompileResult {
  /** Absent when an issue is an error. */
  readonly compiled?: Compiled;
  readonly read: DataRead;
  readonly issues: readonly Issue[];
}

/** The graph of a data folder, without positions; what the command line asks. */
export function compileGraph(dir: string, options: ReadOptions = {}): CompileResult {
  const read = readData(dir, options);
  if (read.dataset === undefined) return { read, issues: read.issues };
  const graph = buildGraph(read.dataset, { sha256Hex });
  const expected = read.expectations === undefined ? [] : checkExpectations(graph, read.expectations);
  const missed = issuesWithPlaces(dir, [...expected, ...checkQuestions(graph)]);
  const issues = [...read.issues, ...missed];
  if (missed.length > 0) return { read, issues };
  return { compiled: { graph, claims: orderedClaimsOf(read.dataset), dataset: read.dataset }, read, issues };
}

/** Snapshot files of a compiled graph, with start positions of every actor and every starter view. */
export function snapshotFilesOf({ graph, claims, dataset }: Compiled): SnapshotFile[] {
  const edges = [...graph.relations.values()];
  const positions = layoutOf([...graph.actors.keys()], edges);
  const starterPositions = new Map(dataset.starters.map((s) => [s.id, layoutOf(s.actors, edges)]));
  return writeSnapshot(buildGraph(dataset, { sha256Hex, positions, starterPositions }), claims, sha256Hex);
}
