// Answers: which statements of RDF say what an extract says, without stating an allegation as a fact? Source: RDF 1.1, PROV-O, nanopub.org guidelines.
import type { ClaimCore } from "../../graph/graph.ts";
import { claimSentence } from "../../graph/phrases.ts";
import type { Extract } from "../extract.ts";
import { ACTOR_FIELDS, actorLabel, type Field, type FieldType, RELATION_FIELDS, relationLabel } from "../fields.ts";
import { type Stamp, stampLines } from "../stamp.ts";
import { safeUri, writable } from "../text.ts";

export const PREFIXES = {
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  np: "http://www.nanopub.org/nschema#",
  prov: "http://www.w3.org/ns/prov#",
  dct: "http://purl.org/dc/terms/",
  skos: "http://www.w3.org/2004/02/skos/core#",
  foaf: "http://xmlns.com/foaf/0.1/",
  ent: "urn:entente:vocabulary:",
} as const;
/** "dct:title" */
export type PrefixedName = `${keyof typeof PREFIXES}:${string}`;
export type ObjectType = "iri" | "name" | FieldType;

/** One triple of a named graph, or of the default graph: "". */
export interface Statement {
  readonly graph: string;
  /** IRI. */
  readonly subject: string;
  readonly predicate: PrefixedName;
  /** An IRI, a prefixed name, or the text of a literal, whose XML Schema type `type` names. */
  readonly object: string;
  readonly type: ObjectType;
}

/** The IRI that a prefixed name stands for. */
export function iriOf(name: PrefixedName): string {
  const colon = name.indexOf(":");
  return PREFIXES[name.slice(0, colon) as keyof typeof PREFIXES] + name.slice(colon + 1);
}

const A = "rdf:type";

/**
 * Actors, relations and sources in the default graph; each claim as a nanopublication of four graphs, whose assertion is a *reified* statement with
 * its status: nobody who merges the graphs gets `A supplies B` where it was only alleged. A relation, too, is a thing with ends and a status.
 * Statements of one graph and subject stand together, and among them those of one predicate. They come in lists, one a thing or claim: a generator
 * that gave them one by one would take as long as all the rest.
 */
export function* statementsOf(extract: Extract, stamp: Stamp): Generator<readonly Statement[]> {
  const dataset = `urn:entente:${stamp.dataset.id}`;
  const of = (id: string): string => `${dataset}:${id.includes("#") ? id.replaceAll("#", "/") : id}`;
  yield [
    said("", dataset, "dct:title", stamp.dataset.title),
    said("", dataset, "dct:license", stamp.dataset.license),
    said("", dataset, "dct:hasVersion", stamp.dataset.version),
    said("", dataset, "dct:description", stampLines(stamp).join("\n")),
  ];
  const inside = new Set(extract.actors);
  for (const actor of [...extract.actors, ...extract.context]) {
    const node = of(actor.id);
    const made = [named("", node, A, `ent:${actor.kind}`), said("", node, "rdfs:label", actorLabel(actor))];
    for (const name of actor.names) made.push(said("", node, "skos:altLabel", name));
    if (inside.has(actor)) addFields(made, node, ACTOR_COLUMNS, actor, extract);
    yield made;
  }
  for (const relation of extract.relations) {
    const { edge, claims } = relation;
    const node = of(edge.id);
    const made = [
      named("", node, A, "ent:Relation"),
      said("", node, "rdfs:label", relationLabel(extract, relation)),
      linked("", node, "ent:from", of(edge.from)),
      linked("", node, "ent:to", of(edge.to)),
    ];
    for (const claim of claims) made.push(linked("", node, "ent:restsOn", of(claim.id)));
    addFields(made, node, RELATION_COLUMNS, relation, extract);
    yield made;
  }
  for (const source of extract.sources) {
    const node = of(source.id);
    const made = [
      named("", node, A, "prov:Entity"),
      said("", node, "dct:title", source.title),
      said("", node, "dct:issued", source.published),
      said("", node, "ent:reliability", source.reliability),
    ];
    if (source.publisher !== "unknown") made.push(linked("", node, "dct:publisher", of(source.publisher)));
    const page = safeUri(source.url);
    if (page !== undefined) made.push(linked("", node, "foaf:page", page));
    yield made;
  }
  for (const { edge } of extract.relations)
    for (const core of edge.claims) yield nanopublication(extract, stamp, core, of, edge.id);
  for (const claims of extract.attributes.values()) for (const core of claims) yield nanopublication(extract, stamp, core, of);
}

function nanopublication(
  extract: Extract,
  stamp: Stamp,
  core: ClaimCore,
  of: (id: string) => string,
  relation?: string,
): Statement[] {
  const claim = extract.claims.get(core.id);
  if (claim === undefined) throw new Error(`no details of claim ${core.id}`);
  const node = of(claim.id);
  const [publication, head, assertion] = [`${node}/nanopub`, `${node}/head`, `${node}/assertion`];
  const [provenance, info] = [`${node}/provenance`, `${node}/info`];
  const made = [
    named(head, publication, A, "np:Nanopublication"),
    linked(head, publication, "np:hasAssertion", assertion),
    linked(head, publication, "np:hasProvenance", provenance),
    linked(head, publication, "np:hasPublicationInfo", info),
    named(assertion, node, A, "ent:Claim"),
    named(assertion, node, A, "rdf:Statement"),
  ];
  if (claim.rel !== undefined) {
    made.push(linked(assertion, node, "rdf:subject", of(claim.rel[0])));
    made.push(named(assertion, node, "rdf:predicate", `ent:${claim.rel[1]}`));
    made.push(linked(assertion, node, "rdf:object", of(claim.rel[2])));
  } else if (claim.attr !== undefined) {
    made.push(linked(assertion, node, "rdf:subject", of(claim.attr[0])));
    made.push(said(assertion, node, "ent:property", claim.attr[1]));
    made.push(said(assertion, node, "rdf:object", claim.attr[2]));
  }
  if (relation !== undefined) made.push(linked(assertion, node, "ent:about", of(relation)));
  made.push(said(assertion, node, "rdfs:label", claimSentence(extract.graph, claim)));
  made.push(said(assertion, node, "ent:paraphrase", claim.paraphrase));
  made.push(said(assertion, node, "ent:claimStatus", claim.status));
  made.push(said(assertion, node, "ent:modality", claim.modality));
  made.push(said(assertion, node, "ent:opinion", String(claim.opinion), "boolean"));
  made.push(said(assertion, node, "ent:credibility", String(claim.credibility), "integer"));
  for (const name of Object.keys(claim.slots)) {
    const value = claim.slots[name] ?? "";
    if (extract.graph.actors.has(value as never)) made.push(linked(assertion, node, `ent:slot-${name}`, of(value)));
    else made.push(said(assertion, node, `ent:slot-${name}`, value));
  }
  if (claim.time !== undefined) made.push(said(assertion, node, "dct:temporal", claim.time));
  if (claim.retracted !== undefined) made.push(said(assertion, node, "ent:retracted", claim.retracted));
  made.push(linked(provenance, assertion, "prov:wasDerivedFrom", of(claim.source)));
  made.push(linked(provenance, assertion, "prov:wasAttributedTo", of(core.origin)));
  made.push(said(provenance, assertion, "ent:voice", claim.by.voice));
  made.push(said(info, publication, "dct:license", stamp.dataset.license));
  made.push(linked(info, publication, "dct:isPartOf", `urn:entente:${stamp.dataset.id}`));
  made.push(said(info, publication, "prov:wasAttributedTo", stamp.tool));
  return made;
}

function said(graph: string, subject: string, predicate: PrefixedName, text: string, type: FieldType = "string"): Statement {
  return { graph, subject, predicate, object: writable(text), type };
}

function linked(graph: string, subject: string, predicate: PrefixedName, object: string): Statement {
  return { graph, subject, predicate, object, type: "iri" };
}

function named(graph: string, subject: string, predicate: PrefixedName, object: PrefixedName): Statement {
  return { graph, subject, predicate, object, type: "name" };
}

interface Column<T> {
  readonly field: Field<T>;
  readonly predicate: PrefixedName;
}

/** Given apart, as nodes or under names that others know. */
const SHOWN_APART: ReadonlySet<string> = new Set(["label", "names", "claimIds"]);
const ACTOR_COLUMNS = columnsOf(ACTOR_FIELDS);
const RELATION_COLUMNS = columnsOf(RELATION_FIELDS);

function columnsOf<T>(fields: readonly Field<T>[]): readonly Column<T>[] {
  return fields.filter(({ id }) => !SHOWN_APART.has(id)).map((field) => ({ field, predicate: `ent:${field.id}` }));
}

function addFields<T>(made: Statement[], node: string, columns: readonly Column<T>[], item: T, extract: Extract): void {
  for (const { field, predicate } of columns) {
    const value = field.of(item, extract);
    if (value !== undefined) made.push(said("", node, predicate, String(value), field.type));
  }
}
