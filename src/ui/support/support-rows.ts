// Answers: what does the pane say of each actor that supports or opposes another, layer by layer?
import type { SharedOpponent, SupportAnswer, Supporter } from "../../graph/analysis/support.ts";
import { foldedText } from "../../graph/folded-text.ts";
import type { EntenteGraph } from "../../graph/graph.ts";
import { evidenceOf, type RelationFilter } from "../../graph/query/filter.ts";
import type { Steps } from "../../graph/query/work.ts";
import { spanText } from "../../model/day.ts";
import type { ActorId } from "../../model/ids.ts";
import type { Polarity, RelationStatus } from "../../model/kinds.ts";
import { countText, titleOf } from "../../model/text.ts";
import { type RelationLine, relationLinesOf } from "../parts/relation-line.ts";

export const STANCES = ["supportive", "hostile"] as const satisfies readonly Polarity[];
export type Stance = (typeof STANCES)[number];

export interface SupportRow {
  readonly actor: ActorId;
  readonly name: string;
  readonly status: RelationStatus;
  readonly origins: number;
  /** "2024-10", or that no claim gives a date. */
  readonly since: string;
  /** Actors between it and the one asked about, in the order of the chain. */
  readonly via: readonly string[];
  /** Relations of its own hop. */
  readonly lines: readonly RelationLine[];
}

export interface SupportLayer {
  readonly hops: number;
  readonly rows: readonly SupportRow[];
}

/** By hops; each layer in the order of the answer. */
export function supportLayers(graph: EntenteGraph, { supporters }: SupportAnswer, filter: RelationFilter): SupportLayer[] {
  const layers = new Map<number, SupportRow[]>();
  for (const supporter of supporters)
    layers.set(supporter.hops, [...(layers.get(supporter.hops) ?? []), rowOf(graph, supporter, filter)]);
  return [...layers].map(([hops, rows]) => ({ hops, rows }));
}

function rowOf(
  graph: EntenteGraph,
  { actor, status, origins, since, chain, through }: Supporter,
  filter: RelationFilter,
): SupportRow {
  return {
    actor,
    name: nameOf(graph, actor),
    status,
    origins,
    since: since === undefined ? "not recorded" : spanText({ first: since.earliest, last: since.latest }),
    via: chain.slice(1, -1).map((id) => nameOf(graph, id)),
    lines: relationLinesOf(graph, through, filter),
  };
}

export interface OpponentRow {
  readonly actor: ActorId;
  readonly name: string;
  readonly opponents: readonly string[];
}

export function opponentRows(graph: EntenteGraph, actors: readonly SharedOpponent[]): OpponentRow[] {
  return actors.map(({ actor, opponents }) => ({
    actor,
    name: nameOf(graph, actor),
    opponents: opponents.map((id) => nameOf(graph, id)),
  }));
}

/** No heading may say more than its weakest row. */
export function sideTitle(stance: Stance, direction: "in" | "out", name: string): string {
  const verb = stance === "supportive" ? "support" : "oppose";
  return direction === "in" ? `Said to ${verb} ${name}` : `${name} is said to ${verb}`;
}

export function layerTitle(stance: Stance, direction: "in" | "out", hops: number): string {
  if (hops === 1) return "Directly";
  const verb = stance === "supportive" ? "support" : "oppose";
  return `${countText(hops, "hop")} away: ${direction === "in" ? `said to ${verb} one of those above` : `said to be ${verb === "support" ? "supported" : "opposed"} by one of those above`}`;
}

export interface ActorOption {
  readonly id: ActorId;
  readonly name: string;
  /** The name, for finding it. */
  readonly folded: string;
  /** Relations of the stance that count under the filter. */
  readonly count: number;
}

/** All actors, those with most such relations first, then by name. Cost O(claims). */
export function* actorOptions(graph: EntenteGraph, stance: Stance, filter: RelationFilter): Steps<ActorOption[]> {
  const counts = new Map<ActorId, number>();
  for (const edge of graph.relations.values()) {
    yield;
    if (edge.type.polarity !== stance || evidenceOf(edge, filter) === undefined) continue;
    for (const end of new Set([edge.from, edge.to])) counts.set(end, (counts.get(end) ?? 0) + 1);
  }
  const options: ActorOption[] = [];
  for (const { id, label } of graph.actors.values()) {
    yield;
    const name = titleOf(label);
    options.push({ id, name, folded: foldedText(name), count: counts.get(id) ?? 0 });
  }
  return options.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

export function nameOf(graph: EntenteGraph, id: ActorId): string {
  return titleOf(graph.actors.get(id)?.label ?? id);
}
