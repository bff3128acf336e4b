// Answers: what does each command say, for people and as JSON? No I/O: results come back as values.
import { type EntenteGraph, type RelationEdge, statusOf } from "../src/graph/graph.ts";
import { graphologyOf } from "../src/graph/graphology.ts";
import { type Direction, neighborhood } from "../src/graph/neighborhood.ts";
import { claimSentence, quantityText, relationSentence } from "../src/graph/phrases.ts";
import { createSearchIndex, foldedText } from "../src/graph/search.ts";
import type { ActorId } from "../src/model/ids.ts";
import { type Issue, issueText } from "../src/model/issue.ts";
import { didYouMean } from "../src/model/nearest.ts";
import type { Claim } from "../src/model/records.ts";
import { countText, titleOf } from "../src/model/text.ts";
import { CREDIBILITY_WORDS, RELATION_STATUS_WORDS, RELIABILITY_WORDS, VOICE_WORDS } from "../src/model/words.ts";
import type { Compiled } from "./compile.ts";

export interface Output {
  readonly code: 0 | 1 | 2;
  readonly json: unknown;
  readonly text: string;
  /** Printed to standard error in place of the rest. */
  readonly error?: string;
}

export function check(issues: readonly Issue[], files: number): Output {
  const errors = issues.filter((i) => i.severity === "error").length;
  const summary = [countText(files, "file"), countText(errors, "error"), countText(issues.length - errors, "warning")].join(", ");
  return { code: errors === 0 ? 0 : 1, json: { files, errors, issues }, text: [...issues.map(issueText), summary].join("\n") };
}

export function stats({ graph, claims }: Compiled): Output {
  const relations = [...graph.relations.values()];
  const multigraph = graphologyOf(graph);
  const json = {
    dataset: graph.info.id,
    version: graph.info.version,
    actors: graph.actors.size,
    relations: relations.length,
    claims: claims.length,
    attributes: claims.filter((c) => c.attr !== undefined).length,
    opinions: claims.filter((c) => c.opinion).length,
    sources: graph.sources.size,
    isolatedActors: multigraph.filterNodes((id) => multigraph.degree(id) === 0).length,
    byKind: tally([...graph.actors.values()].map((a) => a.kind)),
    byPolarity: tally(relations.map((r) => r.type.polarity)),
    byType: tally(relations.map((r) => r.type.id)),
    byStatus: tally(relations.map((r) => statusOf(r).status)),
    byClaimStatus: tally(claims.map((c) => c.status)),
    byModality: tally(claims.map((c) => c.modality)),
    bySource: tally(claims.map((c) => c.source)),
  };
  const lines = Object.entries(json).flatMap(([name, value]) =>
    typeof value === "object"
      ? [`${name}:`, ...Object.entries(value).map(([k, n]) => `  ${String(n).padStart(5)}  ${k}`)]
      : [`${name}: ${value}`],
  );
  return { code: 0, json, text: lines.join("\n") };
}

export function search({ graph }: Compiled, text: string): Output {
  const hits = createSearchIndex(graph).search(text, 20);
  if (hits.length === 0) return { code: 0, json: [], text: `Nothing is recorded under “${text}”.` };
  const lines = hits.map((h) => `${h.id.padEnd(44)} ${titleOf(h.label)}${h.matched === undefined ? "" : ` (${h.matched})`}`);
  return { code: 0, json: hits, text: lines.join("\n") };
}

export function show(compiled: Compiled, text: string): Output {
  const { graph, claims } = compiled;
  const edge = graph.relations.get(text as never);
  if (edge !== undefined) return showRelation(compiled, edge);
  const claim = claims.find((c) => c.id === text);
  if (claim !== undefined) return { code: 0, json: claim, text: claimText(graph, claim) };
  const source = graph.sources.get(text as never);
  if (source !== undefined) {
    const own = claims.filter((c) => c.source === source.id);
    const head = [
      source.title,
      `${source.id} · ${source.type} · published ${source.published} · ${source.reliability}, ${RELIABILITY_WORDS[source.reliability]}`,
      source.reliabilityReason,
      countText(own.length, "claim"),
    ];
    return {
      code: 0,
      json: { ...source, claims: own },
      text: [...head, "", ...own.map((c) => `${c.id.padEnd(4)} ${claimSentence(graph, c)}`)].join("\n"),
    };
  }
  const actor = findActor(graph, text);
  if (actor === undefined) return unknownName(graph, text);
  return showActor(compiled, actor);
}

export function neighbors(
  { graph }: Compiled,
  text: string,
  options: { depth: number; direction: Direction; types: readonly string[] | undefined },
): Output {
  const actor = findActor(graph, text);
  if (actor === undefined) return unknownName(graph, text);
  for (const type of options.types ?? [])
    if (!graph.types.has(type))
      return {
        code: 2,
        json: undefined,
        text: "",
        error: `No relation type \`${type}\`. ${didYouMean(type, graph.types.keys()) ?? ""}`.trim(),
      };
  const types = options.types === undefined ? undefined : new Set(options.types);
  const found = neighborhood(graph, [actor], {
    depth: options.depth,
    direction: options.direction,
    accepts: types === undefined ? undefined : (e) => types.has(e.type.id),
  });
  const json = {
    actor,
    depth: options.depth,
    direction: options.direction,
    actors: [...found.distances].map(([id, hops]) => ({ id, label: graph.actors.get(id)?.label ?? id, hops })),
    relations: found.relations.map((id) => relationJson(graph, id)),
  };
  const lines = [
    `${countText(json.actors.length - 1, "actor")} within ${countText(options.depth, "hop")} of ${graph.actors.get(actor)?.label}`,
    ...json.actors.filter((a) => a.hops > 0).map((a) => `  ${a.hops}  ${a.id.padEnd(44)} ${titleOf(a.label)}`),
    countText(json.relations.length, "relation"),
    ...json.relations.map((r) => `  ${r.id}  ${r.sentence}`),
  ];
  return { code: 0, json, text: lines.join("\n") };
}

/** By id, label or alias, case and diacritics ignored; undefined when nothing or more than one actor bears the name. */
export function findActor(graph: EntenteGraph, text: string): ActorId | undefined {
  if (graph.actors.has(text as ActorId)) return text as ActorId;
  const wanted = foldedText(text.trim());
  const byLabel = [...graph.actors.values()].filter((a) => [a.label, titleOf(a.label)].some((n) => foldedText(n) === wanted));
  const named =
    byLabel.length > 0 ? byLabel : [...graph.actors.values()].filter((a) => a.names.some((n) => foldedText(n) === wanted));
  return named.length === 1 ? named[0]?.id : undefined;
}

function unknownName(graph: EntenteGraph, text: string): Output {
  const hits = createSearchIndex(graph).search(text, 5);
  const near = didYouMean(
    text,
    [...graph.actors.values()].flatMap((a) => [a.id, a.label, ...a.names]),
  );
  const nearest =
    hits.length > 0
      ? `Nearest: ${hits.map((h) => `${titleOf(h.label)} (${h.id})`).join("; ")}`
      : (near ?? "Nothing near it is recorded.");
  return {
    code: 2,
    json: undefined,
    text: "",
    error: `No single actor, relation, claim or source is called “${text}”. ${nearest}`,
  };
}

function showActor({ graph, claims }: Compiled, id: ActorId): Output {
  const actor = graph.actors.get(id);
  if (actor === undefined) return unknownName(graph, id);
  const relations = (graph.relationsOf.get(id) ?? []).map((edge) => relationJson(graph, edge.id));
  const attributes = claims.filter((c) => c.attr?.[0] === id);
  const lines = [
    titleOf(actor.label),
    [actor.id, actor.kind, actor.subtype].filter((w) => w !== undefined).join(" · "),
    ...(actor.names.length === 0 ? [] : [`also: ${actor.names.join("; ")}`]),
    ...(actor.summary === undefined ? [] : [actor.summary]),
    "",
    countText(relations.length, "relation"),
    ...relations.map(
      (r) => `  ${r.id}  ${r.sentence}  [${r.status}; ${countText(r.claims.length, "claim")}, ${countText(r.origins, "origin")}]`,
    ),
    `${countText(attributes.length, "claim")} about it alone`,
    ...attributes.map((c) => `  ${c.id}  ${claimSentence(graph, c)}`),
  ];
  return { code: 0, json: { ...actor, relations, attributes }, text: lines.join("\n") };
}

function showRelation({ graph, claims }: Compiled, edge: RelationEdge): Output {
  const json = relationJson(graph, edge.id);
  const ids = new Set(json.claims);
  const own = claims.filter((c) => ids.has(c.id));
  const head = [
    json.sentence,
    `${edge.id} · ${json.status}: ${RELATION_STATUS_WORDS[json.status]}`,
    `${countText(own.length, "claim")}, ${countText(json.origins, "independent origin")}`,
  ];
  return { code: 0, json: { ...json, claims: own }, text: [...head, ...own.map((c) => `\n${claimText(graph, c)}`)].join("\n") };
}

function relationJson(graph: EntenteGraph, id: string) {
  const edge = graph.relations.get(id as never);
  if (edge === undefined) throw new Error(`unknown relation ${id}`);
  const derived = statusOf(edge);
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
    claims: edge.claims.map((c) => c.id),
    sentence: relationSentence(graph, edge, derived),
  };
}

function claimText(graph: EntenteGraph, claim: Claim): string {
  const source = graph.sources.get(claim.source);
  const speaker =
    claim.by.actor === undefined
      ? VOICE_WORDS[claim.by.voice]
      : `${graph.actors.get(claim.by.actor)?.label} (${VOICE_WORDS[claim.by.voice]})`;
  const para = typeof claim.at.para === "number" ? `paragraph ${claim.at.para}` : `paragraphs ${claim.at.para.join("–")}`;
  const lines = [
    `${claim.id}  ${claimSentence(graph, claim)}`,
    `  ${claim.paraphrase}`,
    `  says: ${speaker}, in ${source?.title ?? claim.source}, ${para}`,
    `  date: ${claim.time ?? "not recorded"}${claim.quantity === undefined ? "" : ` · ${quantityText(graph, claim.quantity)}`}`,
    `  ${claim.opinion ? "opinion" : claim.status} · ${claim.modality} · source ${source?.reliability ?? "F"}, ${RELIABILITY_WORDS[source?.reliability ?? "F"]} · claim ${claim.credibility}, ${CREDIBILITY_WORDS[claim.credibility]}`,
  ];
  if (claim.curatorNote !== undefined) lines.push(`  curator: ${claim.curatorNote}`);
  return lines.join("\n");
}

function tally(words: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}
