// Answers: what do strict readers, in this process, make of an exported text?
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import type { Extract } from "../../src/export/extract.ts";
import { actorLabel, relationLabel } from "../../src/export/fields.ts";
import { type ExportFormat, exportFileOf, findFormat } from "../../src/export/formats.ts";
import { writable } from "../../src/export/text.ts";

export const TOOL = "entente 0.0.0";

export function bytesOfExport(extract: Extract, format: ExportFormat): Buffer {
  return Buffer.concat([...exportFileOf(extract, format, TOOL).pieces].map((piece) => Buffer.from(piece as string)));
}

export function textOfExport(extract: Extract, format: ExportFormat): string {
  return bytesOfExport(extract, format).toString("utf8");
}

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** @throws where the text is not well-formed XML 1.0. */
export function parseXml(text: string): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser({ xmlns: false });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: XmlElement = { name, attributes: attributes as Record<string, string>, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (piece) => {
    const at = open.at(-1);
    if (at !== undefined) at.text += piece;
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(text).close();
  const [element] = root.children;
  if (element === undefined) throw new Error("no root element");
  return element;
}

export function elementsNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...elementsNamed(child, name)]);
}

/** RFC 4180. @throws on a quote in the wrong place and on rows of unequal length. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const found = cell.exec(text);
    if (found === null) throw new Error(`not CSV at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`);
    row.push(found[1] === undefined ? (found[2] ?? "") : found[1].replaceAll('""', '"'));
    if (found[3] === ",") continue;
    rows.push(row);
    row = [];
  }
  if (rows.some((r) => r.length !== rows[0]?.length)) throw new Error("rows differ in length");
  return rows;
}

/** Files of a ZIP as text, by name. */
export function unzipped(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
}

/** Rows of a table as objects; the byte order mark is taken off. */
export function tableOf(text: string): Array<Record<string, string>> {
  const [headings = [], ...rows] = parseCsv(text.replace(/^\ufeff/, ""));
  return rows.map((row) => Object.fromEntries(headings.map((name, i) => [name, row[i] ?? ""])));
}

/** What any reader of a graph gives back. */
export interface ReadGraph {
  readonly nodes: ReadonlyMap<string, string>;
  readonly edges: ReadonlyMap<string, readonly [from: string, to: string, label: string, status: string]>;
}

/** What every reader should find. */
export function expectedGraph(extract: Extract, clean: (text: string) => string = writable): ReadGraph {
  return {
    nodes: new Map(extract.actors.map((a) => [a.id, clean(actorLabel(a))])),
    edges: new Map(
      extract.relations.map((r) => [
        r.edge.id,
        [r.edge.from, r.edge.to, clean(relationLabel(extract, r)), r.status.status] as const,
      ]),
    ),
  };
}

/** @throws when there is none. */
export function formatNamed(name: string): ExportFormat {
  const found = findFormat(name);
  if (found === undefined) throw new Error(`no format ${name}`);
  return found;
}
