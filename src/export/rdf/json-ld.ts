// Answers: how is an extract written as JSON-LD, the same statements as in TriG? Source: JSON-LD 1.1, expanded values in named graphs.
import type { Quad, Term } from "n3";
import type { Extract } from "../extract.ts";
import type { Stamp } from "../stamp.ts";
import { chunked } from "../text.ts";
import { PREFIXES, quadsOf } from "./quads.ts";

const RDF_TYPE = `${PREFIXES.rdf}type`;
const STRING = `${PREFIXES.xsd}string`;

export function jsonLdOf(extract: Extract, stamp: Stamp): Iterable<string> {
  return chunked(pieces(extract, stamp));
}

/** Nodes one after the other; those of a named graph stand within it. No context is ever to be fetched. */
function* pieces(extract: Extract, stamp: Stamp): Generator<string> {
  yield "[";
  let separator = "\n";
  for (const group of grouped(quadsOf(extract, stamp), (q) => q.graph.value)) {
    const nodes = [...grouped(group, (q) => q.subject.value)].map(nodeOf);
    const graph = group[0]?.graph.value ?? "";
    for (const node of graph === "" ? nodes : [{ "@id": graph, "@graph": nodes }]) {
      yield `${separator}${JSON.stringify(node)}`;
      separator = ",\n";
    }
  }
  yield "\n]\n";
}

/** Runs of neighbors with the same key; the default graph, which is one run, is cut where its subject changes. */
function* grouped(quads: Iterable<Quad>, keyOf: (quad: Quad) => string): Generator<Quad[]> {
  let run: Quad[] = [];
  for (const quad of quads) {
    const [first] = run;
    const isSame =
      first !== undefined &&
      keyOf(first) === keyOf(quad) &&
      (quad.graph.value !== "" || first.subject.value === quad.subject.value);
    if (!isSame && run.length > 0) {
      yield run;
      run = [];
    }
    run.push(quad);
  }
  if (run.length > 0) yield run;
}

function nodeOf(quads: readonly Quad[]): Record<string, unknown> {
  const types: string[] = [];
  const values = new Map<string, unknown[]>();
  for (const { predicate, object } of quads) {
    if (predicate.value === RDF_TYPE) types.push(object.value);
    else values.set(predicate.value, [...(values.get(predicate.value) ?? []), jsonValueOf(object)]);
  }
  return {
    "@id": quads[0]?.subject.value,
    ...(types.length === 0 ? {} : { "@type": types }),
    ...Object.fromEntries(values),
  };
}

function jsonValueOf(term: Term): Record<string, string> {
  if (term.termType !== "Literal") return { "@id": term.value };
  const type = term.datatype.value;
  return type === STRING ? { "@value": term.value } : { "@value": term.value, "@type": type };
}
