// Answers: what is there to read about an extract: routes hop by hop, each relation with who says so, sources, stamp?

import type { ClaimCore } from "../../graph/graph.ts";
import { type Dossier, dossierOf } from "../../graph/paths/dossier.ts";
import { claimSentence, quantityText } from "../../graph/phrases.ts";
import { dayText, spanText } from "../../model/day.ts";
import type { SentencePart } from "../../model/sentence.ts";
import { countText, isSafeUrl, titleOf } from "../../model/text.ts";
import {
  CREDIBILITY_WORDS,
  MODALITY_WORDS,
  placeText,
  RELATION_STATUS_WORDS,
  RELIABILITY_WORDS,
  VOICE_WORDS,
} from "../../model/words.ts";
import type { Extract, ExtractRelation } from "../extract.ts";
import { graphOfExtract } from "../extract-graph.ts";
import { relationLabel } from "../fields.ts";
import { type Stamp, stampLines } from "../stamp.ts";

/** A piece of a document; whoever writes it decides on the marks. */
export interface Block {
  readonly kind: "heading" | "text" | "item";
  /** Of a heading 1 to 4; of an item 1 or 2. */
  readonly level: number;
  readonly text: string;
  /** What it is about: a relation, a claim or a source; each once among all blocks. */
  readonly id?: string;
  /** A relation, claim or source that it points to. */
  readonly ref?: string;
  /** An address of the world. */
  readonly url?: string;
}

/** In reading order, made as they are read. */
export function* documentOf(extract: Extract, stamp: Stamp): Generator<Block> {
  yield heading(1, stamp.dataset.title);
  yield text(`${stamp.scope.slice(0, 1).toUpperCase()}${stamp.scope.slice(1)}.`);
  for (const filter of stamp.filters) yield item(1, filter);
  const { routes = [] } = extract;
  if (routes.length > 0) {
    const graph = graphOfExtract(extract);
    for (const [i, route] of routes.entries()) yield* routeBlocks(extract, dossierOf(graph, route, extract.claims), i + 1);
  }
  yield heading(2, countText(extract.relations.length, "relation"));
  if (extract.relations.length === 0) yield text("Nothing is recorded under this recipe. That does not mean there is nothing.");
  for (const relation of extract.relations) yield* relationBlocks(extract, relation);
  if (extract.attributes.size > 0) {
    yield heading(2, "Claims about one actor alone");
    for (const [id, claims] of extract.attributes) {
      yield heading(3, titleOf(extract.graph.actors.get(id)?.label ?? id));
      for (const core of claims) yield* claimBlocks(extract, core);
    }
  }
  yield heading(2, countText(extract.sources.length, "source"));
  for (const s of extract.sources) {
    const publisher =
      s.publisher === "unknown" ? "publisher not recorded" : (extract.graph.actors.get(s.publisher)?.label ?? s.publisher);
    const by = s.authors.length === 0 ? "" : `${s.authors.join(", ")}: `;
    const retracted = s.retracted === undefined ? "" : ` Withdrawn ${s.retracted}.`;
    const line = `${by}${s.title}. ${publisher}, ${s.published}. Reliability ${s.reliability}, ${RELIABILITY_WORDS[s.reliability]}: ${s.reliabilityReason}${retracted}`;
    yield { ...item(1, line), id: s.id, ...(s.url !== undefined && isSafeUrl(s.url) ? { url: s.url } : {}) };
  }
  yield heading(2, "About this file");
  for (const line of stampLines(stamp)) yield item(1, line);
}

function* routeBlocks(extract: Extract, dossier: Dossier, number: number): Generator<Block> {
  const { route, hops, origins, disputes, flagged } = dossier;
  const nameOf = (id: string): string => extract.graph.actors.get(id as never)?.label ?? id;
  yield heading(2, `Route ${number}: ${route.actors.map(nameOf).join(" → ")}`);
  yield item(1, `weakest hop: ${route.weakest}, hop ${route.weakestHops.map((i) => i + 1).join(" and ")}`);
  yield item(1, `independent origins: ${origins} over the whole route, ${route.origins} at the hop that has fewest`);
  yield item(1, `oldest evidence: ${dayText(route.recency)}`);
  yield item(1, `in time: ${route.time.flow} as a flow, ${route.time.simultaneous} at one time`);
  yield item(
    1,
    disputes.length === 0
      ? "nobody is recorded as denying any of it"
      : `denied by someone: ${countText(disputes.length, "relation")}`,
  );
  if (flagged.length > 0) yield item(1, `curators flag ${countText(flagged.length, "claim")} on it`);
  for (const hop of hops) {
    yield heading(3, `Hop ${hop.number}: ${nameOf(hop.from)} – ${nameOf(hop.to)}`);
    for (const relation of hop.relations) {
      const way =
        relation.way === "backward"
          ? ", read against the route"
          : relation.way === "slot"
            ? ", which only names one of them"
            : "";
      yield { ...item(1, `${sentence(relation.sentence)} (${relation.status.status}${way})`), ref: relation.id };
      for (const { claim, counts } of relation.claims)
        yield { ...item(2, `${counts ? "" : "does not count: "}${claim.paraphrase}`), ref: claim.id };
    }
  }
}

function* relationBlocks(extract: Extract, relation: ExtractRelation): Generator<Block> {
  const { edge, status, claims, origins } = relation;
  yield { ...heading(3, relationLabel(extract, relation)), id: edge.id };
  const counted = `${countText(claims.length, "claim")}, ${countText(origins.size, "independent origin")}`;
  yield text(`${status.status}: ${RELATION_STATUS_WORDS[status.status]}. It rests on ${counted}.`);
  const counting = new Set(claims.map((c) => c.id));
  for (const core of edge.claims) yield* claimBlocks(extract, core, counting.has(core.id));
}

function* claimBlocks(extract: Extract, core: ClaimCore, counts = true): Generator<Block> {
  const { graph, claims } = extract;
  const claim = claims.get(core.id);
  if (claim === undefined) throw new Error(`no details of claim ${core.id}`);
  const speaker =
    claim.by.actor === undefined
      ? VOICE_WORDS[claim.by.voice]
      : `${graph.actors.get(claim.by.actor)?.label} (${VOICE_WORDS[claim.by.voice]})`;
  const where = placeText(claim.at);
  const source = graph.sources.get(claim.source);
  yield { ...item(1, `${claimSentence(graph, claim)}. ${claim.paraphrase}`), id: claim.id };
  yield { ...item(2, `says: ${speaker}, in “${source?.title ?? claim.source}”, ${where}`), ref: claim.source };
  yield item(
    2,
    `${claim.opinion ? "opinion" : claim.status}, ${MODALITY_WORDS[claim.modality]}; date: ${claim.time ?? "not recorded"}${claim.quantity === undefined ? "" : `; ${quantityText(graph, claim.quantity)}`}`,
  );
  yield item(
    2,
    `source ${core.reliability}, ${RELIABILITY_WORDS[core.reliability]}; claim ${core.credibility}, ${CREDIBILITY_WORDS[core.credibility]}`,
  );
  if (!counts) yield item(2, "the relation does not rest on it");
  if (core.retractedDay !== undefined)
    yield item(2, `withdrawn by ${spanText({ first: core.retractedDay, last: core.retractedDay })}`);
  if (claim.curatorNote !== undefined) yield item(2, `curator: ${claim.curatorNote}`);
}

function sentence(parts: readonly SentencePart[]): string {
  return parts.map((part) => part.text).join("");
}

function heading(level: number, words: string): Block {
  return { kind: "heading", level, text: words };
}

function text(words: string): Block {
  return { kind: "text", level: 1, text: words };
}

function item(level: number, words: string): Block {
  return { kind: "item", level, text: words };
}
