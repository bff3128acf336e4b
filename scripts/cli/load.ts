// Answers: what does `--data` name, a data folder or an exported file, and what is in it?
import { readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseCyjs } from "../../src/export/formats/cyjs.ts";
import { EXPORT_FORMAT, parseJsonExport } from "../../src/export/formats/json.ts";
import type { EntenteGraph } from "../../src/graph/graph.ts";
import { type Issue, issue } from "../../src/model/issue.ts";
import { checkTexts } from "../../src/model/text.ts";
import { compileGraph, type Loaded, snapshotGraphOf } from "../compile.ts";

const CACHE = fileURLToPath(new URL("../../node_modules/.cache/entente", import.meta.url));
const MAX_BYTES = 256 * 1024 * 1024;

export interface LoadResult {
  /** Absent when an issue is an error. */
  readonly loaded?: Loaded;
  /** With positions and the hash of the snapshot. Slow the first time: a data folder is laid out. */
  readonly placed?: () => EntenteGraph;
  readonly issues: readonly Issue[];
  readonly files: number;
}

/** @throws when nothing is there. */
export function load(path: string): LoadResult {
  return statSync(path).isFile() ? loadFile(path) : loadFolder(path);
}

function loadFolder(dir: string): LoadResult {
  const { compiled, issues, read } = compileGraph(dir, { cacheDir: join(CACHE, "yaml") });
  if (compiled === undefined) return { issues, files: read.files };
  return { loaded: compiled, placed: () => snapshotGraphOf(compiled, CACHE), issues, files: read.files };
}

function loadFile(path: string): LoadResult {
  const file = basename(path);
  const refused = (found: readonly Issue[]): LoadResult => ({ issues: found, files: 1 });
  if (statSync(path).size > MAX_BYTES)
    return refused([issue("file-too-large", file, [], { remedy: `at most ${MAX_BYTES / 1024 / 1024} MiB: export a part` })]);
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path)));
  } catch {
    const remedy = "give a data folder, or a file that `entente export --format json` or `cyjs` has written";
    return refused([issue("field-invalid", file, [], { detail: "It is no JSON.", remedy })]);
  }
  const isSnapshot = (json as { format?: unknown } | null)?.format === EXPORT_FORMAT;
  const parsed = isSnapshot ? parseJsonExport(json, file) : parseCyjs(json, file);
  if (!parsed.ok) return refused(parsed.issues);
  const { graph, claims } = parsed.value;
  const slots = [...graph.relations.values()].map((edge) => edge.slots);
  const unsafe = checkTexts({ claims, slots, actors: [...graph.actors.values()], sources: [...graph.sources.values()] }, file);
  if (unsafe.length > 0) return refused(unsafe);
  return { loaded: { graph, claims }, placed: () => graph, issues: [], files: 1 };
}
