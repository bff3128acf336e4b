// Answers: how is an extract written for FollowTheMoney tools, Aleph and OpenSanctions? Source: followthemoney 3.8, one entity a line.
import type { ActorNode } from "../../graph/graph.ts";
import { countText, isSafeUrl } from "../../model/text.ts";
import type { Extract, ExtractRelation } from "../extract.ts";
import { actorLabel, dateOf, relationLabel, sourceIdsOf, spanOf } from "../fields.ts";
import { type Stamp, stampLines } from "../stamp.ts";
import { chunked, writable } from "../text.ts";

type Properties = Readonly<Record<string, readonly (string | undefined)[]>>;

/**
 * Every relation is an `UnknownLink`: the model's own links (Ownership, Membership …) state facts. Its role is the hedged sentence, its status ours.
 * The first entity is the stamp; sources are documents.
 */
export function followTheMoneyOf(extract: Extract, stamp: Stamp): Iterable<string> {
  return chunked(pieces(extract, stamp));
}

function* pieces(extract: Extract, stamp: Stamp): Generator<string> {
  const idOf = (id: string): string => `${stamp.dataset.id}-${id.replace(/[^a-z0-9]+/gi, "-")}`;
  const about = stampLines(stamp).join("\n");
  yield entity(idOf(`stamp-${stamp.recipe}`), "Document", {
    fileName: [`${stamp.dataset.id} ${stamp.recipe}`],
    title: [stamp.dataset.title],
    description: [about],
  });
  for (const source of extract.sources)
    yield entity(idOf(source.id), "Document", {
      fileName: [source.title],
      title: [source.title],
      author: source.authors,
      date: [dayOf(source.published)],
      publisher: [source.publisher === "unknown" ? undefined : labelOf(extract, source.publisher)],
      sourceUrl: [safe(source.url)],
      summary: [`Reliability ${source.reliability}: ${source.reliabilityReason}`],
    });
  for (const actor of extract.actors) yield entity(idOf(actor.id), schemaOf(actor), actorProperties(extract, actor));
  for (const relation of extract.relations)
    yield entity(idOf(relation.edge.id), "UnknownLink", relationProperties(extract, relation, idOf));
}

function actorProperties(extract: Extract, actor: ActorNode): Properties {
  const label = actorLabel(actor);
  const isDocument = schemaOf(actor) === "Document";
  return {
    ...(isDocument ? { fileName: [label], title: [label] } : { name: [label] }),
    alias: actor.names,
    country: [countryCodeOf(extract, actor)],
    wikidataId: [actor.ids.wikidata],
    summary: [actor.summary],
  };
}

function relationProperties(extract: Extract, relation: ExtractRelation, idOf: (id: string) => string): Properties {
  const { edge, status, claims, origins } = relation;
  const { first, last } = spanOf(relation);
  const sources = sourceIdsOf(relation).flatMap((id) => extract.graph.sources.get(id as never) ?? []);
  const counted = `${countText(claims.length, "claim")}, ${countText(origins.size, "independent origin")}`;
  return {
    subject: [idOf(edge.from)],
    object: [idOf(edge.to)],
    role: [relationLabel(extract, relation)],
    status: [status.status],
    summary: [
      `${status.status}: ${counted}; ${edge.type.id} (${edge.type.polarity}); sources ${sources.map((s) => s.id).join(", ")}`,
    ],
    description: claims.map((c) => extract.claims.get(c.id)?.paraphrase),
    startDate: [dateOf(first)],
    endDate: [dateOf(last)],
    recordId: [edge.id],
    publisher: sources.map((s) => (s.publisher === "unknown" ? undefined : labelOf(extract, s.publisher))),
    sourceUrl: sources.map((s) => safe(s.url)),
  };
}

function schemaOf({ kind, subtype }: ActorNode): string {
  switch (kind) {
    case "state":
      return "PublicBody";
    case "person":
      return "Person";
    case "org":
      return subtype === "company" ? "Company" : "Organization";
    case "unit":
      return "Organization";
    case "instrument":
      return "Document";
    case "event":
    case "activity":
      return "Event";
    case "place":
      return "Address";
    case "facility":
      return "Asset";
    case "materiel":
      return subtype === "vessel" ? "Vessel" : "Asset";
  }
}

/** One line; absent and repeated values are left out. */
function entity(id: string, schema: string, properties: Properties): string {
  const given = Object.entries(properties).map(([name, values]) => {
    const texts = values.filter((v): v is string => v !== undefined && v !== "").map(writable);
    return [name, [...new Set(texts)]] as const;
  });
  return `${JSON.stringify({ id, schema, properties: Object.fromEntries(given.filter(([, values]) => values.length > 0)) })}\n`;
}

function labelOf({ graph }: Extract, id: string): string {
  return graph.actors.get(id as never)?.label ?? id;
}

/** ISO 3166 alpha-2, lower case, of a state or of the country of another actor. */
function countryCodeOf({ graph }: Extract, actor: ActorNode): string | undefined {
  const state = actor.kind === "state" ? actor : graph.actors.get(actor.country as never);
  return state?.ids.iso3166?.toLowerCase();
}

/** Only dates that FollowTheMoney knows: a year, a month or a day. */
function dayOf(edtf: string): string | undefined {
  return /^\d{4}(-\d\d){0,2}$/.test(edtf) ? edtf : undefined;
}

function safe(url: string | undefined): string | undefined {
  return url !== undefined && isSafeUrl(url) ? url : undefined;
}
