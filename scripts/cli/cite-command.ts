// Answers: how does `entente cite` give the dataset, or some of its sources, to a bibliography?
import { CITATION_FORMATS, type CitationFormat, type Cited, citationText } from "../../src/export/citation.ts";
import type { EntenteGraph } from "../../src/graph/graph.ts";
import { didYouMean } from "../../src/model/nearest.ts";
import type { Loaded } from "../compile.ts";
import { checkOut, type ExportValues } from "./export-command.ts";
import type { Output } from "./output.ts";
import { sourceOf, UsageError } from "./query-options.ts";
import { targetOf, writeFilePieces } from "./write-pieces.ts";

const NAMES = CITATION_FORMATS.map((f) => f.name).join(" or ");

export const CITE_USAGE = `cite [source …] [--all] [--format F] [--out FILE|FOLDER]
                                     the dataset, these sources, or with --all both, for a bibliography: ${NAMES}`;

/** `placed` gives the hash that the dataset is cited with; sources alone need none. @throws UsageError */
export function citeCommand(loaded: Loaded, placed: () => EntenteGraph, words: readonly string[], values: ExportValues): Output {
  if (values.all === true && words.length > 0) throw new UsageError("--all already means every source: leave out the names.");
  checkOut(values.out);
  const format = formatOf(values.format ?? "bibtex");
  const sources = words.map((text) => sourceOf(loaded.graph, text));
  const all: Cited[] = ["dataset", ...loaded.graph.sources.keys()];
  const cited: Cited[] = values.all === true ? all : sources.length === 0 ? ["dataset"] : sources;
  const text = citationText(cited.includes("dataset") ? placed() : loaded.graph, cited, format);
  if (values.out === undefined) return { code: 0, json: { format, text }, text: text.trimEnd() };
  const extension = CITATION_FORMATS.find((f) => f.name === format)?.extension ?? format;
  const target = targetOf(values.out, `${loaded.graph.info.id}-${loaded.graph.info.version}.${extension}`);
  writeFilePieces(target, [text]);
  return { code: 0, json: { file: target, cited: cited.length }, text: `${target}: ${cited.length} cited` };
}

function formatOf(name: string): CitationFormat {
  const found = CITATION_FORMATS.find((f) => f.name === name);
  if (found !== undefined) return found.name;
  const hint = didYouMean(
    name,
    CITATION_FORMATS.map((f) => f.name),
  );
  throw new UsageError(`--format of \`cite\` takes ${NAMES}, not \`${name}\`${hint === undefined ? "." : `; ${hint}`}`);
}
