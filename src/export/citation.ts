// Answers: how are the dataset and its sources cited? Source: BibTeX (Patashnik 1988), CSL-JSON 1.0.2.
import type { EntenteGraph, SourceNode } from "../graph/graph.ts";
import { parseDaySpan } from "../model/day.ts";
import type { SourceId } from "../model/ids.ts";
import type { SourceType } from "../model/kinds.ts";
import { titleOf } from "../model/text.ts";
import { safeUri, writable } from "./text.ts";

export const CITATION_FORMATS = [
  { name: "bibtex", label: "BibTeX", extension: "bib", mediaType: "application/x-bibtex" },
  { name: "csl-json", label: "CSL-JSON", extension: "csl.json", mediaType: "application/vnd.citationstyles.csl+json" },
] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number]["name"];

/** What is to be cited; `dataset` is the graph as a whole. */
export type Cited = "dataset" | SourceId;

interface Citation {
  /** Letters, digits and hyphens. */
  readonly key: string;
  readonly type: SourceType;
  readonly title: string;
  /** As the source names them; which part is the family name is not recorded. */
  readonly authors: readonly string[];
  /** Who published it; a newspaper's name for an article of it. */
  readonly publisher?: string | undefined;
  /** EDTF. */
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  readonly version?: string | undefined;
  readonly note?: string | undefined;
}

/** One entry for each, in the order asked for; ends with a line end. @throws on a source that the graph does not hold. */
export function citationText(graph: EntenteGraph, cited: readonly Cited[], format: CitationFormat): string {
  const citations = cited.map((what) => (what === "dataset" ? ofDataset(graph) : ofSource(graph, graph.sources.get(what))));
  switch (format) {
    case "bibtex":
      return citations.map(bibtexEntry).join("\n");
    case "csl-json":
      return `${JSON.stringify(citations.map(cslItem), undefined, 2)}\n`;
  }
}

function ofDataset({ info, hash }: EntenteGraph): Citation {
  const content = hash === "" ? "" : `; content SHA-256 ${hash}`;
  return {
    key: keyOf(`${info.id}-${info.version}`),
    type: "dataset",
    title: info.title,
    authors: [],
    version: info.version,
    note: `Dataset ${info.id}, version ${info.version}${content}. Licence: ${info.license}`,
  };
}

function ofSource({ actors }: EntenteGraph, source: SourceNode | undefined): Citation {
  if (source === undefined) throw new Error("a source to cite is not there");
  const { id, type, title, publisher, authors, published, publishedInferred, retracted } = source;
  const notes = [
    ...(publishedInferred === undefined ? [] : [`Date inferred: ${publishedInferred}`]),
    ...(retracted === undefined ? [] : [`Withdrawn ${retracted}`]),
  ];
  return {
    key: keyOf(id.slice(id.indexOf("/") + 1)),
    type,
    title,
    authors,
    publisher: publisher === "unknown" ? undefined : titleOf(actors.get(publisher)?.label ?? publisher),
    published,
    url: safeUri(source.url),
    note: notes.length === 0 ? undefined : notes.join(". "),
  };
}

function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** Where each type of source has its publisher, in BibTeX and in CSL. */
const KINDS: Readonly<Record<SourceType, { readonly entry: string; readonly holder: string; readonly csl: string }>> = {
  article: { entry: "article", holder: "journal", csl: "article-newspaper" },
  wire: { entry: "article", holder: "journal", csl: "article-newspaper" },
  report: { entry: "techreport", holder: "institution", csl: "report" },
  "official-document": { entry: "misc", holder: "howpublished", csl: "document" },
  statement: { entry: "misc", holder: "howpublished", csl: "document" },
  dataset: { entry: "misc", holder: "howpublished", csl: "dataset" },
};
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;

/** Names stand in braces of their own: BibTeX would cut them at "and" and at commas. Months are BibTeX's own words; `date` is for BibLaTeX. */
function bibtexEntry({ key, type, title, authors, publisher, published, url, version, note }: Citation): string {
  const { entry, holder } = KINDS[type];
  const { parts, text } = dateOf(published);
  const [year, month] = parts ?? [];
  const fields: (readonly [string, string | undefined])[] = [
    ["author", authors.length === 0 ? undefined : braced(authors.map((name) => braced(bibtexText(name))).join(" and "))],
    ["title", braced(braced(bibtexText(title)))],
    [holder, publisher === undefined ? undefined : braced(braced(bibtexText(publisher)))],
    ["year", year === undefined ? undefined : braced(String(year))],
    ["month", month === undefined ? undefined : MONTHS[month - 1]],
    ["date", parts === undefined ? undefined : braced(text ?? "")],
    ["version", version === undefined ? undefined : braced(bibtexText(version))],
    ["url", url === undefined ? undefined : braced(url)],
    ["note", noteOf(note, parts === undefined ? text : undefined)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value}`]));
  return `@${entry}{${key},\n${lines.join(",\n")}\n}\n`;
}

/** A date that BibTeX has no field for goes into the note. */
function noteOf(note: string | undefined, date: string | undefined): string | undefined {
  const texts = [...(date === undefined ? [] : [`Published ${date}`]), ...(note === undefined ? [] : [note])];
  return texts.length === 0 ? undefined : braced(bibtexText(texts.join(". ")));
}

function braced(text: string): string {
  return `{${text}}`;
}

const TEX: ReadonlyMap<string, string> = new Map([
  ["\\", "\\textbackslash{}"],
  // BibTeX counts braces even when they are escaped.
  ["{", "\\textbraceleft{}"],
  ["}", "\\textbraceright{}"],
  ["~", "\\textasciitilde{}"],
  ["^", "\\textasciicircum{}"],
  ...["&", "%", "$", "#", "_"].map((c) => [c, `\\${c}`] as const),
]);

/** Between two marks that TeX would make one of: dashes, quotes, guillemets, turned ? and !. */
const LIGATURE = /(?<=-)(?=-)|(?<=')(?=')|(?<=`)(?=`)|(?<=,)(?=,)|(?<=<)(?=<)|(?<=>)(?=>)|(?<=[?!])(?=`)/g;

/** One line; letters of all scripts stay as they are, in UTF-8. */
function bibtexText(text: string): string {
  return writable(text)
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\{}~^&%$#_]/g, (c) => TEX.get(c) ?? c)
    .replace(LIGATURE, "{}");
}

function cslItem({ key, type, title, authors, publisher, published, url, version, note }: Citation) {
  const { csl } = KINDS[type];
  const { parts, text } = dateOf(published);
  const isPaper = csl === "article-newspaper";
  return {
    id: key,
    type: csl,
    title: writable(title),
    ...(authors.length === 0 ? {} : { author: authors.map((name) => ({ literal: writable(name) })) }),
    ...(publisher === undefined ? {} : { [isPaper ? "container-title" : "publisher"]: writable(publisher) }),
    ...(parts !== undefined ? { issued: { "date-parts": [parts] } } : text === undefined ? {} : { issued: { literal: text } }),
    ...(version === undefined ? {} : { version: writable(version) }),
    ...(url === undefined ? {} : { URL: url }),
    ...(note === undefined ? {} : { note: writable(note) }),
  };
}

/** Year, month and day as far as they are certain; else the date as recorded. */
function dateOf(published: string | undefined): { readonly parts?: readonly number[]; readonly text?: string } {
  if (published === undefined) return {};
  return parseDaySpan(published) === undefined
    ? { text: published }
    : { parts: published.trim().split("-").map(Number), text: published.trim() };
}
