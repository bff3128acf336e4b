// Answers: npm run data:build [-- --data DIR --out DIR --watch]. Exit codes: 0 ok, 1 data issues, 2 usage.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { standingContradictions } from "../src/graph/analysis/contradictions.ts";
import { parseFindings, type SnapshotFile } from "../src/graph/snapshot.ts";
import { issueText } from "../src/model/issue.ts";
import { countText } from "../src/model/text.ts";
import { cachedSnapshotOf, compileGraph } from "./compile.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

export interface BuildTarget {
  readonly dataDir: string;
  readonly outDir: string;
  readonly cacheDir: string;
}

/** Builds once; true when the snapshot was written or was fresh. A failing build leaves the previous snapshot as it was. */
export function build({ dataDir, outDir, cacheDir }: BuildTarget, log: (line: string) => void = console.error): boolean {
  const started = performance.now();
  const { compiled, read, issues } = compileGraph(dataDir, { cacheDir: join(cacheDir, "yaml"), onProgress: progressLine() });
  for (const found of issues) log(issueText(found));
  const errors = issues.filter((i) => i.severity === "error").length;
  if (compiled === undefined) {
    log(`${errors} ${errors === 1 ? "error" : "errors"} in ${read.files} files: nothing was written to ${outDir}`);
    return false;
  }
  const files = cachedSnapshotOf(compiled, cacheDir);
  writeFiles(outDir, files);
  const { graph } = compiled;
  const ms = Math.round(performance.now() - started);
  log(
    `${graph.actors.size} actors, ${graph.relations.size} relations, ${graph.claims.size} claims from ${graph.sources.size} sources → ${join(outDir, "graph.json")} (${read.cached} of ${read.files} files unchanged, ${ms} ms)`,
  );
  const found = files
    .filter(({ name }) => name.startsWith("claims/findings-"))
    .flatMap(({ text }) => parseFindings(JSON.parse(text)).contradictions);
  const disagreements = standingContradictions(graph, found).length;
  if (disagreements > 0)
    log(`${countText(disagreements, "disagreement")} between or within sources, all kept: npm run -s entente -- contradictions`);
  return true;
}

/** Detail files first, the index last by rename, so that a reader never meets an index without its details. */
function writeFiles(outDir: string, files: readonly SnapshotFile[]): void {
  for (const { name, text } of [...files].reverse()) {
    const path = join(outDir, name);
    if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
    mkdirSync(dirname(path), { recursive: true });
    const temporary = `${path}.${process.pid}.tmp`;
    writeFileSync(temporary, text);
    renameSync(temporary, path);
  }
  const current = new Set(files.map((f) => f.name));
  for (const name of existsSync(join(outDir, "claims")) ? readdirSync(join(outDir, "claims")) : [])
    if (!current.has(`claims/${name}`)) rmSync(join(outDir, "claims", name));
}

/** A line that counts files, on a terminal, when reading takes more than a second. */
function progressLine(): ((done: number, total: number) => void) | undefined {
  if (!process.stderr.isTTY) return undefined;
  const started = performance.now();
  let last = started;
  return (done, total) => {
    const now = performance.now();
    if (now - started < 1000 || (now - last < 100 && done < total)) return;
    last = now;
    process.stderr.write(`\rreading ${done} of ${total} files${done === total ? "\n" : ""}`);
  };
}

function main(): void {
  let values: { data?: string; out?: string; watch?: boolean };
  try {
    ({ values } = parseArgs({ options: { data: { type: "string" }, out: { type: "string" }, watch: { type: "boolean" } } }));
  } catch (error) {
    console.error(
      `${error instanceof Error ? error.message : String(error)}\nusage: npm run data:build -- [--data DIR] [--out DIR] [--watch]`,
    );
    process.exit(2);
  }
  const target = {
    dataDir: values.data ?? join(ROOT, "graph-data"),
    outDir: values.out ?? join(ROOT, "public"),
    cacheDir: join(ROOT, "node_modules/.cache/entente"),
  };
  if (!existsSync(target.dataDir)) {
    console.error(`No folder ${target.dataDir}. Give a data folder with --data DIR.`);
    process.exit(2);
  }
  const ok = build(target);
  if (values.watch !== true) process.exit(ok ? 0 : 1);
  let timer: NodeJS.Timeout | undefined;
  watch(target.dataDir, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => build(target), 150);
  });
}

if (process.argv[1] !== undefined && fileURLToPath(import.meta.url) === process.argv[1]) main();
