// Answers: in what form do all commands answer, and how do they name actors and relations?

import { foldedText } from "../../src/graph/folded-text.ts";
import { type ActorNode, type ClaimCore, type EntenteGraph, statusOf } from "../../src/graph/graph.ts";
import { relationSentence } from "../../src/graph/phrases.ts";
import { evidenceOf, type RelationFilter } from "../../src/graph/query/filter.ts";
import { createSearchIndex } from "../../src/graph/search.ts";
import type { ActorId, ClaimId, RelationId } from "../../src/model/ids.ts";
import { type Issue, issueText } from "../../src/model/issue.ts";
import { didYouMean } from "../../src/model/nearest.ts";
import type { DerivedStatus } from "../../src/model/status.ts";
import { titleOf } from "../../src/model/text.ts";
import { VOICE_WORDS } from "../../src/model/words.ts";
import type { Loaded } from "../compile.ts";

export interface Output {
  readonly code: 0 | 1 | 2;
  readonly json: unknown;
  readonly text: string;
  /** Printed to standard error in place of the rest. */
  readonly error?: string;
  /** The answer has already gone to standard output. */
  readonly silent?: boolean;
}

/** Usage faults of a command: exit code 2. */
export function refused(error: string): Output {
  return { code: 2, json: undefined, text: "", error };
}

export function refusedFor(issues: readonly Issue[]): Output {
  return refused(issues.map(issueText).join("\n"));
}

/**
 * By id, label, alias, or code (slug, ISO, Wikidata …), in this order, case and diacritics ignored; undefined when nothing or more than one
 * actor bears the name.
 */
export function findActor(graph: EntenteGraph, text: string): ActorId | undefined {
  if (graph.actors.has(text as ActorId)) return text as ActorId;
  const wanted = foldedText(text.trim());
  const waysToName: ReadonlyArray<(actor: ActorNode) => readonly string[]> = [
    (a) => [a.label, titleOf(a.label)],
    (a) => a.names,
    (a) => [a.id.slice(a.id.indexOf("/") + 1), ...Object.values(a.ids)],
  ];
  for (const namesOf of waysToName) {
    const named = [...graph.actors.values()].filter((a) => namesOf(a).some((n) => foldedText(n) === wanted));
    if (named.length > 0) return named.length === 1 ? named[0]?.id : undefined;
  }
  return undefined;
}

export function unknownName(graph: EntenteGraph, text: string): Output {
  const hits = createSearchIndex(graph).search(text, 5);
  const near = didYouMean(
    text,
    [...graph.actors.values()].flatMap((a) => [a.id, a.label, ...a.names]),
  );
  const nearest =
    hits.length > 0
      ? `Nearest: ${hits.map((h) => `${titleOf(h.label)} (${h.id})`).join("; ")}`
      : (near ?? "Nothing near it is recorded.");
  return refused(`No single actor, relation, claim or source is called “${text}”. ${nearest}`);
}

/** On what a relation stands where a query asks: its status there, and the claims that count. */
interface Standing {
  readonly status: DerivedStatus;
  readonly claims?: readonly ClaimCore[];
}

/** A relation as every command's JSON gives it; as `standing` says where a filter left some of its claims out. */
export function relationJson(graph: EntenteGraph, id: string, standing?: Standing) {
  const edge = graph.relations.get(id as never);
  if (edge === undefined) throw new Error(`unknown relation ${id}`);
  const derived = standing?.status ?? statusOf(edge);
  return {
    id: edge.id,
    type: edge.type.id,
    polarity: edge.type.polarity,
    from: edge.from,
    to: edge.to,
    slots: edge.slots,
    status: derived.status,
    contested: derived.contested,
    origins: derived.origins,
    claims: (standing?.claims ?? edge.claims).map((c) => c.id),
    sentence: relationSentence(graph, edge, derived),
  };
}

/** The same under a filter, for relations that it admitted. */
export function relationsJson(graph: EntenteGraph, ids: Iterable<RelationId>, filter: RelationFilter) {
  return [...ids].map((id) => {
    const edge = graph.relations.get(id);
    return relationJson(graph, id, edge === undefined ? undefined : evidenceOf(edge, filter));
  });
}

/** Who makes these claims and where, each once, in the order of the claims. */
export function sayersOf({ graph, claims }: Loaded, ids: readonly ClaimId[]): string[] {
  const wanted = new Set(ids);
  const said = claims
    .filter((c) => wanted.has(c.id))
    .map(({ by, source }) => `${by.actor === undefined ? VOICE_WORDS[by.voice] : labelOf(graph, by.actor)}, in ${source}`);
  return [...new Set(said)];
}

export function actorJson(graph: EntenteGraph, id: ActorId) {
  return { id, label: labelOf(graph, id) };
}

export function relationLines(relations: readonly { readonly id: RelationId; readonly sentence: string }[]): string[] {
  return relations.map((r) => `  ${r.id}  ${r.sentence}`);
}

export function labelOf(graph: EntenteGraph, id: ActorId): string {
  return graph.actors.get(id)?.label ?? id;
}
