// Answers: who does what to whom among these actors, at one glance: who supports, opposes or is accused of breaching what?
import type { ActorId, RelationId } from "../../model/ids.ts";
import type { Polarity, RelationStatus } from "../../model/kinds.ts";
import { strengthOf } from "../../model/status.ts";
import type { EntenteGraph, RelationEdge } from "../graph.ts";
import { evidenceOf, type RelationFilter } from "../query/filter.ts";
import { asPart, eachInSteps, finished, type Steps } from "../query/work.ts";

export interface MatrixCell {
  /** Strongest first, then by id. */
  readonly relations: readonly RelationId[];
  /** Of the strongest of them. */
  readonly status: RelationStatus;
  /** Independent origins over all of them. */
  readonly origins: number;
}

export interface Matrix {
  /** Actors that do something to one of the columns, and those to whom it is done; each in id order. */
  readonly rows: readonly ActorId[];
  readonly columns: readonly ActorId[];
  /** By row, then column; absent = not recorded, which is not "no". */
  readonly cells: ReadonlyMap<ActorId, ReadonlyMap<ActorId, MatrixCell>>;
}

export interface MatrixOptions {
  readonly polarity: Polarity;
  /** Actors to take in, on either side; default all. */
  readonly actors?: ReadonlySet<ActorId> | undefined;
  readonly filter?: RelationFilter | undefined;
}

interface Found {
  readonly id: RelationId;
  readonly status: RelationStatus;
  readonly origins: ReadonlySet<string>;
}

/** The same as `matrixInSteps`, without a pause. */
export function matrixOf(graph: EntenteGraph, options: MatrixOptions): Matrix {
  return finished(matrixInSteps(graph, options));
}

/** Row does it to column, in reading direction; a symmetric relation stands in both cells. Cost O(claims). */
export function* matrixInSteps(graph: EntenteGraph, { polarity, actors, filter = {} }: MatrixOptions): Steps<Matrix> {
  const held = new Map<ActorId, Map<ActorId, Found[]>>();
  const take = (edge: RelationEdge): void => {
    if (edge.type.polarity !== polarity || edge.from === edge.to) return;
    if (actors !== undefined && !(actors.has(edge.from) && actors.has(edge.to))) return;
    const evidence = evidenceOf(edge, filter);
    if (evidence === undefined) return;
    const ends = [[edge.from, edge.to], ...(edge.type.symmetric ? [[edge.to, edge.from]] : [])] as Array<[ActorId, ActorId]>;
    for (const [from, to] of ends) {
      const row = held.get(from) ?? new Map();
      held.set(from, row);
      const cell = row.get(to) ?? [];
      row.set(to, cell);
      cell.push({ id: edge.id, status: evidence.status.status, origins: evidence.origins });
    }
  };
  yield* asPart(eachInSteps(graph.relations.values(), graph.relations.size, take), 0, 0.8);
  const cells = new Map<ActorId, Map<ActorId, MatrixCell>>();
  const columns = new Set<ActorId>();
  const close = ([from, row]: [ActorId, ReadonlyMap<ActorId, Found[]>]): void => {
    cells.set(from, new Map([...row].map(([to, found]) => [to, cellOf(found)])));
    for (const to of row.keys()) columns.add(to);
  };
  yield* asPart(eachInSteps(held, held.size, close), 0.8, 1);
  return { rows: [...held.keys()].sort(), columns: [...columns].sort(), cells };
}

function cellOf(found: Found[]): MatrixCell {
  found.sort((a, b) => strengthOf(b.status) - strengthOf(a.status) || (a.id < b.id ? -1 : 1));
  const origins = new Set(found.flatMap((relation) => [...relation.origins]));
  return { relations: found.map(({ id }) => id), status: found[0]?.status ?? "hidden", origins: origins.size };
}
