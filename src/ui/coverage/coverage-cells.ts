// Answers: what is asked for the coverage of the record, and what does each row, column and cell of it say in words?
import {
  type Coverage,
  type CoverageCell,
  type CoverageColumns,
  type CoverageOptions,
  UNDATED,
  WIDEST,
} from "../../graph/analysis/coverage.ts";
import type { EntenteGraph } from "../../graph/graph.ts";
import { EVERYTHING } from "../../graph/query/filter.ts";
import type { ActorId, SourceId } from "../../model/ids.ts";
import { countText, titleOf } from "../../model/text.ts";
import { type Filters, settingsOf } from "../../state/view-state.ts";

export const COVERAGE_SCOPES = ["canvas", "best"] as const;
export type CoverageScope = (typeof COVERAGE_SCOPES)[number];
/** Rows of the best covered, and added with each click. */
export const BEST = 50;

export const COLUMN_WORDS: Readonly<Record<CoverageColumns, string>> = {
  event: "Year it is about",
  publication: "Year published",
  source: "Source",
};

/** Sources off and both clocks count; what is only planned, judged or denied is part of the record too. */
export function coverageOptionsOf(
  by: CoverageColumns,
  scope: CoverageScope,
  visible: readonly ActorId[],
  most: number,
  filters: Filters,
): CoverageOptions {
  const filter = { ...EVERYTHING, ...settingsOf(filters) };
  return scope === "canvas" ? { by, actors: visible, filter } : { by, most, filter };
}

/** The first column holds each row's claims once; the others those of the coverage. */
export const TOTAL = "total";

export interface CoverageHead {
  readonly key: string;
  readonly name: string;
}

/** The latest year first: most of the record is about it. */
export function columnHeads(graph: EntenteGraph, { columns }: Coverage): CoverageHead[] {
  const isYear = (key: string): boolean => /^-?\d+$/.test(key);
  const ordered = [...columns.filter(isYear).reverse(), ...columns.filter((key) => !isYear(key))];
  return [{ key: TOTAL, name: "All, each once" }, ...ordered.map((key) => ({ key, name: columnName(graph, key) }))];
}

export function cellAt(coverage: Coverage, actor: ActorId | undefined, column: string | undefined): CoverageCell | undefined {
  if (actor === undefined || column === undefined) return undefined;
  const cell = column === TOTAL ? coverage.totals.get(actor) : coverage.cells.get(actor)?.get(column);
  return cell === undefined || cell.claims.length === 0 ? undefined : cell;
}

/** In four steps, for the ground of a cell; the number beside it says how many. */
export function heatOf(claims: number): 1 | 2 | 3 | 4 {
  return claims >= 30 ? 4 : claims >= 10 ? 3 : claims >= 3 ? 2 : 1;
}

/** An empty cell says "not recorded", for that is all that is known. */
export function cellName(graph: EntenteGraph, coverage: Coverage, actor: ActorId, column: string): string {
  const cell = cellAt(coverage, actor, column);
  const place = `${actorName(graph, actor)}, ${column === TOTAL ? "all columns" : columnName(graph, column)}`;
  if (cell === undefined) return `${place}: no claim recorded, which is not “nothing happened”`;
  const of = [countText(cell.sources, "source"), countText(cell.origins, "independent origin")];
  return `${place}: ${countText(cell.claims.length, "claim")}, ${of.join(", ")}`;
}

export function coverageCount({ rows, of, claims, columns }: Coverage, by: CoverageColumns, scope: CoverageScope): string {
  const whose = scope === "canvas" ? "actors on the canvas" : "actors with a claim";
  const width = by === "source" ? countText(columns.length, "source") : countText(columns.length, "column");
  return `${rows.length} of ${of} ${whose}; ${countText(claims, "claim")} about them; ${width}`;
}

export function actorName(graph: EntenteGraph, id: ActorId): string {
  return titleOf(graph.actors.get(id)?.label ?? id);
}

function columnName(graph: EntenteGraph, key: string): string {
  if (key === UNDATED) return `Undated, or over ${WIDEST} years`;
  const source = graph.sources.get(key as SourceId);
  return source === undefined ? key : `${source.published}: ${source.title}`;
}
