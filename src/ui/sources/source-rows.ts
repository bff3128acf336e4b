// Answers: which sources are there, what rests on each, which count now, and in what order are they listed?
import type { SourceLoad } from "../../graph/analysis/impact.ts";
import { foldedText } from "../../graph/folded-text.ts";
import type { EntenteGraph, SourceNode } from "../../graph/graph.ts";
import { dayText } from "../../model/day.ts";
import type { RelationId, SourceId } from "../../model/ids.ts";
import { countText, titleOf } from "../../model/text.ts";
import { RELIABILITY_WORDS } from "../../model/words.ts";
import type { Filters } from "../../state/view-state.ts";
import { holdsAll, wordsOf } from "../parts/text-filter.ts";

export interface SourceRow {
  readonly source: SourceNode;
  readonly publisher: string;
  /** "B, usually reliable" */
  readonly grade: string;
  readonly isOn: boolean;
  /** Published after the day of "known on": it counts for nothing, whatever its switch says. */
  readonly isLater: boolean;
  /** Under the filters; of a source that is off, what it would carry were all sources on. */
  readonly claims: number;
  readonly relations: readonly RelationId[];
  readonly alone: readonly RelationId[];
  /** Pairs of actors that nothing else joins. */
  readonly bridges: number;
}

export const SOURCE_ORDERS = ["publisher", "alone", "relations", "grade", "newest"] as const;
export type SourceOrder = (typeof SOURCE_ORDERS)[number];

export const SOURCE_ORDER_WORDS: Readonly<Record<SourceOrder, string>> = {
  publisher: "by publisher",
  alone: "most resting on it alone",
  relations: "most resting on it",
  grade: "best grade first",
  newest: "newest first",
};

/** `loads`: under the filters; `loadsOfAll`: the same with no source off. Both in source order. */
export function sourceRows(
  graph: EntenteGraph,
  { sourcesOff, knownOn }: Filters,
  loads: readonly SourceLoad[],
  loadsOfAll: readonly SourceLoad[],
): SourceRow[] {
  const byId = new Map(loads.map((load) => [load.source, load]));
  const byIdOfAll = new Map(loadsOfAll.map((load) => [load.source, load]));
  return [...graph.sources.values()].map((source) => {
    const isOn = !sourcesOff.has(source.id);
    const load = (isOn ? byId : byIdOfAll).get(source.id);
    return {
      source,
      publisher: publisherOf(graph, source),
      grade: `${source.reliability}, ${RELIABILITY_WORDS[source.reliability]}`,
      isOn,
      isLater: knownOn !== undefined && source.publishedDay > knownOn,
      claims: load?.claims ?? 0,
      relations: load?.relations ?? [],
      alone: load?.alone ?? [],
      bridges: load?.bridges.length ?? 0,
    };
  });
}

/** Those that hold every word of the text in title, publisher, type, date, authors or grade. */
export function matchingSources(rows: readonly SourceRow[], text: string): readonly SourceRow[] {
  const words = wordsOf(text);
  if (words.length === 0) return rows;
  return rows.filter(({ source, publisher, grade }) => {
    const folded = foldedText([source.title, publisher, source.type, source.published, ...source.authors, grade].join("\n"));
    return holdsAll(folded, words);
  });
}

export interface SourceGroup {
  readonly title: string;
  /** Why the rows are set back; absent when they are not. */
  readonly note?: string;
  readonly rows: readonly SourceRow[];
}

/** One group for each publisher, or one for all; what was published after the day of "known on" comes last, apart. */
export function sourceGroups(rows: readonly SourceRow[], order: SourceOrder, knownOn: number | undefined): SourceGroup[] {
  const inTime = ordered(
    rows.filter((row) => !row.isLater),
    order,
  );
  const later = ordered(
    rows.filter((row) => row.isLater),
    order,
  );
  const groups: SourceGroup[] =
    order === "publisher" ? byPublisher(inTime) : inTime.length === 0 ? [] : [{ title: "All publishers", rows: inTime }];
  if (later.length === 0 || knownOn === undefined) return groups;
  const day = dayText(knownOn);
  return [
    ...groups,
    {
      title: `Published later than ${day}`,
      note: `Not known on ${day}: ${countText(later.length, "source")} without weight until that clock is moved on.`,
      rows: later,
    },
  ];
}

function byPublisher(rows: readonly SourceRow[]): SourceGroup[] {
  const groups = new Map<string, SourceRow[]>();
  for (const row of rows) groups.set(row.publisher, [...(groups.get(row.publisher) ?? []), row]);
  return [...groups].map(([title, held]) => ({ title, rows: held }));
}

const COLLATOR = new Intl.Collator("en", { numeric: true });

function ordered(rows: readonly SourceRow[], order: SourceOrder): SourceRow[] {
  const byTitle = (a: SourceRow, b: SourceRow): number =>
    COLLATOR.compare(a.source.title, b.source.title) || (a.source.id < b.source.id ? -1 : 1);
  const compare: Readonly<Record<SourceOrder, (a: SourceRow, b: SourceRow) => number>> = {
    publisher: (a, b) => COLLATOR.compare(a.publisher, b.publisher) || b.source.publishedDay - a.source.publishedDay,
    alone: (a, b) => b.alone.length - a.alone.length,
    relations: (a, b) => b.relations.length - a.relations.length,
    grade: (a, b) => COLLATOR.compare(a.source.reliability, b.source.reliability),
    newest: (a, b) => b.source.publishedDay - a.source.publishedDay,
  };
  return [...rows].sort((a, b) => compare[order](a, b) || byTitle(a, b));
}

export function publisherOf(graph: EntenteGraph, { publisher }: SourceNode): string {
  return publisher === "unknown" ? "Publisher unknown" : titleOf(graph.actors.get(publisher)?.label ?? publisher);
}

/** All sources but this one, to be switched off. */
export function othersThan(graph: EntenteGraph, id: SourceId): ReadonlySet<SourceId> {
  return new Set([...graph.sources.keys()].filter((other) => other !== id));
}
