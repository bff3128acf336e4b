// Answers: what does each command say, for people and as JSON? No I/O: results come back as values.
import { contradictionsOf, standingContradictions } from "../../src/graph/analysis/contradictions.ts";
import { type EntenteGraph, type EvidenceSettings, type RelationEdge, statusOf } from "../../src/graph/graph.ts";
import { graphologyOf } from "../../src/graph/graphology.ts";
import { claimSentence, quantityText } from "../../src/graph/phrases.ts";
import { createSearchIndex } from "../../src/graph/search.ts";
import type { ActorId } from "../../src/model/ids.ts";
import { type Issue, issueText } from "../../src/model/issue.ts";
import type { Claim } from "../../src/model/records.ts";
import { countText, titleOf } from "../../src/model/text.ts";
import { CREDIBILITY_WORDS, placeText, RELATION_STATUS_WORDS, RELIABILITY_WORDS, VOICE_WORDS } from "../../src/model/words.ts";
import type { Loaded } from "../compile.ts";
import { findActor, type Output, relationJson, unknownName } from "./output.ts";

export function check(issues: readonly Issue[], files: number): Output {
  const errors = issues.filter((i) => i.severity === "error").length;
  const summary = [countText(files, "file"), countText(errors, "error"), countText(issues.length - errors, "warning")].join(", ");
  return { code: errors === 0 ? 0 : 1, json: { files, errors, issues }, text: [...issues.map(issueText), summary].join("\n") };
}

export function stats({ graph, claims }: Loaded): Output {
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

export function search({ graph }: Loaded, text: string): Output {
  const hits = createSearchIndex(graph).search(text, 20);
  if (hits.length === 0) return { code: 0, json: [], text: `Nothing is recorded under “${text}”.` };
  const lines = hits.map((h) => `${h.id.padEnd(44)} ${titleOf(h.label)}${h.matched === undefined ? "" : ` (${h.matched})`}`);
  return { code: 0, json: hits, text: lines.join("\n") };
}

export function show(compiled: Loaded, text: string): Output {
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

function showActor({ graph, claims }: Loaded, id: ActorId): Output {
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

function showRelation({ graph, claims }: Loaded, edge: RelationEdge): Output {
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

function claimText(graph: EntenteGraph, claim: Claim): string {
  const source = graph.sources.get(claim.source);
  const speaker =
    claim.by.actor === undefined
      ? VOICE_WORDS[claim.by.voice]
      : `${graph.actors.get(claim.by.actor)?.label} (${VOICE_WORDS[claim.by.voice]})`;
  const lines = [
    `${claim.id}  ${claimSentence(graph, claim)}`,
    `  ${claim.paraphrase}`,
    `  says: ${speaker}, in ${source?.title ?? claim.source}, ${placeText(claim.at)}`,
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

const CONTRADICTION_WORDS: Readonly<Record<string, string>> = {
  stance: "asserted and denied",
  quantity: "figures that exclude each other",
  beginning: "beginnings that exclude each other",
  retraction: "asserted after a withdrawal",
  attribute: "different values of one property",
};

/** Between the claims that the settings leave in. */
export function contradictions({ graph, claims }: Loaded, settings: EvidenceSettings): Output {
  const byId = new Map(claims.map((c) => [c.id, c]));
  const json = standingContradictions(graph, contradictionsOf(graph, claims), settings).map(
    ({ relation, attribute, ...rest }) => {
      const edge = relation === undefined ? undefined : graph.relations.get(relation);
      const about =
        edge === undefined
          ? `${graph.actors.get(attribute?.[0] ?? ("" as ActorId))?.label}: ${attribute?.[1]}`
          : relationJson(graph, edge.id, { status: statusOf(edge, settings) }).sentence;
      return { ...rest, ...(relation === undefined ? { attribute } : { relation }), about };
    },
  );
  const lines = json.flatMap(({ kind, about, sides, isWithinOneSource, isOfOpinions }) => [
    `${titleOf(about)}`,
    `  ${CONTRADICTION_WORDS[kind]}${isOfOpinions ? ", as opinions" : ""}, ${isWithinOneSource ? "within one source" : "between sources"}`,
    ...sides.flatMap((side) => [
      `  ${side.says}`,
      ...side.claims.map(
        (id) => `    ${id}  ${byId.get(id)?.paraphrase}${byId.get(id)?.time === undefined ? "" : ` [${byId.get(id)?.time}]`}`,
      ),
    ]),
  ]);
  const summary = `${countText(json.length, "disagreement")}; none is resolved here`;
  return { code: 0, json, text: [...lines, summary].join("\n") };
}
