// Answers: how is an extract written as JSON-LD, the same statements as in TriG? Source: JSON-LD 1.1, expanded values in named graphs.
import type { Extract } from "../extract.ts";
import type { Stamp } from "../stamp.ts";
import { chunked } from "../text.ts";
import { iriOf, PREFIXES, type PrefixedName, type Statement, statementsOf } from "./statements.ts";

export function jsonLdOf(extract: Extract, stamp: Stamp): Iterable<string> {
  return chunked(pieces(extract, stamp));
}

/** Nodes one after the other; those of a named graph stand within it. No context is ever to be fetched. */
function* pieces(extract: Extract, stamp: Stamp): Generator<string> {
  yield "[";
  let separator = "\n";
  let [graph, subject, predicate] = ["", "", ""];
  for (const statements of statementsOf(extract, stamp)) {
    let text = "";
    for (const statement of statements) {
      const isInGraph = statement.graph === graph && subject !== "";
      if (isInGraph && statement.subject === subject) text += statement.predicate === predicate ? "," : "],";
      else {
        if (subject !== "") text += "]}";
        if (!isInGraph) {
          if (graph !== "") text += "]}";
          text += separator;
          separator = ",\n";
          if (statement.graph !== "") text += `{"@id":${JSON.stringify(statement.graph)},"@graph":[`;
        } else text += graph === "" ? separator : ",";
        text += `{"@id":${JSON.stringify(statement.subject)},`;
        predicate = "";
      }
      if (statement.predicate !== predicate) text += keyText(statement.predicate);
      ({ graph, subject, predicate } = statement);
      text += valueText(statement);
    }
    yield text;
  }
  yield `]}${graph === "" ? "" : "]}"}\n]\n`;
}

const KEYS = new Map<string, string>([["rdf:type", '"@type":[']]);

function keyText(predicate: PrefixedName): string {
  const held = KEYS.get(predicate);
  if (held !== undefined) return held;
  const text = `${JSON.stringify(iriOf(predicate))}:[`;
  KEYS.set(predicate, text);
  return text;
}

function valueText({ predicate, object, type }: Statement): string {
  if (type === "name") {
    const iri = JSON.stringify(iriOf(object as PrefixedName));
    return predicate === "rdf:type" ? iri : `{"@id":${iri}}`;
  }
  const text = JSON.stringify(object);
  if (type === "iri") return `{"@id":${text}}`;
  return type === "string" ? `{"@value":${text}}` : `{"@value":${text},"@type":"${PREFIXES.xsd}${type}"}`;
}
