// Answers: how is an extract written as tables, such that no cell runs as a formula? Source: RFC 4180; CWE-1236.

import type { ClaimCore, SourceNode } from "../../graph/graph.ts";
import { claimSentence, quantityText } from "../../graph/phrases.ts";
import type { Claim } from "../../model/records.ts";
import { visibleClaims } from "../../model/status.ts";
import type { Extract } from "../extract.ts";
import { ACTOR_FIELDS, type Field, type FieldValue, RELATION_FIELDS, slotText } from "../fields.ts";
import type { RecipeFilter } from "../recipe.ts";
import { type Stamp, stampLines } from "../stamp.ts";
import { chunked, writable } from "../text.ts";
import { type ZipEntry, zipOf } from "./zip.ts";

/** Spreadsheets run cells that begin so, full-width twins too; they skip blanks before. */
const FORMULA = /^'*[\s\u3000]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const BOM = "\ufeff";

interface ClaimRow {
  readonly core: ClaimCore;
  readonly relation: string | undefined;
  readonly counts: boolean;
}

const CLAIM_FIELDS: readonly Field<ClaimRow>[] = [
  { id: "id", type: "string", of: (r) => r.core.id },
  { id: "relation", type: "string", of: (r) => r.relation },
  { id: "actor", type: "string", of: (r, e) => detail(e, r).attr?.[0] },
  { id: "property", type: "string", of: (r, e) => detail(e, r).attr?.[1] },
  { id: "value", type: "string", of: (r, e) => detail(e, r).attr?.[2] },
  { id: "sentence", type: "string", of: (r, e) => claimSentence(e.graph, detail(e, r)) },
  { id: "paraphrase", type: "string", of: (r, e) => detail(e, r).paraphrase },
  { id: "counts", type: "boolean", of: (r) => r.counts },
  { id: "status", type: "string", of: (r) => r.core.status },
  { id: "modality", type: "string", of: (r) => r.core.modality },
  { id: "opinion", type: "boolean", of: (r) => r.core.opinion },
  { id: "speaker", type: "string", of: (r, e) => detail(e, r).by.actor },
  { id: "voice", type: "string", of: (r, e) => detail(e, r).by.voice },
  { id: "origin", type: "string", of: (r) => r.core.origin },
  { id: "time", type: "string", of: (r, e) => detail(e, r).time },
  { id: "extent", type: "string", of: (r, e) => detail(e, r).extent },
  { id: "quantity", type: "string", of: (r, e) => quantityOf(e, r) },
  { id: "quantityMin", type: "double", of: (r, e) => detail(e, r).quantity?.min },
  { id: "quantityMax", type: "double", of: (r, e) => detail(e, r).quantity?.max },
  { id: "unit", type: "string", of: (r, e) => detail(e, r).quantity?.unit },
  {
    id: "slots",
    type: "string",
    of: (r, e) =>
      Object.entries(detail(e, r).slots)
        .map(([name, value]) => `${name}: ${slotText(e, value)}`)
        .join(" | ") || undefined,
  },
  { id: "reliability", type: "string", of: (r) => r.core.reliability },
  { id: "credibility", type: "integer", of: (r) => r.core.credibility },
  { id: "source", type: "string", of: (r) => r.core.source },
  { id: "paragraph", type: "string", of: (r, e) => paragraphOf(detail(e, r)) },
  { id: "characters", type: "string", of: (r, e) => detail(e, r).at?.chars.join("–") },
  { id: "anchor", type: "string", of: (r, e) => detail(e, r).at?.anchor },
  { id: "supersedes", type: "string", of: (r, e) => detail(e, r).supersedes },
  { id: "retracted", type: "string", of: (r, e) => detail(e, r).retracted },
  { id: "curatorNote", type: "string", of: (r, e) => detail(e, r).curatorNote },
];

const SOURCE_FIELDS: readonly Field<SourceNode>[] = [
  { id: "id", type: "string", of: (s) => s.id },
  { id: "type", type: "string", of: (s) => s.type },
  { id: "title", type: "string", of: (s) => s.title },
  { id: "publisher", type: "string", of: (s) => s.publisher },
  { id: "authors", type: "string", of: (s) => s.authors.join(" | ") || undefined },
  { id: "published", type: "string", of: (s) => s.published },
  { id: "publishedInferred", type: "string", of: (s) => s.publishedInferred },
  { id: "url", type: "string", of: (s) => s.url },
  { id: "reliability", type: "string", of: (s) => s.reliability },
  { id: "reliabilityReason", type: "string", of: (s) => s.reliabilityReason },
  { id: "retracted", type: "string", of: (s) => s.retracted },
];

export interface CsvOptions {
  /** Cells as they are, formulas too. */
  readonly raw?: boolean;
}

/** A ZIP of `nodes.csv`, `edges.csv`, `claims.csv`, `sources.csv` and `stamp.txt`; UTF-8 with a byte order mark, CRLF, headings that Gephi knows. */
export function csvZipOf(extract: Extract, stamp: Stamp, options: CsvOptions = {}): Iterable<Uint8Array> {
  return zipOf(tablesOf(extract, stamp, options));
}

export function* tablesOf(extract: Extract, stamp: Stamp, { raw = false }: CsvOptions = {}): Generator<ZipEntry> {
  const cell = raw ? quotedCell : (value: FieldValue | undefined) => quotedCell(neutralized(value));
  const table = (name: string, headings: readonly string[], rows: Iterable<readonly (FieldValue | undefined)[]>): ZipEntry => ({
    name,
    pieces: chunked(lines(headings, rows, cell)),
  });
  const headed = <T>(fields: readonly Field<T>[]): string[] => fields.map((f) => (f.id === "label" ? "Label" : f.id));
  const valuesOf = <T>(fields: readonly Field<T>[], item: T): (FieldValue | undefined)[] =>
    fields.map((f) => f.of(item, extract));
  yield { name: "stamp.txt", pieces: [`${stampLines(stamp).map(writable).join("\r\n")}\r\n`] };
  yield table(
    "nodes.csv",
    ["Id", ...headed(ACTOR_FIELDS)],
    mapped(extract.actors, (a) => [a.id, ...valuesOf(ACTOR_FIELDS, a)]),
  );
  yield table(
    "edges.csv",
    ["Id", "Source", "Target", "Type", ...headed(RELATION_FIELDS).map((h) => (h === "type" ? "relationType" : h))],
    mapped(extract.relations, (r) => [r.edge.id, r.edge.from, r.edge.to, "Directed", ...valuesOf(RELATION_FIELDS, r)]),
  );
  yield table(
    "claims.csv",
    headed(CLAIM_FIELDS),
    mapped(claimRows(extract), (row) => valuesOf(CLAIM_FIELDS, row)),
  );
  yield table(
    "sources.csv",
    headed(SOURCE_FIELDS),
    mapped(extract.sources, (s) => valuesOf(SOURCE_FIELDS, s)),
  );
}

/** A text that a spreadsheet would run gets a `'` before it, and so does one that already has some, so that `plainCell` gives every text back. */
export function neutralized(value: FieldValue | undefined): FieldValue | undefined {
  return typeof value === "string" && FORMULA.test(value) ? `'${value}` : value;
}

/** What stood in a cell before `neutralized`. */
export function plainCell(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}

function* claimRows(extract: Extract): Generator<ClaimRow> {
  for (const { edge, claims } of extract.relations) {
    const counting = new Set(claims.map((c) => c.id));
    for (const core of edge.claims) yield { core, relation: edge.id, counts: counting.has(core.id) };
  }
  for (const claims of extract.attributes.values())
    for (const core of claims) yield { core, relation: undefined, counts: isAdmitted(core, extract.recipe.filter) };
}

/** As `evidenceOf` counts the claims of a relation. */
function isAdmitted(core: ClaimCore, { modalities, opinions, denials, knownOn }: RecipeFilter): boolean {
  return (
    visibleClaims([core], knownOn).length > 0 &&
    (modalities === undefined ? core.modality === "actual" : modalities.has(core.modality)) &&
    (opinions === true || !core.opinion) &&
    (denials === true || core.status !== "denied")
  );
}

function* lines(
  headings: readonly string[],
  rows: Iterable<readonly (FieldValue | undefined)[]>,
  cell: (value: FieldValue | undefined) => string,
): Generator<string> {
  yield `${BOM}${headings.join(",")}\r\n`;
  for (const row of rows) yield `${row.map(cell).join(",")}\r\n`;
}

function* mapped<T, U>(items: Iterable<T>, of: (item: T) => U): Generator<U> {
  for (const item of items) yield of(item);
}

function quotedCell(value: FieldValue | undefined): string {
  if (value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const text = writable(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function detail({ claims }: Extract, { core }: ClaimRow) {
  const claim = claims.get(core.id);
  if (claim === undefined) throw new Error(`no details of claim ${core.id}`);
  return claim;
}

/** Absent where the source was read in excerpts only. */
function paragraphOf({ at }: Claim): string | undefined {
  return at === undefined ? undefined : String(at.para);
}

function quantityOf(extract: Extract, row: ClaimRow): string | undefined {
  const { quantity } = detail(extract, row);
  return quantity === undefined ? undefined : quantityText(extract.graph, quantity);
}
