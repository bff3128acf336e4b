// Answers: how is an extract written so that nothing of it is lost, and read again?
import type { EntenteGraph } from "../../graph/graph.ts";
import { parseSnapshot, snapshotIndexOf } from "../../graph/snapshot.ts";
import { type Issue, issue, type Result } from "../../model/issue.ts";
import type { Claim } from "../../model/records.ts";
import type { Extract } from "../extract.ts";
import { graphOfExtract } from "../extract-graph.ts";
import type { Stamp } from "../stamp.ts";
import { chunked, jsonPieces } from "../text.ts";

export const EXPORT_FORMAT = "entente-export";
export const EXPORT_VERSION = 1;

/** What a file of ours holds when it is opened. */
export interface Opened {
  readonly graph: EntenteGraph;
  /** In ordinal order. */
  readonly claims: readonly Claim[];
  readonly stamp: Stamp;
}

/** One object: format, version, stamp, ids of actors that are only named, the snapshot's index, and all claims in full. */
export function jsonOf(extract: Extract, stamp: Stamp): Iterable<string> {
  return chunked(jsonTextOf(extract, stamp));
}

export function* jsonTextOf(extract: Extract, stamp: Stamp): Generator<string> {
  yield* jsonPieces({
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    stamp,
    context: extract.context.map((a) => a.id),
    snapshot: snapshotIndexOf(graphOfExtract(extract)),
    claims: [...extract.claims.values()],
  });
  yield "\n";
}

/** Refuses other formats and versions, and what is damaged; the claims must be those of the index. */
export function parseJsonExport(json: unknown, file: string): Result<Opened> {
  const refuse = (detail: string, remedy: string): Result<Opened> => ({
    ok: false,
    issues: [issue("field-invalid", file, [], { detail, remedy }) satisfies Issue],
  });
  const held = json as { format?: unknown; version?: unknown; snapshot?: unknown; claims?: unknown; stamp?: unknown } | null;
  if (held === null || typeof held !== "object" || held.format !== EXPORT_FORMAT)
    return refuse("This is no file that `entente export` has written.", "export it with --format json or --format cyjs");
  if (held.version !== EXPORT_VERSION)
    return refuse(`It has another version than ${EXPORT_VERSION}.`, "export it again with this version of entente");
  const { snapshot, claims, stamp } = held;
  const parsed = parseSnapshot(snapshot);
  if (!parsed.ok) return { ok: false, issues: parsed.issues.map((i) => ({ ...i, file })) };
  const isComplete =
    Array.isArray(claims) &&
    claims.length === parsed.value.claims.size &&
    claims.every((c) => typeof c?.id === "string" && parsed.value.claims.ordinalOf(c.id) !== undefined);
  if (!isComplete || stamp === null || typeof stamp !== "object")
    return refuse("It is damaged: its claims are not those of its relations.", "export it again");
  return { ok: true, value: { graph: parsed.value, claims: claims as Claim[], stamp: stamp as Stamp } };
}
