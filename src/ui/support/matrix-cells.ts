// Answers: what is asked for a matrix, and what does each of its cells say, to the eye and in words?
import type { Matrix, MatrixOptions } from "../../graph/analysis/matrix.ts";
import type { EntenteGraph } from "../../graph/graph.ts";
import { evidenceOf, type RelationFilter } from "../../graph/query/filter.ts";
import { type ActorId, kindOf, type RelationId } from "../../model/ids.ts";
import type { Polarity, RelationStatus } from "../../model/kinds.ts";
import { countText } from "../../model/text.ts";
import { nameOf } from "./support-rows.ts";

export const MATRIX_KINDS = ["support", "opposition", "violations"] as const;
export type MatrixKind = (typeof MATRIX_KINDS)[number];

export const MATRIX_SCOPES = ["states", "canvas", "everyone"] as const;
export type MatrixScope = (typeof MATRIX_SCOPES)[number];

export const POLARITY_OF: Readonly<Record<MatrixKind, Polarity>> = {
  support: "supportive",
  opposition: "hostile",
  violations: "legal",
};

/** What the row is said to do to the column; never without the status beside it. */
export const MATRIX_VERBS: Readonly<Record<MatrixKind, string>> = {
  support: "said to support",
  opposition: "said to oppose",
  violations: "said to violate",
};

const VIOLATES = "violates";

/** Instruments are always in where they are violated: they are the columns. `visible`: the actors of the canvas. */
export function matrixOptionsOf(
  graph: EntenteGraph,
  kind: MatrixKind,
  scope: MatrixScope,
  visible: readonly ActorId[],
  filter: RelationFilter,
): MatrixOptions {
  const polarity = POLARITY_OF[kind];
  const types = kind !== "violations" ? filter.types : new Set([VIOLATES].filter((id) => filter.types?.has(id) ?? true));
  const asked = { polarity, filter: { ...filter, types } };
  if (scope === "everyone") return asked;
  const own = scope === "canvas" ? visible : [...graph.actors.keys()].filter((id) => kindOf(id) === "state");
  const instruments = kind === "violations" ? [...graph.actors.keys()].filter((id) => kindOf(id) === "instrument") : [];
  return { ...asked, actors: new Set([...own, ...instruments]) };
}

export interface MatrixCellView {
  readonly relations: readonly RelationId[];
  readonly status?: RelationStatus | undefined;
  /** What stands in the cell; empty where nothing is recorded. */
  readonly count: string;
  /** Of violations: through what conduct. */
  readonly conduct: string;
  /** The whole cell in words. */
  readonly name: string;
}

/** A cell without relations says "not recorded", for that is all that is known. */
export function cellView(
  graph: EntenteGraph,
  matrix: Matrix,
  kind: MatrixKind,
  [row, column]: readonly [ActorId, ActorId],
  filter: RelationFilter,
): MatrixCellView {
  const pair = `${nameOf(graph, row)} to ${nameOf(graph, column)}`;
  if (row === column) return { relations: [], count: "", conduct: "", name: `${nameOf(graph, row)}: the same actor` };
  const cell = matrix.cells.get(row)?.get(column);
  if (cell === undefined) return { relations: [], count: "", conduct: "", name: `${pair}: not recorded` };
  const { relations, status, origins } = cell;
  const conduct = kind === "violations" ? conductOf(graph, relations, filter) : "";
  const strongest = relations.length === 1 ? status : `${status} at best`;
  const amount = `${countText(relations.length, "relation")}, ${countText(origins, "independent origin")}`;
  return {
    relations,
    status,
    count: `${relations.length} · ${origins}`,
    conduct,
    name: `${pair}: ${strongest}; ${amount}${conduct === "" ? "" : `; through ${conduct}`}`,
  };
}

/** What the claims that count name as the conduct; said to be so, never by itself a finding. */
function conductOf(graph: EntenteGraph, relations: readonly RelationId[], filter: RelationFilter): string {
  const named = relations.flatMap((id) => {
    const edge = graph.relations.get(id);
    const claims = edge === undefined ? [] : (evidenceOf(edge, filter)?.claims ?? []);
    return claims.flatMap((claim) => claim.slotActors).filter((actor) => CONDUCT_KINDS.has(kindOf(actor)));
  });
  const labels = [...new Set(named)].sort().map((id) => graph.actors.get(id)?.label ?? id);
  return labels.length === 0 ? "conduct not recorded" : labels.join("; ");
}

const CONDUCT_KINDS: ReadonlySet<string> = new Set(["activity", "event"]);

/** How much of the matrix is there: its rows and columns are those with something recorded. */
export function matrixCount(matrix: Matrix, kind: MatrixKind): string {
  const pairs = [...matrix.cells.values()].reduce((sum, row) => sum + row.size, 0);
  const columns = countText(matrix.columns.length, kind === "violations" ? "instrument" : "column");
  return `${countText(matrix.rows.length, "row")}, ${columns}, ${countText(pairs, "pair")} recorded`;
}
