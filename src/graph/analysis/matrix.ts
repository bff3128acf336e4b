// Answers: who does what to whom among these actors, at one glance: who supports, opposes or is accused of breaching what?
import type { ActorId, RelationId } from "../../model/ids.ts";
import type { Polarity, RelationStatus } from "../../model/kinds.ts";
import { strengthOf } from "../../model/status.ts";
import type { EntenteGraph } from "../graph.ts";
import { evidenceOf, type RelationFilter } from "../query/filter.ts";

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

/** Row does it to column, in reading direction; a symmetric relation stands in both cells. Cost O(claims). */
export function matrixOf(graph: EntenteGraph, { polarity, actors, filter = {} }: MatrixOptions): Matrix {
  const held = new Map<ActorId, Map<ActorId, Array<{ id: RelationId; status: RelationStatus; origins: ReadonlySet<string> }>>>();
  for (const edge of graph.relations.values()) {
    if (edge.type.polarity !== polarity || edge.from === edge.to) continue;
    if (actors !== undefined && !(actors.has(edge.from) && actors.has(edge.to))) continue;
    const evidence = evidenceOf(edge, filter);
    if (evidence === undefined) continue;
    const ends = [[edge.from, edge.to], ...(edge.type.symmetric ? [[edge.to, edge.from]] : [])] as Array<[ActorId, ActorId]>;
    for (const [from, to] of ends) {
      const row = held.get(from) ?? new Map();
      held.set(from, row);
      const cell = row.get(to) ?? [];
      row.set(to, cell);
      cell.push({ id: edge.id, status: evidence.status.status, origins: evidence.origins });
    }
  }
  const cells = new Map(
    [...held].map(([from, row]) => [
      from,
      new Map(
        [...row].map(([to, found]) => {
          found.sort((a, b) => strengthOf(b.status) - strengthOf(a.status) || (a.id < b.id ? -1 : 1));
          const origins = new Set(found.flatMap((r) => [...r.origins]));
          return [to, { relations: found.map((r) => r.id), status: found[0]?.status ?? "hidden", origins: origins.size }];
        }),
      ),
    ]),
  );
  const columns = new Set([...held.values()].flatMap((row) => [...row.keys()]));
  return { rows: [...held.keys()].sort(), columns: [...columns].sort(), cells };
}
