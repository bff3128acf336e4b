// Answers: which files does a compiled graph become? Apart from reading them, so that the page loads none of this.
import type { Claim } from "../model/records.ts";
import { contradictionsOf } from "./analysis/contradictions.ts";
import type { EntenteGraph } from "./graph.ts";
import {
  CLAIMS_FORMAT,
  CLAIMS_PER_FILE,
  FINDINGS_FORMAT,
  type Findings,
  SNAPSHOT_VERSION,
  type SnapshotFile,
  snapshotIndexOf,
} from "./snapshot.ts";

/** Each of a file of findings: parsed in a few milliseconds. */
const CONTRADICTIONS_PER_FILE = 1_000;
const NOTES_PER_FILE = 20_000;

/** `graph.json` first, then the detail files, then the findings. Same graph and claims, same bytes. `claims` in ordinal order. */
export function writeSnapshot(
  graph: EntenteGraph,
  claims: readonly Claim[],
  sha256Hex: (text: string) => string,
): SnapshotFile[] {
  const fileOf = (name: string, content: object): SnapshotFile => {
    const text = `${JSON.stringify(content)}\n`;
    return { name: `claims/${name}-${sha256Hex(text).slice(0, 12)}.json`, text };
  };
  const details: SnapshotFile[] = [];
  for (let start = 0; start < claims.length; start += CLAIMS_PER_FILE) {
    const held = claims.slice(start, start + CLAIMS_PER_FILE);
    details.push(fileOf(`${details.length}`, { format: CLAIMS_FORMAT, version: SNAPSHOT_VERSION, claims: held }));
  }
  const findings = findingsOf(graph, claims).map((part, i) =>
    fileOf(`findings-${i}`, { format: FINDINGS_FORMAT, version: SNAPSHOT_VERSION, ...part }),
  );
  const claimFiles = { size: CLAIMS_PER_FILE, files: details.map((d) => d.name), findings: findings.map((f) => f.name) };
  const unsigned = { ...graph, claimFiles, hash: "" };
  const index = snapshotIndexOf({ ...unsigned, hash: sha256Hex(JSON.stringify(snapshotIndexOf(unsigned))) });
  return [{ name: "graph.json", text: `${JSON.stringify(index)}\n` }, ...details, ...findings];
}

/** One at least. */
function findingsOf(graph: EntenteGraph, claims: readonly Claim[]): Findings[] {
  const contradictions = contradictionsOf(graph, claims);
  const noted = claims.flatMap(({ curatorNote }, ordinal) => (curatorNote === undefined ? [] : [ordinal]));
  const parts = Math.max(1, Math.ceil(contradictions.length / CONTRADICTIONS_PER_FILE), Math.ceil(noted.length / NOTES_PER_FILE));
  const partOf = <T>(all: readonly T[], i: number, size: number): T[] => all.slice(i * size, (i + 1) * size);
  return Array.from({ length: parts }, (_, i) => ({
    contradictions: partOf(contradictions, i, CONTRADICTIONS_PER_FILE),
    noted: partOf(noted, i, NOTES_PER_FILE),
  }));
}
