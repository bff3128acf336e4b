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
  const findings = fileOf("findings", { format: FINDINGS_FORMAT, version: SNAPSHOT_VERSION, ...findingsOf(graph, claims) });
  const claimFiles = { size: CLAIMS_PER_FILE, files: details.map((d) => d.name), findings: findings.name };
  const unsigned = { ...graph, claimFiles, hash: "" };
  const index = snapshotIndexOf({ ...unsigned, hash: sha256Hex(JSON.stringify(snapshotIndexOf(unsigned))) });
  return [{ name: "graph.json", text: `${JSON.stringify(index)}\n` }, ...details, findings];
}

function findingsOf(graph: EntenteGraph, claims: readonly Claim[]): Findings {
  return {
    contradictions: contradictionsOf(graph, claims),
    noted: claims.filter(({ curatorNote }) => curatorNote !== undefined).map(({ id }) => id),
  };
}
