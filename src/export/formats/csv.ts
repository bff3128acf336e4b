// Answers: how is an extract written as tables, such that no cell runs as a formula? Source: RFC 4180; CWE-1236.

import { CLAIM_FIELDS, claimRows, SOURCE_FIELDS } from "../claim-fields.ts";
import type { Extract } from "../extract.ts";
import { ACTOR_FIELDS, type Field, type FieldValue, RELATION_FIELDS } from "../fields.ts";
import { type Stamp, stampLines } from "../stamp.ts";
import { writable } from "../text.ts";
import { type ZipEntry, zipOf } from "./zip.ts";

/** Spreadsheets run cells that begin so, full-width twins too; they skip blanks before. */
const FORMULA = /^'*[\s\u3000]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const BOM = "\ufeff";

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
    pieces: lines(headings, rows, cell),
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

function* lines(
  headings: readonly string[],
  rows: Iterable<readonly (FieldValue | undefined)[]>,
  cell: (value: FieldValue | undefined) => string,
): Generator<string> {
  yield `${BOM}${headings.join(",")}\r\n`;
  for (const row of rows) {
    let line = cell(row[0]);
    for (let i = 1; i < row.length; i++) line += `,${cell(row[i])}`;
    yield `${line}\r\n`;
  }
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
