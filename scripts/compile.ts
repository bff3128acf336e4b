// Answers: what do the files of the snapshot say for this data folder? Reading, checking, layout and writing, without touching public/.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkQuestions } from "../src/graph/analysis/saved-question.ts";
import { checkTours, tourActors } from "../src/graph/analysis/tours.ts";
import { buildGraph, orderedClaimsOf } from "../src/graph/build.ts";
import { checkExpectations } from "../src/graph/expectations.ts";
import type { EntenteGraph } from "../src/graph/graph.ts";
import { parseSnapshot, type SnapshotFile } from "../src/graph/snapshot.ts";
import { writeSnapshot } from "../src/graph/write-snapshot.ts";
import type { Issue } from "../src/model/issue.ts";
import type { Claim, Dataset } from "../src/model/records.ts";
import { layoutOf } from "./layout.ts";
import { type DataRead, issuesWithPlaces, type ReadOptions, readData, sha256Hex } from "./read-data.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** Code whose change makes cached snapshots stale: files, and folders with all in them. */
const COMPILER = ["scripts/layout.ts", "src/graph", "src/model", "src/view/layout"];

/** Snapshots in the cache: the latest, of whichever data folders. */
const KEPT = 4;

/** What every query needs, whether it comes from a data folder or from a file that was exported. */
export interface Loaded {
  readonly graph: EntenteGraph;
  /** In ordinal order. */
  readonly claims: readonly Claim[];
}

export interface Compiled extends Loaded {
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
  const missed = issuesWithPlaces(dir, [...expected, ...checkQuestions(graph), ...checkTours(graph)]);
  const issues = [...read.issues, ...missed];
  if (missed.length > 0) return { read, issues };
  return { compiled: { graph, claims: orderedClaimsOf(read.dataset), dataset: read.dataset }, read, issues };
}

/** Snapshot files of a compiled graph, with start positions of every actor and every starter view. */
export function snapshotFilesOf({ graph, claims, dataset }: Compiled): SnapshotFile[] {
  const edges = [...graph.relations.values()];
  const positions = layoutOf([...graph.actors.keys()], edges);
  const starterPositions = new Map(dataset.starters.map((s) => [s.id, layoutOf(s.actors, edges)]));
  const tourPositions = new Map((dataset.tours ?? []).map((t) => [t.id, layoutOf(tourActors(t), edges)]));
  return writeSnapshot(buildGraph(dataset, { sha256Hex, positions, starterPositions, tourPositions }), claims, sha256Hex);
}

/** The same, kept in `cacheDir` until data or compiler change. */
export function cachedSnapshotOf(compiled: Compiled, cacheDir: string): readonly SnapshotFile[] {
  const { dataset, graph, claims } = compiled;
  const key = sha256Hex(
    JSON.stringify([
      ...COMPILER.flatMap((path) => codeIn(join(ROOT, path))),
      dataset.info,
      [...dataset.vocabulary.types],
      [...dataset.vocabulary.units],
      dataset.starters,
      dataset.tours,
      [...graph.actors],
      [...graph.sources],
      claims,
    ]),
  );
  const path = join(cacheDir, `snapshot-${key}.json`);
  if (existsSync(path)) {
    try {
      return JSON.parse(readFileSync(path, "utf8")) as SnapshotFile[];
    } catch {
      // A cut-off cache file is made again.
    }
  }
  const files = snapshotFilesOf(compiled);
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(path, JSON.stringify(files));
  const held = readdirSync(cacheDir)
    .filter((name) => name.startsWith("snapshot-"))
    .map((name) => ({ path: join(cacheDir, name), at: statSync(join(cacheDir, name)).mtimeMs }));
  for (const old of held.sort((a, b) => b.at - a.at).slice(KEPT)) rmSync(old.path, { force: true });
  return files;
}

function codeIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [readFileSync(path, "utf8")];
  const files = readdirSync(path, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  return files.sort().map((name) => readFileSync(join(path, name), "utf8"));
}

/** The graph as the page has it, with positions and the snapshot's hash. */
export function snapshotGraphOf(compiled: Compiled, cacheDir: string): EntenteGraph {
  const parsed = parseSnapshot(JSON.parse(cachedSnapshotOf(compiled, cacheDir)[0]?.text ?? "null"));
  if (!parsed.ok) throw new Error("the snapshot just compiled cannot be read");
  return parsed.value;
}
