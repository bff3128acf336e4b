// Answers: how is an extract written as TriG, one nanopublication a claim? Source: TriG (W3C 2014).
import type { Extract } from "../extract.ts";
import type { Stamp } from "../stamp.ts";
import { chunked } from "../text.ts";
import { iriOf, PREFIXES, type PrefixedName, type Statement, statementsOf } from "./statements.ts";

export function trigOf(extract: Extract, stamp: Stamp): Iterable<string> {
  return chunked(pieces(extract, stamp));
}

/** Statements that share graph, subject and predicate with the one before say only what is new. */
function* pieces(extract: Extract, stamp: Stamp): Generator<string> {
  for (const [prefix, iri] of Object.entries(PREFIXES)) yield `@prefix ${prefix}: <${iri}>.\n`;
  yield "\n";
  let [graph, subject, predicate] = ["", "", ""];
  for (const statements of statementsOf(extract, stamp)) {
    let text = "";
    for (const statement of statements) {
      if (statement.graph !== graph) {
        if (subject !== "") text += graph === "" ? ".\n" : "\n}\n";
        if (statement.graph !== "") text += `${iriText(statement.graph)} {\n`;
        graph = statement.graph;
        subject = "";
      } else if (subject !== "" && statement.subject !== subject) {
        text += ".\n";
        subject = "";
      }
      if (subject === "") text += `${iriText(statement.subject)} ${nameText(statement.predicate)} `;
      else if (statement.predicate === predicate) text += ", ";
      else text += `;\n    ${nameText(statement.predicate)} `;
      subject = statement.subject;
      predicate = statement.predicate;
      text += objectText(statement);
    }
    yield text;
  }
  yield graph === "" ? ".\n" : "\n}\n";
}

function objectText({ object, type }: Statement): string {
  switch (type) {
    case "iri":
      return iriText(object);
    case "name":
      return nameText(object as PrefixedName);
    case "string":
      return literal(object);
    case "integer":
    case "boolean":
      return object;
    case "double":
    case "date":
      return `${literal(object)}^^xsd:${type}`;
  }
}

const NAMES = new Map<string, string>([["rdf:type", "a"]]);

/** Prefixed where TriG has a form for it, else the IRI. */
function nameText(name: PrefixedName): string {
  const held = NAMES.get(name);
  if (held !== undefined) return held;
  const text = /^[a-z]+:[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_-])?$/.test(name) ? name : iriText(iriOf(name));
  NAMES.set(name, text);
  return text;
}

/** Characters that no IRI may hold are escaped. */
function iriText(iri: string): string {
  return /[\u0000-\u0020<>"{}|^`\\]/.test(iri) ? `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, codeOf)}>` : `<${iri}>`;
}

function literal(text: string): string {
  return /[\u0000-\u001f"\\]/.test(text)
    ? `"${text.replace(/[\u0000-\u001f"\\]/g, (c) => ESCAPES.get(c) ?? codeOf(c))}"`
    : `"${text}"`;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\\", "\\\\"],
  ['"', '\\"'],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

function codeOf(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}`;
}
