// Answers: which statements of RDF say what an extract says, without stating an allegation as a fact? Source: RDF 1.1, PROV-O, nanopub.org guidelines.
import { DataFactory, type Quad, type Quad_Graph, type Quad_Object } from "n3";
import type { ClaimCore } from "../../graph/graph.ts";
import { claimSentence } from "../../graph/phrases.ts";
import type { Extract } from "../extract.ts";
import { ACTOR_FIELDS, actorLabel, type Field, type FieldType, RELATION_FIELDS, relationLabel } from "../fields.ts";
import { type Stamp, stampLines } from "../stamp.ts";
import { safeUri, writable } from "../text.ts";

const { defaultGraph, literal, namedNode, quad } = DataFactory;

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
type Prefix = keyof typeof PREFIXES;

const iri = (prefix: Prefix, name: string) => namedNode(PREFIXES[prefix] + name);
const A = iri("rdf", "type");
const LABEL = iri("rdfs", "label");
const TYPES: Readonly<Record<FieldType, string>> = {
  string: "string",
  integer: "integer",
  double: "double",
  boolean: "boolean",
  date: "date",
};

/**
 * Actors, relations and sources in the default graph; each claim as a nanopublication of four graphs, whose assertion is a *reified* statement with
 * its status: nobody who merges the graphs gets `A supplies B` where it was only alleged. A relation, too, is a thing with ends and a status.
 */
export function* quadsOf(extract: Extract, stamp: Stamp): Generator<Quad> {
  const base = `urn:entente:${stamp.dataset.id}:`;
  const of = (id: string) => namedNode(base + id.replaceAll("#", "/"));
  const dataset = namedNode(base.slice(0, -1));
  const text = (value: string): Quad_Object => literal(writable(value));
  yield quad(dataset, iri("dct", "title"), text(stamp.dataset.title));
  yield quad(dataset, iri("dct", "license"), text(stamp.dataset.license));
  yield quad(dataset, iri("dct", "hasVersion"), text(stamp.dataset.version));
  yield quad(dataset, iri("dct", "description"), text(stampLines(stamp).join("\n")));
  const listed = [...extract.actors.map((a) => [a, true] as const), ...extract.context.map((a) => [a, false] as const)];
  for (const [actor, isIn] of listed) {
    const node = of(actor.id);
    yield quad(node, A, iri("ent", actor.kind));
    yield quad(node, LABEL, text(actorLabel(actor)));
    for (const name of actor.names) yield quad(node, iri("skos", "altLabel"), text(name));
    if (isIn) yield* fieldQuads(node, ACTOR_FIELDS, actor, extract);
  }
  for (const relation of extract.relations) {
    const { edge, claims } = relation;
    const node = of(edge.id);
    yield quad(node, A, iri("ent", "Relation"));
    yield quad(node, LABEL, text(relationLabel(extract, relation)));
    yield quad(node, iri("ent", "from"), of(edge.from));
    yield quad(node, iri("ent", "to"), of(edge.to));
    for (const claim of claims) yield quad(node, iri("ent", "restsOn"), of(claim.id));
    yield* fieldQuads(node, RELATION_FIELDS, relation, extract);
  }
  for (const source of extract.sources) {
    const node = of(source.id);
    yield quad(node, A, iri("prov", "Entity"));
    yield quad(node, iri("dct", "title"), text(source.title));
    yield quad(node, iri("dct", "issued"), text(source.published));
    yield quad(node, iri("ent", "reliability"), text(source.reliability));
    if (source.publisher !== "unknown") yield quad(node, iri("dct", "publisher"), of(source.publisher));
    const page = safeUri(source.url);
    if (page !== undefined) yield quad(node, iri("foaf", "page"), namedNode(page));
  }
  for (const { edge } of extract.relations)
    for (const core of edge.claims) yield* nanopublication(extract, stamp, core, of, edge.id);
  for (const claims of extract.attributes.values()) for (const core of claims) yield* nanopublication(extract, stamp, core, of);
}

function* nanopublication(
  extract: Extract,
  stamp: Stamp,
  core: ClaimCore,
  of: (id: string) => ReturnType<typeof namedNode>,
  relation?: string,
): Generator<Quad> {
  const claim = extract.claims.get(core.id);
  if (claim === undefined) throw new Error(`no details of claim ${core.id}`);
  const node = of(claim.id);
  const part = (name: string) => namedNode(`${node.value}/${name}`);
  const [publication, head, assertion] = [part("nanopub"), part("head"), part("assertion")];
  const [provenance, info] = [part("provenance"), part("info")];
  const text = (value: string): Quad_Object => literal(writable(value));
  yield quad(publication, A, iri("np", "Nanopublication"), head);
  yield quad(publication, iri("np", "hasAssertion"), assertion, head);
  yield quad(publication, iri("np", "hasProvenance"), provenance, head);
  yield quad(publication, iri("np", "hasPublicationInfo"), info, head);
  const say = (predicate: ReturnType<typeof iri>, object: Quad_Object): Quad =>
    quad(node, predicate, object, assertion as Quad_Graph);
  yield say(A, iri("ent", "Claim"));
  yield say(A, iri("rdf", "Statement"));
  if (claim.rel !== undefined) {
    yield say(iri("rdf", "subject"), of(claim.rel[0]));
    yield say(iri("rdf", "predicate"), iri("ent", claim.rel[1]));
    yield say(iri("rdf", "object"), of(claim.rel[2]));
  } else if (claim.attr !== undefined) {
    yield say(iri("rdf", "subject"), of(claim.attr[0]));
    yield say(iri("ent", "property"), text(claim.attr[1]));
    yield say(iri("rdf", "object"), text(claim.attr[2]));
  }
  if (relation !== undefined) yield say(iri("ent", "about"), of(relation));
  yield say(LABEL, text(claimSentence(extract.graph, claim)));
  yield say(iri("ent", "paraphrase"), text(claim.paraphrase));
  yield say(iri("ent", "claimStatus"), text(claim.status));
  yield say(iri("ent", "modality"), text(claim.modality));
  yield say(iri("ent", "opinion"), literal(String(claim.opinion), iri("xsd", "boolean")));
  yield say(iri("ent", "credibility"), literal(String(claim.credibility), iri("xsd", "integer")));
  for (const [name, value] of Object.entries(claim.slots))
    yield say(iri("ent", `slot-${name}`), extract.graph.actors.has(value as never) ? of(value) : text(value));
  if (claim.time !== undefined) yield say(iri("dct", "temporal"), text(claim.time));
  if (claim.retracted !== undefined) yield say(iri("ent", "retracted"), text(claim.retracted));
  yield quad(assertion, iri("prov", "wasDerivedFrom"), of(claim.source), provenance);
  yield quad(assertion, iri("prov", "wasAttributedTo"), of(core.origin), provenance);
  yield quad(assertion, iri("ent", "voice"), text(claim.by.voice), provenance);
  yield quad(publication, iri("dct", "license"), text(stamp.dataset.license), info);
  yield quad(publication, iri("dct", "isPartOf"), namedNode(`urn:entente:${stamp.dataset.id}`), info);
  yield quad(publication, iri("prov", "wasAttributedTo"), text(stamp.tool), info);
}

type Named = ReturnType<typeof namedNode>;

/** Given apart, as nodes or under names that others know. */
const SHOWN_APART: ReadonlySet<string> = new Set(["label", "names", "claimIds"]);

function* fieldQuads<T>(node: Named, fields: readonly Field<T>[], item: T, extract: Extract): Generator<Quad> {
  for (const field of fields) {
    const value = SHOWN_APART.has(field.id) ? undefined : field.of(item, extract);
    if (value !== undefined)
      yield quad(node, iri("ent", field.id), literal(writable(String(value)), iri("xsd", TYPES[field.type])), defaultGraph());
  }
}
