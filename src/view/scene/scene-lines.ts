// Answers: which lines stand for these relations, and which of them share one?
import type { RelationEdge } from "../../graph/graph.ts";
import type { DerivedStatus } from "../../model/status.ts";
import { countText } from "../../model/text.ts";
import type { SceneEdge } from "./scene.ts";

/** More parallel relations between two actors than this are bundled, unless one of them is chosen. */
const FANNED_AT_MOST = 3;

/** A relation under the status it is shown with. */
export type Line = readonly [RelationEdge, DerivedStatus];

export interface LinesOptions {
  /** Bundles that hold a chosen relation fan out. */
  readonly isChosen?: (edge: RelationEdge) => boolean;
  readonly isFaded?: boolean;
}

/**
 * One line a relation; but of many between the same two actors, those alike in direction, polarity and status are one line with their
 * count, so that no line says more than each of its relations. A line's id is those of its relations, joined by "+".
 */
export function sceneLinesOf(lines: Iterable<Line>, { isChosen = () => false, isFaded = false }: LinesOptions = {}): SceneEdge[] {
  const pairs = new Map<string, Line[]>();
  for (const line of lines) {
    const [{ from, to }] = line;
    const pair = from < to ? `${from} ${to}` : `${to} ${from}`;
    const held = pairs.get(pair);
    if (held === undefined) pairs.set(pair, [line]);
    else held.push(line);
  }
  return [...pairs.values()].flatMap((parallel) =>
    parallel.length <= FANNED_AT_MOST || parallel.some(([edge]) => isChosen(edge))
      ? parallel.map(([edge, derived]) => lineOf([edge], derived, derived.origins, isFaded))
      : alike(parallel).map((group) => {
          const [, derived] = group[0] as Line;
          const origins = Math.max(...group.map(([, d]) => d.origins));
          return lineOf(
            group.map(([edge]) => edge),
            derived,
            origins,
            isFaded,
          );
        }),
  );
}

/** Groups of relations that may share a line, in the order of their first. */
function alike(lines: readonly Line[]): Line[][] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const [{ from, type }, { status }] = line;
    const key = `${type.symmetric ? "" : from} ${type.polarity} ${status}`;
    const held = groups.get(key);
    if (held === undefined) groups.set(key, [line]);
    else held.push(line);
  }
  return [...groups.values()];
}

function lineOf(edges: readonly RelationEdge[], derived: DerivedStatus, origins: number, isFaded: boolean): SceneEdge {
  const [first] = edges as readonly [RelationEdge];
  return {
    id: edges.map((edge) => edge.id).join("+"),
    source: first.from,
    target: first.to,
    label: edges.length === 1 ? first.type.label : countText(edges.length, "relation"),
    polarity: first.type.polarity,
    status: derived.status,
    origins,
    symmetric: first.type.symmetric,
    count: edges.length,
    isFaded,
  };
}
