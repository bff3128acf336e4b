// Answers: how does one kind of dispute stand in the list, filtered by text, saying how many of how many?
import { type ReactNode, useCallback, useState } from "react";
import { PagedList } from "../parts/PagedList.tsx";
import { wordsOf } from "../parts/text-filter.ts";
import { useAnswer } from "../parts/use-answer.ts";
import { inSlices } from "../query/breathing.ts";
import { matchingText } from "./dispute-rows.ts";

/** Items in the page at first. */
export const PAGE = 20;

interface Props<Row> {
  readonly title: string;
  readonly id: string;
  /** Those that have come; all of them where a text filters. */
  readonly rows: readonly Row[];
  /** Where not all have come yet. */
  readonly more?: { readonly total: number; readonly onWanted: (count: number) => void } | undefined;
  readonly text: string;
  readonly textOf: (row: Row) => string;
  /** What is said where there are none. */
  readonly none: string;
  /** Above the items. */
  readonly state?: ReactNode;
  readonly children: (row: Row) => ReactNode;
}

export function Listed<Row extends { readonly key: string }>(props: Props<Row>) {
  const { title, id, rows, more, text, textOf, none, state, children } = props;
  const [texts] = useState(() => new WeakMap<Row, string>());
  const isFiltered = wordsOf(text).length > 0;
  const ask = useCallback(
    async (signal: AbortSignal) => (isFiltered ? inSlices(matchingText(rows, text, textOf, texts), signal) : undefined),
    [isFiltered, rows, text, textOf, texts],
  );
  const { value, isCurrent } = useAnswer(ask);
  const found = isFiltered ? value : rows;
  const total = more?.total ?? rows.length;
  return (
    <section
      aria-labelledby={`part-${id}`}
      className="dispute-part"
      data-testid={`part-${id}`}
      aria-busy={isFiltered && !isCurrent}
    >
      <h2 id={`part-${id}`} className="dispute-title">
        {title} <span className="count">{isFiltered && found !== undefined ? countOf(found.length, total) : total}</span>
      </h2>
      {state}
      {total === 0 ? (
        <p className="muted">{none}</p>
      ) : found === undefined ? null : found.length === 0 && isFiltered ? (
        <p className="muted">None of them holds this text.</p>
      ) : (
        <PagedList items={found} page={PAGE} noun="item" more={isFiltered ? undefined : more} keyOf={(row) => row.key}>
          {children}
        </PagedList>
      )}
    </section>
  );
}

function countOf(found: number, total: number): string {
  return found === total ? String(total) : `${found} of ${total}`;
}
