// Answers: npm run bench:export. How long does each format take for 100 000 relations, and how much memory beside the extract? Writes the figures to results.json; exits 1 over budget.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { extractOf } from "../../src/export/extract.ts";
import { EXPORT_FORMATS, exportFileOf } from "../../src/export/formats.ts";
import { buildGraph, orderedClaimsOf } from "../../src/graph/build.ts";
import { EVERYTHING } from "../../src/graph/query/filter.ts";
import { readData, sha256Hex } from "../read-data.ts";
import { madeDataset } from "./made-data.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const RESULTS = fileURLToPath(new URL("results.json", import.meta.url));
/** Twice the relations wanted: claims of one proposition share a relation. */
const CLAIMS = 105_000;
const ACTORS = 20_000;
const BUDGET_MS = 5_000;
/** Of each format. The fastest counts: other programs on the machine only ever add to a time. */
const RUNS = 3;
/** A figure of so many actors says nothing to anyone; the dossier and the report are for reading. */
const NOT_FOR_THIS_SIZE = new Set(["svg", "svg-transparent", "markdown", "html"]);

interface Run {
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly megabytes: number;
  readonly longestPieceKilobytes: number;
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

function main(): void {
  const vocabulary = readData(join(ROOT, "graph-data")).dataset?.vocabulary;
  if (vocabulary === undefined) throw new Error("the vocabulary cannot be read");
  const data = madeDataset({ actors: ACTORS, relations: CLAIMS }, vocabulary);
  const graph = buildGraph(data, { sha256Hex });
  const start = process.cpuUsage();
  const extract = extractOf(graph, { scope: { kind: "all" }, filter: EVERYTHING }, orderedClaimsOf(data));
  if (!extract.ok) throw new Error("nothing was extracted");
  const { relations, claims } = extract.value;
  console.log(`${relations.length} relations, ${claims.size} claims; extract: ${msSince(start)} ms of processor time`);
  const formats = EXPORT_FORMATS.filter((format) => !NOT_FOR_THIS_SIZE.has(format.name)).map((format) => {
    const pieces = (): Iterable<string | Uint8Array> => exportFileOf(extract.value, format, "entente").pieces;
    const runs = Array.from({ length: RUNS }, () => runOf(pieces));
    const fastest = runs.reduce((best, run) => (run.cpuMs < best.cpuMs ? run : best));
    const row = {
      format: format.name,
      ...fastest,
      slowestCpuMs: Math.max(...runs.map((run) => run.cpuMs)),
      peakHeapMegabytes: Math.round(peakHeapOf(pieces) / 1e6),
    };
    console.log(JSON.stringify(row));
    return row;
  });
  const results = JSON.parse(readFileSync(RESULTS, "utf8")) as Record<string, unknown>;
  const about = {
    node: process.version,
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    load: loadavg()
      .map((n) => n.toFixed(1))
      .join(" "),
    unit: "cpuMs: processor time of this process, of the fastest of three runs; peakHeapMegabytes: in another run, above the extract, garbage included",
  };
  results.export = { ...about, relations: relations.length, claims: claims.size, budgetMs: BUDGET_MS, formats };
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
  const over = formats.filter((row) => row.cpuMs > BUDGET_MS);
  for (const row of over) console.error(`${row.format} takes ${row.cpuMs} ms, more than ${BUDGET_MS}`);
  process.exitCode = over.length === 0 ? 0 : 1;
}

function runOf(pieces: () => Iterable<string | Uint8Array>): Run {
  collect();
  const began = process.cpuUsage();
  const beganWall = performance.now();
  let [bytes, longest] = [0, 0];
  for (const piece of pieces()) {
    const length = typeof piece === "string" ? Buffer.byteLength(piece) : piece.length;
    bytes += length;
    longest = Math.max(longest, length);
  }
  const [cpuMs, wallMs] = [msSince(began), Math.round(performance.now() - beganWall)];
  return { cpuMs, wallMs, megabytes: Math.round(bytes / 1e5) / 10, longestPieceKilobytes: Math.round(longest / 1e3) };
}

/** Bytes above what is held now, while all is written once more: collections would count as time of the writer. */
function peakHeapOf(pieces: () => Iterable<unknown>): number {
  collect();
  const before = process.memoryUsage().heapUsed + process.memoryUsage().external;
  let [count, peak] = [0, 0];
  for (const _ of pieces()) {
    count += 1;
    if (count % 20 !== 0) continue;
    // What is still held after a collection: garbage of earlier pieces does not count.
    if (count % 400 === 0) collect();
    peak = Math.max(peak, process.memoryUsage().heapUsed + process.memoryUsage().external - before);
  }
  return peak;
}

function msSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return Math.round((user + system) / 1000);
}

main();
