// Answers: what does a text in the search box mean: which actors, relations, sources, questions and commands?

import { foldedText } from "../../graph/folded-text.ts";
import { type RelationEdge, statusOf } from "../../graph/graph.ts";
import { relationSentence } from "../../graph/phrases.ts";
import type { SearchHit } from "../../graph/search.ts";
import type { RelationHits } from "../../graph/sentence-search.ts";
import type { ActorId, RelationId, SourceId } from "../../model/ids.ts";
import type { ActorKind } from "../../model/kinds.ts";
import { nearestOf } from "../../model/nearest.ts";
import { titleOf } from "../../model/text.ts";
import { settingsOf } from "../../state/view-state.ts";
import type { CommandContext } from "../commands/command.ts";
import { keyText } from "../commands/keys.ts";
import { type Offer, offersIn } from "../commands/registry.ts";

export type Target =
  | { readonly kind: "actor"; readonly id: ActorId }
  | { readonly kind: "relation"; readonly id: RelationId }
  | { readonly kind: "source"; readonly id: SourceId }
  | { readonly kind: "question"; readonly id: string }
  | { readonly kind: "command"; readonly offer: Offer };

export interface Result {
  /** Unlike any other of the list. */
  readonly value: string;
  readonly target: Target;
  readonly label: string;
  readonly actorKind?: ActorKind | undefined;
  readonly edge?: RelationEdge | undefined;
  /** The other name that matched. */
  readonly matched?: string | undefined;
  /** What it is, what hides it, or its key. */
  readonly note: string;
}

export interface ResultGroup {
  readonly title: string;
  /** Found in all; more than are listed when the list is cut. */
  readonly total: number;
  readonly results: readonly Result[];
}

/** What the engine found for a text. */
export interface Found {
  readonly hits: readonly SearchHit[];
  readonly relations: RelationHits;
}

export const NOTHING_FOUND: Found = { hits: [], relations: { relations: [], total: 0 } };
/** How many of a group are listed. */
const LISTED = { actors: 6, relations: 4, sources: 3, questions: 3, commands: 5 } as const;

/** A text that begins with ">" asks for commands alone, and gets all of them. */
export function isForCommands(text: string): boolean {
  return text.trimStart().startsWith(">");
}

/** Groups with results, in their order on the screen. */
export function resultGroupsOf(context: CommandContext, text: string, found: Found): readonly ResultGroup[] {
  const commands = commandsSaying(context, text.replace(/^\s*>/, ""));
  if (isForCommands(text)) return groups([["Commands", commands, commands.length]]);
  const { graph } = context.app;
  const actors = found.hits.filter((hit) => hit.kind === "actor").map((hit) => actorResult(context, hit));
  const sources = found.hits
    .filter((hit) => hit.kind === "source")
    .map(({ id, label }): Result => ({ value: id, target: { kind: "source", id: id as SourceId }, label, note: "source" }));
  const relations = found.relations.relations.map((id) => relationResult(context, id));
  const questions = graph.starters
    .filter(({ question }) => holds(question, text))
    .map(
      ({ id, question }): Result => ({
        value: `question ${id}`,
        target: { kind: "question", id },
        label: question,
        note: "question",
      }),
    );
  return groups([
    ["Actors", actors, LISTED.actors],
    ["Relations", relations, LISTED.relations, found.relations.total],
    ["Sources", sources, LISTED.sources],
    ["Questions", questions, LISTED.questions],
    ["Commands", commands, LISTED.commands],
  ]);
}

/** Actors whose names are closest to a text that nothing was found under. */
export function nearestActors(context: CommandContext, text: string): readonly Result[] {
  const byName = new Map<string, ActorId>();
  for (const { id, label, names } of context.app.graph.actors.values())
    for (const name of [titleOf(label), ...names]) if (!byName.has(foldedText(name))) byName.set(foldedText(name), id);
  const near = new Set(nearestOf(foldedText(text.trim()), byName.keys(), 5).flatMap((name) => byName.get(name) ?? []));
  return [...near].map((id) => {
    const actor = context.app.graph.actors.get(id);
    return actorResult(context, { kind: "actor", id, label: actor?.label ?? id, actorKind: actor?.kind });
  });
}

function groups(parts: ReadonlyArray<readonly [string, readonly Result[], number, number?]>): readonly ResultGroup[] {
  return parts
    .map(([title, results, listed, total = results.length]) => ({ title, total, results: results.slice(0, listed) }))
    .filter(({ results }) => results.length > 0);
}

function actorResult({ view }: CommandContext, { id, label, actorKind, matched }: SearchHit): Result {
  const actor = id as ActorId;
  const isRefused = actorKind !== undefined && view.filters.kindsOff.has(actorKind);
  const state = isRefused ? "its kind is filtered out" : view.hidden.has(actor) ? "hidden by hand" : undefined;
  const note = [actorKind, state].filter((part) => part !== undefined).join(", ");
  return { value: id, target: { kind: "actor", id: actor }, label: titleOf(label), actorKind, matched, note };
}

function relationResult({ app, view }: CommandContext, id: RelationId): Result {
  const edge = app.graph.relations.get(id);
  if (edge === undefined) return { value: id, target: { kind: "relation", id }, label: id, note: "relation" };
  const derived = statusOf(edge, settingsOf(view.filters));
  const isRefused = view.filters.typesOff.has(edge.type.id) || view.filters.statusesOff.has(derived.status);
  return {
    value: id,
    target: { kind: "relation", id },
    label: relationSentence(app.graph, edge, derived),
    edge,
    note: isRefused ? `${derived.status}, filtered out` : derived.status,
  };
}

function commandsSaying(context: CommandContext, text: string): readonly Result[] {
  return offersIn(context)
    .filter(({ command, title }) => command.id !== "search" && holds(`${title} ${command.title} ${command.group}`, text))
    .map((offer): Result => {
      const [key] = offer.command.keys ?? [];
      return {
        value: `command ${offer.command.id} ${offer.choice?.value ?? ""}`,
        target: { kind: "command", offer },
        label: offer.title,
        note: key === undefined ? "" : keyText(key),
      };
    });
}

/** Every word of `wanted` begins a word of `text`. */
function holds(text: string, wanted: string): boolean {
  const words = wordsOf(text);
  return wordsOf(wanted).every((part) => words.some((word) => word.startsWith(part)));
}

function wordsOf(text: string): string[] {
  return foldedText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
