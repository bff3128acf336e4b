// Answers: which part of the graph does `entente export` write, in which format, and where?
import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { extractOf } from "../../src/export/extract.ts";
import { EXPORT_FORMATS, type ExportFormat, exportFileOf, findFormat } from "../../src/export/formats.ts";
import type { Recipe, Scope } from "../../src/export/recipe.ts";
import { recipeOfView } from "../../src/export/recipe-of-view.ts";
import type { Stamp } from "../../src/export/stamp.ts";
import type { EntenteGraph } from "../../src/graph/graph.ts";
import { issueText } from "../../src/model/issue.ts";
import { didYouMean } from "../../src/model/nearest.ts";
import { countText } from "../../src/model/text.ts";
import { parseLink } from "../../src/state/link.ts";
import type { Loaded } from "../compile.ts";
import { type Output, refused } from "./output.ts";
import { pathsQueryOf } from "./path-commands.ts";
import { actorsOf, directionOf, filterOf, numberOf, QUERY_OPTIONS, type QueryValues, UsageError } from "./query-options.ts";
import { targetOf, writeFilePieces, writeStdoutPieces } from "./write-pieces.ts";

export const EXPORT_OPTIONS = {
  format: { type: "string" },
  out: { type: "string" },
  neighbors: { type: "string", multiple: true },
  link: { type: "string" },
  selection: { type: "boolean" },
  connected: { type: "boolean" },
} as const;

export type ExportValues = QueryValues & {
  readonly format?: string | undefined;
  readonly out?: string | undefined;
  readonly neighbors?: readonly string[] | undefined;
  readonly link?: string | undefined;
  readonly selection?: boolean | undefined;
  readonly connected?: boolean | undefined;
};

export const EXPORT_USAGE = `export --format F [--out FILE|FOLDER]
                                     a part of the graph as a file: the whole dataset, --neighbors A [--depth N --direction d],
                                     --from A --to B with the options of paths, or --link '#v1=…' [--selection] of the page;
                                     --connected leaves out actors without relations; text goes to standard output without --out
                                     formats: ${EXPORT_FORMATS.map((f) => f.name).join(", ")}`;

const PACKAGE = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  name: string;
  version: string;
};

/** `placed` has positions and hash; claims are those of `loaded`. May throw a `UsageError`. */
export function exportCommand(
  loaded: Loaded,
  placed: () => EntenteGraph,
  words: readonly string[],
  values: ExportValues,
): Output {
  if (words.length > 0)
    throw new UsageError(`\`export\` takes no name by itself: --neighbors "${words.join(" ")}", or --from and --to.`);
  const format = formatOf(values.format);
  if (!format.isText && values.out === undefined)
    throw new UsageError(`${format.name} is not text: name a file or a folder with --out.`);
  const { out } = values;
  checkOut(out);
  const graph = placed();
  const extract = extractOf(graph, recipeOf(graph, values), loaded.claims);
  if (!extract.ok) {
    const hint = values.from === undefined ? "" : "\n`entente paths` with the same options says why there is no route.";
    return refused(`${extract.issues.map(issueText).join("\n")}${hint}`);
  }
  const file = exportFileOf(extract.value, format, `${PACKAGE.name} ${PACKAGE.version}`);
  if (out === undefined) {
    writeStdoutPieces(file.pieces);
    return { code: 0, json: undefined, text: "", silent: true };
  }
  const target = targetOf(out, file.name);
  writeFilePieces(target, file.pieces);
  return { code: 0, json: { file: target, name: file.name, stamp: file.stamp }, text: summaryOf(target, file.stamp) };
}

/** @throws UsageError when the file could not be written there. */
export function checkOut(out: string | undefined): void {
  if (out !== undefined && !existsSync(out) && !existsSync(dirname(out)))
    throw new UsageError(`No folder ${dirname(out)}: make it first, or give another --out.`);
}

function formatOf(name: string | undefined): ExportFormat {
  const names = EXPORT_FORMATS.map((f) => f.name);
  if (name === undefined) throw new UsageError(`Name a format with --format: ${names.join(", ")}.`);
  const format = findFormat(name);
  if (format === undefined && (name === "png" || name === "pdf"))
    throw new UsageError(
      `The command line draws no ${name === "png" ? "pixels" : "pages"}: take --format svg, then for example \`rsvg-convert ${name === "png" ? "--zoom 2" : "--format pdf"} FILE.svg --output FILE.${name}\`. The page saves both.`,
    );
  if (format === undefined)
    throw new UsageError(
      `--format takes ${names.join(", ")}, not \`${name}\`${didYouMean(name, names) === undefined ? "." : `; ${didYouMean(name, names)}`}`,
    );
  return format;
}

/** @throws UsageError */
export function recipeOf(graph: EntenteGraph, values: ExportValues): Recipe {
  const asked = [values.neighbors, values.from ?? values.to, values.link].filter((v) => v !== undefined);
  if (asked.length > 1) throw new UsageError("--neighbors, --from with --to, and --link exclude each other.");
  if (values.selection === true && values.link === undefined) throw new UsageError("--selection goes with --link.");
  if (values.link !== undefined) return linkRecipe(graph, values, values.link);
  return { scope: scopeOf(graph, values), filter: filterOf(graph, values), connected: values.connected };
}

function scopeOf(graph: EntenteGraph, values: ExportValues): Scope {
  if (values.neighbors !== undefined) {
    const depth = numberOf(values.depth, "--depth") ?? 1;
    return { kind: "neighborhood", seeds: actorsOf(graph, values.neighbors), depth, direction: directionOf(values) ?? "both" };
  }
  if (values.from === undefined && values.to === undefined) return { kind: "all" };
  const { filter: _, ...query } = pathsQueryOf(graph, [], values);
  return { kind: "path", query };
}

/** A view brings its own filters: others beside it would be ignored, so they are refused. */
function linkRecipe(graph: EntenteGraph, values: ExportValues, link: string): Recipe {
  const ignored = Object.keys(QUERY_OPTIONS).filter((name) => values[name as keyof QueryValues] !== undefined);
  if (ignored.length > 0) throw new UsageError(`A link brings its own filters: leave out --${ignored.join(", --")}.`);
  const hash = link.includes("#") ? link.slice(link.indexOf("#")) : link;
  const parsed = parseLink(hash, graph);
  if (!parsed.ok) throw new UsageError(parsed.issues.map(issueText).join("\n"));
  const { view, unknownActors, unknownIds, datasetId } = parsed.value;
  if (datasetId !== graph.info.id) throw new UsageError(`The link is of the dataset ${datasetId}, this one is ${graph.info.id}.`);
  const unknown = [...unknownActors, ...unknownIds];
  if (unknown.length > 0)
    throw new UsageError(
      `The link names what this dataset does not hold: ${unknown.join(", ")}. Open it in the page and copy it anew.`,
    );
  return { ...recipeOfView(graph, view, values.selection === true ? "selection" : "visible"), connected: values.connected };
}

function summaryOf(target: string, { counts, notes }: Stamp): string {
  const [actors, relations, claims, sources] = [counts.actors, counts.relations, counts.claims, counts.sources];
  const text = ([some, all]: readonly [number, number], one: string): string => `${some} of ${countText(all, one)}`;
  return [
    `${target}: ${[text(actors, "actor"), text(relations, "relation"), text(claims, "claim"), text(sources, "source")].join(", ")}`,
    ...notes,
  ].join("\n");
}
