// Answers: which columns does every table-like format give of an actor and a relation, in which order and of which type?
import type { ActorNode } from "../graph/graph.ts";
import { relationSentence } from "../graph/phrases.ts";
import { dayText, OPEN_FUTURE, OPEN_PAST } from "../model/day.ts";
import { titleOf } from "../model/text.ts";
import type { Extract, ExtractRelation } from "./extract.ts";

export type FieldType = "string" | "integer" | "double" | "boolean" | "date";
export type FieldValue = string | number | boolean;

export interface Field<T> {
  readonly id: string;
  readonly type: FieldType;
  /** Undefined where nothing is recorded: the field is left out or empty, never 0 or "no". */
  readonly of: (item: T, extract: Extract) => FieldValue | undefined;
}

export const ACTOR_FIELDS: readonly Field<ActorNode>[] = [
  { id: "label", type: "string", of: (a) => actorLabel(a) },
  { id: "kind", type: "string", of: (a) => a.kind },
  { id: "subtype", type: "string", of: (a) => a.subtype },
  { id: "country", type: "string", of: (a) => a.country },
  { id: "names", type: "string", of: (a) => joined(a.names, " | ") },
  {
    id: "ids",
    type: "string",
    of: (a) =>
      joined(
        Object.entries(a.ids).map(([name, value]) => `${name}=${value}`),
        " | ",
      ),
  },
  { id: "summary", type: "string", of: (a) => a.summary },
  { id: "x", type: "double", of: (a) => a.x },
  { id: "y", type: "double", of: (a) => a.y },
];

export const RELATION_FIELDS: readonly Field<ExtractRelation>[] = [
  { id: "label", type: "string", of: (r, e) => relationLabel(e, r) },
  { id: "type", type: "string", of: (r) => r.edge.type.id },
  { id: "polarity", type: "string", of: (r) => r.edge.type.polarity },
  { id: "symmetric", type: "boolean", of: (r) => r.edge.type.symmetric },
  { id: "status", type: "string", of: (r) => r.status.status },
  { id: "contested", type: "boolean", of: (r) => r.status.contested },
  { id: "claims", type: "integer", of: (r) => r.claims.length },
  { id: "origins", type: "integer", of: (r) => r.origins.size },
  { id: "denials", type: "integer", of: (r) => r.status.denials },
  { id: "bestCredibility", type: "integer", of: (r) => r.status.strongest },
  { id: "worstCredibility", type: "integer", of: (r) => r.status.weakest },
  { id: "originIds", type: "string", of: (r) => joined(r.origins.size < 2 ? [...r.origins] : [...r.origins].sort(), " ") },
  { id: "sources", type: "string", of: (r) => joined(sourceIdsOf(r), " ") },
  {
    id: "claimIds",
    type: "string",
    of: (r) =>
      joined(
        r.claims.map((c) => c.id),
        " ",
      ),
  },
  { id: "firstDate", type: "date", of: (r) => dateOf(spanOf(r).first) },
  { id: "lastDate", type: "date", of: (r) => dateOf(spanOf(r).last) },
  { id: "dates", type: "string", of: (r, e) => joined(recordedDates(e, r), " | ") },
  { id: "firstPublished", type: "date", of: (r) => dateOf(publicationsOf(r).first) },
  { id: "lastPublished", type: "date", of: (r) => dateOf(publicationsOf(r).last) },
  {
    id: "slots",
    type: "string",
    of: (r, e) => slotsText(e, r.edge.slots),
  },
];

/** As a heading. */
export function actorLabel(actor: ActorNode): string {
  return titleOf(actor.label);
}

/** Hedged as its evidence asks: nothing that is only alleged reads as a fact. */
export function relationLabel({ graph }: Extract, { edge, status }: ExtractRelation): string {
  return relationSentence(graph, edge, status);
}

/** Sources of the claims it stands on, in claim order. */
export function sourceIdsOf({ claims }: ExtractRelation): string[] {
  return distinct(claims, (c) => c.source);
}

/** Outermost days that its dated claims allow; absent where no claim has a date, or the end is open. */
export function spanOf({ claims }: ExtractRelation): { readonly first?: number; readonly last?: number } {
  let [first, last] = [OPEN_FUTURE, OPEN_PAST];
  for (const { dated, bounds } of claims) {
    if (!dated) continue;
    first = Math.min(first, bounds.earliestStart);
    last = Math.max(last, bounds.latestEnd);
  }
  return {
    ...(first <= OPEN_PAST || first >= OPEN_FUTURE ? {} : { first }),
    ...(last >= OPEN_FUTURE || last <= OPEN_PAST ? {} : { last }),
  };
}

/** Days written before: few days, many relations. */
const DAY_TEXTS = new Map<number, string>();

export function dateOf(day: number | undefined): string | undefined {
  if (day === undefined) return undefined;
  const held = DAY_TEXTS.get(day);
  if (held !== undefined) return held;
  const text = dayText(day);
  DAY_TEXTS.set(day, text);
  return text;
}

/** "item: ammunition (materiel/ammunition) | role: buyer"; undefined where there is none. */
export function slotsText(extract: Extract, slots: Readonly<Record<string, string>>): string | undefined {
  let text: string | undefined;
  for (const name of Object.keys(slots)) {
    const said = `${name}: ${slotText(extract, slots[name] ?? "")}`;
    text = text === undefined ? said : `${text} | ${said}`;
  }
  return text;
}

/** An actor's label with its id; any other value as it is. */
export function slotText({ graph }: Extract, value: string): string {
  const actor = graph.actors.get(value as never);
  return actor === undefined ? value : `${actor.label} (${actor.id})`;
}

function publicationsOf({ claims }: ExtractRelation): { readonly first?: number; readonly last?: number } {
  let [first, last] = [OPEN_FUTURE, OPEN_PAST];
  for (const { publishedDay } of claims) {
    if (publishedDay >= OPEN_FUTURE) continue;
    first = Math.min(first, publishedDay);
    last = Math.max(last, publishedDay);
  }
  return first >= OPEN_FUTURE ? {} : { first, last };
}

/** EDTF texts as the curators wrote them, each once. */
function recordedDates({ claims: details }: Extract, { claims }: ExtractRelation): string[] {
  return distinct(claims, (c) => details.get(c.id)?.time);
}

/** In the order in which each comes first. Most relations have one claim. */
function distinct<T>(items: readonly T[], of: (item: T) => string | undefined): string[] {
  const found: string[] = [];
  for (const item of items) {
    const value = of(item);
    if (value !== undefined && !found.includes(value)) found.push(value);
  }
  return found;
}

function joined(parts: readonly string[], separator: string): string | undefined {
  return parts.length === 0 ? undefined : parts.join(separator);
}
