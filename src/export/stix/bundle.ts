// Answers: how is an extract written as a STIX 2.1 bundle, without stating an allegation as a fact? Source: STIX 2.1 (OASIS), with Appendix A for confidence.
import type { ActorNode, SourceNode } from "../../graph/graph.ts";
import { claimSentence } from "../../graph/phrases.ts";
import { OPEN_FUTURE } from "../../model/day.ts";
import type { Credibility } from "../../model/kinds.ts";
import { type ClaimRow, rowsOfActors, rowsOfRelation } from "../claim-fields.ts";
import type { Extract, ExtractRelation } from "../extract.ts";
import { actorLabel, dateOf, relationLabel, spanOf } from "../fields.ts";
import { filterId, type Stamp, stampLines } from "../stamp.ts";
import { chunked, jsonPieces, safeUri, writable } from "../text.ts";
import {
  ACTOR_COLUMNS,
  ACTOR_EXTENSION,
  ACTOR_TYPE,
  CLAIM_COLUMNS,
  DEFINED,
  definitions,
  extensionOf,
  RELATION_COLUMNS,
  SOURCE_COLUMNS,
  type StixObject,
  shapeOf,
  stixId,
} from "./stix-objects.ts";

/** Longer lists are written in pieces. */
const MANY = 512;
/** STIX's own reading of Admiralty credibility; 6, "truth cannot be judged", has none. */
const CONFIDENCE: Readonly<Record<Credibility, number | undefined>> = { 1: 90, 2: 70, 3: 50, 4: 30, 5: 10, 6: undefined };

/**
 * Actors as identities, locations or objects of our own; relations as relationships whose type bears the status where it is not `confirmed`; claims as
 * notes on them; sources as reports of their claims; the licence as marking; the stamp as a note on all actors that are not only named. Ids hold what an
 * object's content depends on beside the dataset: of relations and claims the filter, of reports and the stamp the whole recipe. `created` and `modified` say when the latest publication known came out: no clock is asked.
 */
export function stixOf(extract: Extract, stamp: Stamp): Iterable<string> {
  return chunked(pieces(extract, stamp));
}

function* pieces(extract: Extract, stamp: Stamp): Generator<string> {
  const { dataset } = stamp;
  const bundle = stixId("bundle", [dataset.id, dataset.version, dataset.hash, stamp.recipe].join(" "));
  yield `{"type":"bundle","id":"${bundle}","objects":[`;
  let separator = "\n";
  for (const object of [...definitions(), licenseObject(dataset.license)]) {
    yield `${separator}${JSON.stringify(object)}`;
    separator = ",\n";
  }
  const common = commonText(extract, stamp);
  for (const object of objectsOf(extract, stamp)) {
    const type = `{"type":"${object.type}",`;
    const begin = `,\n${type}${common},`;
    const refs = object.object_refs;
    if (Array.isArray(refs) && refs.length > MANY) {
      const { type: _, ...others } = object;
      const rest = jsonPieces(others);
      // Its opening brace stands before.
      rest.next();
      yield begin;
      yield* rest;
    } else yield begin + JSON.stringify(object).slice(type.length);
  }
  yield "\n]}\n";
}

/** Its type comes first. */
type DatasetObject = StixObject & { readonly type: string };

/** What every object needs of the others. */
interface Context {
  readonly extract: Extract;
  readonly time: string;
  readonly idOfActor: (id: string) => string | undefined;
  readonly idOfSource: (id: string) => string;
  readonly referencesTo: (id: string) => readonly StixObject[];
}

function curatorsOf({ dataset }: Stamp): string {
  return stixId("identity", `dataset ${dataset.id}`);
}

function licenseIdOf(license: string): string {
  return stixId("marking-definition", `license ${license}`);
}

function licenseObject(license: string): StixObject {
  return {
    type: "marking-definition",
    spec_version: "2.1",
    id: licenseIdOf(license),
    created: DEFINED,
    definition_type: "statement",
    definition: { statement: writable(`Licence: ${license}`) },
  };
}

/** Properties that all objects of the dataset share, as they stand in JSON: written a hundred thousand times. */
function commonText(extract: Extract, stamp: Stamp): string {
  const time = timeOf(extract);
  const properties = {
    spec_version: "2.1",
    created_by_ref: curatorsOf(stamp),
    created: time,
    modified: time,
    object_marking_refs: [licenseIdOf(stamp.dataset.license)],
  };
  return JSON.stringify(properties).slice(1, -1);
}

/** Without the properties of `commonText`. */
function* objectsOf(extract: Extract, stamp: Stamp): Generator<DatasetObject> {
  const { dataset } = stamp;
  const curators = curatorsOf(stamp);
  const actors = new Map([...extract.actors, ...extract.context].map((a) => [a.id as string, a]));
  const filtered = filterId(extract);
  const context: Context = {
    extract,
    time: timeOf(extract),
    idOfActor: remembered((id) => {
      const actor = actors.get(id);
      return actor === undefined ? undefined : stixId(shapeOf(extract, actor).type, `${dataset.id} ${id}`);
    }),
    idOfSource: (id) => stixId("report", `${dataset.id} ${stamp.recipe} ${id}`),
    referencesTo: remembered((id) => sourceReferences(extract, id)),
  };
  yield { type: "identity", id: curators, name: writable(`Curators of ${dataset.title}`), identity_class: "group" };
  yield {
    type: "note",
    id: stixId("note", `stamp ${dataset.id} ${stamp.recipe}`),
    abstract: writable(`${dataset.title}: ${stamp.scope}`),
    content: writable(stampLines(stamp).join("\n")),
    object_refs: extract.actors.map((a) => context.idOfActor(a.id)),
  };
  for (const actor of [...extract.actors, ...extract.context]) yield actorObject(context, actor);
  const claimsOf = new Map<string, string[]>();
  const claimOf = (row: ClaimRow, about: string | undefined): DatasetObject => {
    const id = stixId("note", `${dataset.id} ${filtered} ${row.core.id}`);
    const made = claimsOf.get(row.core.source);
    if (made === undefined) claimsOf.set(row.core.source, [id]);
    else made.push(id);
    return claimObject(context, row, { id, about });
  };
  for (const relation of extract.relations) {
    const id = stixId("relationship", `${dataset.id} ${filtered} ${relation.edge.id}`);
    yield relationObject(context, relation, id);
    for (const row of rowsOfRelation(extract, relation)) yield claimOf(row, id);
  }
  for (const row of rowsOfActors(extract)) yield claimOf(row, context.idOfActor(row.claim.attr?.[0] ?? ""));
  for (const source of extract.sources) yield sourceObject(context, source, claimsOf.get(source.id) ?? [curators]);
}

function actorObject({ extract, idOfActor }: Context, actor: ActorNode): DatasetObject {
  const { type, ...shape } = shapeOf(extract, actor);
  const ids = Object.entries(actor.ids).map(([source_name, external_id]) => ({
    source_name: writable(source_name),
    external_id: writable(external_id),
  }));
  const custom = type === ACTOR_TYPE ? { [ACTOR_EXTENSION]: { extension_type: "new-sdo" } } : {};
  return {
    type,
    id: idOfActor(actor.id),
    name: writable(actorLabel(actor)),
    ...(actor.summary === undefined ? {} : { description: writable(actor.summary) }),
    ...shape,
    labels: [actor.kind, ...(actor.subtype === undefined ? [] : [writable(actor.subtype)])],
    ...(ids.length === 0 ? {} : { external_references: ids }),
    extensions: {
      ...custom,
      ...extensionOf(actor.id, ACTOR_COLUMNS, actor, extract),
    },
  };
}

function relationObject({ extract, idOfActor }: Context, relation: ExtractRelation, id: string): DatasetObject {
  const { edge, status } = relation;
  const { first, last } = spanOf(relation);
  return {
    type: "relationship",
    id,
    relationship_type: relationshipType(relation),
    description: writable(relationLabel(extract, relation)),
    source_ref: idOfActor(edge.from),
    target_ref: idOfActor(edge.to),
    ...timestamps({ start_time: [first, "00:00:00.000"], stop_time: [last, "23:59:59.999"] }),
    ...(status.status === "retracted" ? { revoked: true } : {}),
    extensions: extensionOf(edge.id, RELATION_COLUMNS, relation, extract),
  };
}

/** `alleged-supplies`: no query for `supplies` takes an allegation for a fact. */
function relationshipType({ edge, status }: ExtractRelation): string {
  const name = edge.type.id.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return status.status === "confirmed" ? name : `${status.status}-${name}`;
}

/** `about`: id of the relation or actor that it speaks of. */
function claimObject(
  { extract, idOfActor, referencesTo }: Context,
  row: ClaimRow,
  { id, about }: { readonly id: string; readonly about: string | undefined },
): DatasetObject {
  const { core, claim } = row;
  const confidence = CONFIDENCE[core.credibility];
  return {
    type: "note",
    id,
    abstract: writable(claimSentence(extract.graph, claim)),
    content: writable(claim.paraphrase),
    ...(confidence === undefined ? {} : { confidence }),
    ...(core.retractedDay === undefined ? {} : { revoked: true }),
    object_refs: [about],
    external_references: referencesTo(core.source),
    extensions: extensionOf(core.id, CLAIM_COLUMNS, row, extract, referred("speaker_ref", idOfActor(claim.by.actor ?? ""))),
  };
}

function sourceObject(context: Context, source: SourceNode, claims: readonly string[]): DatasetObject {
  const { extract, time, idOfActor, idOfSource, referencesTo } = context;
  const day = source.publishedDay < OPEN_FUTURE ? source.publishedDay : undefined;
  return {
    type: "report",
    id: idOfSource(source.id),
    name: writable(source.title),
    published: time,
    ...timestamps({ published: [day, "00:00:00.000"] }),
    ...(source.retracted === undefined ? {} : { revoked: true }),
    object_refs: claims,
    external_references: referencesTo(source.id),
    extensions: extensionOf(source.id, SOURCE_COLUMNS, source, extract, referred("publisher_ref", idOfActor(source.publisher))),
  };
}

function sourceReferences({ graph }: Extract, id: string): readonly StixObject[] {
  const source = graph.sources.get(id as never);
  if (source === undefined) throw new Error(`no source ${id}`);
  const publisher = graph.actors.get(source.publisher as never)?.label ?? "publisher not recorded";
  const url = safeUri(source.url);
  const description = `${source.title} (${source.published})`;
  return [{ source_name: writable(publisher), description: writable(description), ...(url === undefined ? {} : { url }) }];
}

/** Of the latest publication there is, or that was known; the same whatever part of the dataset is taken. */
function timeOf({ graph, recipe }: Extract): string {
  const limit = recipe.filter.knownOn ?? OPEN_FUTURE - 1;
  let latest = 0;
  for (const { publishedDay } of graph.sources.values()) if (publishedDay <= limit) latest = Math.max(latest, publishedDay);
  return `${dateOf(latest)}T00:00:00.000Z`;
}

/** Days that STIX can write: of the years 0 to 9999. */
function timestamps(days: Readonly<Record<string, readonly [day: number | undefined, time: string]>>): StixObject {
  const found = Object.entries(days).flatMap(([name, [day, time]]) => {
    const date = dateOf(day);
    return date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date) ? [[name, `${date}T${time}Z`]] : [];
  });
  return Object.fromEntries(found);
}

function referred(name: string, id: string | undefined): StixObject {
  return id === undefined ? {} : { [name]: id };
}

function remembered<T>(of: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    const held = known.get(id);
    if (held !== undefined) return held;
    const made = of(id);
    known.set(id, made);
    return made;
  };
}
