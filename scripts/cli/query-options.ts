// Answers: which filter, ends and limits do the options of a query command ask for?
import type { EntenteGraph, EvidenceSettings } from "../../src/graph/graph.ts";
import { TIME_RULES } from "../../src/graph/paths/time-verdict.ts";
import type { RelationFilter } from "../../src/graph/query/filter.ts";
import type { ActorId, SourceId } from "../../src/model/ids.ts";
import { DIRECTIONS, MODALITIES, POLARITIES, RANKINGS, RELATION_STATUSES } from "../../src/model/kinds.ts";
import { didYouMean } from "../../src/model/nearest.ts";
import { parseTime } from "../../src/model/time.ts";
import { findActor, unknownName } from "./output.ts";

/** Every option of every query command, for `parseArgs`. */
export const QUERY_OPTIONS = {
  from: { type: "string", multiple: true },
  to: { type: "string", multiple: true },
  depth: { type: "string" },
  direction: { type: "string" },
  k: { type: "string" },
  "max-hops": { type: "string" },
  ranking: { type: "string" },
  "must-pass": { type: "string", multiple: true },
  avoid: { type: "string", multiple: true },
  slots: { type: "boolean" },
  time: { type: "string" },
  certain: { type: "boolean" },
  all: { type: "boolean" },
  budget: { type: "string" },
  top: { type: "string" },
  by: { type: "string" },
  type: { type: "string" },
  layer: { type: "string" },
  "min-status": { type: "string" },
  modality: { type: "string" },
  opinions: { type: "boolean" },
  denials: { type: "boolean" },
  "source-off": { type: "string", multiple: true },
  "source-only": { type: "string", multiple: true },
  "known-on": { type: "string" },
  valid: { type: "string" },
  undated: { type: "string" },
} as const;

export type QueryValues = {
  readonly [K in keyof typeof QUERY_OPTIONS]?: (typeof QUERY_OPTIONS)[K] extends { multiple: true }
    ? readonly string[] | undefined
    : (typeof QUERY_OPTIONS)[K]["type"] extends "boolean"
      ? boolean | undefined
      : string | undefined;
};

/** A wrong option or name; the command line prints it and exits 2. */
export class UsageError extends Error {}

/** @throws UsageError */
export function filterOf(graph: EntenteGraph, values: QueryValues): RelationFilter {
  const known = graph.sources.keys();
  const off = values["source-off"]?.map((text) => sourceOf(graph, text));
  const only = values["source-only"]?.map((text) => sourceOf(graph, text));
  const sourcesOff = only === undefined ? off : [...known].filter((id) => !only.includes(id) || off?.includes(id) === true);
  return {
    types: listOf(values.type, [...graph.types.keys()], "--type"),
    polarities: listOf(values.layer, POLARITIES, "--layer"),
    minStatus: values["min-status"] === undefined ? undefined : wordOf(values["min-status"], RELATION_STATUSES, "--min-status"),
    modalities: values.modality === "all" ? new Set(MODALITIES) : listOf(values.modality, MODALITIES, "--modality"),
    opinions: values.opinions,
    denials: values.denials,
    sourcesOff: sourcesOff === undefined ? undefined : new Set(sourcesOff),
    knownOn: values["known-on"] === undefined ? undefined : boundsOf(values["known-on"], "--known-on").latestEnd,
    valid: windowOf(values.valid),
    undated: values.undated === undefined ? undefined : wordOf(values.undated, ["lenient", "strict"] as const, "--undated"),
  };
}

/**
 * Sources off and both clocks, for commands that ask of claims and not of relations.
 * @throws UsageError, also for a filter that would have no effect
 */
export function settingsOf(graph: EntenteGraph, values: QueryValues, command: string): EvidenceSettings {
  const idle = (["type", "layer", "min-status", "modality", "opinions", "denials"] as const).find(
    (name) => values[name] !== undefined,
  );
  if (idle !== undefined)
    throw new UsageError(
      `\`${command}\` has no use for --${idle}: it takes --source-off, --source-only, --known-on, --valid and --undated.`,
    );
  const { sourcesOff, knownOn, valid, undated } = filterOf(graph, values);
  return { sourcesOff, knownOn, valid, undated };
}

export function directionOf(values: QueryValues) {
  return values.direction === undefined ? undefined : wordOf(values.direction, DIRECTIONS, "--direction");
}

export function rankingOf(values: QueryValues) {
  return values.ranking === undefined ? undefined : wordOf(values.ranking, RANKINGS, "--ranking");
}

export function timeOf(values: QueryValues) {
  if (values.time === undefined) return undefined;
  const rule = wordOf(values.time, TIME_RULES, "--time");
  return { rule, atLeast: values.certain === true ? ("certain" as const) : ("possible" as const) };
}

/** A whole number from 1. */
export function numberOf(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1) throw new UsageError(`${option} takes a whole number from 1, not \`${text}\`.`);
  return n;
}

/** @throws UsageError with the nearest names */
export function actorOf(graph: EntenteGraph, text: string): ActorId {
  const actor = findActor(graph, text);
  if (actor === undefined) throw new UsageError(unknownName(graph, text).error ?? text);
  return actor;
}

export function actorsOf(graph: EntenteGraph, texts: readonly string[] | undefined): ActorId[] {
  return (texts ?? []).map((text) => actorOf(graph, text));
}

/** By id, or by its slug alone. */
export function sourceOf(graph: EntenteGraph, text: string): SourceId {
  for (const id of [text, `source/${text}`] as SourceId[]) if (graph.sources.has(id)) return id;
  const near = didYouMean(text.startsWith("source/") ? text : `source/${text}`, graph.sources.keys());
  throw new UsageError(`No source \`${text}\`. ${near ?? `There are ${graph.sources.size}: \`entente sources\` lists them.`}`);
}

function windowOf(text: string | undefined): RelationFilter["valid"] {
  if (text === undefined) return undefined;
  const { earliestStart, latestEnd } = boundsOf(text, "--valid");
  return { from: earliestStart, to: latestEnd };
}

function boundsOf(text: string, option: string) {
  const bounds = parseTime(text);
  if (bounds === undefined)
    throw new UsageError(`${option} takes a date or an interval such as 2024, 2024-10-28 or 2023/2024, not \`${text}\`.`);
  return bounds;
}

function listOf<T extends string>(text: string | undefined, allowed: readonly T[], option: string): ReadonlySet<T> | undefined {
  return text === undefined ? undefined : new Set(text.split(",").map((word) => wordOf(word.trim(), allowed, option)));
}

function wordOf<T extends string>(text: string, allowed: readonly T[], option: string): T {
  if ((allowed as readonly string[]).includes(text)) return text as T;
  const listed = allowed.length > 12 ? "an id of the vocabulary" : `${allowed.slice(0, -1).join(", ")} or ${allowed.at(-1)}`;
  throw new UsageError(`${option} takes ${listed}, not \`${text}\`${sentence(didYouMean(text, allowed))}`);
}

function sentence(hint: string | undefined): string {
  return hint === undefined ? "." : `; ${hint}`;
}
